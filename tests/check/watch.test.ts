import { spawn, type ChildProcess } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { edit, smallProject } from './project.ts';

const practice = 'content/practices/narpes-model.md';
let root: string;
let watching: ChildProcess;
let said = '';

beforeAll(async () => {
  root = await smallProject('watched');
  watching = spawn(process.execPath, ['src/check/main.ts', '--watch'], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', LC_ALL: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  watching.stdout!.on('data', (part: Buffer) => (said += part.toString()));
  await hears(/✓ content: 3 practices[^]*Watching/);
}, 60_000);
afterAll(() => watching.kill());

/** Waits until the command has said something that fits, and forgets what it has said. */
const hears = async (pattern: RegExp) => {
  await vi.waitFor(
    () => {
      expect(said).toMatch(pattern);
    },
    { timeout: 20_000, interval: 20 },
  );
  said = '';
};

test('a mistake is told when it is saved, and is gone when it is mended', async () => {
  await edit(root, practice, (text) => text.replace('scope: municipality', 'scope: village'));
  await hears(/narpes-model\.md:\d+:\d+ {2}scope: "village" is not one of the allowed values[^]*Watching/);
  await edit(root, practice, (text) => text.replace('scope: village', 'scope: municipality'));
  await hears(/✓ content[^]*Watching/);
});
test('an entry that goes is missed where it is named, and its return is noticed', async () => {
  const path = join(root, 'content/practices/punkalaidun-rural-integration.md');
  await rename(path, join(root, 'elsewhere.md'));
  await hears(/narpes-model\.md:\d+:\d+ {2}related\.\d: There is no content\/practices\/punkalaidun-rural-integration\.md[^]*Watching/);
  await rename(join(root, 'elsewhere.md'), path);
  await hears(/✓ content[^]*Watching/);
});
test('a vocabulary that changes is felt by every entry', async () => {
  await edit(root, 'content/vocabularies/scopes.yaml', (text) => text.replace('id: municipality', 'id: town'));
  await hears(/narpes-model\.md:\d+:\d+ {2}scope: "municipality" is not one of the allowed values[^]*Watching/);
  await edit(root, 'content/vocabularies/scopes.yaml', (text) => text.replace('id: town', 'id: municipality'));
  await hears(/✓ content[^]*Watching/);
  await rm(join(root, 'elsewhere.md'), { force: true });
});
