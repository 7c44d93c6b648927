import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { termIdsOf } from '../../src/contribute/material.ts';
import { exampleOf, fieldsOf } from '../../src/schema/codebook.ts';
import { readAllFiles, readContent } from '../../src/reader/folder.ts';
import { splitHeader } from '../../src/reader/header.ts';
import { fileKinds, schemasOf, type FileKind } from '../../src/schema/collections.ts';
import { jsonSchemaOf } from '../../src/schema/jsonSchema.ts';
import { wordsIn } from '../../src/schema/words.ts';
import { settings } from '../../src/settings.ts';

const root = process.cwd();
const [{ library }, { files }] = await Promise.all([readContent(root, settings.languages), readAllFiles(root)]);
const schemas = schemasOf(termIdsOf(library.vocabularies), settings.languages);
const words = wordsIn('en', library.vocabularies);

/** A validator that knows nothing of zod. */
const ajv = ajvFormats.default(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }));
ajv.addVocabulary(['enumDescriptions', 'x-vocabulary', 'x-collection', 'x-form']);
const validators = Object.fromEntries(
  fileKinds.map((kind) => [kind, ajv.compile(jsonSchemaOf(schemas[kind], { title: kind, id: `https://tilts.example/schema/${kind}.json`, words }))]),
) as Record<FileKind, ReturnType<typeof ajv.compile>>;

const kindOf = (file: string): FileKind | undefined =>
  /^content\/\w+\/[^./]+\.[a-z]+\.md$/.test(file)
    ? 'translation'
    : ({ practices: 'practice', lessons: 'lesson', visits: 'visit', organisations: 'organisation', vocabularies: 'vocabulary' } as Record<string, FileKind>)[
        file.split('/')[1]!
      ];
const headerOf = (text: string): unknown => {
  const parts = splitHeader(text);
  return parse(typeof parts === 'string' ? text : parts.yaml);
};
const all = files.flatMap(({ file, text }) => {
  const kind = kindOf(file);
  return kind ? [{ file, kind, data: headerOf(text) as Record<string, unknown> }] : [];
});

test('every file of the content is valid against the JSON Schema of its kind', () => {
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(fileKinds));
  const wrong = all.filter(({ kind, data }) => !validators[kind](data));
  expect(wrong.map(({ file, kind, data }) => [file, validators[kind](data), validators[kind].errors])).toEqual([]);
});

describe('a file with one thing changed is not', () => {
  test.each(fileKinds)('a %s with a field nobody knows, or without one that is required', (kind) => {
    const { data } = all.find((each) => each.kind === kind)!;
    expect(validators[kind](data)).toBe(true);
    expect(validators[kind]({ ...data, nobodyKnowsThis: 1 })).toBe(false);
    for (const { path, required } of fieldsOf(schemas[kind]))
      if (required && path.length === 1) expect(validators[kind](Object.fromEntries(Object.entries(data).filter(([name]) => name !== path[0])))).toBe(false);
  });
  test.each([
    ['a term that is not in its vocabulary', { scope: 'village' }],
    ['a country of three letters', { countries: ['FIN'] }],
    ['a summary that is too short', { summary: 'Short.' }],
    ['four themes', { themes: ['language', 'work', 'housing', 'health'] }],
    ['text where a list must be', { targetGroups: 'refugee' }],
    ['a month that does not exist', { started: '2023-13' }],
  ])('a practice with %s', (_what, change) => {
    const { data } = all.find(({ file }) => file === 'content/practices/punkalaidun-rural-integration.md')!;
    expect(validators.practice({ ...data, ...change })).toBe(false);
  });
});

test('the labels of a vocabulary stand beside its terms', () => {
  const { properties } = jsonSchemaOf(schemas.practice, { title: 'practice', id: 'x:y', words: wordsIn('lv', library.vocabularies) });
  const { enum: ids, enumDescriptions } = properties!.scope!;
  expect(enumDescriptions![ids!.indexOf('municipality')]).toBe(
    library.vocabularies.get('scopes')!.facts.terms.find(({ id }) => id === 'municipality')!.label.lv,
  );
  expect(properties!.lead!.description).toContain('content/organisations');
});

describe('the codebook', () => {
  test.each(fileKinds)('has a meaning in a sentence for every field of a %s', (kind) => {
    for (const { path, description } of fieldsOf(schemas[kind])) expect(description, path.join('.')).toMatch(/^\S.{6,}\.$/s);
  });
  test('has every field that any file uses', () => {
    const namesIn = (value: unknown, path: string[] = []): string[] =>
      Array.isArray(value)
        ? value.flatMap((item) => namesIn(item, path))
        : value && typeof value === 'object'
          ? Object.entries(value).flatMap(([name, inner]) => [[...path, name].join('.'), ...namesIn(inner, [...path, name])])
          : [];
    for (const kind of fileKinds) {
      const known = fieldsOf(schemas[kind]).map(({ path }) => new RegExp(`^${path.map((name) => (name === '*' ? '[^.]+' : name)).join('\\.')}$`));
      const used = new Set(all.filter((each) => each.kind === kind).flatMap(({ data }) => namesIn(data)));
      for (const name of used)
        expect(
          known.some((pattern) => pattern.test(name)),
          `${kind} ${name}`,
        ).toBe(true);
    }
  });
  test('gives the first entry that has a field as its example', () => {
    const entries = [{ facts: { a: [{ b: 1 }, { c: 2 }] } }, { facts: { a: [{ c: 3 }], d: 'x' } }];
    expect(exampleOf(['a', 'c'], entries)).toEqual({ entry: entries[0], value: 2 });
    expect(exampleOf(['d'], entries)).toEqual({ entry: entries[1], value: 'x' });
    expect(exampleOf(['e'], entries)).toBeUndefined();
  });
});

test('the schemas that VS Code is told of are those the check writes', async () => {
  const settingsText = await readFile('.vscode/settings.json', 'utf8');
  for (const name of ['organisations', 'vocabularies']) expect(settingsText).toContain(`"./.astro/collections/${name}.schema.json": "content/${name}/*.yaml"`);
});
