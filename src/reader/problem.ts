import { closest, distance } from 'fastest-levenshtein';

/** Something wrong in a file of `content/`, said so that whoever wrote it can mend it. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Line and column, both from 1. */
  line: number;
  column: number;
  /** The field of the header it is about, as a path: `results.0.method`. */
  field?: string;
  /** What is wrong and how to mend it. */
  message: string;
}

/** A place in a file, both numbers from 1. */
export type Position = Pick<Problem, 'line' | 'column'>;

/** ", did you mean X?" when a known word is near enough to be what was meant; else nothing. */
export const suggestion = (word: string, known: readonly string[]): string => {
  if (known.length === 0) return '';
  const nearest = closest(word.toLowerCase(), [...known]);
  return distance(word.toLowerCase(), nearest) <= Math.max(2, word.length / 3) ? ` Did you mean "${nearest}"?` : '';
};

const byPlace = (a: Problem, b: Problem) =>
  (a.file < b.file ? -1 : Number(a.file > b.file)) || a.line - b.line || a.column - b.column || (a.message < b.message ? -1 : 1);

/** The same problems by file, line and column. */
export const sorted = (problems: readonly Problem[]): Problem[] => [...problems].sort(byPlace);

/** One problem as a line of text: `file:line:column  field: message`. */
export const asLine = ({ file, line, column, field, message }: Problem): string => `${file}:${line}:${column}  ${field ? `${field}: ` : ''}${message}`;
