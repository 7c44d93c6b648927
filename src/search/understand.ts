/** What a reader means: her words as marks of the index, with the words she may have mistyped set right. */
import { compoundParts, labelsIn, tellingWords } from './normalise.ts';
import { stem } from './stemmers.ts';
import { isConcept, isTheme, marked, type Words } from './words.ts';

/** A mark to look up and how far it is to be trusted, from 0 to 1. */
export interface Mark {
  mark: string;
  trust: number;
}
/** One idea of a question: a word, or a label of several words; any of its marks stands for it. */
export interface Idea {
  /** As it was typed. */
  words: string;
  marks: Mark[];
  /** The word it was taken for, when it was mistyped. */
  corrected?: string;
  /** Where to look when its marks find next to nothing: the words of texts. */
  inText: Mark[];
  /** True when it stands in quotation marks: an entry without it is no answer. */
  required?: boolean;
}

/** The words of one language or of the names, in the order in which a word is looked for in them. */
export interface Lexicon {
  /** The language, or "names". */
  lang: string;
  words: Words;
}

/** How sure a reading is: as typed in the reader's language, in another one, by the end of the word, by a letter. */
const trusted = { own: 1, concept: 0.9, term: 0.8, theme: 0.5, foreign: 0.8, part: 0.75, beginning: 0.6, corrected: 0.8, text: 0.8, inLabel: 0.5 };
/** Longer questions lose their end: no reader asks for more ideas than that. */
const mostWords = 16;

/**
 * The edits between two words (optimal string alignment: insertion, deletion, substitution, transposition of neighbours,
 * after F. Damerau, 1964), or `most` + 1 when there are more than `most`.
 */
const edits = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length]!;
};

/** How many edits a word of that length may be away from the one meant. */
const allowed = (length: number) => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** The known stem that a mistyped one is nearest to, the one that begins alike before others; undefined when none is near. */
const nearest = (word: string, known: ReadonlyMap<string, string>): { stem: string; distance: number } | undefined => {
  let best: { stem: string; distance: number; rank: number } | undefined;
  for (const candidate of known.keys()) {
    if (candidate.length < 4 || /\d/.test(candidate)) continue;
    const most = allowed(Math.min(word.length, candidate.length));
    const distance = edits(word, candidate, most);
    if (distance > most) continue;
    const rank =
      distance + (candidate.startsWith(word.charAt(0)) ? 0 : 0.6) + (candidate[1] === word[1] ? 0 : 0.2) + Math.abs(candidate.length - word.length) * 0.1;
    if (!best || rank < best.rank) best = { stem: candidate, distance, rank };
  }
  return best;
};

/** Known stems that a word still being typed is the beginning of, the shortest first. */
const beginning = (word: string, known: ReadonlyMap<string, string>): string[] =>
  word.length < 3
    ? []
    : [...known.keys()]
        .filter((candidate) => candidate.startsWith(word))
        .sort((a, b) => a.length - b.length)
        .slice(0, 12);

/** Known stems that differ from a stem only in what is left of an ending: two letters at most, after five in common. */
const kin = (word: string, known: ReadonlyMap<string, string>): string[] => {
  if (word.length < 5) return [];
  const least = Math.max(5, word.length - 2);
  return [...known.keys()].filter((candidate) => {
    if (candidate.length < least || Math.abs(candidate.length - word.length) > 2) return false;
    return candidate.startsWith(word.slice(0, least));
  });
};

const labelMarks = (marks: readonly string[], trust: number): Mark[] =>
  marks.map((mark) => ({ mark, trust: trust * (isConcept(mark) ? trusted.concept : isTheme(mark) ? trusted.theme : trusted.term) }));

/** A word of the question, as it is understood: its stem in a lexicon, or several stems that may be meant. */
interface Reading {
  word: string;
  /** In the reader's language, for labels of several words. */
  stem: string;
  meant: readonly { lexicon: Lexicon; stem: string; trust: number }[];
  corrected?: string;
}

