import type { z } from 'zod';
import { lessonSchema, type LessonFacts } from '../schema/lesson.ts';
import { organisationSchema } from '../schema/organisation.ts';
import { practiceSchema, type PracticeFacts } from '../schema/practice.ts';
import { tombstoneSchema } from '../schema/tombstone.ts';
import { vocabularyNames, type TermIds } from '../schema/values.ts';
import { visitSchema, type VisitFacts } from '../schema/visit.ts';
import { vocabularySchema, type Vocabulary } from '../schema/vocabulary.ts';
import type { Section } from './body.ts';
import { latestToday } from './dates.ts';
import { digestOf, readData, type ContentFile, type Entry, type Rules } from './entry.ts';
import { readYaml } from './header.ts';
import { remembered } from './memory.ts';
import { located, type Located } from './paths.ts';
import { praisePattern } from './praise.ts';
import type { Problem } from './problem.ts';

/** Collections of texts with a template. */
export const written = ['practices', 'lessons', 'visits'] as const;
export type Written = (typeof written)[number];
/** What the header of each kind of text holds. */
export interface WrittenFacts {
  practices: PracticeFacts;
  lessons: LessonFacts;
  visits: VisitFacts;
}

/** What every reading depends on beside the files themselves. */
export interface Frame {
  langs: readonly string[];
  rules: Rules;
  /** The headings of a template, in a language. */
  sections: (collection: Written) => (lang: string) => readonly Section[];
  schemas: { [C in Written]: z.ZodType<WrittenFacts[C]> } & {
    organisations: ReturnType<typeof organisationSchema>;
    tombstones: ReturnType<typeof tombstoneSchema>;
  };
}
/** The frame with its vocabularies and what is wrong in them; without a vocabulary that is needed nothing can be judged. */
export interface FrameReading {
  frame?: Frame;
  vocabularies: ReadonlyMap<string, Entry<Vocabulary>>;
  problems: Problem[];
}
/** How to read: YYYY-MM-DD of today; and whether texts are made into HTML, which who only checks them need not. */
export interface ReadingOptions {
  today?: string;
  render?: boolean;
}

const frameFile = /^content\/(?:vocabularies|languages)\//;
/** Whether every reading depends on a file: vocabularies and the texts of the interface. */
export const isFrame = (file: string): boolean => frameFile.test(file);

/** Changes when any reading might: with the languages, the day, a vocabulary or a text of the interface. */
export const frameDigest = (files: readonly ContentFile[], langs: readonly string[], { today = latestToday(), render = true }: ReadingOptions = {}): string =>
  digestOf(JSON.stringify([langs, today, render, files.filter(({ file }) => isFrame(file))]));

interface LooseTerm {
  id: string;
  label?: Record<string, string>;
  template?: string;
  required?: boolean;
}

/** Terms even of a vocabulary that has a mistake, so that a missing label does not hide the mistakes of all other files. */
const termsOf = ({ id, text }: Located, entry: Entry<Vocabulary> | undefined): [string, LooseTerm[]] => {
  const data = (entry?.header.data ?? readYaml('', text, 1).header.data) as { terms?: LooseTerm[] } | undefined;
  return [id, Array.isArray(data?.terms) ? data.terms.filter((term) => typeof (term as LooseTerm | null)?.id === 'string') : []];
};

/** The words that praise, by language; a file of the interface that is not JSON. */
const praiseIn = (files: readonly Located[]): { praise: Rules['praise']; problems: Problem[] } => {
  const problems: Problem[] = [];
  const praise = files.flatMap(({ id, file, text }) => {
    try {
      const { praise: words = [] } = JSON.parse(text) as { praise?: string[] };
      return words.length > 0 ? [[id, praisePattern(words)] as const] : [];
    } catch (error) {
      problems.push({ file, line: 1, column: 1, kind: 'json', values: { detail: (error as Error).message } });
      return [];
    }
  });
  return { praise: Object.fromEntries(praise), problems };
};

/** Reads the vocabularies and the languages among `files`. */
export const readFrame = (files: readonly ContentFile[], langs: readonly string[], options: ReadingOptions = {}): FrameReading =>
  remembered('frame', frameDigest(files, langs, options), () => {
    const { today = latestToday(), render = true } = options;
    const { byFolder } = located(files.filter(({ file }) => isFrame(file)));
    const ofVocabularies = byFolder.get('vocabularies')!;
    const readings = ofVocabularies.map((file) => readData(file, file.id, vocabularySchema(langs)));
    const vocabularies = new Map(readings.flatMap(({ entry }) => (entry ? [[entry.id, entry] as const] : [])));
    const problems = readings.flatMap((reading) => reading.problems);
    const terms = new Map(ofVocabularies.map((file) => termsOf(file, vocabularies.get(file.id))));
    const missing = vocabularyNames.filter((name) => !terms.get(name)?.length);
    if (missing.length > 0) {
      const absent = missing.map((name): Problem => ({ file: `content/vocabularies/${name}.yaml`, line: 1, column: 1, kind: 'vocabulary-missing' }));
      return { vocabularies, problems: [...problems, ...absent] };
    }
    const ids = Object.fromEntries([...terms].map(([name, list]) => [name, list.map(({ id }) => id)])) as Partial<TermIds> as TermIds;
    const { praise, problems: unreadable } = praiseIn(byFolder.get('languages')!);
    const sections: Frame['sections'] = (collection) => (lang) =>
      (terms.get('sections') ?? [])
        .filter(({ template }) => template === collection)
        .map(({ id, label, required = false }) => ({ id, label: label?.[lang] ?? label?.en ?? id, required }));
    const schemas = {
      practices: practiceSchema(ids),
      lessons: lessonSchema(ids),
      visits: visitSchema(ids),
      organisations: organisationSchema(ids),
      tombstones: tombstoneSchema(langs),
    };
    return { frame: { langs, rules: { today, praise, render }, sections, schemas }, vocabularies, problems: [...problems, ...unreadable] };
  });
