/** The small values every collection is made of: slugs, dates, addresses, references to vocabulary terms. */
import { z } from 'zod';
import { isCountry } from '../domain/countries.ts';
import type { ProblemKind } from '../reader/kinds.ts';

/** A rule names the kind of problem that it finds as its message: src/reader/kinds.ts has the words in every language. */
export const kind = (name: ProblemKind): ProblemKind => name;

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

/**
 * What a schema says of itself beside its rules, for whoever describes it in words: the vocabulary or collection it
 * chooses from, the form of text a rule of ours asks for, and whether an optional field is worth asking a newcomer for.
 */
export interface Meta {
  vocabulary?: VocabularyName;
  collection?: 'practices' | 'lessons' | 'visits' | 'organisations';
  form?: 'country' | 'day' | 'date-or-unknown' | 'language' | 'source-key';
  asked?: true;
}

/** One term of a vocabulary, by its id. */
export const term = (terms: TermIds, vocabulary: VocabularyName) => z.enum(terms[vocabulary] as [string, ...string[]]).meta({ vocabulary } satisfies Meta);

/** A line of plain text: no line breaks, no space at either end. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\S(?:[^\n\r]*\S)?$/u, kind('not-one-line'));

/** The id of an entry: lower-case ASCII words joined by hyphens; it never changes. */
export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, kind('not-a-reference'));

/** What a renamed entry says of its past. */
export const formerSlugs = z
  .array(slug)
  .min(1)
  .optional()
  .describe('Slugs it had before: their addresses lead on to it for ever. This field and the new name of the file are all that a rename needs.');

/** A reference to an entry of a collection, by slug; that the entry exists is checked across files. */
export const reference = (collection: NonNullable<Meta['collection']>) => slug.meta({ collection } satisfies Meta);

/** A web address. Only http and https: `javascript:` and its kin would run in the reader's browser. */
export const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: kind('not-an-address') });

const dayExists = (date: string) => {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const real = new Date(Date.UTC(year!, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
};

/** A year, a month or a day as an ISO 8601 string; kept as text so that no time zone can move it. */
const partialDate = z
  .union([z.int().min(1900).max(2100), z.string().regex(/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?$/)], { error: kind('not-a-date-or-unknown') })
  .transform(String)
  .refine(dayExists, kind('not-a-date-or-unknown'));

/** A partial date, or the honest word. */
export const dateOrUnknown = z
  .union([z.literal('unknown'), partialDate], { error: kind('not-a-date-or-unknown') })
  .meta({ form: 'date-or-unknown' } satisfies Meta);

/** Whether a partial date lies before another as far as both are known: 2011 is not before 2011-05. */
export const isBefore = (end: string | undefined, start: string): boolean =>
  end !== undefined && end !== 'unknown' && start !== 'unknown' && end < start.slice(0, end.length);

/** A full day, YYYY-MM-DD. */
export const day = z
  .string()
  .regex(/^(?:19|20)\d\d-\d\d-\d\d$/, kind('not-a-day'))
  .refine(dayExists, kind('not-a-day'))
  .meta({ form: 'day' } satisfies Meta);

/** A country or self-governing area: ISO 3166-1 alpha-2, as Unicode CLDR knows it. */
export const country = z
  .string()
  .refine(isCountry, kind('not-a-country'))
  .meta({ form: 'country', description: 'ISO 3166-1 code: two capital letters.' } satisfies Meta & { description: string });

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A language as a BCP 47 tag. */
export const language = z
  .string()
  .refine((tag) => {
    try {
      return languageNames.of(tag) !== undefined;
    } catch {
      return false;
    }
  }, kind('not-a-language'))
  .meta({ form: 'language' } satisfies Meta);

/** A place on the map; a shelter is never named more finely than its municipality. */
export const place = (terms: TermIds) =>
  z.strictObject({
    name: line(80).describe("The place's own name, as its inhabitants write it."),
    lat: z.number().min(-90).max(90).optional().describe('Latitude in degrees, WGS 84.'),
    lon: z.number().min(-180).max(180).optional().describe('Longitude in degrees, WGS 84.'),
    population: term(terms, 'population-bands').optional().describe('How many people live there, in bands; leave it out when you do not know.'),
  });

const sourceKey = z
  .string()
  .regex(/^s[1-9]\d?$/, kind('not-a-source-key'))
  .meta({ form: 'source-key' } satisfies Meta);
/** Keys of the entry's own `sources` that support a statement. */
export const sourceKeys = z.array(sourceKey).min(1).describe('The keys of the sources that say so, for example [s1, s2].');

/** Where a claim comes from. */
const source = z.strictObject({
  key: sourceKey.describe('s1, s2, s3 ...: what the text cites as [^s1].'),
  title: line(250).describe('The title of the document or page, in its own language.'),
  publisher: line(160).describe('Who published it.'),
  year: dateOrUnknown.describe('The year it was published, or unknown.'),
  url: webAddress
    .optional()
    .describe('Its address; leave it out only for a document that is not online.')
    .meta({ asked: true } satisfies Meta),
  archived: webAddress.optional().describe('A stored copy that will outlive the page.'),
  accessed: day.optional().describe('The day it was read.'),
  copy: z.literal(true).optional().describe('Set when the address is a copy held by somebody other than the publisher.'),
});

/** Someone who wrote the entry and is named in its citation. */
const contributor = z.strictObject({
  name: line(120).describe('The name as it should be cited.'),
  organisation: line(160).optional().describe('Where the contributor works, in words.'),
  orcid: z
    .string()
    .regex(/^(?:\d{4}-){3}\d{3}[\dX]$/, kind('not-an-orcid'))
    .optional()
    .describe('ORCID iD, for example 0000-0002-1825-0097.'),
});

/** Who stands behind an entry and how fresh it is: the same fields for practices, lessons and visits. */
export const provenance = (terms: TermIds) => ({
  sources: z.array(source).min(1).describe('Every source the entry rests on; at least one.'),
  contributors: z.array(contributor).min(1).describe('The authors of the entry, in the order they are cited.'),
  published: day.describe('The day the entry was first published here.'),
  updated: day.optional().describe('The day its text or facts last changed.'),
  verified: day.optional().describe('The day the host confirmed the entry; leave it out until somebody there has.'),
  reviewDue: day.optional().describe('When it should be looked at again; without it, 24 months after it was verified or published.'),
  reviewStatus: term(terms, 'review-statuses').describe('How far it has been checked.'),
  licence: line(60).optional().describe("Only when the text is under another licence than the site's content."),
  formerSlugs,
  waivers: z
    .array(
      z.strictObject({
        kind: z.enum(['personal-code', 'phone-number', 'private-mailbox']).describe('What the check takes it for.'),
        text: line(120).describe('Exactly what it is about, as it stands in the file.'),
        reason: line(300).describe('Why it may stand here: what it really is, or who consented.'),
      }),
    )
    .optional()
    .describe('For editors: what looks like personal data and is none, or is here with consent.'),
});
