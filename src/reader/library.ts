import type { z } from 'zod';
import { lessonSchema, type LessonFacts } from '../schema/lesson.ts';
import { organisationSchema, type OrganisationFacts } from '../schema/organisation.ts';
import { practiceSchema, type PracticeFacts } from '../schema/practice.ts';
import { tombstoneSchema, type Tombstone } from '../schema/tombstone.ts';
import { translationSchema } from '../schema/translation.ts';
import { vocabularyNames, type TermIds } from '../schema/values.ts';
import { visitSchema, type VisitFacts } from '../schema/visit.ts';
import { vocabularySchema, type Vocabulary } from '../schema/vocabulary.ts';
import { acrossFiles } from './across.ts';
import type { Section } from './body.ts';
import { latestToday } from './dates.ts';
import { readData, readText, type ContentFile, type Entry, type TranslationEntry } from './entry.ts';
import { readYaml } from './header.ts';
import { remembered } from './memory.ts';
import { located as locate, type Located } from './paths.ts';
import type { Praise } from './praise.ts';
import { meantBy, sorted, type Problem } from './problem.ts';

type Entries<Facts> = ReadonlyMap<string, Entry<Facts>>;

/** Everything in `content/` that passed, by collection and slug. */
export interface Library {
  vocabularies: Entries<Vocabulary>;
  practices: Entries<PracticeFacts>;
  lessons: Entries<LessonFacts>;
  visits: Entries<VisitFacts>;
  organisations: Entries<OrganisationFacts>;
  translations: readonly TranslationEntry[];
  tombstones: Entries<Tombstone>;
}

const written = ['practices', 'lessons', 'visits'] as const;
type Written = (typeof written)[number];
const schemas = { practices: practiceSchema, lessons: lessonSchema, visits: visitSchema };

interface LooseTerm {
  id: string;
  label?: Record<string, string>;
  template?: string;
  required?: boolean;
}

/** Term ids even of a vocabulary that has a mistake, so that a missing label does not hide the mistakes of all other files. */
const termsOf = (files: readonly Located[]): { found: Partial<TermIds>; sectionTerms: LooseTerm[] } => {
  const terms = files.map(({ id, text }): [string, LooseTerm[]] => {
    const data = readYaml('', text, 1).header.data as { terms?: LooseTerm[] } | undefined;
    return [id, Array.isArray(data?.terms) ? data.terms.filter((term) => typeof (term as LooseTerm | null)?.id === 'string') : []];
  });
  return {
    found: Object.fromEntries(terms.map(([name, list]) => [name, list.map(({ id }) => id)])),
    sectionTerms: new Map(terms).get('sections') ?? [],
  };
};

/** The words that praise, by language; a file of the interface that is not JSON. */
const praiseIn = (files: readonly Located[]): { praise: Praise; problems: Problem[] } => {
  const problems: Problem[] = [];
  const praise = files.flatMap(({ id, file, text }) => {
    try {
      return [[id, (JSON.parse(text) as { praise?: string[] }).praise ?? []] as const];
    } catch (error) {
      problems.push({ file, line: 1, column: 1, kind: 'json', values: { detail: (error as Error).message } });
      return [];
    }
  });
  return { praise: Object.fromEntries(praise), problems };
};

/**
 * Reads `content/`: `files` are its files, `langs` the languages of the site. `paths` are all the files there are, so that a
 * reference to one that is not read now is not taken for a mistake.
 * Gives the entries that passed and every problem found, sorted by place. When there are problems, nothing may be published.
 */
