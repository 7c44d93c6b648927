/** The only module that asks Astro for content. What it gives is joined, in the reader's language, and may be shown. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { materialOf, termIdsOf } from './contribute/material.ts';
import { templateOf } from './contribute/template.ts';
import { evidenceOf, evidenceRank, type EvidenceLevel } from './domain/evidence.ts';
import { facets, type Facet } from './domain/facets.ts';
import { freshnessOf } from './domain/freshness.ts';
import { historyOf } from './domain/history.ts';
import { countryName, langs, plainTexts } from './domain/languages.ts';
import { entryAt, movesIn } from './domain/permalinks.ts';
import { strengthOf } from './domain/strength.ts';
import { href, newFileAddress, paths, withAddresses, type Collection, type PagedVocabulary } from './domain/urls.ts';
import { changes } from './history.ts';
import type { Body } from './reader/body.ts';
import { fileKinds, folders, schemasOf, type FileKind } from './schema/collections.ts';
import type { LessonFacts } from './schema/lesson.ts';
import type { OrganisationFacts } from './schema/organisation.ts';
import type { PracticeFacts } from './schema/practice.ts';
import type { Tombstone } from './schema/tombstone.ts';
import type { Translation } from './schema/translation.ts';
import type { VocabularyName } from './schema/values.ts';
import type { VisitFacts } from './schema/visit.ts';
import { wordsIn } from './schema/words.ts';
import type { Vocabulary } from './schema/vocabulary.ts';

interface Stored<Facts> {
  id: string;
  file: string;
  facts: Facts;
  body: Omit<Body, 'links' | 'text'>;
}
type Written = 'practices' | 'lessons' | 'visits';
type TranslationStored = Stored<Translation> & { lang: string; of: string; collection: Written };

const stored = async <T>(
  collection: 'practices' | 'lessons' | 'visits' | 'organisations' | 'vocabularies' | 'translations' | 'tombstones',
): Promise<Map<string, T>> => {
  const entries = await getCollection(collection);
  return new Map(entries.map(({ id, data }) => [id, { id, ...data } as T]));
};
const [practices, lessons, visits, organisations, vocabularies, translations, tombstones, pages] = await Promise.all([
  stored<Stored<PracticeFacts>>('practices'),
  stored<Stored<LessonFacts>>('lessons'),
  stored<Stored<VisitFacts>>('visits'),
  stored<Stored<OrganisationFacts>>('organisations'),
  stored<Stored<Vocabulary>>('vocabularies'),
  stored<TranslationStored>('translations'),
  stored<Stored<Tombstone>>('tombstones'),
  getCollection('pages'),
]);

/** The pictures of the practices, by path. */
const pictures = import.meta.glob<{ default: ImageMetadata }>('/content/practices/*/*.{jpg,jpeg,png,webp}', { eager: true });

/** A vocabulary's term in one language. */
export interface Term {
  id: string;
  label: string;
  definition?: string | undefined;
}

/** What a link to another entry needs. */
export interface Brief {
  collection: Collection;
  id: string;
  href: string;
  title: string;
  titleLang: string;
}

/** The text of an entry for a reader of one language. */
export interface Text {
  title: string;
  /** A summary; for a lesson, its statement. */
  summary: string;
  /** The language title and summary are in. */
  titleLang: string;
  html: string;
  /** The language the body is in. */
  bodyLang: string;
  /** The file the body is written in. */
  bodyFile: string;
  originalLang: string;
  sections: readonly string[];
  words: number;
  /** Set when any of it is a translation. */
  translation?: { by: Translation['by']; reviewed: boolean; on: string; outdated: boolean; file: string };
  /** The languages the whole text exists in, the original's first. */
  inLanguages: readonly string[];
}

