import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { refusals } from '../../src/commands/path-policy.ts';

const refused = (files: string[], author = 'NONE') => refusals(files, author).map(({ file }) => file);

describe('a proposal of content', () => {
  test('may change entries, translations, organisations, pictures and terms', () => {
    expect(
      refused([
        'content/practices/narpes-model.md',
        'content/practices/narpes-model.lv.md',
        'content/practices/narpes-model/street.jpg',
        'content/organisations/narpes.yaml',
        'content/vocabularies/themes.yaml',
      ]),
    ).toEqual([]);
  });
  test.each([
    'src/settings.ts',
    '.github/workflows/check.yml',
    'package.json',
    'package-lock.json',
    'contents/practices/a.md',
    'Content/practices/a.md',
    'content',
    'content/../src/settings.ts',
    'content\\..\\src\\settings.ts',
    '"content/practices/a\\tb.md"',
  ])('may not change %s along with it', (file) => {
    expect(refused(['content/practices/narpes-model.md', file])).toEqual([file]);
  });
  test.each(['content/pages/contribute.en.mdx', 'content/languages/en.json', 'content/pages/deep/x.mdx'])('leaves %s to the maintainers', (file) => {
    expect(refused([file])).toEqual([file]);
    expect(refused([file], 'CONTRIBUTOR')).toEqual([file]);
    expect(refused([file], 'MEMBER')).toEqual([]);
  });
  test('of a maintainer may change everything', () => {
    for (const author of ['OWNER', 'MEMBER', 'COLLABORATOR']) expect(refused(['content/practices/a.md', 'src/settings.ts'], author)).toEqual([]);
  });
});

test('a proposal of code alone is not refused: people read it', () => {
  expect(refused(['src/settings.ts', 'README.md'])).toEqual([]);
});

test('a preview is shown of content alone, since code of a stranger could put anything on our address', () => {
  expect(refusals(['src/settings.ts'], 'NONE', true).map(({ file }) => file)).toEqual(['src/settings.ts']);
  expect(refusals(['content/practices/a.md'], 'NONE', true)).toEqual([]);
  expect(refusals(['src/settings.ts'], 'MEMBER', true)).toEqual([]);
});

test('a list that GitHub has cut is not trusted', () => {
  expect(refused(Array.from({ length: 300 }, (_, index) => `src/file-${index}.ts`))).toHaveLength(1);
});

describe('the command', () => {
  const run = (input: string, author = 'NONE', env = {}) =>
    spawnSync(process.execPath, ['src/commands/path-policy.ts', '--author', author], {
      input,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_ACTIONS: '', ...env },
    });
  test('passes with 0, refuses with 1 and names file and reason', () => {
    expect(run('content/practices/a.md\n')).toMatchObject({ status: 0, stdout: '✓ 1 changed, all of them allowed\n' });
    const { status, stdout } = run('content/practices/a.md\r\nsrc/settings.ts\r\n');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^"src\/settings\.ts": A proposal that changes content\/ may change nothing else/m);
    expect(stdout).toMatch(/^1 of 2 are not allowed$/m);
  });
  test('cannot be made to give commands to the runner by the name of a file', () => {
    const { stdout } = run('content/a.md\n::set-output name=x::%0A::warning::y,z\n', 'NONE', { GITHUB_ACTIONS: 'true' });
    expect(stdout.split('\n')[0]).toMatch(/^::error file=%3A%3Aset-output name=x%3A%3A%250A%3A%3Awarning%3A%3Ay%2Cz::A proposal/);
  });
  test('does not pass for want of a list', () => {
    expect(run('').status).not.toBe(0);
  });
  test('needs nothing installed: it imports only what Node brings', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', sealed], { input: 'content/practices/a.md\n', encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

/** Loads the two commands that run with rights, in a Node that finds no packages. */
const sealed = `
import { registerHooks } from 'node:module';
registerHooks({ resolve: (name, context, next) => { if (!/^(?:node:|file:|[./])/.test(name)) throw new Error('a package: ' + name); return next(name, context); } });
process.argv[1] = 'none';
await import(${JSON.stringify(new URL('../../src/commands/path-policy.ts', import.meta.url).href)});
await import(${JSON.stringify(new URL('../../src/commands/preview.ts', import.meta.url).href)});
`;