export const readLibrary = (
  files: readonly ContentFile[],
  langs: readonly string[],
  paths: ReadonlySet<string> = new Set(files.map(({ file }) => file)),
  { today = latestToday(), render = true }: { today?: string; render?: boolean } = {},
): { library: Library; problems: Problem[] } => {
  const { byFolder, problems } = locate(files);
  const keep = <T extends Entry<unknown>>(readings: { entry?: T; problems: Problem[] }[]): Map<string, T> => {
    problems.push(...readings.flatMap((reading) => reading.problems));
    return new Map(readings.flatMap(({ entry }) => (entry ? [[entry.id, entry] as const] : [])));
  };
  const located = (folder: string) => byFolder.get(folder)!;

  // An organisation may carry the name of the practice it is known for; everything a reader searches for has a slug of its own.
  for (const collection of written)
    for (const { file, id, lang } of located(collection)) {
      const other = written.slice(0, written.indexOf(collection)).find((earlier) => paths.has(`content/${earlier}/${id}.md`));
      if (other && !lang) problems.push({ file, line: 1, column: 1, kind: 'slug-taken', values: { value: id, other: `content/${other}/${id}.md` } });
    }

  const vocabularies = keep(
    located('vocabularies').map((file) => remembered(file.file, JSON.stringify(langs) + file.text, () => readData(file, file.id, vocabularySchema(langs)))),
  );
  const { found, sectionTerms } = termsOf(located('vocabularies'));
  const missing = vocabularyNames.filter((name) => !found[name]?.length);
  if (missing.length > 0) {
    // Without its vocabularies nothing else can be judged.
    problems.push(
      ...missing.map((name) => ({
        file: `content/vocabularies/${name}.yaml`,
        line: 1,
        column: 1,
        kind: 'vocabulary-missing' as const,
      })),
    );
    return {
      library: { vocabularies, practices: new Map(), lessons: new Map(), visits: new Map(), organisations: new Map(), translations: [], tombstones: new Map() },
      problems: sorted(problems),
    };
  }

  const termIds = found as TermIds;
  const { praise, problems: unreadable } = praiseIn(located('languages'));
  problems.push(...unreadable);
  const rules = { today, praise, render };
  /** Every reading depends on the vocabularies and the languages, beside its own text. */
  const frame = JSON.stringify([langs, rules, located('vocabularies').map(({ text }) => text)]);
  const sections =
    (collection: Written) =>
    (lang: string): Section[] =>
      sectionTerms
        .filter(({ template }) => template === collection)
        .map(({ id, label, required = false }) => ({ id, label: label?.[lang] ?? label?.en ?? id, required }));

  const originals = <C extends Written>(collection: C) => {
    const schema = schemas[collection](termIds) as unknown as z.ZodType<{ practices: PracticeFacts; lessons: LessonFacts; visits: VisitFacts }[C]>;
    return keep(
      located(collection)
        .filter(({ lang }) => !lang)
        .map((file) => remembered(file.file, frame + file.text, () => readText(file, file.id, { schema, sections: sections(collection), rules }))),
    );
  };
  const practices = originals('practices');
  const lessons = originals('lessons');
  const visits = originals('visits');
  const organisations = keep(
    located('organisations').map((file) => remembered(file.file, frame + file.text, () => readData(file, file.id, organisationSchema(termIds)))),
  );

  const originalsOf = { practices, lessons, visits };
  const translations = written.flatMap((collection) =>
    located(collection).flatMap(({ file, text, id, lang }): TranslationEntry[] => {
      if (!lang) return [];
      const original = originalsOf[collection].get(id);
      const complain = (kind: Problem['kind'], values: Problem['values'], meant?: string) =>
        problems.push({ file, line: 1, column: 1, kind, values: values!, ...(meant && { meant }) });
      const target = `content/${collection}/${id}.md`;
      if (!original) {
        // A broken original has said so itself.
        if (!paths.has(target)) complain('nothing-to-translate', { target }, meantBy(id, [...originalsOf[collection].keys()]));
        return [];
      }
      if (original.facts.lang === lang) complain('translation-into-own-language', { value: lang });
      if (!langs.includes(lang)) complain('translation-language', { value: lang, allowed: langs.join(', ') }, meantBy(lang, langs));
      const { sources, waivers = [] } = original.facts;
      const reading = remembered(file, frame + JSON.stringify([sources, waivers]) + text, () =>
        readText({ file, text }, id, { schema: translationSchema, sections: sections(collection), rules, translation: { lang, sources, waivers } }),
      );
      problems.push(...reading.problems);
      return reading.entry ? [{ ...reading.entry, collection, of: id, lang }] : [];
    }),
  );

  const tombstones = keep(located('tombstones').map((file) => readData(file, file.id, tombstoneSchema(langs))));
  const library = { vocabularies, practices, lessons, visits, organisations, translations, tombstones };
  problems.push(...acrossFiles(library, paths));
  return { library, problems: sorted(problems) };
};
