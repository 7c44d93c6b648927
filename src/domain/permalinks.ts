import { paths, type Collection, type PagedVocabulary } from './urls.ts';

/** Where a value stands in its file, by its path; line and column from 1. */
type Place = (path: readonly PropertyKey[]) => { line: number; column: number };

/** An entry as far as addresses go. */
export interface Named {
  id: string;
  file: string;
  at?: Place;
  facts: { formerSlugs?: readonly string[] | undefined };
}
/** A vocabulary as far as addresses go. */
export interface Terms {
  file: string;
  at?: Place;
  facts: { terms: readonly { id: string; formerSlugs?: readonly string[] | undefined }[] };
}
/** As much of the content as addresses are made of. */
export interface Content extends Record<Collection, ReadonlyMap<string, Named>> {
  vocabularies: ReadonlyMap<string, Terms>;
}
/** The content, and what was taken away. */
export interface Archive extends Content {
  tombstones: ReadonlyMap<string, { file: string; at?: Place; facts: { address: string; instead?: readonly string[] | undefined } }>;
}

/** Something with a page of its own in every language: where it lives, and the addresses it had before, all below the language. */
export interface Addressed {
  address: string;
  file: string;
  former: readonly { address: string; path: readonly PropertyKey[]; line: number; column: number }[];
}

const entryCollections = ['practices', 'lessons', 'visits', 'organisations'] as const satisfies Collection[];
const pagedVocabularies = ['themes', 'target-groups'] as const satisfies PagedVocabulary[];

/** Every entry and term that has a page, with the addresses it has and had. */
export const addressedIn = (content: Content): Addressed[] => {
  const addressed = (
    { file, at = () => ({ line: 1, column: 1 }) }: { file: string; at?: Place },
    slugs: readonly string[] = [],
    id: string,
    address: (slug: string) => string,
    lead: readonly PropertyKey[] = [],
  ): Addressed => ({
    file,
    address: address(id),
    former: slugs.map((slug, index) => {
      const path = [...lead, 'formerSlugs', index];
      return { address: address(slug), path, ...at(path) };
    }),
  });
  return [
    ...entryCollections.flatMap((collection) =>
      [...content[collection].values()].map((entry) => addressed(entry, entry.facts.formerSlugs, entry.id, (slug) => paths.entry(collection, slug))),
    ),
    ...pagedVocabularies.flatMap((vocabulary) => {
      const terms = content.vocabularies.get(vocabulary);
      return terms
        ? terms.facts.terms.map(({ id, formerSlugs }, index) => addressed(terms, formerSlugs, id, (slug) => paths.term(vocabulary, slug), ['terms', index]))
        : [];
    }),
  ].sort((a, b) => (a.address < b.address ? -1 : 1));
};

/** Where each former address leads, both below the language. One hop, because each entry carries all its former slugs itself. */
export const movesIn = (content: Content): ReadonlyMap<string, string> =>
  new Map(addressedIn(content).flatMap(({ address, former }) => former.map((old) => [old.address, address] as const)));

/** The collection and slug of an entry's address below the language; undefined for any other page. */
export const entryAt = (address: string): { collection: Collection; id: string } | undefined => {
  const [, folder, id] = /^([a-z]+)\/([a-z0-9-]+)\/$/.exec(address) ?? [];
  const collection = entryCollections.find((name) => name === folder);
  return collection && id ? { collection, id } : undefined;
};
