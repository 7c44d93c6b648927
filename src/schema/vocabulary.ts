import { z } from 'zod';
import { formerSlugs, kind, line } from './values.ts';

const id = z.string().regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, kind('not-an-id'));

/**
 * A vocabulary: the terms a field may take, with labels and definitions in every language of the site.
 * One file a vocabulary in content/vocabularies; a new term there is all a new term needs.
 */
export const vocabularySchema = (langs: readonly string[]) => {
  const inEveryLanguage = <T extends z.ZodType>(text: T) =>
    z.strictObject(Object.fromEntries(langs.map((lang) => [lang, text.describe(`In the language "${lang}".`)])));
  return z.strictObject({
    label: inEveryLanguage(line(80)).describe('What the field is called on the site.'),
    origin: line(400).optional().describe('Where the terms come from.'),
    terms: z
      .array(
        z.strictObject({
          id: id.describe('What entries write; it never changes.'),
          label: inEveryLanguage(line(120)).describe('What readers see.'),
          definition: inEveryLanguage(line(500)).optional().describe('What it means, where the label alone might not tell.'),
          alt: z
            .record(z.string(), z.array(line(80)).describe('Those in one language: its code is the name of the field.'))
            .optional()
            .describe('Other words people search by, in any language; never shown.'),
          crosswalk: z
            .record(z.string(), z.union([line(120), z.array(line(120))]).describe('What one scheme calls it, or several things in it.'))
            .optional()
            .describe('The same idea in other schemes.'),
          reaches: z.string().optional().describe('methods only: the evidence level a result found this way can reach.'),
          template: z.enum(['practices', 'lessons', 'visits']).optional().describe('sections only: whose template it belongs to.'),
          required: z.boolean().optional().describe('sections only: whether it must be there.'),
          starter: inEveryLanguage(line(300)).optional().describe('sections only: an honest first sentence for a text that is being begun.'),
          formerSlugs: formerSlugs.describe('themes and target-groups only: ids the term had before; their addresses lead on to it.'),
        }),
      )
      .min(1)
      .describe('The terms, in the order in which they are offered.'),
  });
};

export type Vocabulary = z.output<ReturnType<typeof vocabularySchema>>;