const textOf = (collection: Written, { id, file, facts, body }: Stored<PracticeFacts | LessonFacts | VisitFacts>, lang: string): Text => {
  const own = translations.get(`${collection}/${id}.${lang}`);
  const translated = (own?.body.words ?? 0) > 0;
  const shown = own && translated ? own.body : body;
  const bodyLang = own && translated ? lang : facts.lang;
  return {
    title: own?.facts.title ?? facts.title,
    summary: own?.facts.summary ?? ('summary' in facts ? facts.summary : facts.statement),
    titleLang: own ? lang : facts.lang,
    html: withAddresses(shown.html, lang),
    bodyLang,
    bodyFile: own && translated ? own.file : file,
    originalLang: facts.lang,
    sections: shown.sections,
    words: shown.words,
    ...(own && {
      translation: {
        by: own.facts.by,
        reviewed: own.facts.reviewed,
        on: own.facts.translated,
        outdated: own.facts.translated < (facts.updated ?? facts.published),
        file: own.file,
      },
    }),
    inLanguages: [facts.lang, ...langs.filter((other) => (translations.get(`${collection}/${id}.${other}`)?.body.words ?? 0) > 0)],
  };
};

/** A term's label and definition in `lang`. */
const termIn = (lang: string, vocabulary: VocabularyName, id: string): Term => {
  const term = vocabularies.get(vocabulary)!.facts.terms.find((candidate) => candidate.id === id)!;
  return { id, label: term.label[lang]!, definition: term.definition?.[lang] };
};
const termsIn = (lang: string, vocabulary: VocabularyName, ids: readonly string[] = []): Term[] => ids.map((id) => termIn(lang, vocabulary, id));

/** All terms of a vocabulary, in its own order. */
export const vocabularyIn = (lang: string, vocabulary: VocabularyName): { label: string; terms: Term[] } => {
  const { label, terms } = vocabularies.get(vocabulary)!.facts;
  return {
    label: label[lang]!,
    terms: termsIn(
      lang,
      vocabulary,
      terms.map(({ id }) => id),
    ),
  };
};

const reaches = new Map(vocabularies.get('methods')!.facts.terms.map(({ id, reaches: level = '0' }) => [id, level]));
const evidenceById = new Map([...practices].map(([id, { facts }]) => [id, evidenceOf(facts.results ?? [], reaches, facts.evidence)]));

const written = { practices, lessons, visits };

/** A link to an entry; organisations go by their name in the reader's language, else in English. */
const briefIn = (lang: string, collection: Collection, id: string): Brief => {
  const common = { collection, id, href: href(lang, paths.entry(collection, id)) };
  if (collection === 'organisations') {
    const { names, nativeLang } = organisations.get(id)!.facts;
    const native = names.native && (nativeLang === lang || lang !== 'en') && !names[lang] && nativeLang === lang ? names.native : undefined;
    return { ...common, title: names[lang] ?? native ?? names.en, titleLang: names[lang] || native ? lang : 'en' };
  }
  const { title, titleLang } = textOf(collection, written[collection].get(id)!, lang);
  return { ...common, title, titleLang };
};
const briefsIn = (lang: string, collection: Collection, ids: readonly string[] = []): Brief[] => ids.map((id) => briefIn(lang, collection, id));

const idsWhere = <T extends Stored<unknown>>(entries: Map<string, T>, holds: (facts: T['facts']) => boolean | undefined): string[] =>
  [...entries.values()].filter(({ facts }) => holds(facts)).map(({ id }) => id);

/** Plans made on a visit, ready to show; `visit` is where they were made. */
const plansIn = (lang: string, holds: (plan: NonNullable<VisitFacts['plans']>[number]) => boolean) =>
  [...visits.values()].flatMap(({ id, facts }) =>
    (facts.plans ?? []).filter(holds).map((plan) => ({
      ...plan,
      organisation: briefIn(lang, 'organisations', plan.organisation),
      practice: plan.practice ? briefIn(lang, 'practices', plan.practice) : undefined,
      lesson: plan.lesson ? briefIn(lang, 'lessons', plan.lesson) : undefined,
      status: termIn(lang, 'plan-statuses', plan.status),
      visit: briefIn(lang, 'visits', id),
      /** The visit is written in this language. */
      lang: facts.lang,
    })),
  );

const countriesIn = (lang: string, codes: readonly string[]) =>
  codes.map((code) => ({ code, name: countryName(lang, code), href: href(lang, paths.country(code)) }));
