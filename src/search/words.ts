/** The files beside the index that tell the browser which words there are: written at build time, read in the browser. */
import { fold } from './normalise.ts';
import { stem } from './stemmers.ts';

/** What is known of the words of one language, or of names. */
export interface Words {
  /** Every stem of titles, summaries, labels or names, with the form it is shown in. */
  forms: ReadonlyMap<string, string>;
  /** Label (its stems, joined by a space) → the marks that stand for its concepts and terms in the index. */
  labels: ReadonlyMap<string, readonly string[]>;
}

/** Words in order, each as a capital letter that tells how many letters it shares with the one before (A: none), and the others. */
const packed = (words: readonly string[]): string =>
  words
    .map((word, index) => {
      const before = words[index - 1] ?? '';
      let shared = 0;
      while (shared < 25 && shared < word.length && word[shared] === before[shared]) shared += 1;
      // Never between the halves of one sign.
      if (/[\uDC00-\uDFFF]/.test(word[shared] ?? '')) shared -= 1;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
const unpacked = (text: string): string[] => {
  let word = '';
  return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((part) => (word = word.slice(0, part.charCodeAt(0) - 65) + part.slice(1)));
};

/** As a file of three lines: forms, labels, and the marks of each label. */
export const writeWords = ({ forms, labels }: Words): string => {
  const sorted = [...labels].sort(([a], [b]) => (a < b ? -1 : 1));
  return [packed([...forms.values()].sort()), packed(sorted.map(([label]) => label)), sorted.map(([, marks]) => marks.join(' ')).join()].join('\n');
};

/** Reads such a file; forms are stemmed as words of `lang`. Throws when the text has not the three lines. */
export const readWords = (text: string, lang: string): Words => {
  const [forms, labels, marks] = text.split('\n');
  const of = marks!.split(',');
  return {
    forms: new Map(unpacked(forms!).map((form) => [stem(fold(form), lang), form])),
    labels: new Map(unpacked(labels!).map((label, index) => [label, of[index]!.split(' ')])),
  };
};

/**
 * How a stem is written in the index. What belongs together begins alike, so that a search loads only the part it needs.
 */
export const marked = {
  /** In a title, summary or label of a language. */
  word: (lang: string, stemmed: string) => `${lang}${stemmed}`,
  /** In the text of a language, and not in its title or summary. */
  text: (lang: string, stemmed: string) => `9${lang}${stemmed}`,
  /** In a name of a place or an organisation, in any language. */
  name: (stemmed: string) => `7${stemmed}`,
  /** A concept the text speaks of, by number. */
  concept: (number: number) => `6${number.toString(36)}z`,
  /** A term the entry carries; a theme apart, for its labels are many and say little of one entry. */
  term: (number: number) => `8${number.toString(36)}z`,
  theme: (number: number) => `5${number.toString(36)}z`,
};
/** The weights a word can have in the index, by where it stands; each is a field of it. */
export const allWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Whether a mark is of a concept rather than of a term or theme. */
export const isConcept = (mark: string): boolean => mark.startsWith('6');
export const isTheme = (mark: string): boolean => mark.startsWith('5');

/** The manifest beside the index: names of the files, which change with their content. */
export interface Manifest {
  entries: number;
  /** The years entries are from, newest first. */
  years: string[];
  words: Record<string, string>;
  suggestions: Record<string, string>;
  /** The folder of the rows: `<language>/<number of the file>.json`. */
  rows: string;
}

/** How many rows lie in one file, by the number under which the index knows the entry: one answer then needs few files, and the next hardly any. */
export const rowsInFile = 24;

/** What a result row shows of an entry. */
export interface Row {
  /** Below the language. */
  path: string;
  /** The reader's language where there is a translation, else that of the original. */
  lang: string;
  title: string;
  summary: string;
  places: string;
  started: string;
  ended?: true;
  kind: string;
  country?: readonly string[];
  theme?: readonly string[];
  evidence?: string;
}

/** One line a search box can suggest: a label, what it is, how many entries, where it leads below the language. */
export type Suggestion = readonly [label: string, kind: 'theme' | 'group' | 'country' | 'place' | 'title', count: number, path: string];
