/** What a reader means: her words as marks of the index, with the words she may have mistyped set right. */
import { compoundParts, labelsIn, tokens } from './normalise.ts';
import { stem } from './stemmers.ts';
import { isConcept, marked, type Words } from './words.ts';

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
  /** True when its words are known from titles, summaries, labels or names. */
  known: boolean;
}

/** The words of one language or of the names, in the order in which a word is looked for in them. */
export interface Lexicon {
  /** The language, or "names". */
  lang: string;
  words: Words;
}

/** How sure a reading is: as typed in the reader's language, in another one, by the end of the word, by a letter. */
const trusted = { own: 1, concept: 0.9, term: 0.55, foreign: 0.8, part: 0.7, beginning: 0.6, corrected: 0.75, text: 0.6 };
/** Words of questions that say nothing of their subject. */
const emptyWords: Record<string, string> = {
  en: 'a an and are as at by can do does for from get has have how i in into is it of on or our should that the their they this to up us was we what when where which who why will with without you your',
  lv: 'ar ari bez cik es gan ir ja ja jo ka kad kads kada kas ko kur kuri kura kam lai mes mums mus no par pa pec pie pret pirms savu savs tas ta to tos un uz vai var viss visi vinu starp caur ikviens nav',
  lt: 'ar apie ant bei be bet del esant is ir i iki jei jie ji jis kad kai kaip kas ka ko kam kiek kokie kokia koks kur kurie kuri kuris mes mums musu ne nera nuo o per po prie prieš pries su tai tas ta to uz yra savo',
  et: 'aga ega ei et ja ka kas kes keda kelle kellele kui kuidas kus kust kuhu miks mis mida mille millal ma me meie meil minu nad ning nende oma on ole olla ole poolt see selle seda siis ta teha voi vastu',
};
const isEmpty = new Map(Object.entries(emptyWords).map(([lang, text]) => [lang, new Set(text.split(' '))]));
/** Longer questions lose their end: no reader asks for more ideas than that. */
const mostWords = 16;

/**
 * The edits between two words (optimal string alignment: insertion, deletion, substitution, transposition of neighbours,
 * after F. Damerau, 1964), or `most` + 1 when there are more than `most`.
 */
export const edits = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
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
const allowed = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The known stem that a mistyped one is nearest to, the one that begins alike before others; undefined when none is near. */
const nearest = (word: string, known: ReadonlyMap<string, string>): { stem: string; distance: number } | undefined => {
  let best: { stem: string; distance: number; rank: number } | undefined;
  for (const candidate of known.keys()) {
    if (candidate.length < 4 || /\d/.test(candidate)) continue;
    const most = allowed(Math.min(word.length, candidate.length));
    const distance = edits(word, candidate, most);
    if (distance > most) continue;
    const rank = distance + (candidate[0] === word[0] ? 0 : 0.6) + (candidate[1] === word[1] ? 0 : 0.2) + Math.abs(candidate.length - word.length) * 0.1;
    if (!best || rank < best.rank) best = { stem: candidate, distance, rank };
  }
  return best;
};

/** Known stems that differ from a stem only in what is left of their endings: at most three letters after a common beginning. */
const kin = (word: string, known: ReadonlyMap<string, string>): string[] => {
  if (word.length < 5) return [];
  const least = Math.max(5, word.length - 2);
  return [...known.keys()].filter((candidate) => {
    if (candidate.length < least || Math.abs(candidate.length - word.length) > 2) return false;
    return candidate.startsWith(word.slice(0, least));
  });
};

const marksOf = ({ lang, words }: Lexicon, stemmed: string, trust: number): Mark[] => [
  ...(words.forms.has(stemmed) ? [{ mark: lang === 'names' ? marked.name(stemmed) : marked.word(lang, stemmed), trust }] : []),
  ...labelMarks(words.labels.get(stemmed) ?? [], trust),
];
const labelMarks = (marks: readonly string[], trust: number): Mark[] =>
  marks.map((mark) => ({ mark, trust: trust * (isConcept(mark) ? trusted.concept : trusted.term) }));

/**
 * Reads a question: labels of several words first, then word by word: as it stands, as a compound, by its beginning,
 * mistyped. `lang` is the reader's; `lexicons` are in the order in which they are asked, her own language first.
 * With `literal`, nothing is corrected.
 */
export const ideasIn = (question: string, lang: string, lexicons: readonly Lexicon[], literal = false): Idea[] => {
  const all = tokens(question).slice(0, mostWords);
  const telling = all.filter((word) => !isEmpty.get(lang)?.has(word));
  const row = telling.length > 0 ? telling : all;
  const [own] = lexicons;
  const labelled = new Map(
    own ? labelsIn(row.map((word) => stem(word, lang)), own.words.labels).map((found) => [found.at, found]) : [],
  );
  const ideas: Idea[] = [];
  for (let at = 0; at < row.length; ) {
    const label = labelled.get(at);
    if (label && label.length > 1) {
      const parts = row.slice(at, at + label.length);
      ideas.push({ words: parts.join(' '), marks: labelMarks(label.means, 1), known: true });
      const first = ideas.at(-1)!;
      // The words themselves, each for its part of the label.
      for (const word of parts) first.marks.push(...marksOf({ lang, words: { ...own!.words, labels: new Map() } }, stem(word, lang), 0.5));
      at += label.length;
      continue;
    }
    ideas.push(ideaOf(row[at]!, lang, lexicons, literal));
    at += 1;
  }
  return ideas;
};

const ideaOf = (word: string, lang: string, lexicons: readonly Lexicon[], literal: boolean): Idea => {
  const stemIn = (lexicon: Lexicon) => stem(word, lexicon.lang === 'names' ? lang : lexicon.lang);
  const trustIn = (lexicon: Lexicon) => (lexicon.lang === lang || lexicon.lang === 'names' ? trusted.own : trusted.foreign);
  const inText: Mark[] = [{ mark: marked.text(lang, stem(word, lang)), trust: trusted.text }];

  const asTyped: Mark[] = [];
  for (const lexicon of lexicons) {
    // Another language is asked only for what the reader's own does not know.
    if (asTyped.length > 0 && lexicon.lang !== 'names') continue;
    asTyped.push(...marksOf(lexicon, stemIn(lexicon), trustIn(lexicon)));
  }
  if (asTyped.length > 0) return { words: word, marks: asTyped, known: true };

  const [own] = lexicons;
  const parts = own && compoundParts(word, own.lang, (part) => own.words.forms.has(part));
  if (parts) return { words: word, marks: parts.flatMap((part) => marksOf(own, part, trusted.part)), known: true };

  for (const lexicon of lexicons) {
    const relatives = kin(stemIn(lexicon), lexicon.words.forms);
    if (relatives.length > 0)
      return { words: word, marks: [...relatives.flatMap((relative) => marksOf(lexicon, relative, trusted.beginning)), ...inText], known: true };
  }
  if (!literal)
    for (const lexicon of lexicons) {
      const found = nearest(stemIn(lexicon), lexicon.words.forms);
      if (found)
        return {
          words: word,
          marks: [...marksOf(lexicon, found.stem, trusted.corrected), ...inText],
          corrected: lexicon.words.forms.get(found.stem)!,
          known: true,
        };
    }
  return { words: word, marks: inText, known: false };
};