/** The files an entry's text in `lang` is made from, under the names they have and had. */
const filesOf = (lang: string, { id, facts, file }: Stored<PracticeFacts | LessonFacts | VisitFacts>): string[] => {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return [id, ...(facts.formerSlugs ?? [])].flatMap((slug) => [`${folder}/${slug}.md`, `${folder}/${slug}.${lang}.md`]);
};
const provenanceIn = (lang: string, entry: Stored<PracticeFacts | LessonFacts | VisitFacts>) => ({
  file: entry.file,
  history: historyOf(changes, filesOf(lang, entry)),
  ...provenanceOf(lang, entry),
});
const provenanceOf = (lang: string, { facts }: Stored<PracticeFacts | LessonFacts | VisitFacts>) => ({
  freshness: freshnessOf(facts),
  reviewStatus: termIn(lang, 'review-statuses', facts.reviewStatus),
  sources: facts.sources,
  contributors: facts.contributors,
  published: facts.published,
  licence: facts.licence,
});

const practiceIn = (lang: string, practice: Stored<PracticeFacts>) => {
  const { id, facts } = practice;
  const evidence = evidenceById.get(id)!;
  const termed = <T extends { term: string }>(vocabulary: VocabularyName, list: readonly T[] = []) =>
    list.map((item) => ({ ...item, term: termIn(lang, vocabulary, item.term) }));
  return {
    id,
    lang,
    ...textOf('practices', practice, lang),
    ...provenanceIn(lang, practice),
    nativeTitle: facts.nativeTitle,
    countries: countriesIn(lang, facts.countries),
    places: facts.places ?? [],
    scope: termIn(lang, 'scopes', facts.scope),
    status: termIn(lang, 'statuses', facts.status),
    endedReason: facts.endedReason,
    started: facts.started,
    ended: facts.ended,
    datesNote: facts.datesNote,
    themes: termsIn(lang, 'themes', facts.themes),
    targetGroups: termsIn(lang, 'target-groups', facts.targetGroups),
    stages: termsIn(lang, 'stages', facts.stages),
    participation: facts.participation ? termIn(lang, 'participation', facts.participation) : undefined,
    lead: briefIn(lang, 'organisations', facts.lead),
    partners: (facts.partners ?? []).map(({ organisation, role }) => ({ ...briefIn(lang, 'organisations', organisation), role: termIn(lang, 'roles', role) })),
    evidence: {
      ...termIn(lang, 'evidence', evidence.level),
      level: evidence.level,
      because: evidence.because,
      method: 'method' in evidence ? termIn(lang, 'methods', evidence.method).label : undefined,
      reason: 'reason' in evidence ? evidence.reason : undefined,
    },
    results: (facts.results ?? []).map((result) => ({
      ...result,
      method: termIn(lang, 'methods', result.method),
      effect: result.effect ? termIn(lang, 'effects', result.effect) : undefined,
    })),
    components: (facts.components ?? []).map((component) => ({ ...component, kind: termIn(lang, 'component-kinds', component.kind) })),
    prerequisites: termed('prerequisites', facts.prerequisites),
    resources: facts.resources,
    funding: termed('funding', facts.funding),
    adoptions: (facts.adoptions ?? []).map((adoption) => ({
      ...adoption,
      country: countryName(lang, adoption.country),
      organisation: adoption.organisation ? briefIn(lang, 'organisations', adoption.organisation) : undefined,
      visit: adoption.visit ? briefIn(lang, 'visits', adoption.visit) : undefined,
    })),
    contact: facts.contact ? { ...briefIn(lang, 'organisations', facts.contact.organisation), email: facts.contact.email } : undefined,
    visits: briefsIn(
      lang,
      'visits',
      idsWhere(visits, ({ practicesSeen }) => practicesSeen?.includes(id)),
    ),
    lessons: briefsIn(
      lang,
      'lessons',
      idsWhere(lessons, ({ basis }) => basis.practices?.includes(id)),
    ),
    plans: plansIn(lang, (plan) => plan.practice === id),
    pictures: (facts.images ?? []).map(({ file, alt, credit, licence }) => ({
      source: pictures[`/content/practices/${id}/${file}`]!.default,
      alt,
      credit,
      licence,
    })),
    relatedIds: [...new Set([...(facts.related ?? []), ...idsWhere(practices, ({ related }) => related?.includes(id))])],
  };
};
export type Practice = ReturnType<typeof practiceIn>;

