import type { Facet } from '../domain/facets.ts';
import { evidenceOf } from '../domain/evidence.ts';
import type { Entry } from '../reader/entry.ts';
import type { Library } from '../reader/library.ts';
import type { PracticeFacts } from '../schema/practice.ts';
import type { LessonFacts } from '../schema/lesson.ts';
import type { VisitFacts } from '../schema/visit.ts';
import type { VocabularyName } from '../schema/values.ts';

/** What the index knows of one entry: one record for all its languages. */
export interface SearchRecord {
  /** The path below the language: `practices/narpes-model/`. */
  path: string;
  /** What the result row shows; title and summary also as `title.lv` where there is a translation. */
  meta: Record<string, string>;
  facets: Partial<Record<Facet | 'kind', readonly string[]>>;
  /** Searched, by falling weight. */
  titles: readonly string[];
  summaries: readonly string[];
  labels: readonly string[];
  text: string;
}

type Written = Entry<PracticeFacts | LessonFacts | VisitFacts>;
type WrittenCollection = 'practices' | 'lessons' | 'visits';

/** Every practice, lesson and visit of the library as a record for the index, in a fixed order. */
export const recordsOf = (library: Library, langs: readonly string[]): SearchRecord[] => {
  const termsOf = (vocabulary: VocabularyName) => new Map(library.vocabularies.get(vocabulary)!.facts.terms.map((term) => [term.id, term]));
  const [themes, groups, methods] = [termsOf('themes'), termsOf('target-groups'), termsOf('methods')];
  const reaches = new Map([...methods.values()].map(({ id, reaches: level = '0' }) => [id, level]));
  /** A term's labels and the other words for it, in every language. */
  const words = (terms: ReturnType<typeof termsOf>, ids: readonly string[]) =>
    ids.flatMap((id) => {
      const { label, alt = {} } = terms.get(id)!;
      return [...Object.values(label), ...Object.values(alt).flat()] as string[];
    });
  const countryNames = (codes: readonly string[]) =>
    codes.flatMap((code) => langs.map((lang) => new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code));
  const organisationNames = (ids: readonly string[]) => ids.flatMap((id) => Object.values(library.organisations.get(id)?.facts.names ?? {}) as string[]);

  const record = (
    collection: WrittenCollection,
    entry: Written,
    special: { facets: SearchRecord['facets']; labels: string[]; meta: Record<string, string> },
  ): SearchRecord => {
    const { facts, body, id } = entry;
    const translated = library.translations.filter((translation) => translation.collection === collection && translation.of === id);
    const summary = 'summary' in facts ? facts.summary : facts.statement;
    const native = 'nativeTitle' in facts && facts.nativeTitle ? [facts.nativeTitle] : [];
    return {
      path: `${collection}/${id}/`,
      meta: {
        title: facts.title,
        summary,
        lang: facts.lang,
        ...Object.fromEntries(
          translated.flatMap(({ lang, facts: own }) => [
            [`title.${lang}`, own.title],
            [`summary.${lang}`, own.summary],
          ]),
        ),
        ...special.meta,
      },
      facets: { kind: [collection], ...special.facets },
      titles: [facts.title, ...native, ...translated.map((translation) => translation.facts.title)],
      summaries: [summary, ...translated.map((translation) => translation.facts.summary)],
      labels: special.labels,
      text: [body.text, ...translated.map((translation) => translation.body.text)].join('\n'),
    };
  };
  const placed = (places: readonly { name: string }[] = []) => places.map(({ name }) => name);

  return [
    ...[...library.practices.values()].map((entry) => {
      const { facts } = entry;
      const { level } = evidenceOf(facts.results ?? [], reaches, facts.evidence);
      return record('practices', entry, {
        facets: { theme: facts.themes, for: facts.targetGroups, country: facts.countries, scope: [facts.scope], status: [facts.status], evidence: [level] },
        labels: [
          ...words(themes, facts.themes),
          ...words(groups, facts.targetGroups),
          ...countryNames(facts.countries),
          ...placed(facts.places),
          ...organisationNames([facts.lead, ...(facts.partners ?? []).map(({ organisation }) => organisation)]),
        ],
        meta: { places: placed(facts.places).slice(0, 2).join(', '), started: facts.started.slice(0, 4), ...(facts.status === 'ended' && { ended: '1' }) },
      });
    }),
    ...[...library.lessons.values()].map((entry) => {
      const { themes: own, targetGroups, basis } = entry.facts;
      const countries = [...new Set((basis.practices ?? []).flatMap((id) => library.practices.get(id)?.facts.countries ?? []))];
      return record('lessons', entry, {
        facets: { theme: own, for: targetGroups, country: countries },
        labels: [...words(themes, own), ...words(groups, targetGroups)],
        meta: {},
      });
    }),
    ...[...library.visits.values()].map((entry) => {
      const { countries, places, hosts, visitors = [] } = entry.facts;
      return record('visits', entry, {
        facets: { country: countries },
        labels: [...countryNames(countries), ...placed(places), ...organisationNames([...hosts, ...visitors])],
        meta: { places: placed(places).join(', '), started: entry.facts.start.slice(0, 4) },
      });
    }),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
};
