import type { Entry } from './entry.ts';
import { written } from './frame.ts';
import { leaves } from './header.ts';
import { meantBy, type Position, type Problem } from './problem.ts';

type Collection = 'practices' | 'lessons' | 'visits' | 'organisations';

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

/** A place in a file that says another file is there: a reference of a header, a link of a text, a translation of its original. */
export interface Mention extends Position {
  file: string;
  /** The field of the header that names it, as a path; none in a text. */
  field?: string;
  /** The path of the file that must be there. */
  target: string;
  /** What is wrong when it is not. */
  kind: 'reference-missing' | 'link-leads-nowhere' | 'nothing-to-translate';
}

const pathOf = (collection: string, id: string) => `content/${collection}/${id}.${collection === 'organisations' ? 'yaml' : 'md'}`;

/** The entries that a header names. */
export const referencesOf = ({ file, facts, header }: Entry<unknown>): Mention[] =>
  leaves(facts).flatMap(({ path, name, value }): Mention[] => {
    const collection = referenceFields[name];
    if (!collection || isWords(path) || typeof value !== 'string') return [];
    return [{ file, ...header.at(path), field: path.join('.'), target: pathOf(collection, value), kind: 'reference-missing' }];
  });

/** The entries that a text links to. */
export const linksOf = ({ file, body }: Entry<unknown>): Mention[] =>
  body.links.map(({ collection, id, line, column }) => ({ file, line, column, target: pathOf(collection, id), kind: 'link-leads-nowhere' }));

/** Mentions of files that are not among `paths`, which are all there are; and of oneself. */
export const acrossFiles = (mentions: readonly Mention[], paths: ReadonlySet<string>): Problem[] =>
  mentions
    .filter(({ target, file, field }) => !paths.has(target) || (field !== undefined && target === file))
    .map(({ target, kind, ...place }) =>
      paths.has(target) ? { ...place, kind: 'refers-to-itself' } : { ...place, kind, values: { target }, meant: nearest(target, paths) },
    );

const nameOf = /^content\/(?<collection>\w+)\/(?<id>[^./]+)\.(?:md|yaml)$/;

/** The slug in the same collection that is most like the one of a file that is not there. */
const nearest = (target: string, paths: ReadonlySet<string>): string | undefined => {
  const { collection, id = '' } = nameOf.exec(target)?.groups ?? {};
  const ids = [...paths].flatMap((path) => {
    const there = nameOf.exec(path)?.groups;
    return there && there.collection === collection ? (there.id ?? []) : [];
  });
  return meantBy(id, ids);
};

/** An organisation may carry the name of the practice it is known for; everything a reader searches for has a slug of its own. */
export const slugsTaken = (paths: ReadonlySet<string>): Problem[] =>
  [...paths].flatMap((file): Problem[] => {
    const { collection = '', id = '' } = nameOf.exec(file)?.groups ?? {};
    const earlier = written.slice(0, Math.max(0, (written as readonly string[]).indexOf(collection)));
    const other = earlier.map((name) => pathOf(name, id)).find((path) => paths.has(path));
    return other ? [{ file, line: 1, column: 1, kind: 'slug-taken', values: { value: id, other } }] : [];
  });