const lessonIn = (lang: string, lesson: Stored<LessonFacts>) => {
  const { id, facts } = lesson;
  const basisSources = facts.sources.filter(({ key }) => facts.basis.sources?.includes(key));
  return {
    id,
    lang,
    ...textOf('lessons', lesson, lang),
    ...provenanceIn(lang, lesson),
    kind: termIn(lang, 'lesson-kinds', facts.kind),
    audience: termsIn(lang, 'audiences', facts.audience),
    use: termsIn(lang, 'uses', facts.use),
    themes: termsIn(lang, 'themes', facts.themes),
    targetGroups: termsIn(lang, 'target-groups', facts.targetGroups),
    strength: strengthOf({
      practices: (facts.basis.practices ?? []).map((practice) => ({ evidence: evidenceById.get(practice)!.level })),
      visits: facts.basis.visits ?? [],
      sources: basisSources,
    }),
    basisPractices: facts.basis.practices ?? [],
    basisVisits: briefsIn(lang, 'visits', facts.basis.visits),
    basisSources,
    countries: [...new Set((facts.basis.practices ?? []).flatMap((practice) => practices.get(practice)!.facts.countries))],
    contradicts: briefsIn(lang, 'lessons', [...new Set([...(facts.contradicts ?? []), ...idsWhere(lessons, ({ contradicts }) => contradicts?.includes(id))])]),
    supersededBy: facts.supersededBy ? briefIn(lang, 'lessons', facts.supersededBy) : undefined,
    uptake: (facts.uptake ?? []).map((step) => ({ ...step, organisation: briefIn(lang, 'organisations', step.organisation) })),
    plans: plansIn(lang, (plan) => plan.lesson === id),
  };
};
export type Lesson = ReturnType<typeof lessonIn>;

const visitIn = (lang: string, visit: Stored<VisitFacts>) => {
  const { id, facts } = visit;
  return {
    id,
    lang,
    ...textOf('visits', visit, lang),
    ...provenanceIn(lang, visit),
    nativeTitle: facts.nativeTitle,
    kind: termIn(lang, 'visit-kinds', facts.kind),
    programme: termIn(lang, 'programmes', facts.programme),
    start: facts.start,
    end: facts.end,
    datesNote: facts.datesNote,
    countries: countriesIn(lang, facts.countries),
    places: facts.places,
    hosts: briefsIn(lang, 'organisations', facts.hosts),
    visitors: briefsIn(lang, 'organisations', facts.visitors),
    visitorRoles: facts.visitorRoles ?? [],
    objectives: facts.objectives ?? [],
    programmeItems: facts.programmeItems ?? [],
    notTransferable: facts.notTransferable ?? [],
    practicesSeen: facts.practicesSeen ?? [],
    lessons: briefsIn(
      lang,
      'lessons',
      idsWhere(lessons, ({ basis }) => basis.visits?.includes(id)),
    ),
    plans: plansIn(lang, () => true).filter((plan) => plan.visit.id === id),
    adoptions: [...practices.values()].flatMap(({ id: practice, facts: { adoptions = [] } }) =>
      adoptions.filter((adoption) => adoption.visit === id).map(({ place, year }) => ({ place, year, practice: briefIn(lang, 'practices', practice) })),
    ),
    followUpDue: facts.followUpDue,
  };
};
export type Visit = ReturnType<typeof visitIn>;

