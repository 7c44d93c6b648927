import type { Problem } from './problem.ts';

/** Words by language that praise instead of telling, as they begin; from `praise` of content/languages. */
export type Praise = Readonly<Record<string, readonly string[]>>;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words that praise in a text of `lang`; quotations and links keep their words. */
export const praiseProblems = (file: string, text: string, lang: string, praise: Praise): Problem[] => {
  const words = praise[lang];
  if (!words?.length) return [];
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${words.map(escaped).join('|')})\\p{L}*`, 'giu');
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
