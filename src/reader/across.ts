import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { suggestion, type Problem } from './problem.ts';

type Collection = 'practices' | 'lessons' | 'visits' | 'organisations';
const collections: Collection[] = ['practices', 'lessons', 'visits', 'organisations'];

/** Which fields of a header name an entry, and of which collection: the path's last name tells, lists included. */
const referenceFields: Record<string, Collection> = {
  lead: 'organisations',
  organisation: 'organisations',
  hosts: 'organisations',
  visitors: 'organisations',
  predecessor: 'organisations',
  successor: 'organisations',
  practice: 'practices',
  practices: 'practices',
  practicesSeen: 'practices',
  related: 'practices',
  lesson: 'lessons',
  contradicts: 'lessons',
  supersededBy: 'lessons',
  visit: 'visits',
  visits: 'visits',
};
/** `contributors.*.organisation` is a name in words, not a reference. */
const isWords = (path: readonly PropertyKey[]) => path[0] === 'contributors';

interface Leaf {
  path: PropertyKey[];
  name: string;
  value: unknown;
}

/** Every single value of a header with its path; `name` is the nearest field name, so that list items carry their list's. */
const leaves = (value: unknown, path: PropertyKey[] = [], name = ''): Leaf[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index], name));
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key], key));
  return [{ path, name, value }];
};

/** What no single file can show: references that lead nowhere, slugs taken twice, sources nobody cites. */
export const acrossFiles = (library: Library, files: ReadonlySet<string>): Problem[] => {
  const problems: Problem[] = [];
  const exists = (collection: string, id: string) => files.has(`content/${collection}/${id}.md`) || files.has(`content/${collection}/${id}.yaml`);
  const known = (collection: Collection) => [...library[collection].keys()];
  const at = (entry: Entry<unknown>, path: readonly PropertyKey[], message: string) =>
    problems.push({ file: entry.file, ...entry.header.at(path), field: path.join('.'), message });

  const owner = new Map<string, string>();
  for (const collection of collections) {
    for (const entry of library[collection].values()) {
      // An organisation may carry the name of the practice it is known for; everything a reader searches for has a slug of its own.
      const other = collection === 'organisations' ? undefined : owner.get(entry.id);
      if (other)
        problems.push({
          file: entry.file,
          line: 1,
          column: 1,
          message: `The slug "${entry.id}" is taken by ${other}. Every entry needs a slug of its own; rename this file.`,
        });
      else owner.set(entry.id, entry.file);

      for (const { path, name, value } of leaves(entry.facts)) {
        const target = referenceFields[name];
        if (!target || isWords(path) || typeof value !== 'string') continue;
        if (!exists(target, value))
          at(
            entry,
            path,
            `There is no content/${target}/${value}.${target === 'organisations' ? 'yaml' : 'md'}.${suggestion(value, known(target)) || ' Correct the slug, or add the entry.'}`,
          );
        else if (target === collection && value === entry.id) at(entry, path, 'An entry cannot refer to itself. Remove it.');
      }
    }
  }
  for (const entry of [...library.practices.values(), ...library.lessons.values(), ...library.visits.values(), ...library.translations]) {
    for (const { collection, id, line, column } of entry.body.links)
      if (!exists(collection, id))
        problems.push({
          file: entry.file,
          line,
          column,
          message: `The text links to content/${collection}/${id}.md, which does not exist.${suggestion(id, known(collection as Collection))}`,
        });
  }
  for (const entry of [...library.practices.values(), ...library.lessons.values(), ...library.visits.values()])
    if (entry.body.words > 0) problems.push(...sourceProblems(entry));
  return problems;
};

interface Sourced {
  sources: readonly { key: string }[];
}

const sourceProblems = (entry: Entry<Sourced>): Problem[] => {
  const keys = entry.facts.sources.map(({ key }) => key);
  const { sources: _, ...rest } = entry.facts;
  const named = leaves(rest).filter(({ name }) => name === 'sources');
  const used = new Set<unknown>([...entry.body.cited, ...named.map(({ value }) => value)]);
  const problem = (path: readonly PropertyKey[], message: string): Problem => ({ file: entry.file, ...entry.header.at(path), field: path.join('.'), message });
  return [
    ...named
      .filter(({ value }) => !keys.includes(String(value)))
      .map(({ path, value }) => problem(path, `There is no source "${String(value)}". Add it to "sources", or use one of ${keys.join(', ')}.`)),
    ...keys.flatMap((key, index) => {
      if (keys.indexOf(key) < index) return [problem(['sources', index, 'key'], `The key ${key} is used twice. Give each source its own key.`)];
      return used.has(key)
        ? []
        : [problem(['sources', index], `Nothing cites ${key}. Cite it in the text as [^${key}] or in a field's "sources", or remove it.`)];
    }),
  ];
};