const organisationIn = (lang: string, { id, facts, file }: Stored<OrganisationFacts>) => {
  const partOf = (role: string) =>
    briefsIn(
      lang,
      'practices',
      role === 'lead'
        ? idsWhere(practices, ({ lead }) => lead === id)
        : idsWhere(practices, ({ partners }) => partners?.some((partner) => partner.organisation === id && partner.role === role)),
    );
  return {
    ...briefIn(lang, 'organisations', id),
    lang,
    file,
    facts,
    type: termIn(lang, 'organisation-types', facts.type),
    country: facts.country ? countriesIn(lang, [facts.country])[0] : undefined,
    openTo: termsIn(lang, 'offers', facts.openTo),
    predecessor: facts.predecessor ? briefIn(lang, 'organisations', facts.predecessor) : undefined,
    successor: facts.successor ? briefIn(lang, 'organisations', facts.successor) : undefined,
    roles: vocabularyIn(lang, 'roles')
      .terms.map((role) => ({ role, practices: partOf(role.id) }))
      .filter((part) => part.practices.length > 0),
    hosted: briefsIn(
      lang,
      'visits',
      idsWhere(visits, ({ hosts }) => hosts.includes(id)),
    ),
    visited: briefsIn(
      lang,
      'visits',
      idsWhere(visits, ({ visitors }) => visitors?.includes(id)),
    ),
    plans: plansIn(lang, (plan) => plan.organisation === id),
  };
};
export type Organisation = ReturnType<typeof organisationIn>;

/** Sorting that is the same on every machine: the language's own order, the id where titles are alike. */
const byTitle = (lang: string) => {
  const { compare } = new Intl.Collator(lang);
  return (a: { title: string; id: string }, b: { title: string; id: string }) => compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
};

const remembered = <T>(make: (lang: string) => T): ((lang: string) => T) => {
  const made = new Map<string, T>();
  return (lang) => {
    const known = made.get(lang) ?? make(lang);
    made.set(lang, known);
    return known;
  };
};

/** Every practice for a reader of `lang`: the best evidence first, then by title. */
export const practicesIn = remembered((lang): Practice[] =>
  [...practices.values()]
    .map((practice) => practiceIn(lang, practice))
    .sort((a, b) => evidenceRank(b.evidence.level) - evidenceRank(a.evidence.level) || byTitle(lang)(a, b)),
);
/** Every lesson, the strongest first. */
export const lessonsIn = remembered((lang): Lesson[] => {
  const order = ['strong', 'several', 'single'];
  return [...lessons.values()]
    .map((lesson) => lessonIn(lang, lesson))
    .sort((a, b) => order.indexOf(a.strength) - order.indexOf(b.strength) || byTitle(lang)(a, b));
});
/** Every study visit and conference, the newest first; those without a date last. */
export const visitsIn = remembered((lang): Visit[] =>
  [...visits.values()]
    .map((visit) => visitIn(lang, visit))
    .sort(
      (a, b) => (a.start === 'unknown' ? 1 : 0) - (b.start === 'unknown' ? 1 : 0) || (a.start < b.start ? 1 : a.start > b.start ? -1 : byTitle(lang)(a, b)),
    ),
);
/** Every organisation, by name. */
export const organisationsIn = remembered((lang): Organisation[] =>
  [...organisations.values()].map((organisation) => organisationIn(lang, organisation)).sort(byTitle(lang)),
);

/** The practices with these ids, in the order of `practicesIn`. */
export const practicesWith = (lang: string, ids: readonly string[]): Practice[] => practicesIn(lang).filter(({ id }) => ids.includes(id));

const isIn = ({ countries }: Practice, code: string) => countries.some((country) => country.code === code);
/** How many practices make a country one whose silence on a subject says something. */
const depth = 3;
/** The countries of which so much is known that a gap is worth naming, by name. */
const countriesInDepth = remembered((lang) =>
  [...new Set([...practices.values()].flatMap(({ facts }) => facts.countries))]
    .filter((code) => practicesIn(lang).filter((practice) => isIn(practice, code)).length >= depth)
    .map((code) => ({ code, label: countryName(lang, code) }))
    .sort((a, b) => new Intl.Collator(lang).compare(a.label, b.label)),
);

