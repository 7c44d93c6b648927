import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { edit, ended, fingerprint, smallProject, startBuild } from './project.ts';

let root: string;
/** The same content elsewhere, its files laid in another order. */
let other: string;
let first: Record<string, string>;
/** How long a whole build takes here, in milliseconds. */
let usual: number;

beforeAll(async () => {
  root = await smallProject('small');
  const started = performance.now();
  const { status, output } = await ended(startBuild(root));
  usual = performance.now() - started;
  expect(status, output).toBe(0);
  first = await fingerprint(join(root, 'dist'));
  expect(Object.keys(first).length).toBeGreaterThan(50);
}, 120_000);

test('two builds of the same content are the same to the byte, whatever the time zone, the language, the clock and the order of files', async () => {
  other = await smallProject('small-again', true);
  const clock = join(other, 'clock.mjs');
  // A clock that goes forty days ahead, for everything that asks it.
  await writeFile(
    clock,
    'const shift = 40 * 86_400_000; const Real = Date; globalThis.Date = class extends Real { constructor(...a) { if (a.length) super(...a); else super(Real.now() + shift); } static now() { return Real.now() + shift; } };',
  );
  const { status, output } = await ended(
    startBuild(other, { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'lv_LV.UTF-8', NODE_OPTIONS: `--import=${clock}` }),
  );
  expect(status, output).toBe(0);
  expect(await fingerprint(join(other, 'dist'))).toEqual(first);
}, 120_000);

test('a build that is killed, at whatever moment, leaves the old site or the new one, whole, and the next one works', async () => {
  const change = (project: string) =>
    edit(project, 'content/practices/narpes-model.md', (text) => text.replace('## Limits\n', '## Limits\n\nA new sentence.\n'));
  // Builds are the same wherever they are made: the other project tells what the new site will be.
  await change(other);
  expect(await ended(startBuild(other))).toMatchObject({ status: 0 });
  const next = await fingerprint(join(other, 'dist'));
  expect(next).not.toEqual(first);
  await change(root);
  let untouched = 0;
  for (const part of [0.4, 0.8, 0.95]) {
    const child = startBuild(root);
    const gone = ended(child);
    await setTimeout(usual * part);
    child.kill('SIGKILL');
    await gone;
    const now = await fingerprint(join(root, 'dist'));
    expect([first, next], `killed after ${part} of the time`).toContainEqual(now);
    if (now['en/index.html'] !== undefined && JSON.stringify(now) === JSON.stringify(first)) untouched += 1;
  }
  expect(untouched).toBeGreaterThan(0);
  const { status, output } = await ended(startBuild(root));
  expect(status, output).toBe(0);
  expect(await fingerprint(join(root, 'dist'))).toEqual(next);
  first = next;
}, 240_000);

test('a build with problems names them all, stops before anything is made, and leaves what was served as it was', async () => {
  await edit(root, 'content/practices/narpes-model.md', (text) =>
    text.replace(/^lead: .*$/m, 'lead: nobody-at-all').replace('## Limits', '<b>HTML</b>\n\n## Limits'),
  );
  await writeFile(join(root, 'content/practices/empty.md'), '');
  const { status, output } = await ended(startBuild(root, { NO_COLOR: '1' }));
  expect(status).toBe(1);
  expect(output).toMatch(/^content\/practices\/narpes-model\.md:\d+:\d+ {2}lead: There is no content\/organisations\/nobody-at-all\.yaml\. .+/m);
  expect(output).toMatch(/^content\/practices\/narpes-model\.md:\d+:\d+ {2}HTML is not allowed in a text\. .+/m);
  expect(output).toMatch(/^content\/practices\/empty\.md:1:1 {2}The file does not begin with a header\. .+/m);
  expect(output).toMatch(/4 problems in 2 files/);
  expect(output).not.toMatch(/Building pages/);
  expect(await fingerprint(join(root, 'dist'))).toEqual(first);
}, 120_000);
