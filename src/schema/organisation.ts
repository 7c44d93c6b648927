import { z } from 'zod';
import { country, formerSlugs, kind, language, line, place, reference, term, webAddress, type TermIds } from './values.ts';

/** An organisation that leads, joins, hosts, pays for or studies a practice. What it does here is derived, never typed. */
export const organisationSchema = (terms: TermIds) =>
  z.strictObject({
    names: z
      .strictObject({
        native: line(160).optional().describe('What it calls itself.'),
        en: line(160).describe('Its name in English.'),
      })
      .catchall(line(160).describe('Its name in another language: the code of the language is the name of the field.'))
      .describe('Its names. `native` is what it calls itself; the others are by language code. English is required.'),
    nativeLang: language.optional().describe('The language of the native name.'),
    type: term(terms, 'organisation-types').describe('What kind of organisation it is.'),
    country: country.optional().describe('The country it works in; leave it out when it works in several.'),
    place: place(terms).optional().describe('The place it has its seat in.'),
    website: webAddress.optional().describe('Its own site, only when a source names it.'),
    identifiers: z
      .strictObject({
        ror: z
          .url({ protocol: /^https$/, hostname: /^ror\.org$/, error: kind('not-a-ror') })
          .optional()
          .describe('Its address in the Research Organization Registry.'),
        wikidata: z
          .string()
          .regex(/^Q[1-9]\d*$/, kind('not-a-wikidata-id'))
          .optional()
          .describe('Its item in Wikidata.'),
      })
      .optional()
      .describe('What it is called in registers that others use.'),
    newcomerLed: z.literal(true).optional().describe('True when newcomers lead it.'),
    openTo: z.array(term(terms, 'offers')).optional().describe('What it offers to others.'),
    note: line(300).optional().describe('One plain sentence about it, in English, with a source.'),
    noteSource: webAddress.optional().describe('Where that sentence can be verified.'),
    predecessor: reference('organisations').optional().describe('What it was before.'),
    successor: reference('organisations').optional().describe('What it has become.'),
    formerSlugs,
  });

export type OrganisationFacts = z.output<ReturnType<typeof organisationSchema>>;