/** A theme or target group with all that is known about it, and the countries from which nothing is. */
export const topicsIn = (lang: string, vocabulary: PagedVocabulary) => {
  const field = vocabulary === 'themes' ? 'themes' : 'targetGroups';
  const has = (id: string) => (entry: Practice | Lesson) => entry[field].some((term) => term.id === id);
  return vocabularyIn(lang, vocabulary).terms.map((term) => ({
    ...term,
    missing: countriesInDepth(lang).filter(({ code }) => !practicesIn(lang).some((practice) => has(term.id)(practice) && isIn(practice, code))),
    practices: practicesIn(lang).filter(has(term.id)),
    lessons: lessonsIn(lang).filter(has(term.id)),
    visits: [] as Visit[],
    organisations: [] as Brief[],
  }));
};
export type Topic = ReturnType<typeof topicsIn>[number];

/** Every country that something or somebody here is in, by name. */
export const countryTopicsIn = (lang: string) => {
  const codes = new Set([
    ...[...practices.values(), ...visits.values()].flatMap(({ facts }) => facts.countries),
    ...[...organisations.values()].flatMap(({ facts }) => facts.country ?? []),
  ]);
  return [...codes]
    .map((code) => ({
      id: code,
      label: countryName(lang, code),
      definition: undefined,
      missing: vocabularyIn(lang, 'themes').terms.filter(
        ({ id }) => !practicesIn(lang).some((practice) => isIn(practice, code) && practice.themes.some((theme) => theme.id === id)),
      ),
      practices: practicesIn(lang).filter(({ countries }) => countries.some((country) => country.code === code)),
      lessons: lessonsIn(lang).filter(({ countries }) => countries.includes(code)),
      visits: visitsIn(lang).filter(({ countries }) => countries.some((country) => country.code === code)),
      organisations: organisationsIn(lang).filter(({ country }) => country?.code === code),
    }))
    .sort((a, b) => new Intl.Collator(lang).compare(a.label, b.label));
};

/** How many of each there are. */
export const counts = {
  practices: practices.size,
  lessons: lessons.size,
  visits: visits.size,
  organisations: organisations.size,
  ended: idsWhere(practices, ({ status }) => status === 'ended').length,
  countries: new Set([...practices.values()].flatMap(({ facts }) => facts.countries)).size,
};

/** How many entries the search knows. */
export const searchable = counts.practices + counts.lessons + counts.visits;

/** How many practices stand at each level of evidence. */
export const evidenceCounts = (lang: string): (Term & { level: EvidenceLevel; count: number })[] =>
  vocabularyIn(lang, 'evidence').terms.map((term) => ({
    ...term,
    level: term.id as EvidenceLevel,
    count: [...evidenceById.values()].filter(({ level }) => level === term.id).length,
  }));

/** The maintainers' own pages for a language, by name; in the fallback language where there is no translation. */
export const pagesIn = (lang: string): { name: string; pageLang: string; page: CollectionEntry<'pages'> }[] => {
  const names = [...new Set(pages.map(({ id }) => id.split('.')[0]!))].sort();
  return names.flatMap((name) => {
    const own = pages.find(({ id }) => id === `${name}.${lang}`);
    const page = own ?? pages.find(({ id }) => id === `${name}.en`);
    return page ? [{ name, pageLang: own ? lang : 'en', page }] : [];
  });
};

/** The values of every facet, with labels; countries are those the content is about. */
export const facetTermsIn = (lang: string): Record<Facet, { id: string; label: string }[]> =>
  Object.fromEntries(
    Object.entries(facets).map(([facet, vocabulary]) => [
      facet,
      vocabulary
        ? vocabularyIn(lang, vocabulary).terms
        : countryTopicsIn(lang)
            .filter(({ practices: here, visits: met }) => here.length + met.length > 0)
            .map(({ id, label }) => ({ id, label })),
    ]),
  ) as Record<Facet, { id: string; label: string }[]>;

const content = { practices, lessons, visits, organisations, vocabularies };

/** The slugs an entry had before: what stands beside its page stands there too. */
export const formerSlugsOf = (collection: Collection, id: string): readonly string[] => content[collection].get(id)?.facts.formerSlugs ?? [];

