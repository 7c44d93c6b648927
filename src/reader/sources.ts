import type { Entry } from './entry.ts';
import { leaves } from './header.ts';
import type { Problem } from './problem.ts';

interface Sourced {
  sources: readonly { key: string }[];
}

/** Sources that are named and not listed, listed twice, or listed and never cited. */
export const sourceProblems = (entry: Entry<Sourced>): Problem[] => {
  const keys = entry.facts.sources.map(({ key }) => key);
  const { sources: _, ...rest } = entry.facts;
  const named = leaves(rest).filter(({ name }) => name === 'sources');
  const used = new Set<unknown>([...entry.body.cited, ...named.map(({ value }) => value)]);
  const problem = (path: readonly PropertyKey[], kind: Problem['kind'], values: Problem['values']): Problem => ({
    file: entry.file,
    ...entry.header.at(path),
    field: path.join('.'),
    kind,
    values: values!,
  });
  return [
    ...named
      .filter(({ value }) => !keys.includes(String(value)))
      .map(({ path, value }) => problem(path, 'source-missing', { value: String(value), allowed: keys.join(', ') })),
    ...keys.flatMap((key, index) => {
      if (keys.indexOf(key) < index) return [problem(['sources', index, 'key'], 'source-key-twice', { value: key })];
      // A text that has mistakes of its own cannot be asked what it cites.
      return used.has(key) || entry.body.words === 0 ? [] : [problem(['sources', index], 'source-unused', { value: key })];
    }),
  ];
};
