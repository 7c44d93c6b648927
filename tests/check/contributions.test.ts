import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSome } from '../../src/check/content.ts';
import { isError, saidIn, type Problem } from '../../src/reader/problem.ts';
import { settings } from '../../src/settings.ts';
import { bad } from './contributions/bad.ts';
import { good } from './contributions/good.ts';
import { file as usualFile, valid, type Contribution } from './contributions/valid.ts';

const root = resolve('.cache/tests/contributions');

beforeAll(async () => {
  await rm(root, { recursive: true, force: true });
  await cp('content', join(root, 'content'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** What the check says to whoever sends this: the file is laid in a copy of the content and checked as the command does. */
const verdict = async ({ file = usualFile, bytes }: Contribution): Promise<Problem[]> => {
  const path = join(root, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  try {
    return (await checkSome(root, settings.languages, [file])).problems.filter(isError);
  } finally {
    await rm(path);
    if (existsSync(file)) await copyFile(file, path);
  }
};
/** Lines that one may point at: those on which the text stands. */
const linesOf = (bytes: string | Uint8Array, part: string): number[] => {
  const text = (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')).normalize('NFC');
  return [...text.matchAll(new RegExp(RegExp.escape(part), 'g'))].map(
    ({ index }) => (part.startsWith('\n') ? text.slice(0, index + 1) : text.slice(0, index)).split('\n').length,
  );
};

test('there are enough of them', () => {
  expect(bad.length).toBeGreaterThanOrEqual(150);
  expect(good.length).toBeGreaterThanOrEqual(40);
  expect(new Set(bad.map(({ what }) => what)).size).toBe(bad.length);
});

describe('refused, with the right kind, the true line, and a way to mend it', () => {
  test.each(bad)('$what', async (contribution) => {
    const { file = usualFile, bytes, kind, at } = contribution;
    const problems = await verdict(contribution);
    expect(problems.map((problem) => problem.kind)).toContain(kind);
    const problem = problems.find((each) => each.kind === kind)!;
    expect(problem.file).toBe(file);
    if (at) expect(linesOf(bytes, at)).toContain(problem.line);
    for (const lang of settings.languages) {
      const { what, mend } = saidIn(lang, problem);
      expect(`${what} ${mend}`).not.toMatch(/\{\w+\}|undefined|\[object/);
      expect(mend).not.toBe('');
    }
  });
});

describe('odd, but nothing is wrong with it', () => {
  test.each(good)('$what', async (contribution) => {
    expect(await verdict(contribution)).toEqual([]);
  });
});

describe('what is not a file', () => {
  const check = async (file: string) => (await checkSome(root, settings.languages, [file])).problems.map(({ kind }) => kind);
  test('a link to a file elsewhere is refused and not read', async () => {
    const file = 'content/practices/linked.md';
    await symlink('/etc/passwd', join(root, file));
    expect(await check(file)).toEqual(['not-a-file']);
    await rm(join(root, file));
  });
  test('a folder that is a link is refused and not entered', async () => {
    await symlink(resolve('src'), join(root, 'content/lessons/linked'));
    expect(await check('content/lessons/linked')).toEqual(['not-a-file']);
    await rm(join(root, 'content/lessons/linked'));
  });
  test('a path that climbs out of content is refused', async () => {
    expect(await check('../../../package.json')).toEqual(['outside-content']);
    expect(await check('content/../package.json')).toEqual(['outside-content']);
  });
  test('a file that is not there is said to be missing', async () => {
    expect(await check('content/practices/nothing-here.md')).toEqual(['no-such-file']);
  });
  test('two files that differ in capitals only are refused', async () => {
    const file = 'content/practices/PUNKALAIDUN-rural-integration.md';
    await writeFile(join(root, file), valid);
    expect(await checkSome(root, settings.languages, [usualFile])).toMatchObject({ problems: [{ kind: 'case-twin', values: { other: file } }] });
    await rm(join(root, file));
  });
});
