import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Translation } from '../schema/translation.ts';
import { readBody, type Body, type Section } from './body.ts';
import { futureDates } from './dates.ts';
import { readYaml, splitHeader, type Header } from './header.ts';
import { privacyProblems, type Waiver } from './privacy.ts';
import type { Problem } from './problem.ts';
import { praiseProblems, type Praise } from './praise.ts';
import { validate } from './validate.ts';

/** A file of `content/` as bytes turned to text. */
export interface ContentFile {
  /** Path from the project's root, with forward slashes. */
  file: string;
  text: string;
}

/** A file that has passed: its facts, its text, and where things stand in it for the checks that span files. */
export interface Entry<Facts> {
  id: string;
  file: string;
  /** Changes when the file does. */
  digest: string;
  facts: Facts;
  header: Header;
  body: Body;
}

/** An entry, or the problems that keep it from being one. */
export interface Reading<T> {
  entry?: T;
  problems: Problem[];
}

const emptyBody: Body = { html: '', sections: [], cited: [], links: [], words: 0, text: '' };
/** Changes when a text does. */
export const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What every reading depends on beside the file itself. */
export interface Rules {
  /** YYYY-MM-DD */
  today: string;
  praise: Praise;
  /** Whether texts are made into HTML; who only checks them need not. */
  render: boolean;
}

/** Reads a file of YAML: an organisation, a vocabulary. */
export const readData = <S extends z.ZodType>({ file, text }: ContentFile, id: string, schema: S): Reading<Entry<z.output<S>>> => {
  const { header, problems } = readYaml(file, text, 1);
  if (problems.length > 0) return { problems };
  const { data: facts, problems: wrong } = validate(schema, header, file);
  const all = [...wrong, ...privacyProblems(file, text, [])];
  return facts === undefined ? { problems: all } : { entry: { id, file, digest: digestOf(text), facts, header, body: emptyBody }, problems: all };
};

/** What the Markdown reader needs beside the file. */
interface TextOptions<S> {
  schema: S;
  /** The headings of the template, in the language of the file. */
  sections: (lang: string) => readonly Section[];
  rules: Rules;
  /** For a translation: its language and the sources of the original; its body may be left out. */
  translation?: { lang: string; sources: readonly Source[]; waivers: readonly Waiver[] };
}
interface Source {
  key: string;
  publisher: string;
  year: string;
}
/** The fields of a header that the rest of the reading looks at; they may still be wrong, which has been said already. */
interface LooseHeader {
  lang?: unknown;
  sources?: unknown;
  countries?: unknown;
  waivers?: unknown;
}
const listOf = <T>(value: unknown, key: keyof T & string): T[] =>
  Array.isArray(value) ? value.filter((item: unknown): item is T => typeof (item as Record<string, unknown> | null)?.[key] === 'string') : [];

/** What can be wrong with a text whose header cannot be read: nothing that depends on its language or its sources. */
const ofTextAlone = new Set<Problem['kind']>([
  'html',
  'image-in-text',
  'link-not-allowed',
  'link-deceives',
  'link-with-password',
  'link-empty',
  'heading-level',
  'text-too-deep',
]);

/** Reads a Markdown file with its header: a practice, lesson or visit, or a translation of one. */
export const readText = <S extends z.ZodType>({ file, text }: ContentFile, id: string, options: TextOptions<S>): Reading<Entry<z.output<S>>> => {
  const parts = splitHeader(text);
  if (typeof parts === 'string') return { problems: [{ file, line: 1, column: 1, kind: parts }] };
  const { header, problems: broken } = readYaml(file, parts.yaml, 2);
  const { translation, rules } = options;
  const loose = (header.data ?? {}) as LooseHeader;
  const lang = translation?.lang ?? String(loose.lang);
  const waivers = translation?.waivers ?? listOf<Waiver>(loose.waivers, 'text');
  const [country] = Array.isArray(loose.countries) ? (loose.countries as unknown[]) : [];
  const hasBody = !translation || parts.body.trim() !== '';
  const read = hasBody
    ? readBody(parts.body, {
        file,
        firstLine: parts.bodyLine,
        sections: options.sections(lang),
        sources: translation?.sources ?? listOf<Source>(loose.sources, 'key'),
        render: rules.render,
      })
    : { body: emptyBody, problems: [] };
  const ofAnyFile = [...privacyProblems(file, text, waivers, typeof country === 'string' ? country : undefined, translation !== undefined)];
  if (broken.length > 0) return { problems: [...broken, ...read.problems.filter(({ kind }) => ofTextAlone.has(kind)), ...ofAnyFile] };
  const { data: facts, problems: wrong } = validate(options.schema, header, file);
  const problems = [...wrong, ...read.problems, ...ofAnyFile, ...futureDates(file, header, rules.today), ...praiseProblems(file, text, lang, rules.praise)];
  // With a body that is refused the entry is not published, but its references can still be checked.
  return facts === undefined ? { problems } : { entry: { id, file, digest: digestOf(text), facts, header, body: read.body ?? emptyBody }, problems };
};

/** A translation and what it translates. */
export interface TranslationEntry extends Entry<Translation> {
  collection: 'practices' | 'lessons' | 'visits';
  /** The slug of the original. */
  of: string;
  lang: string;
}