const readingOf = (word: string, lang: string, lexicons: readonly Lexicon[], { literal, isLast }: { literal: boolean; isLast: boolean }): Reading => {
  const stemIn = ({ lang: own }: Lexicon) => stem(word, own === 'names' ? lang : own);
  const trustIn = ({ lang: own }: Lexicon) => (own === lang || own === 'names' ? trusted.own : trusted.foreign);
  const reading = { word, stem: stem(word, lang) };

  const knowing = lexicons.filter((lexicon) => lexicon.words.forms.has(stemIn(lexicon)));
  // Another language is asked only for what the reader's own does not know.
  const [first] = knowing;
  if (first) {
    const asked = knowing.filter((lexicon) => lexicon === first || lexicon.lang === 'names');
    return { ...reading, meant: asked.map((lexicon) => ({ lexicon, stem: stemIn(lexicon), trust: trustIn(lexicon) })) };
  }
  const [own] = lexicons;
  const parts = own && compoundParts(word, own.lang, (part) => own.words.forms.has(part));
  if (parts) return { ...reading, meant: parts.map((part) => ({ lexicon: own, stem: part, trust: trusted.part })) };

  for (const lexicon of lexicons) {
    const begun = isLast ? beginning(word, lexicon.words.forms) : [];
    const alike = [...kin(stemIn(lexicon), lexicon.words.forms), ...begun];
    if (alike.length > 0) return { ...reading, stem: alike[0]!, meant: alike.map((found) => ({ lexicon, stem: found, trust: trusted.beginning })) };
  }
  if (!literal)
    for (const lexicon of lexicons) {
      const found = nearest(stemIn(lexicon), lexicon.words.forms);
      if (found)
        return {
          word,
          stem: found.stem,
          meant: [{ lexicon, stem: found.stem, trust: trusted.corrected }],
          corrected: lexicon.words.forms.get(found.stem)!,
        };
    }
  return { ...reading, meant: [] };
};

/** Text in quotation marks of any of the languages; one that is never closed is none. */
const quotations = /["“”„«»](.+?)["“”„«»]/g;

/** Each word in quotation marks as an idea of its own: that very word, in any of its forms, in the reader's language or in English. */
const quotedIdeas = (question: string, lang: string): Idea[] =>
  [...question.matchAll(quotations)]
    .flatMap(([, quoted]) => tellingWords(tellingWords(quoted!, lang).join(' '), 'en'))
    .map((word) => {
      const marks = [lang, 'en'].flatMap((own) => [marked.word, marked.text].map((mark) => mark(own, stem(word, own))));
      return { words: word, marks: [marked.name(stem(word, lang)), ...marks].map((mark) => ({ mark, trust: trusted.own })), inText: [], required: true };
    });

/** Whether each word of a question is known as it stands, or, for the last, is the beginning of a known one. */
export const knowsAll = (question: string, lang: string, lexicons: readonly Lexicon[]): boolean =>
  tellingWords(question, lang).every((word, index, all) =>
    lexicons.some(({ words }) => words.forms.has(stem(word, lang)) || (index === all.length - 1 && beginning(word, words.forms).length > 0)),
  );

/**
 * Reads a question: each word as it stands, as a compound, by its beginning or mistyped, then labels of several words.
 * `lang` is the reader's; `lexicons` are in the order in which they are asked, her own language first, then names.
 * With `literal`, nothing is corrected; what stands in quotation marks is taken as it is, and required.
 */
export const ideasIn = (question: string, lang: string, lexicons: readonly Lexicon[], literal = false): Idea[] => {
  const words = tellingWords(question.replace(quotations, ' '), lang).slice(0, mostWords);
  const readings = words.map((word, index) => readingOf(word, lang, lexicons, { literal, isLast: index === words.length - 1 }));
  const row = readings.map((reading) => reading.stem);
  const labels = lexicons.flatMap((lexicon) =>
    labelsIn(lexicon.lang === lang ? row : words.map((word) => stem(word, lexicon.lang)), lexicon.words.labels).filter(
      // The labels of themes are many and wide: their words are better taken one by one.
      ({ length, means }) => length > 1 && !means.every(isTheme),
    ),
  );
  const ideas = quotedIdeas(question, lang).slice(0, mostWords);
  for (let at = 0; at < readings.length;) {
    const label = labels.find((found) => found.at === at);
    const parts = readings.slice(at, at + (label?.length ?? 1));
    const corrected = parts.some((part) => part.corrected) ? parts.map((part) => part.corrected ?? part.word).join(' ') : undefined;
    const shared = label ? trusted.inLabel : 1;
    ideas.push({
      words: parts.map(({ word }) => word).join(' '),
      marks: [
        ...labelMarks(label?.means ?? [], 1),
        ...parts.flatMap(({ meant }) =>
          meant.flatMap(({ lexicon, stem: found, trust }) => [
            { mark: lexicon.lang === 'names' ? marked.name(found) : marked.word(lexicon.lang, found), trust: trust * shared },
            ...labelMarks(lexicon.words.labels.get(found) ?? [], trust * shared),
          ]),
        ),
      ],
      inText: label ? [] : parts.map((part) => ({ mark: marked.text(lang, stem(part.word, lang)), trust: trusted.text })),
      ...(corrected && { corrected }),
    });
    at += parts.length;
  }
  return ideas;
};
