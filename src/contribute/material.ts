import { absolute, href, paths } from '../domain/urls.ts';
import type { TermIds } from '../schema/values.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { Material } from './template.ts';

type Entries<Facts> = ReadonlyMap<string, { facts: Facts }>;

/** What is in `content/`, as far as a new text depends on it. */
export interface Present {
  vocabularies: Entries<Vocabulary>;
  practices: Entries<{ published: string }>;
  lessons: Entries<unknown>;
  visits: Entries<unknown>;
  organisations: Entries<unknown>;
}

/** The ids of every vocabulary's terms. */
export const termIdsOf = (vocabularies: Entries<Vocabulary>): TermIds =>
  Object.fromEntries([...vocabularies].map(([name, { facts }]) => [name, facts.terms.map(({ id }) => id)])) as unknown as TermIds;

/**
 * What templates in `lang` are made from. The day in them is the newest one an entry was published on, so that the same
 * content gives the same templates on any day.
 */
export const materialOf = (present: Present, langs: readonly string[], lang: string, say: Material['say']): Material => ({
  terms: termIdsOf(present.vocabularies),
  langs,
  sections: present.vocabularies.get('sections')!.facts,
  anEntry: (collection) => [...present[collection as 'practices'].keys()].sort()[0]!,
  day: [...present.practices.values()].map(({ facts }) => facts.published).reduce((a, b) => (a > b ? a : b)),
  say,
  first: say('template.every').replace('{address}', absolute(href(lang, paths.codebook))),
});
