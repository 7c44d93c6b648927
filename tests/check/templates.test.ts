import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSome } from '../../src/check/content.ts';
import { materialOf } from '../../src/contribute/material.ts';
import { textsIn } from '../../src/contribute/start.ts';
import { templateOf } from '../../src/contribute/template.ts';
import { newFileAddress } from '../../src/domain/urls.ts';
import { readContent } from '../../src/reader/folder.ts';
import type { Library } from '../../src/reader/library.ts';
import { asLine } from '../../src/reader/problem.ts';
import { settings } from '../../src/settings.ts';

const root = resolve('.cache/tests/templates');
let library: Library;
beforeAll(async () => {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await cp('content', join(root, 'content'), { recursive: true });
  ({ library } = await readContent(root, settings.languages));
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true }));

describe.each([...settings.languages])('in %s', (lang) => {
  test.each(['practice', 'lesson', 'visit', 'organisation', 'translation'] as const)('the template of a %s passes the check as it is', async (kind) => {
    const say = await textsIn(root, lang);
    const { folder, filename, text } = await templateOf(kind, lang, materialOf(library, settings.languages, lang, say));
    // A translation has to translate something, and not into its own language.
    const file = kind === 'translation' ? `${folder}/narpes-model.${lang === 'en' ? 'lv' : lang}.md` : `${folder}/${filename}`;
    await writeFile(join(root, file), text);
    const { problems } = await checkSome(root, settings.languages, [file]);
    expect(problems.map((problem) => asLine(problem, lang))).toEqual([]);
    // GitHub answers longer addresses with an error.
    expect(newFileAddress(folder, filename, text).length).toBeLessThan(7500);
  });
});
