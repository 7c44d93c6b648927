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

/** Words of questions and labels that say nothing of their subject, folded. */
const emptyWords = new Map(
  Object.entries({
    en: 'a an and are as at be by can do does for from get has have how i in into is it of on or our should that the their they this to up us was we what when where which who why will with without you your',
    lv: 'ar ari bez cik es gan ir ja jo ka kad kads kada kas ko kur kuri kura kam lai mes mums mus no par pa pec pie pret pirms savu savs savas tas ta to tos un uz var vai viss visi',
    lt: 'ar apie ant bei be bet del esant is ir i iki jei jie ji jis kad kai kaip kas ka ko kam kiek kokie kokia koks kur kurie kuri kuris mes mums musu ne nera nuo o per po prie pas su tai tas ta to uz yra savo',
    et: 'aga ega ei et ja ka kas kes keda kelle kellele kui kuidas kus kust kuhu miks mis mida mille millal ma me meie meil minu nad ning nende oma on ole olla poolt see selle seda siis ta voi',
  }).map(([lang, words]) => [lang, new Set(words.split(' '))]),
);

/** The words of a text that tell of its subject: all but the empty ones of `lang`; all, when there are no others. */
export const tellingWords = (text: string, lang: string): string[] => {
  const all = tokens(text);
  const telling = all.filter((word) => !emptyWords.get(lang)?.has(word));
  return telling.length > 0 ? telling : all;
};

/** The telling words of a text as stems of `lang`, in order. */
export const stems = (text: string, lang: string): string[] => tellingWords(text, lang).map((word) => stem(word, lang));

/** A word of several words, longest first: how many words ahead a label is looked for. */
const longestLabel = 5;

/**
 * The labels that stand in a row of stems, from left to right, the longest first (maximal munch): for each, where it
 * begins, how many words it has, and what `labels` says of it. Stems that begin no label are passed over.
 */
export const labelsIn = <T>(row: readonly string[], labels: ReadonlyMap<string, T>): { at: number; length: number; means: T }[] => {
  const found: { at: number; length: number; means: T }[] = [];
  for (let at = 0; at < row.length;) {
    let length = Math.min(longestLabel, row.length - at);
    while (length > 0 && !labels.has(row.slice(at, at + length).join(' '))) length -= 1;
    if (length > 0) found.push({ at, length, means: labels.get(row.slice(at, at + length).join(' '))! });
    at += Math.max(length, 1);
  }
  return found;
};

/** Languages that write compounds as one word, as a rule. */
const compounding = new Set(['et', 'sv', 'da', 'nb', 'fi', 'is']);
/** A part of so many letters tells what a compound is about, even when the other part is not known. */
const tellingPart = 7;

/**
 * The known words a compound is made of, the longer first part preferred: "rändekonverents" → rände + konverents; when only
 * one is known and long enough to tell, that one: "kasvuhoonetööline" → kasvuhoone. Undefined when it is no compound.
 */
export const compoundParts = (word: string, lang: string, knows: (stem: string) => boolean): string[] | undefined => {
  if (!compounding.has(lang)) return undefined;
  const cuts = Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => word.length - 4 - index);
  const split = cuts.map((cut) => [stem(word.slice(0, cut), lang), stem(word.slice(cut), lang)]);
  const both = split.find((parts) => parts.every(knows));
  if (both) return both;
  const one = split.flat().find((part) => part.length >= tellingPart && knows(part));
  return one === undefined ? undefined : [one];
};
