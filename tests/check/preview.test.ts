import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { comment, limits, measured, takeOver } from '../../src/commands/preview.ts';

const root = resolve('.cache/tests/preview');
const site = join(root, 'site');
beforeEach(async () => {
  await rm(root, { recursive: true, force: true });
  await mkdir(join(site, 'en/_astro'), { recursive: true });
  await writeFile(join(site, 'index.html'), '<title>x</title>');
  await writeFile(join(site, 'en/index.html'), '<title>y</title>');
  await writeFile(join(site, 'en/_astro/client.5aB-_x.js'), '');
});

test('a built site passes, and is measured', async () => {
  expect(await measured(site)).toEqual({ files: 3, pages: 2, bytes: 32 });
});

describe('what is handed on by a proposal is refused when', () => {
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['a file is a link', () => symlink('/etc/passwd', join(site, 'en/passwd.html')), /Not a file/],
    ['a folder is a link', () => symlink('/etc', join(site, 'etc')), /Not a file/],
    ['it has a hidden folder', () => mkdir(join(site, '.git')), /name is not plain/],
    ['a name could give commands', () => writeFile(join(site, 'a\n::error::x.html'), ''), /name is not plain/],
    ['a name could be an option', () => writeFile(join(site, '-rf.html'), ''), /name is not plain/],
    ['a name has Markdown in it', () => writeFile(join(site, '](x).html'), ''), /name is not plain/],
    ['a file is a program', () => writeFile(join(site, 'run.sh'), ''), /Not a kind of file/],
    ['a file has no ending', () => writeFile(join(site, 'CNAME'), 'bank.example'), /Not a kind of file/],
    [
      'a file is huge',
      () => writeFile(join(site, 'big.js'), '').then(() => truncate(join(site, 'big.js'), limits.fileMegabytes * 1_000_000 + 1)),
      /Larger than 20 MB/,
    ],
    [
      'it is huge in all',
      () =>
        Promise.all(
          Array.from({ length: 21 }, (_, index) => join(site, `${index}.js`)).map((path) =>
            writeFile(path, '').then(() => truncate(path, limits.fileMegabytes * 1_000_000)),
          ),
        ),
      /More than 400 MB/,
    ],
    ['there is no page', () => Promise.all([rm(join(site, 'index.html')), rm(join(site, 'en/index.html'))]), /no page/],
  ])('%s', async (_when, spoil, says) => {
    await spoil();
    await expect(measured(site)).rejects.toThrow(says);
  });
});

test('a preview takes the place of its last one; those of closed proposals go, and nothing else does', async () => {
  const into = join(root, 'previews');
  for (const name of ['7', '8', '12', '.git', 'README.md']) await mkdir(join(into, name), { recursive: true });
  await writeFile(join(into, '12', 'old.html'), '');
  await takeOver(site, into, 12, [8, 12]);
  expect((await readdir(into)).sort()).toEqual(['.git', '.nojekyll', '12', '8', 'README.md']);
  expect((await readdir(join(into, '12'))).sort()).toEqual(['en', 'index.html']);
});

test('the comment is made of numbers and our own address', () => {
  expect(comment('https://tilts.github.io/previews/', 12, { files: 3, pages: 2, bytes: 1_234_567 })).toMatch(
    /^This proposal can be looked at as a site: https:\/\/tilts\.github\.io\/previews\/12\/ \(2 pages, 1\.2 MB;/,
  );
});

test('the command copies and says so, or copies nothing and fails', async () => {
  const into = join(root, 'previews');
  const run = (number: string) =>
    spawnSync(
      process.execPath,
      ['src/commands/preview.ts', '--site', site, '--into', into, '--number', number, '--open', '12', '--address', 'https://tilts.github.io/previews/'],
      { encoding: 'utf8' },
    );
  expect(run('../..').status).toBe(1);
  expect(run('12')).toMatchObject({ status: 0, stderr: '' });
  const before = await readdir(into, { recursive: true });
  await cp('package.json', join(site, 'Makefile'));
  await writeFile(join(site, 'en/new.html'), '');
  expect(run('12').status).toBe(1);
  expect(await readdir(into, { recursive: true })).toEqual(before);
});
