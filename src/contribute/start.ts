import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { input } from '@inquirer/prompts';
import { countryCodes } from '../domain/countries.ts';
import { readContent } from '../reader/folder.ts';
import type { Library } from '../reader/library.ts';
import { saidIn } from '../reader/problem.ts';
import { folders, schemasOf, type FileKind } from '../schema/collections.ts';
import { slug } from '../schema/values.ts';
import { wordsIn } from '../schema/words.ts';
import { settings } from '../settings.ts';
import { draftOf } from './draft.ts';
import { interviewed } from './interview.ts';
import { termIdsOf } from './material.ts';
import { asked, chosenFrom, type Choice, type Desk, type Streams } from './prompts.ts';
import { givenFor } from './template.ts';

/** The texts of the interface in a language of the site, else in English; plural forms are not among them. */
export const textsIn = async (root: string, lang: string): Promise<Desk['say']> => {
  const known = (settings.languages as readonly string[]).includes(lang) ? lang : settings.languages[0];
  const { ui } = JSON.parse(await readFile(join(root, `content/languages/${known}.json`), 'utf8')) as { ui: Record<string, string> };
  return (key, values = {}) => (ui[key] ?? '').replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
};

const written = ['practices', 'lessons', 'visits'] as const;
const kinds = ['practice', 'lesson', 'visit', 'organisation', 'translation'] as const satisfies FileKind[];
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** The entries of a collection, by name. */
const entriesOf = (library: Library, collection: (typeof written)[number] | 'organisations'): Choice[] =>
  (collection === 'organisations'
    ? [...library.organisations.values()].map(({ id, facts }) => ({ value: id, name: facts.names.en }))
    : [...library[collection].values()].map(({ id, facts }) => ({ value: id, name: facts.title }))
  ).sort((a, b) => (a.name < b.name ? -1 : 1));

const choicesIn = (library: Library, lang: string): Desk['choicesFor'] => {
  const words = wordsIn(lang, library.vocabularies);
  const terms = termIdsOf(library.vocabularies);
  return ({ type, vocabulary, collection, allowed }) => {
    if (vocabulary) return terms[vocabulary].map((id) => ({ value: id, name: words.term(vocabulary, id) }));
    if (collection) return entriesOf(library, collection);
    if (type === 'country') return countryCodes.map((code) => ({ value: code, name: words.country(code) }));
    return allowed?.map((value) => ({ value, name: value }));
  };
};

/** A name for a file made from a title: plain letters, words joined by hyphens. */
export const slugFrom = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');

/** Asks which text is translated into which language: the file to write. Only what is missing is offered. */
const translationFile = async (library: Library, desk: Desk): Promise<{ file: string; lang: string }> => {
  const there = new Set(library.translations.map(({ collection, of, lang }) => `${collection}/${of}.${lang}`));
  const missing = (original: string, own: string) => settings.languages.filter((lang) => lang !== own && !there.has(`${original}.${lang}`));
  const originals = written.flatMap((collection) =>
    [...library[collection].values()].map(({ id, facts }) => ({
      value: `${collection}/${id}`,
      name: facts.title,
      langs: missing(`${collection}/${id}`, facts.lang),
    })),
  );
  const original = await chosenFrom(
    desk.say('new.original'),
    originals.filter(({ langs }) => langs.length > 0),
    desk,
  );
  const names = new Intl.DisplayNames(desk.lang, { type: 'language' });
  const { langs } = originals.find(({ value }) => value === original)!;
  const lang = await chosenFrom(
    desk.say('new.language'),
    langs.map((value) => ({ value, name: names.of(value) ?? value })),
    desk,
  );
  return { file: `content/${original}.${lang}.md`, lang };
};

/** Asks for the name of the file, until it is one and nothing else has it. */
const newFile = async (root: string, kind: Exclude<FileKind, 'translation'>, title: string, { say, lang, streams }: Desk): Promise<string> => {
  const folder = folders[kind][0];
  const ending = kind === 'organisation' ? 'yaml' : 'md';
  const taken = async (name: string) => {
    const files = kind === 'organisation' ? [`content/${folder}/${name}.yaml`] : written.map((collection) => `content/${collection}/${name}.md`);
    for (const file of files) if (await exists(join(root, file))) return file;
    return undefined;
  };
  const said = (kindOf: 'not-a-slug' | 'slug-taken', values: Record<string, string>) => {
    const { what, mend } = saidIn(lang, { kind: kindOf, values, file: '', line: 1, column: 1 });
    return `${what} ${mend}`;
  };
  const validate = async (name: string) => {
    if (!slug.safeParse(name).success) return said('not-a-slug', { value: name });
    const other = await taken(name);
    return other === undefined || said('slug-taken', { value: name, other });
  };
  return `content/${folder}/${await input({ message: say('new.slug'), default: slugFrom(title), validate }, streams)}.${ending}`;
};

/**
 * Asks for everything a new file must hold and writes it under `root`; gives its path. A file that is there is never
 * touched, and nothing is written before the last answer. Throws what the prompts throw when they are broken off.
 */
export const newEntry = async (root: string, lang: string, day: string, streams: Streams = {}): Promise<string> => {
  const [{ library }, say] = await Promise.all([readContent(root, settings.languages), textsIn(root, lang)]);
  const desk: Desk = { lang, say, streams, choicesFor: choicesIn(library, lang) };
  const kind = (await chosenFrom(
    say('new.what'),
    kinds.map((value) => ({ value, name: say(`new.kind.${value}`) })),
    desk,
  )) as (typeof kinds)[number];
  const target = kind === 'translation' ? await translationFile(library, desk) : undefined;
  const facts = await interviewed(schemasOf(termIdsOf(library.vocabularies), settings.languages)[kind], asked(desk), givenFor(day));
  const title = (facts.title ?? (facts.names as { en?: string } | undefined)?.en ?? '') as string;
  const file = target?.file ?? (await newFile(root, kind as 'practice', title, desk));
  const text = draftOf(kind, facts, {
    sections: library.vocabularies.get('sections')!.facts,
    lang: target?.lang ?? (facts.lang as string | undefined) ?? lang,
  });
  await writeFile(join(root, file), text, { flag: 'wx' });
  return file;
};
