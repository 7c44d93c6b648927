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

/** As a file: a line of forms, then a line a label: stems, tab, marks. */
export const writeWords = ({ forms, labels }: Words): string =>
  [[...forms.values()].sort().join(' '), ...[...labels].map(([label, marks]) => `${label}\t${marks.join(' ')}`).sort()].join('\n');

/** Reads such a file; forms are stemmed as words of `lang`. Throws when the text is no such file. */
export const readWords = (text: string, lang: string): Words => {
  const [first = '', ...lines] = text.split('\n');
  return {
    forms: new Map(first.split(' ').map((form) => [stem(fold(form), lang), form])),
    labels: new Map(
      lines.map((line) => {
        const [label, marks] = line.split('\t');
        if (marks === undefined) throw new Error('This is no file of words.');
        return [label!, marks.split(' ')];
      }),
    ),
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
}

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
