import { z } from 'zod';
import { formerSlugs, line } from './values.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/i, 'must be letters and digits, words joined by hyphens');

/**
 * A vocabulary: the terms a field may take, with labels and definitions in every language of the site.
 * One file a vocabulary in content/vocabularies; a new term there is all a new term needs.
 */
export const vocabularySchema = (langs: readonly string[]) => {
  const inEveryLanguage = <T extends z.ZodType>(text: T) => z.strictObject(Object.fromEntries(langs.map((lang) => [lang, text])));
  return z.strictObject({
    /** What the field is called on the site. */
    label: inEveryLanguage(line(80)),
    /** Where the terms come from. */
    origin: line(400).optional(),
    terms: z
      .array(
        z.strictObject({
          id,
          label: inEveryLanguage(line(120)),
          definition: inEveryLanguage(line(500)).optional(),
          /** Other words people search by, in any language; never shown. */
          alt: z.record(z.string(), z.array(line(80))).optional(),
          /** The same idea in other schemes. */
          crosswalk: z.record(z.string(), z.union([line(120), z.array(line(120))])).optional(),
          /** methods only: the evidence level a result found this way can reach. */
          reaches: z.string().optional(),
          /** sections only: whose template it belongs to, and whether it must be there. */
          template: z.enum(['practices', 'lessons', 'visits']).optional(),
          required: z.boolean().optional(),
          /** themes and target-groups only: ids the term had before; their addresses lead on to it. */
          formerSlugs,
        }),
      )
      .min(1),
  });
};

export type Vocabulary = z.output<ReturnType<typeof vocabularySchema>>;