/** The ids a term had before. */
export const formerTermsOf = (vocabulary: PagedVocabulary, id: string): readonly string[] =>
  vocabularies.get(vocabulary)!.facts.terms.find((term) => term.id === id)?.formerSlugs ?? [];

/** What is published at an address below the language, by name. */
const labelAt = (lang: string, address: string): Pick<Brief, 'href' | 'title' | 'titleLang'> => {
  const entry = entryAt(address);
  if (entry) return briefIn(lang, entry.collection, entry.id);
  const [folder, id] = address.split('/') as [string, string];
  return { href: href(lang, address), title: termIn(lang, folder === 'themes' ? 'themes' : 'target-groups', id).label, titleLang: lang };
};

/** Every address below the language that has moved: where from, where to, and what is there. */
export const movesFor = (lang: string) => [...movesIn(content)].map(([from, to]) => ({ from, to, ...labelAt(lang, to) }));

/** Every page that was taken away: what was there, when and why it went, what to read instead. */
export const tombstonesIn = (lang: string) =>
  [...tombstones.values()].map(({ facts: { address, title, removed, reason, instead = [] } }) => ({
    address,
    removed,
    title: title[lang] ?? title[langs[0]!]!,
    titleLang: title[lang] ? lang : langs[0]!,
    reason: reason[lang] ?? reason[langs[0]!]!,
    reasonLang: reason[lang] ? lang : langs[0]!,
    instead: instead.map((other) => labelAt(lang, other)),
  }));

/** An entry with its facts as they are written, its title and summary in every language, and what is computed from others. */
export const recordsOf = (collection: Collection) =>
  [...content[collection].values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, facts }) => {
      if (collection === 'organisations') return { id, facts, texts: [] };
      const entry = written[collection].get(id)!;
      return {
        id,
        facts,
        texts: langs.map((lang) => ({ lang, ...textOf(collection, entry, lang) })),
        ...(collection === 'practices' && { evidence: evidenceById.get(id)!.level }),
      };
    });

/** Every vocabulary as it is written. */
export const vocabularyFacts = new Map([...vocabularies].map(([name, { facts }]) => [name, facts]));

/** The schemas, bound to the terms of the vocabularies. */
export const schemas = schemasOf(termIdsOf(vocabularies), langs);
/** The words of a language for the terms that schemas name by id. */
export const vocabularyWords = (lang: string) => wordsIn(lang, vocabularies);

/** Something that has been written, as an example of how to write; `href` when it has a page. */
export interface Sample {
  id: string;
  lang: string;
  facts: unknown;
  href?: string | undefined;
}
/** Everything of one kind, by file name. */
export const samplesOf = (lang: string, kind: FileKind): Sample[] => {
  if (kind === 'translation' || kind === 'vocabulary') {
    const all: Iterable<Stored<unknown> & { lang?: string }> = kind === 'translation' ? translations.values() : vocabularies.values();
    return [...all].sort(byFile).map(({ id, facts, lang: own = 'en' }) => ({ id, facts, lang: own }));
  }
  const collection = folders[kind][0];
  const all: Iterable<Stored<unknown>> = { practices, lessons, visits, organisations }[collection].values();
  return [...all].sort(byFile).map(({ id, facts }) => ({
    id,
    facts,
    lang: (facts as { lang?: string }).lang ?? 'en',
    href: href(lang, paths.entry(collection, id)),
  }));
};
const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);

/** Where a file of each kind is begun in the browser, from its template in `lang`. */
export const newFilesIn = async (lang: string): Promise<Record<FileKind, string>> => {
  const material = materialOf({ vocabularies, practices, lessons, visits, organisations }, langs, lang, plainTexts(lang));
  const addresses = fileKinds
    .filter((kind) => kind !== 'vocabulary')
    .map(async (kind) => {
      const { folder, filename, text } = await templateOf(kind, lang, material);
      return [kind, newFileAddress(folder, filename, text)];
    });
  return Object.fromEntries(await Promise.all(addresses)) as Record<FileKind, string>;
};
