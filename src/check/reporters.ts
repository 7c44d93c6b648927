import { styleText } from 'node:util';
import { isError, saidIn, type Problem } from '../reader/problem.ts';
import { annotation } from './annotation.ts';

/** What a reporter is told. */
export interface Report {
  problems: readonly Problem[];
  /** The language of the messages. */
  lang: string;
  /** The text of a file, for the lines around a problem. */
  textOf: (file: string) => string | undefined;
}

/** The line a problem stands on, with a mark under the place. */
const frame = ({ line, column }: Problem, text: string | undefined): string[] => {
  const source = text?.split('\n')[line - 1]?.trimEnd();
  if (!source) return [];
  // A very long line is shown around the place only.
  const from = Math.max(0, Math.min(column - 60, source.length - 100));
  const number = String(line);
  return [
    styleText('dim', `    ${number} | `) + source.slice(from, from + 100),
    styleText('dim', `    ${' '.repeat(number.length)} | `) + ' '.repeat(column - 1 - from) + styleText('red', '^'),
  ];
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
/** How many problems there are, in how many files. */
const summary = (problems: readonly Problem[]): string => {
  const errors = problems.filter(isError);
  const warnings = problems.length - errors.length;
  const files = new Set(problems.map(({ file }) => file)).size;
  return [
    `${plural(errors.length, 'problem', 'problems')} in ${plural(files, 'file', 'files')}`,
    ...(warnings > 0 ? [plural(warnings, 'warning', 'warnings')] : []),
  ].join(', ');
};

/** For people: one line a problem, the line of the file below it, and how many there are. */
const terminal = ({ problems, lang, textOf }: Report): string =>
  [
    ...problems.flatMap((problem) => {
      const { file, line, column, field } = problem;
      const { what, mend } = saidIn(lang, problem);
      const place = `${file}:${line}:${column}`;
      return [
        `${styleText('cyan', place)}  ${field ? `${styleText('bold', field)}: ` : ''}${isError(problem) ? what : styleText('yellow', what)} ${mend}`,
        ...frame(problem, textOf(file)),
      ];
    }),
    '',
    styleText(problems.some(isError) ? 'red' : 'yellow', `${problems.some(isError) ? '✗' : '!'} ${summary(problems)}.`),
  ].join('\n');

/** For pull requests on GitHub: an annotation on the line. */
const github = ({ problems, lang }: Report): string =>
  [
    ...problems.map((problem) => {
      const { file, line, column, field } = problem;
      const { what, mend } = saidIn(lang, problem);
      return annotation(isError(problem) ? 'error' : 'warning', { file, line, col: column, ...(field && { title: field }) }, `${what} ${mend}`);
    }),
    summary(problems),
  ].join('\n');

/** For programs: every problem with its kind and words. */
const json = ({ problems, lang }: Report): string =>
  JSON.stringify(
    problems.map((problem) => {
      const { file, line, column, field, kind, meant } = problem;
      return { file, line, column, field, kind, severity: isError(problem) ? 'error' : 'warning', ...saidIn(lang, problem), meant };
    }),
    null,
    2,
  );

/** The ways problems are told. */
export const reporters = { terminal, github, json } as const satisfies Record<string, (report: Report) => string>;
export type ReporterName = keyof typeof reporters;
