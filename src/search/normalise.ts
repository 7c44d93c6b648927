/** One way to write a word, shared by the index and the browser: without case, without diacritics, without its ending. */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const undecomposed: Record<string, string> = { ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ı: 'i' };

/** Text in lower case without diacritics: "Bēgļu" → "beglu". */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæœłđðþßı]/g, (letter) => undecomposed[letter]!);

/** The words of a text, folded. */
export const tokens = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Endings of nouns, adjectives and verbal nouns, folded; the longest that leaves a stem is cut. */
const endings: Record<string, readonly string[]> = {
  // Declension endings as in K. Kreslins, A stemming algorithm for Latvian (1996).
  lv: 'iem am as os us es ai ei ie is ij u a e i o s m ajiem ajam ajai ajas ajos ajus ajos ajo aja ais ies sanas sanai sanu sana iem'.split(' '),
  lt: 'iams ioms iais iose iuose ujant imas imo imui ima imu umas umo uose ose ams oms ais iai iui iu es ei ui us as is os am oj ai ios io ia ys uo u a e i o y s'.split(
    ' ',
  ),
  et: 'dele tele delt telt dest test desse tesse dega tega mine mise mist ste sse ste tes des del tel ile ilt iga iks ist sid id de te le lt st ks ga na ni ta da d t l s i e a u'.split(
    ' ',
  ),
  en: 'ings ing ies ed es s y'.split(' '),
};

const byLength = Object.fromEntries(Object.entries(endings).map(([lang, list]) => [lang, [...new Set(list)].sort((a, b) => b.length - a.length)]));

/** How short a stem may get before cutting does more harm than good. */
const shortestStem = 4;

/** A folded word without its ending in `lang`; words of other languages stay as they are. */
export const stem = (word: string, lang: string): string => {
  const ending = byLength[lang]?.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= shortestStem);
  return ending ? word.slice(0, -ending.length) : word;
};
