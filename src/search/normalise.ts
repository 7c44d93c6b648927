/** One way to write a word, shared by the index and the browser: without case, without diacritics, without its ending. */
import { stem } from './stemmers.ts';

/** Letters that Unicode does not take apart into a base letter and a mark. */
const undecomposed: Record<string, string> = { ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ı: 'i' };

/** Text in lower case without diacritics (Unicode NFD, marks dropped): "Bēgļu" → "beglu". */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæœłđðþßı]/g, (letter) => undecomposed[letter]!);

/** The words of a text, folded: letters and digits of any script. */
export const tokens = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text as stems of `lang`, in order. */
export const stems = (text: string, lang: string): string[] => tokens(text).map((word) => stem(word, lang));

/** A word of several words, longest first: how many words ahead a label is looked for. */
const longestLabel = 5;

/**
 * The labels that stand in a row of stems, from left to right, the longest first (maximal munch): for each, where it
 * begins, how many words it has, and what `labels` says of it. Stems that begin no label are passed over.
 */
export const labelsIn = <T>(row: readonly string[], labels: ReadonlyMap<string, T>): { at: number; length: number; means: T }[] => {
  const found: { at: number; length: number; means: T }[] = [];
  for (let at = 0; at < row.length; ) {
    let length = Math.min(longestLabel, row.length - at);
    while (length > 0 && !labels.has(row.slice(at, at + length).join(' '))) length -= 1;
    if (length > 0) found.push({ at, length, means: labels.get(row.slice(at, at + length).join(' '))! });
    at += Math.max(length, 1);
  }
  return found;
};

/** The two known words a compound is made of, the longer first part preferred: "rändekonverents" → rände + konverents; undefined when it is none. */
export const compoundParts = (word: string, lang: string, knows: (stem: string) => boolean): string[] | undefined => {
  for (let cut = word.length - 4; cut >= 4; cut -= 1) {
    const parts = [stem(word.slice(0, cut), lang), stem(word.slice(cut), lang)];
    if (parts.every(knows)) return parts;
  }
  return undefined;
};
