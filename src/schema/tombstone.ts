import { z } from 'zod';
import { day, line } from './values.ts';

/** An address below the language, as the ledger has it: `practices/tartu-welcome-centre/`. */
const address = z.string().regex(/^(?:[a-z0-9-]+\/)+$/, 'must be an address below the language, for example practices/tartu-welcome-centre/');

/** What stands at an address whose page was taken away: what was here, when and why it went, what to read instead. */
export const tombstoneSchema = (langs: readonly string[]) => {
  const [fallback = 'en', ...others] = langs;
  const inLanguages = (text: z.ZodString) => z.strictObject({ [fallback]: text, ...Object.fromEntries(others.map((lang) => [lang, text.optional()])) });
  return z.strictObject({
    address,
    /** What was here: the title it had, in the site's first language at least. */
    title: inLanguages(line(160)),
    /** The day it was taken away. */
    removed: day,
    /** Why it was taken away, in a sentence or two. */
    reason: inLanguages(line(400)),
    /** Addresses of what to read instead. */
    instead: z.array(address).min(1).max(5).optional(),
  });
};

export type Tombstone = z.output<ReturnType<typeof tombstoneSchema>>;
