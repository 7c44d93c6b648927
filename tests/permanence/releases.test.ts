import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { deadAddresses } from '../../src/check/ledger.ts';
import { readLedger } from '../../src/domain/ledger.ts';
import { archiveOf } from '../../src/reader/archive.ts';
import { redirectTarget } from '../../src/domain/redirect.ts';
import { makeProject, practice, type Project } from './project.ts';

const langs = ['en', 'lv', 'lt', 'et'];
const tombstone = (address: string, more = '') =>
  `address: ${address}\ntitle: { en: A shared kitchen, lv: Kopīga virtuve }\nremoved: 2026-11-01\nreason: { en: "The host asked us to take it down." }\n${more}`;

let project: Project;
beforeAll(async () => {
  project = await makeProject('releases');
});

test('over five releases that rename, delete and translate, every address ever published still answers', async () => {
  // 1: the first publication
  expect(project.release().output).toMatch(/new addresses/);
  const first = readLedger(await project.read('addresses.txt')).recorded.map(({ address }) => address);
  for (const lang of langs) expect(first).toContain(`/${lang}/practices/borrowed-neighbour/`);

  // 2: a rename
  await project.rename('content/practices/borrowed-neighbour.md', 'content/practices/neighbour-loan.md');
  await project.write('content/practices/neighbour-loan.md', practice('A neighbour on loan', 'formerSlugs: [borrowed-neighbour]\n'));
  expect(project.release()).toMatchObject({ status: 0 });

  // 3: a deletion with a tombstone
  await project.remove('content/practices/shared-kitchen.md');
  await project.write('content/lessons/ask-first.md', (await project.read('content/lessons/ask-first.md')).replace('shared-kitchen', 'neighbour-loan'));
  await project.write('content/tombstones/shared-kitchen.yaml', tombstone('practices/shared-kitchen/', 'instead: [practices/neighbour-loan/]\n'));
  expect(project.release()).toMatchObject({ status: 0 });

  // 4: a translation, and a renamed organisation
  await project.write(
    'content/practices/neighbour-loan.lv.md',
    '---\ntitle: Kaimiņš uz laiku\nsummary: Pilsēta ļauj jauniebraucējiem uz pusgadu aizņemties kaimiņu, kas parāda, kur kas atrodas.\ntranslated: 2026-11-02\nby: person\nreviewed: true\n---\n',
  );
  await project.rename('content/organisations/town.yaml', 'content/organisations/the-town.yaml');
  await project.write('content/organisations/the-town.yaml', 'names: { en: The Town }\ntype: municipality\ncountry: LV\nformerSlugs: [town]\n');
  await project.write(
    'content/practices/neighbour-loan.md',
    (await project.read('content/practices/neighbour-loan.md')).replace('lead: town', 'lead: the-town'),
  );
  expect(project.release()).toMatchObject({ status: 0 });

  // 5: a second rename of the same practice
  await project.rename('content/practices/neighbour-loan.md', 'content/practices/neighbours.md');
  await project.rename('content/practices/neighbour-loan.lv.md', 'content/practices/neighbours.lv.md');
  await project.write(
    'content/practices/neighbours.md',
    (await project.read('content/practices/neighbours.md')).replace('[borrowed-neighbour]', '[borrowed-neighbour, neighbour-loan]'),
  );
  await project.write('content/lessons/ask-first.md', (await project.read('content/lessons/ask-first.md')).replace('neighbour-loan', 'neighbours'));
  await project.write('content/tombstones/shared-kitchen.yaml', tombstone('practices/shared-kitchen/', 'instead: [practices/neighbours/]\n'));
  expect(project.release()).toMatchObject({ status: 0 });

  const { recorded, sealed } = readLedger(await project.read('addresses.txt'));
  expect(sealed).toBe(true);
  expect(recorded.map(({ address }) => address)).toEqual(expect.arrayContaining(first));
  const dead = recorded.filter(({ address }) => !existsSync(join(project.site, address.endsWith('/') ? `${address}index.html` : address)));
  expect(dead).toEqual([]);
  for (const lang of langs)
    for (const old of ['borrowed-neighbour', 'neighbour-loan'])
      expect(redirectTarget(await project.read(`dist/${lang}/practices/${old}/index.html`))).toBe(`/${lang}/practices/neighbours/`);
  const gone = await project.read('dist/lv/practices/shared-kitchen/index.html');
  expect(gone).toContain('Kopīga virtuve');
  expect(gone).toContain('The host asked us to take it down.');
  expect(gone).toContain('href="/lv/practices/neighbours/"');
  expect(await project.read('dist/sitemap-0.xml')).not.toMatch(/borrowed-neighbour|shared-kitchen/);
}, 900_000);

