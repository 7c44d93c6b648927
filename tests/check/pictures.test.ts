import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkAll } from '../../src/check/content.ts';
import { settings } from '../../src/settings.ts';
import { file as practice, withHeader } from './contributions/valid.ts';

const root = resolve('.cache/tests/pictures');
const folder = join(root, practice.replace(/\.md$/, ''));
const picture = join(folder, 'meeting.jpg');
const named = withHeader('images:\n  - { file: meeting.jpg, alt: An empty hall, credit: Tilts, licence: CC BY 4.0, people: none }');

beforeAll(async () => {
  await rm(root, { recursive: true, force: true });
  await cp('content', join(root, 'content'), { recursive: true });
  await cp('package.json', join(root, 'package.json'));
  await symlink(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  await symlink(resolve('src'), join(root, 'src'), 'junction');
  await writeFile(join(root, practice), named);
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
});

const hall = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#0b3d49' } });
/** A picture that tells where it was taken, and that a camera held upright lay on its side. */
const telling = () =>
  hall()
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '56/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 });
const kindsFound = async () => (await checkAll(root, settings.languages)).problems.map(({ file, kind }) => `${file.split('/').at(-1)}: ${kind}`);

test('a clean picture that its practice names passes', async () => {
  await hall().jpeg().toFile(picture);
  expect(await kindsFound()).toEqual([]);
});
test('a picture that is named and not there is missed', async () => {
  expect(await kindsFound()).toEqual(['punkalaidun-rural-integration.md: image-missing']);
});
test('a picture that nobody names is refused', async () => {
  await hall().jpeg().toFile(picture);
  await hall().png().toFile(join(folder, 'other.png'));
  expect(await kindsFound()).toEqual(['other.png: image-unused']);
});
test('a picture that tells of camera and place is refused, and fix-images takes that away and sets it upright', async () => {
  await telling().jpeg().toFile(picture);
  expect((await sharp(picture).metadata()).exif).toBeDefined();
  expect(await kindsFound()).toEqual(['meeting.jpg: image-metadata']);
  execFileSync(process.execPath, [resolve('src/commands/fix-images.ts')], { cwd: root });
  expect(await kindsFound()).toEqual([]);
  const { exif, width, height } = await sharp(picture).metadata();
  expect([exif, width, height]).toEqual([undefined, 20, 40]);
});
test('a picture under a false ending, a broken one and one that is too large are refused', async () => {
  await hall().png().toFile(picture.replace('.jpg', '.png'));
  await cp(picture.replace('.jpg', '.png'), picture);
  await rm(picture.replace('.jpg', '.png'));
  expect(await kindsFound()).toEqual(['meeting.jpg: image-format']);
  await writeFile(picture, 'not a picture');
  expect(await kindsFound()).toEqual(['meeting.jpg: image-broken']);
  await hall(400, 400).jpeg().toFile(picture);
  await writeFile(picture, (await readFile(picture)).subarray(0, 600));
  expect(await kindsFound()).toEqual(['meeting.jpg: image-broken']);
  await writeFile(picture, Buffer.alloc(5.1 * 1024 * 1024));
  expect(await kindsFound()).toEqual(['meeting.jpg: image-too-large']);
  await hall(8000, 5200).jpeg({ quality: 1 }).toFile(picture);
  expect(await kindsFound()).toEqual(['meeting.jpg: image-too-many-pixels']);
});
