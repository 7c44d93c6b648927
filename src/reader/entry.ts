import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Translation } from '../schema/translation.ts';
import { readBody, type Body, type Section } from './body.ts';
import { readYaml, splitHeader, type Header } from './header.ts';
import type { Problem } from './problem.ts';
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
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Reads a file of YAML: an organisation, a vocabulary. */
export const readData = <S extends z.ZodType>({ file, text }: ContentFile, id: string, schema: S): Reading<Entry<z.output<S>>> => {
  const { header, problems } = readYaml(file, text, 1);
  if (problems.length > 0) return { problems };
  const { data: facts, problems: wrong } = validate(schema, header, file);
  return facts === undefined ? { problems: wrong } : { entry: { id, file, digest: digestOf(text), facts, header, body: emptyBody }, problems: [] };
};

/** What the Markdown reader needs beside the file. */
interface TextOptions<S> {
  schema: S;
  /** The headings of the template, in the language of the file. */
  sections: (lang: string) => readonly Section[];
  /** For a translation: its language and the sources of the original; its body may be left out. */
  translation?: { lang: string; sources: readonly Source[] };
}
interface Source {
  key: string;
  publisher: string;
  year: string;
}

/** The header may still be wrong here; its own problems have been found before. */
const isSourceList = (value: unknown): value is readonly Source[] =>
  Array.isArray(value) && value.every((source: unknown) => typeof (source as Partial<Source> | null)?.key === 'string');

/** Reads a Markdown file with its header: a practice, lesson or visit, or a translation of one. */
export const readText = <S extends z.ZodType>({ file, text }: ContentFile, id: string, options: TextOptions<S>): Reading<Entry<z.output<S>>> => {
  const parts = splitHeader(text);
  if (!parts)
    return {
      problems: [
        { file, line: 1, column: 1, message: 'The file does not begin with a header. Its first line must be --- and another --- must close the header.' },
      ],
    };
  const { header, problems } = readYaml(file, parts.yaml, 2);
  if (problems.length > 0) return { problems };
  const { data: facts, problems: wrong } = validate(options.schema, header, file);
  const { lang, sources = [] } = options.translation ?? ((header.data ?? {}) as { lang?: string; sources?: Source[] });
  if (options.translation && parts.body.trim() === '')
    return facts === undefined ? { problems: wrong } : { entry: { id, file, digest: digestOf(text), facts, header, body: emptyBody }, problems: [] };
  const read = readBody(parts.body, {
    file,
    firstLine: parts.bodyLine,
    sections: options.sections(String(lang)),
    sources: isSourceList(sources) ? sources : [],
  });
  const all = [...wrong, ...read.problems];
  if (facts === undefined) return { problems: all };
  // With a body that is refused the entry is not published, but its references can still be checked.
  return { entry: { id, file, digest: digestOf(text), facts, header, body: read.body ?? emptyBody }, problems: all };
};

/** A translation and what it translates. */
export interface TranslationEntry extends Entry<Translation> {
  collection: 'practices' | 'lessons' | 'visits';
  /** The slug of the original. */
  of: string;
  lang: string;
}
