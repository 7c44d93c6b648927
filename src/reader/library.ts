import type { z } from 'zod';
import { lessonSchema, type LessonFacts } from '../schema/lesson.ts';
import { organisationSchema, type OrganisationFacts } from '../schema/organisation.ts';
import { practiceSchema, type PracticeFacts } from '../schema/practice.ts';
import { tombstoneSchema, type Tombstone } from '../schema/tombstone.ts';
import { translationSchema } from '../schema/translation.ts';
import { slug, vocabularyNames, type TermIds } from '../schema/values.ts';
import { visitSchema, type VisitFacts } from '../schema/visit.ts';
import { vocabularySchema, type Vocabulary } from '../schema/vocabulary.ts';
import { acrossFiles } from './across.ts';
import type { Section } from './body.ts';
import { readData, readText, type ContentFile, type Entry, type TranslationEntry } from './entry.ts';
import { readYaml } from './header.ts';
import { remembered } from './memory.ts';
import { permanenceProblems } from './permanence.ts';
import { sorted, suggestion, type Problem } from './problem.ts';

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

/** What may lie in `content/`, by folder: the pattern of the file's name and the words for it. */
const kinds: Record<string, { pattern: RegExp; said: string }> = {
  practices: { pattern: /^(?<id>[^.]+)(?:\.(?<lang>[a-z]{2,3}))?\.md$/, said: '<slug>.md, or <slug>.<language>.md for a translation' },
  lessons: { pattern: /^(?<id>[^.]+)(?:\.(?<lang>[a-z]{2,3}))?\.md$/, said: '<slug>.md, or <slug>.<language>.md for a translation' },
  visits: { pattern: /^(?<id>[^.]+)(?:\.(?<lang>[a-z]{2,3}))?\.md$/, said: '<slug>.md, or <slug>.<language>.md for a translation' },
  organisations: { pattern: /^(?<id>[^.]+)\.yaml$/, said: '<slug>.yaml' },
  vocabularies: { pattern: /^(?<id>[^.]+)\.yaml$/, said: '<name>.yaml' },
  tombstones: { pattern: /^(?<id>[^.]+)\.yaml$/, said: '<slug>.yaml' },
  pages: { pattern: /^(?<id>[^.]+)\.(?<lang>[a-z]{2,3})\.mdx$/, said: '<name>.<language>.mdx' },
  languages: { pattern: /^(?<id>[^.]+)\.json$/, said: '<language>.json' },
};

interface Located extends ContentFile {
  id: string;
  lang: string | undefined;
}

/** Files by folder, with slug and language taken from their names; and the files that have no business here. */
const locate = (files: readonly ContentFile[]): { byFolder: Map<string, Located[]>; problems: Problem[] } => {
  const byFolder = new Map<string, Located[]>(Object.keys(kinds).map((folder) => [folder, []]));
  const problems: Problem[] = [];
  for (const { file, text } of files) {
    const [, folder = '', ...rest] = file.split('/');
    const kind = kinds[folder];
    const match = kind?.pattern.exec(rest.join('/'));
    const complain = (message: string) => problems.push({ file, line: 1, column: 1, message });
    if (!kind) complain(`Nothing is read from this folder. Content lies in ${Object.keys(kinds).join(', ')}.${suggestion(folder, Object.keys(kinds))}`);
    else if (!match) complain(`Files in content/${folder} are named ${kind.said}. Rename or remove this one.`);
    else if (folder !== 'languages' && !slug.safeParse(match.groups!.id).success)
      complain(`"${match.groups!.id}" cannot be an address. Name the file in lower-case letters a-z and digits, words joined by hyphens.`);
    else byFolder.get(folder)!.push({ file, text, id: match.groups!.id!, lang: match.groups!.lang });
  }
  return { byFolder, problems };
};

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

/**
 * Reads all of `content/`: `files` are its files, `langs` the languages of the site.
 * Gives the entries that passed and every problem found, sorted by place. When there are problems, nothing may be published.
 */
export const readLibrary = (files: readonly ContentFile[], langs: readonly string[]): { library: Library; problems: Problem[] } => {
  const { byFolder, problems } = locate(files);
  const keep = <T extends Entry<unknown>>(readings: { entry?: T; problems: Problem[] }[]): Map<string, T> => {
    problems.push(...readings.flatMap((reading) => reading.problems));
    return new Map(readings.flatMap(({ entry }) => (entry ? [[entry.id, entry] as const] : [])));
  };
  const located = (folder: string) => byFolder.get(folder)!;

  const vocabularies = keep(located('vocabularies').map((file) => readData(file, file.id, vocabularySchema(langs))));
  const { found, sectionTerms } = termsOf(located('vocabularies'));
  const missing = vocabularyNames.filter((name) => !found[name]?.length);
  if (missing.length > 0) {
    // Without its vocabularies nothing else can be judged.
    problems.push(
      ...missing.map((name) => ({
        file: `content/vocabularies/${name}.yaml`,
        line: 1,
        column: 1,
        message: 'This vocabulary is missing or has no terms. Restore it.',
      })),
    );
    return {
      library: { vocabularies, practices: new Map(), lessons: new Map(), visits: new Map(), organisations: new Map(), translations: [], tombstones: new Map() },
      problems: sorted(problems),
    };
  }

  const termIds = found as TermIds;
  /** Every reading depends on the vocabularies and the languages, beside its own text. */
  const frame = JSON.stringify([langs, located('vocabularies').map(({ text }) => text)]);
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
        .map((file) => remembered(file.file, frame + file.text, () => readText(file, file.id, { schema, sections: sections(collection) }))),
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
      const complain = (message: string) => problems.push({ file, line: 1, column: 1, message });
      if (!original) {
        // A broken original has said so itself.
        if (!files.some((other) => other.file === `content/${collection}/${id}.md`))
          complain(`There is no content/${collection}/${id}.md to translate.${suggestion(id, [...originalsOf[collection].keys()])}`);
        return [];
      }
      if (original.facts.lang === lang) complain(`The original is in "${lang}" already. Name the file after the language it is translated into.`);
      if (!langs.includes(lang)) complain(`"${lang}" is not a language of this site (${langs.join(', ')}).`);
      const { sources } = original.facts;
      const reading = remembered(file, frame + JSON.stringify(sources) + text, () =>
        readText({ file, text }, id, { schema: translationSchema, sections: sections(collection), translation: { lang, sources } }),
      );
      problems.push(...reading.problems);
      return reading.entry ? [{ ...reading.entry, collection, of: id, lang }] : [];
    }),
  );

  const tombstones = keep(located('tombstones').map((file) => readData(file, file.id, tombstoneSchema(langs))));

  const library = { vocabularies, practices, lessons, visits, organisations, translations, tombstones };
  problems.push(...acrossFiles(library, new Set(files.map(({ file }) => file))), ...permanenceProblems(library));
  return { library, problems: sorted(problems) };
};
