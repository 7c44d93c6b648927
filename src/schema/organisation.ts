import { z } from 'zod';
import { country, formerSlugs, language, line, place, reference, term, webAddress, type TermIds } from './values.ts';

/** An organisation that leads, joins, hosts, pays for or studies a practice. What it does here is derived, never typed. */
export const organisationSchema = (terms: TermIds) =>
  z.strictObject({
    /** Its names. `native` is what it calls itself; the others are by language code. English is required. */
    names: z.strictObject({ native: line(160).optional(), en: line(160) }).catchall(line(160)),
    /** The language of the native name. */
    nativeLang: language.optional(),
    type: term(terms, 'organisation-types'),
    country: country.optional(),
    place: place(terms).optional(),
    /** Its own site, only when a source names it. */
    website: webAddress.optional(),
    identifiers: z
      .strictObject({
        ror: z.url({ protocol: /^https$/, hostname: /^ror\.org$/ }).optional(),
        wikidata: z
          .string()
          .regex(/^Q[1-9]\d*$/, 'must be a Wikidata id, for example Q1770')
          .optional(),
      })
      .optional(),
    /** True when newcomers lead it. */
    newcomerLed: z.literal(true).optional(),
    /** What it offers to others. */
    openTo: z.array(term(terms, 'offers')).optional(),
    /** One plain sentence about it, in English, with a source. */
    note: line(300).optional(),
    noteSource: webAddress.optional(),
    predecessor: reference('organisations').optional(),
    successor: reference('organisations').optional(),
    formerSlugs,
  });

export type OrganisationFacts = z.output<ReturnType<typeof organisationSchema>>;
