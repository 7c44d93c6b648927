import { readFileSync } from 'node:fs';

/** Where the contributions would lie: in the place of a practice of the collection. */
export const file = 'content/practices/punkalaidun-rural-integration.md';
/** What they are mutations of: that practice as it stood once, so that a better text does not break the tests. */
export const valid = readFileSync('tests/check/contributions/valid.md', 'utf8');

/** A contribution: what somebody sends in, and where it would lie. */
export interface Contribution {
  what: string;
  file?: string;
  bytes: string | Uint8Array;
}

/** A contribution that must be refused, with the kind of problem and the text on whose line it is reported. */
export interface Bad extends Contribution {
  kind: string;
  at?: string;
}

/** The valid practice with one thing changed; complains when there was nothing to change. */
export const changed = (from: string | RegExp, to: string): string => {
  const text = valid.replace(from, () => to);
  if (text === valid) throw new Error(`nothing to change: ${String(from)}`);
  return text;
};
/** The valid practice with a paragraph put at the beginning of its limits. */
export const withParagraph = (paragraph: string): string => changed('## Limits\n', `## Limits\n\n${paragraph}\n`);
/** The valid practice with lines put into its header. */
export const withHeader = (lines: string): string => changed('scope: municipality\n', `scope: municipality\n${lines}\n`);
