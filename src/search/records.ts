import { evidenceOf } from '../domain/evidence.ts';
import type { Facet } from '../domain/facets.ts';
import type { Entry } from '../reader/entry.ts';
import type { Library } from '../reader/library.ts';
import type { LessonFacts } from '../schema/lesson.ts';
import type { PracticeFacts } from '../schema/practice.ts';
import type { VocabularyName } from '../schema/values.ts';
import type { VisitFacts } from '../schema/visit.ts';

/** What an entry says in one language. */
interface Wording {
  title: string;
  summary: string;
  text: string;
}

/** What the index knows of one entry: one record for all its languages. */
export interface SearchRecord {
  /** The path below the language: `practices/narpes-model/`. */
  path: string;
  /** The language of the original. */
  lang: string;
  wordings: ReadonlyMap<string, Wording>;
  /** Names of places and organisations, and the entry's own name in its own language. */
  names: readonly string[];
  countries: readonly string[];
  /** The terms it carries, by vocabulary. */
  terms: readonly (readonly [VocabularyName, readonly string[]])[];
  facets: Partial<Record<Facet | 'kind', readonly string[]>>;
  /** What the result row shows beside title and summary. */
  row: { places: string; started: string; ended?: true };
}

type Written = Entry<PracticeFacts | LessonFacts | VisitFacts>;
type WrittenCollection = 'practices' | 'lessons' | 'visits';
type Special = Pick<SearchRecord, 'countries' | 'terms' | 'facets' | 'row'> & { names: (string | undefined)[] };

const named = (places: readonly { name: string }[] = []) => places.map(({ name }) => name);
const year = (date: string) => (date === 'unknown' ? '' : date.slice(0, 4));

/** Every practice, lesson and visit of the library as a record for the index, in a fixed order. */
export const recordsOf = (library: Library): SearchRecord[] => {
  const methods = library.vocabularies.get('methods')!.facts.terms;
  const reaches = new Map(methods.map(({ id, reaches: level = '0' }) => [id, level]));
  const organisationNames = (ids: readonly string[]) => ids.flatMap((id) => Object.values(library.organisations.get(id)?.facts.names ?? {}) as string[]);
  const translations = Map.groupBy(library.translations, ({ collection, of }) => `${collection}/${of}`);
  const practicesOf = (lesson: LessonFacts) => (lesson.basis.practices ?? []).map((id) => library.practices.get(id)?.facts);

  const record = (collection: WrittenCollection, { id, facts, body }: Written, special: Special): SearchRecord => {
    const translated = translations.get(`${collection}/${id}`) ?? [];
    const summary = 'summary' in facts ? facts.summary : facts.statement;
    return {
      path: `${collection}/${id}/`,
      lang: facts.lang,
      wordings: new Map([
        [facts.lang, { title: facts.title, summary, text: body.text }],
        ...translated.map((own) => [own.lang, { title: own.facts.title, summary: own.facts.summary, text: own.body.text }] as const),
      ]),
      ...special,
      names: ['nativeTitle' in facts ? facts.nativeTitle : undefined, ...special.names].filter((name) => name !== undefined),
      facets: { kind: [collection], ...special.facets },
    };
  };

  return [
    ...[...library.practices.values()].map((entry) => {
      const { facts } = entry;
      const { themes, targetGroups, countries, scope, status, results = [], prerequisites = [], funding = [], partners = [] } = facts;
      const { level } = evidenceOf(results, reaches, facts.evidence);
      return record('practices', entry, {
        countries,
        names: [...named(facts.places), ...organisationNames([facts.lead, ...partners.map(({ organisation }) => organisation)])],
        terms: [
          ['themes', themes],
          ['target-groups', targetGroups],
          ['scopes', [scope]],
          ['statuses', [status]],
          ['methods', results.map(({ method }) => method)],
          ['prerequisites', prerequisites.map(({ term }) => term)],
          ['funding', funding.map(({ term }) => term)],
        ],
        facets: { theme: themes, for: targetGroups, country: countries, scope: [scope], status: [status], evidence: [level] },
        row: { places: named(facts.places).slice(0, 2).join(', '), started: year(facts.started), ...(status === 'ended' && { ended: true }) },
      });
    }),
    ...[...library.lessons.values()].map((entry) => {
      const { themes, targetGroups, audience, use } = entry.facts;
      const countries = [...new Set(practicesOf(entry.facts).flatMap((practice) => practice?.countries ?? []))];
      return record('lessons', entry, {
        countries: [],
        names: [],
        terms: [
          ['themes', themes],
          ['target-groups', targetGroups],
          ['audiences', audience],
          ['uses', use],
        ],
        facets: { theme: themes, for: targetGroups, country: countries },
        row: { places: '', started: year(entry.facts.published) },
      });
    }),
    ...[...library.visits.values()].map((entry) => {
      const { countries, places, hosts, visitors = [], kind, programme, start } = entry.facts;
      return record('visits', entry, {
        countries,
        names: [...named(places), ...organisationNames([...hosts, ...visitors])],
        terms: [
          ['visit-kinds', [kind]],
          ['programmes', [programme]],
        ],
        facets: { country: countries },
        row: { places: named(places).join(', '), started: year(start) },
      });
    }),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
};
