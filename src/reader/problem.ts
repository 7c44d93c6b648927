import { closest, distance } from 'fastest-levenshtein';
import { kinds, type Kind, type ProblemKind } from './kinds.ts';

/** Something wrong in a file of `content/`, with all that is needed to say it in any language. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Line and column, both from 1. */
  line: number;
  column: number;
  /** The field of the header it is about, as a path: `results.0.method`. */
  field?: string;
  kind: ProblemKind;
  /** What fills the `{name}` of the kind's message. */
  values?: Readonly<Record<string, string | number>>;
  /** A known word that was probably meant. */
  meant?: string | undefined;
}

/** A place in a file, both numbers from 1. */
export type Position = Pick<Problem, 'line' | 'column'>;

/** A known word that is near enough to `word` to be what was meant. */
export const meantBy = (word: string, known: readonly string[]): string | undefined => {
  if (known.length === 0 || word.length > 100) return undefined;
  const nearest = closest(word.toLowerCase(), [...known]);
  return distance(word.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, word.length / 3) ? nearest : undefined;
};

/** The longest piece of somebody's text that a message repeats. */
const longest = 80;
/** A value as a message shows it: text between quotes, cut when it is long. */
export const shown = (value: unknown): string => {
  // What is not there has no JSON.
  const text = typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? String(value));
  const cut = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return typeof value === 'string' ? `"${cut}"` : cut;
};

const didYouMean: Record<string, string> = {
  en: 'Did you mean "{word}"?',
  lv: 'Vai bija domāts „{word}”?',
  lt: 'Ar turėta omenyje „{word}“?',
  et: 'Kas mõeldud oli „{word}“?',
};

/** What is wrong, and how to mend it, in `lang`; in English where the language has no words for it. */
export const saidIn = (lang: string, { kind, values = {}, meant }: Problem): { what: string; mend: string } => {
  const [what, mend] = wordsFor(lang, kind).words;
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
  const hint = meant === undefined ? '' : `${(didYouMean[lang] ?? didYouMean.en!).replace('{word}', meant)} `;
  return { what: filled(what), mend: hint + filled(mend) };
};

/** The words for a kind of problem in a language, or in English where it has none. */
const wordsFor = (lang: string, kind: ProblemKind): { words: Kind['en']; lang: string } => {
  const own = (kinds[kind] as unknown as Record<string, Kind['en'] | undefined>)[lang];
  return own ? { words: own, lang } : { words: kinds[kind].en, lang: 'en' };
};

/** A kind of problem in general, and the language it is said in: "…" stands for what a file holds. */
export const explainedIn = (lang: string, kind: ProblemKind): { what: string; mend: string; lang: string } => {
  const { words, lang: said } = wordsFor(lang, kind);
  const [what, mend] = words.map((text) => text.replace(/["„«]?\{\w+\}["“”»]?/g, '…').replaceAll('….', '…'));
  return { what: what!, mend: mend!, lang: said };
};

/** Whether a problem stops the build. */
export const isError = ({ kind }: Problem): boolean => (kinds[kind] as Kind).severity !== 'warning';

const byPlace = (a: Problem, b: Problem) =>
  (a.file < b.file ? -1 : Number(a.file > b.file)) || a.line - b.line || a.column - b.column || (a.kind < b.kind ? -1 : Number(a.kind > b.kind));

/** The same problems by file, line and column. */
export const sorted = (problems: readonly Problem[]): Problem[] => [...problems].sort(byPlace);

/** One problem as a line of text: `file:line:column  field: what is wrong, and how to mend it`. */
export const asLine = (problem: Problem, lang = 'en'): string => {
  const { file, line, column, field } = problem;
  const { what, mend } = saidIn(lang, problem);
  return `${file}:${line}:${column}  ${field ? `${field}: ` : ''}${what} ${mend}`;
};
