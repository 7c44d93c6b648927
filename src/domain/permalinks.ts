import type { Collection, PagedVocabulary } from './urls.ts';
import { paths } from './urls.ts';

/** Something with a page of its own in every language: where it lives, and the slugs it had before. */
export interface Addressed {
  address: string;
  /** Where it is written. */
  file: string;
  former: readonly string[];
}

interface Named {
  id: string;
  file: string;
  facts: { formerSlugs?: readonly string[] | undefined };
}
interface Terms {
  file: string;
  facts: { terms: readonly { id: string; formerSlugs?: readonly string[] | undefined }[] };
}
/** As much of the content as addresses are made of. */
export interface Content extends Record<Collection, ReadonlyMap<string, Named>> {
  vocabularies: ReadonlyMap<string, Terms>;
}

const entryCollections = ['practices', 'lessons', 'visits', 'organisations'] as const satisfies Collection[];
const pagedVocabularies = ['themes', 'target-groups'] as const satisfies PagedVocabulary[];

/** Every entry and term that has a page, with the addresses (below the language) it has and had. */
export const addressedIn = (content: Content): Addressed[] => [
  ...entryCollections.flatMap((collection) =>
    [...content[collection].values()].map(({ id, file, facts }) => ({
      address: paths.entry(collection, id),
      file,
      former: (facts.formerSlugs ?? []).map((slug) => paths.entry(collection, slug)),
    })),
  ),
  ...pagedVocabularies.flatMap((vocabulary) => {
    const { file = '', facts } = content.vocabularies.get(vocabulary) ?? {};
    return (facts?.terms ?? []).map(({ id, formerSlugs }) => ({
      address: paths.term(vocabulary, id),
      file,
      former: (formerSlugs ?? []).map((slug) => paths.term(vocabulary, slug)),
    }));
  }),
];

/** Where each former address leads, both below the language. One hop, because each entry carries all its former slugs itself. */
export const movesIn = (content: Content): ReadonlyMap<string, string> =>
  new Map(addressedIn(content).flatMap(({ address, former }) => former.map((old) => [old, address] as const)));

/** The collection and slug of an entry's address below the language; undefined for any other page. */
export const entryAt = (address: string): { collection: Collection; id: string } | undefined => {
  const [, folder, id] = /^([a-z]+)\/([a-z0-9-]+)\/$/.exec(address) ?? [];
  const collection = entryCollections.find((name) => name === folder);
  return collection && id ? { collection, id } : undefined;
};
