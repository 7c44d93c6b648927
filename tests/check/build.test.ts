import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

const project = resolve('.cache/tests/broken');
const served = join(project, 'dist/index.html');

const build = () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], { cwd: project, encoding: 'utf8' });
  return { status, stderr };
};

beforeAll(async () => {
  await rm(project, { recursive: true, force: true });
  for (const name of ['src', 'content', 'package.json']) await cp(name, join(project, name), { recursive: true });
  await symlink(resolve('node_modules'), join(project, 'node_modules'), 'junction');
  await mkdir(join(project, 'dist'));
  await writeFile(served, 'what was served before');
});

test('a build with problems names them all, stops before anything is made, and leaves what was served as it was', async () => {
  const practice = join(project, 'content/practices/narpes-model.md');
  const text = await readFile(practice, 'utf8');
  await writeFile(practice, text.replace(/^lead: .*$/m, 'lead: nobody-at-all').replace('## Limits', '<b>HTML</b>\n\n## Limits'));
  await writeFile(join(project, 'content/visits/empty.md'), '');
  const { status, stderr } = build();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^content\/practices\/narpes-model\.md:\d+:\d+ {2}lead: There is no content\/organisations\/nobody-at-all\.yaml/m);
  expect(stderr).toMatch(/^content\/practices\/narpes-model\.md:\d+:\d+ {2}HTML is not allowed/m);
  expect(stderr).toMatch(/^content\/visits\/empty\.md:1:1 {2}The file does not begin with a header/m);
  expect(stderr).toMatch(/4 problems in 2 files/);
  expect(await readFile(served, 'utf8')).toBe('what was served before');
});
