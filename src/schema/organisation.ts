import { z } from 'zod';
import { country, formerSlugs, kind, language, line, place, reference, term, webAddress, type TermIds } from './values.ts';

/** An organisation that leads, joins, hosts, pays for or studies a practice. What it does here is derived, never typed. */
export const organisationSchema = (terms: TermIds) =>
  z.strictObject({
    names: z
      .strictObject({ native: line(160).optional(), en: line(160) })
      .catchall(line(160))
      .describe('Its names. `native` is what it calls itself; the others are by language code. English is required.'),
    nativeLang: language.optional().describe('The language of the native name.'),
    type: term(terms, 'organisation-types'),
    country: country.optional(),
    place: place(terms).optional(),
    website: webAddress.optional().describe('Its own site, only when a source names it.'),
    identifiers: z
      .strictObject({
        ror: z.url({ protocol: /^https$/, hostname: /^ror\.org$/, error: kind('not-a-ror') }).optional(),
        wikidata: z
          .string()
          .regex(/^Q[1-9]\d*$/, kind('not-a-wikidata-id'))
          .optional(),
      })
      .optional(),
    newcomerLed: z.literal(true).optional().describe('True when newcomers lead it.'),
    openTo: z.array(term(terms, 'offers')).optional().describe('What it offers to others.'),
    note: line(300).optional().describe('One plain sentence about it, in English, with a source.'),
    noteSource: webAddress.optional(),
    predecessor: reference('organisations').optional(),
    successor: reference('organisations').optional(),
    formerSlugs,
  });

export type OrganisationFacts = z.output<ReturnType<typeof organisationSchema>>;
