import type { Problem } from './problem.ts';

/** What finds the words that praise instead of telling, by language. */
export type Praise = Readonly<Record<string, RegExp>>;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds words that begin with one of `words`, which are `praise` of a language in content/languages. */
export const praisePattern = (words: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}-])(?:${words.map(escaped).join('|')})\\p{L}*`, 'giu');

/** Words that praise in a text of `lang`; quotations and links keep their words. */
export const praiseProblems = (file: string, text: string, lang: string, praise: Praise): Problem[] => {
  const pattern = praise[lang];
  if (!pattern) return [];
  return text.split('\n').flatMap((line, index) =>
    /^\s*(?:- )?(?:\{ )?(?:key|title|publisher|url|text|archived|name|nativeTitle):/.test(line)
      ? []
      : [...line.matchAll(pattern)].map(({ 0: found, index: column }) => ({
          file,
          line: index + 1,
          column: column + 1,
          kind: 'promotional-word' as const,
          values: { value: found },
        })),
  );
};