describe('a change is refused, with file, line and remedy, when', () => {
  /** What the check says with some files changed; afterwards they are as before. */
  const checkWith = async (changes: Record<string, string | undefined>): Promise<string> => {
    const before = await Promise.all(Object.keys(changes).map(async (file) => [file, await project.read(file).catch(() => undefined)] as const));
    const put = async (file: string, text: string | undefined) =>
      text === undefined ? project.remove(file).catch(() => undefined) : project.write(file, text);
    for (const [file, text] of Object.entries(changes)) await put(file, text);
    const { status, output } = project.check();
    for (const [file, text] of before) await put(file, text);
    expect(status).toBe(1);
    return output;
  };

  test('nothing is wrong to begin with', () => {
    expect(project.check()).toMatchObject({ status: 0 });
  });
  test('an entry is gone without a word', async () => {
    expect(await checkWith({ 'content/lessons/ask-first.md': undefined })).toMatch(
      /^addresses\.txt:\d+:1 {2}lessons\/ask-first\/ was published and is gone.*formerSlugs: \[ask-first\].*content\/tombstones\/ask-first\.yaml/m,
    );
  });
  test('a former slug is lost when an entry is renamed again: the chain would break', async () => {
    const text = await project.read('content/practices/neighbours.md');
    expect(await checkWith({ 'content/practices/neighbours.md': text.replace('borrowed-neighbour, ', '') })).toMatch(
      /^addresses\.txt:\d+:1 {2}practices\/borrowed-neighbour\/ was published and is gone/m,
    );
  });
  test('two entries lead to each other', async () => {
    const text = await project.read('content/practices/neighbours.md');
    const output = await checkWith({
      'content/practices/neighbours.md': text.replace('[borrowed-neighbour', '[other-one, borrowed-neighbour'),
      'content/practices/other-one.md': practice('Other', 'formerSlugs: [neighbours]\n'),
    });
    expect(output).toMatch(
      /^content\/practices\/other-one\.md:\d+:\d+ {2}formerSlugs\.0: The address practices\/neighbours\/ belongs to content\/practices\/neighbours\.md/m,
    );
    expect(output).toMatch(/^content\/practices\/neighbours\.md:\d+:\d+ {2}formerSlugs\.0: The address practices\/other-one\/ belongs to/m);
  });
  test('an entry has moved to itself', async () => {
    const text = await project.read('content/practices/neighbours.md');
    expect(await checkWith({ 'content/practices/neighbours.md': text.replace('[borrowed-neighbour', '[neighbours, borrowed-neighbour') })).toMatch(
      /neighbours\.md:\d+:\d+ {2}formerSlugs\.0: An entry cannot have moved to itself/,
    );
  });
  test('two entries claim one old address', async () => {
    expect(await checkWith({ 'content/practices/second.md': practice('Second', 'formerSlugs: [neighbour-loan]\n') })).toMatch(
      /content\/practices\/(?:neighbours|second)\.md:\d+:\d+ {2}formerSlugs\.\d: content\/practices\/(?:second|neighbours)\.md has claimed the address practices\/neighbour-loan\/ already/,
    );
  });
  test('a former slug was never published', async () => {
    expect(
      await checkWith({ 'content/practices/second.md': practice('Second', 'formerSlugs: [neighbour-lone]\n').replace('lead: town', 'lead: the-town') }),
    ).toMatch(
      /content\/practices\/second\.md:\d+:\d+ {2}formerSlugs\.0: Nothing was ever published at practices\/neighbour-lone\/\. Did you mean "practices\/neighbour-loan\/"/,
    );
  });
  test('a tombstone stands on a living page', async () => {
    expect(await checkWith({ 'content/tombstones/neighbours.yaml': tombstone('practices/neighbours/') })).toMatch(
      /content\/tombstones\/neighbours\.yaml:1:\d+ {2}address: content\/practices\/neighbours\.md is published at this address/,
    );
  });
  test('a slug is used again after a deletion', async () => {
    expect(await checkWith({ 'content/practices/shared-kitchen.md': practice('A different kitchen') })).toMatch(
      /content\/tombstones\/shared-kitchen\.yaml:1:\d+ {2}address: content\/practices\/shared-kitchen\.md is published.*never used again/,
    );
  });
  test('a tombstone stands on an address that has moved, or twice on one', async () => {
    const output = await checkWith({
      'content/tombstones/moved.yaml': tombstone('practices/neighbour-loan/'),
      'content/tombstones/twice.yaml': tombstone('practices/shared-kitchen/'),
    });
    expect(output).toMatch(/tombstones\/moved\.yaml:1:\d+ {2}address: This address leads on to practices\/neighbours\//);
    expect(output).toMatch(/tombstones\/twice\.yaml:1:\d+ {2}address: content\/tombstones\/shared-kitchen\.yaml is a tombstone for this address already/);
  });
  test('a tombstone sends its reader to what is not there, to itself, or to what has moved', async () => {
    const to = (address: string) => ({ 'content/tombstones/shared-kitchen.yaml': tombstone('practices/shared-kitchen/', `instead:\n  - ${address}\n`) });
    expect(await checkWith(to('practices/neighbour/'))).toMatch(
      /shared-kitchen\.yaml:6:\d+ {2}instead\.0: Nothing is published at practices\/neighbour\/\. Did you mean/,
    );
    expect(await checkWith(to('practices/shared-kitchen/'))).toMatch(/instead\.0: A tombstone cannot send the reader to itself/);
    expect(await checkWith(to('practices/neighbour-loan/'))).toMatch(/instead\.0: practices\/neighbour-loan\/ has moved\. Name practices\/neighbours\//);
  });
  test('a line of the ledger is removed, even when its seal is made anew', async () => {
    const text = await project.read('addresses.txt');
    const without = text.replace('\n/en/practices/shared-kitchen/\n', '\n');
    expect(await checkWith({ 'addresses.txt': without })).toMatch(
      /^addresses\.txt:1:1 {2}The line \/en\/practices\/shared-kitchen\/ has been removed.*git checkout/m,
    );
    expect(await checkWith({ 'addresses.txt': `${text}/en/added-by-hand/\n` })).toMatch(/^addresses\.txt:2:1 {2}The lines do not fit the seal/m);
  });
});

test('a redirect to a redirect, and one to nothing, are found in the built site', async () => {
  const archive = await archiveOf(project.folder);
  const old = 'dist/en/practices/borrowed-neighbour/index.html';
  const page = await project.read(old);
  const ledger = await project.read('addresses.txt');
  const deadWith = async (target: string) => {
    await project.write(old, page.replaceAll('/en/practices/neighbours/', target));
    const problems = await deadAddresses(project.site, ledger, archive);
    await project.write(old, page);
    return problems.map(({ kind }) => kind);
  };
  expect(await deadWith('/en/practices/neighbours/')).toEqual([]);
  expect(await deadWith('/en/practices/neighbour-loan/')).toEqual(['redirect-chain']);
  expect(await deadWith('/en/practices/borrowed-neighbour/')).toEqual(['redirect-chain']);
  expect(await deadWith('/en/practices/nowhere/')).toEqual(['redirect-to-nothing']);
});
