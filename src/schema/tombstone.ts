import { z } from 'zod';
import { day, kind, line } from './values.ts';

/** An address below the language, as the ledger has it: `practices/tartu-welcome-centre/`. */
const address = z.string().regex(/^(?:[a-z0-9-]+\/)+$/, kind('not-a-page-address'));

/** What stands at an address whose page was taken away: what was here, when and why it went, what to read instead. */
export const tombstoneSchema = (langs: readonly string[]) => {
  const [fallback = 'en', ...others] = langs;
  const inLanguages = (text: z.ZodString) => z.strictObject({ [fallback]: text, ...Object.fromEntries(others.map((lang) => [lang, text.optional()])) });
  return z.strictObject({
    address: address.describe('Where it was, as the ledger has it.'),
    title: inLanguages(line(160)).describe("What was here: the title it had, in the site's first language at least."),
    removed: day.describe('The day it was taken away.'),
    reason: inLanguages(line(400)).describe('Why it was taken away, in a sentence or two.'),
    instead: z.array(address).min(1).max(5).optional().describe('Addresses of what to read instead.'),
  });
};

export type Tombstone = z.output<ReturnType<typeof tombstoneSchema>>;
