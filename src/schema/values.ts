/** The small values every collection is made of: slugs, dates, addresses, references to vocabulary terms. */
import { z } from 'zod';

/** The vocabularies a field may be bound to; each is a file of that name in content/vocabularies. */
export const vocabularyNames = [
  'audiences',
  'component-kinds',
  'concepts',
  'effects',
  'evidence',
  'funding',
  'lesson-kinds',
  'methods',
  'offers',
  'organisation-types',
  'participation',
  'plan-statuses',
  'population-bands',
  'prerequisites',
  'programmes',
  'review-statuses',
  'roles',
  'scopes',
  'sections',
  'stages',
  'statuses',
  'target-groups',
  'themes',
  'uses',
  'visit-kinds',
] as const;
export type VocabularyName = (typeof vocabularyNames)[number];

/** The ids of every vocabulary's terms. */
export type TermIds = Readonly<Record<VocabularyName, readonly string[]>>;

/** One term of a vocabulary, by its id. */
export const term = (terms: TermIds, vocabulary: VocabularyName) => z.enum(terms[vocabulary] as [string, ...string[]]).meta({ vocabulary });

/** A line of plain text: no line breaks, no space at either end. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\S(?:[^\n\r]*\S)?$/u, 'must be one line of text without space at its ends');

/** The id of an entry: lower-case ASCII words joined by hyphens; it never changes. */
export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be lower-case letters a-z and digits, words joined by hyphens, for example tartu-welcome-centre');

/** A reference to an entry of a collection, by slug; that the entry exists is checked across files. */
export const reference = (collection: 'practices' | 'lessons' | 'visits' | 'organisations') => slug.meta({ collection });

/** A web address. Only http and https: `javascript:` and its kin would run in the reader's browser. */
export const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'must be a full web address that starts with https:// or http://' });

const dayExists = (date: string) => {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const real = new Date(Date.UTC(year!, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
};
const onTheCalendar = 'must be a date that exists: YYYY, YYYY-MM or YYYY-MM-DD, for example 2024-05';

/** A year, a month or a day as an ISO 8601 string; kept as text so that no time zone can move it. */
const partialDate = z
  .union([z.int().min(1900).max(2100), z.string().regex(/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?$/)], { error: onTheCalendar })
  .transform(String)
  .refine(dayExists, onTheCalendar);

/** A partial date, or the honest word. */
export const dateOrUnknown = z.union([z.literal('unknown'), partialDate], { error: `${onTheCalendar}, or the word unknown` });

/** A full day, YYYY-MM-DD. */
export const day = z
  .string()
  .regex(/^(?:19|20)\d\d-\d\d-\d\d$/, 'must be a day, YYYY-MM-DD')
  .refine(dayExists, 'must be a day that exists');

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** A country or self-governing area: ISO 3166-1 alpha-2, as Unicode CLDR knows it. */
export const country = z
  .string()
  .refine((code) => /^[A-Z]{2}$/.test(code) && regionNames.of(code) !== undefined, 'must be a country code of two capital letters, for example EE');

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A language as a BCP 47 tag. */
export const language = z.string().refine((tag) => {
  try {
    return languageNames.of(tag) !== undefined;
  } catch {
    return false;
  }
}, 'must be a language code (BCP 47), for example lv');

/** A place on the map; a shelter is never named more finely than its municipality. */
export const place = (terms: TermIds) =>
  z.strictObject({
    /** The place's own name, as its inhabitants write it. */
    name: line(80),
    /** Latitude in degrees, WGS 84. */
    lat: z.number().min(-90).max(90).optional(),
    /** Longitude in degrees, WGS 84. */
    lon: z.number().min(-180).max(180).optional(),
    /** How many people live there, in bands; leave it out when you do not know. */
    population: term(terms, 'population-bands').optional(),
  });

const sourceKey = z.string().regex(/^s[1-9]\d?$/, 'must be s1, s2, s3 ...');
/** Keys of the entry's own `sources` that support a statement. */
export const sourceKeys = z.array(sourceKey).min(1);

/** Where a claim comes from. */
const source = z.strictObject({
  /** s1, s2, s3 ...: what the text cites as [^s1]. */
  key: sourceKey,
  /** The title of the document or page, in its own language. */
  title: line(250),
  /** Who published it. */
  publisher: line(160),
  /** The year it was published, or unknown. */
  year: dateOrUnknown,
  /** Its address; leave it out only for a document that is not online. */
  url: webAddress.optional(),
  /** A stored copy that will outlive the page. */
  archived: webAddress.optional(),
  /** The day it was read. */
  accessed: day.optional(),
  /** Set when the address is a copy held by somebody other than the publisher. */
  copy: z.literal(true).optional(),
});

/** Someone who wrote the entry and is named in its citation. */
const contributor = z.strictObject({
  /** The name as it should be cited. */
  name: line(120),
  /** Where the contributor works, in words. */
  organisation: line(160).optional(),
  /** ORCID iD, for example 0000-0002-1825-0097. */
  orcid: z
    .string()
    .regex(/^(?:\d{4}-){3}\d{3}[\dX]$/, 'must be an ORCID iD, for example 0000-0002-1825-0097')
    .optional(),
});

/** Who stands behind an entry and how fresh it is: the same fields for practices, lessons and visits. */
export const provenance = (terms: TermIds) => ({
  /** Every source the entry rests on; at least one. */
  sources: z.array(source).min(1),
  /** The authors of the entry, in the order they are cited. */
  contributors: z.array(contributor).min(1),
  /** The day the entry was first published here. */
  published: day,
  /** The day its text or facts last changed. */
  updated: day.optional(),
  /** The day the host confirmed the entry; leave it out until somebody there has. */
  verified: day.optional(),
  /** When it should be looked at again; without it, 24 months after it was verified or published. */
  reviewDue: day.optional(),
  /** How far it has been checked. */
  reviewStatus: term(terms, 'review-statuses'),
  /** Only when the text is under another licence than the site's content. */
  licence: line(60).optional(),
});
