import { lessonSchema } from './lesson.ts';
import { organisationSchema } from './organisation.ts';
import { practiceSchema } from './practice.ts';
import { translationSchema } from './translation.ts';
import type { TermIds } from './values.ts';
import { visitSchema } from './visit.ts';
import { vocabularySchema } from './vocabulary.ts';

/** The kinds of file a contributor writes, and the folders of `content/` they lie in. */
export const folders = {
  practice: ['practices'],
  lesson: ['lessons'],
  visit: ['visits'],
  organisation: ['organisations'],
  translation: ['practices', 'lessons', 'visits'],
  vocabulary: ['vocabularies'],
} as const satisfies Record<string, readonly string[]>;
/** What their names are made of. */
export const patterns: Record<FileKind, string> = {
  practice: '<slug>.md',
  lesson: '<slug>.md',
  visit: '<slug>.md',
  organisation: '<slug>.yaml',
  translation: '<slug>.<language>.md',
  vocabulary: '<name>.yaml',
};
export type FileKind = keyof typeof folders;
export const fileKinds = Object.keys(folders) as FileKind[];

/** The schema of each, for the terms of the vocabularies and the languages of the site. */
export const schemasOf = (terms: TermIds, langs: readonly string[]) => ({
  practice: practiceSchema(terms),
  lesson: lessonSchema(terms),
  visit: visitSchema(terms),
  organisation: organisationSchema(terms),
  translation: translationSchema,
  vocabulary: vocabularySchema(langs),
});
