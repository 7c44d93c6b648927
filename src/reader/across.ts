import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { imagePath } from './paths.ts';
import { meantBy, type Problem } from './problem.ts';

const written = ['practices', 'lessons', 'visits'] as const;
const collections = [...written, 'organisations'] as const;
type Collection = (typeof collections)[number];

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

/** What no single file can show: references that lead nowhere, slugs taken twice, sources nobody cites. `paths` are all files there are. */
export const acrossFiles = (library: Library, paths: ReadonlySet<string>): Problem[] => {
  const problems: Problem[] = [];
  const pathOf = (collection: string, id: string) => `content/${collection}/${id}.${collection === 'organisations' ? 'yaml' : 'md'}`;
  const nearest = (collection: string, id: string) => meantBy(id, idsIn(collection, paths));

  for (const collection of collections) {
    for (const entry of library[collection].values()) {
      const at = (path: readonly PropertyKey[], rest: Pick<Problem, 'kind' | 'values' | 'meant'>) =>
        problems.push({ file: entry.file, ...entry.header.at(path), field: path.join('.'), ...rest });
      for (const { path, name, value } of leaves(entry.facts)) {
        const target = referenceFields[name];
        if (!target || isWords(path) || typeof value !== 'string') continue;
        if (!paths.has(pathOf(target, value)))
          at(path, { kind: 'reference-missing', values: { target: pathOf(target, value) }, meant: nearest(target, value) });
        else if (target === collection && value === entry.id) at(path, { kind: 'refers-to-itself' });
      }
    }
  }
  problems.push(...pictureProblems(library, paths));
  const originals = written.flatMap((collection) => [...library[collection].values()]);
  for (const { file, body } of [...originals, ...library.translations]) {
    for (const { collection, id, line, column } of body.links)
      if (!paths.has(pathOf(collection, id)))
        problems.push({ file, line, column, kind: 'link-leads-nowhere', values: { target: pathOf(collection, id) }, meant: nearest(collection, id) });
  }
  return [...problems, ...originals.flatMap(sourceProblems)];
};

/** Pictures that a practice names and that are not there; pictures that lie there and that no practice names. */
const pictureProblems = (library: Library, paths: ReadonlySet<string>): Problem[] => {
  const missing = [...library.practices.values()].flatMap(({ file, id, header, facts: { images = [] } }) =>
    images.flatMap((image, index): Problem[] => {
      const target = `content/practices/${id}/${image.file}`;
      const path = ['images', index, 'file'];
      return paths.has(target) ? [] : [{ file, ...header.at(path), field: path.join('.'), kind: 'image-missing', values: { target } }];
    }),
  );
  const unused = [...paths].flatMap((file): Problem[] => {
    const { id, name } = imagePath.exec(file)?.groups ?? {};
    if (!id) return [];
    const target = `content/practices/${id}.md`;
    const practice = library.practices.get(id);
    // A practice that is not read now, or has mistakes, cannot be asked for its pictures.
    const isNamed = practice ? practice.facts.images?.some((image) => image.file === name) : paths.has(target);
    return isNamed ? [] : [{ file, line: 1, column: 1, kind: 'image-unused', values: { target } }];
  });
  return [...missing, ...unused];
};

/** The slugs there are in a collection. */
const idsIn = (collection: string, paths: ReadonlySet<string>): string[] =>
  [...paths].flatMap((path) => (path.startsWith(`content/${collection}/`) ? (/^[^/]+\/[^/]+\/([^./]+)\.(?:md|yaml)$/.exec(path)?.[1] ?? []) : []));

interface Sourced {
  sources: readonly { key: string }[];
}

const sourceProblems = (entry: Entry<Sourced>): Problem[] => {
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
