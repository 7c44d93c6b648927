import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deadAddresses } from '../../src/check/ledger.ts';
import { readLedger } from '../../src/domain/ledger.ts';
import { serve } from '../../src/commands/serve.ts';
import { archiveOf } from '../../src/reader/archive.ts';
import { redirectTarget } from '../../src/domain/redirect.ts';
import { axeProblems } from '../browser/axe.ts';
import { useBrowser, visiting } from '../browser/browser.ts';
import { startNginx } from './nginx.ts';
import { makeProject, practice, type Project } from './project.ts';

/** The site stands under a base path, for its releases and for what is asked of it here. */
const base = vi.hoisted(() => {
  process.env.TILTS_BASE = '/kb/';
  return process.env.TILTS_BASE;
});

const langs = ['en', 'lv', 'lt', 'et'];
const tombstone = (address: string, more = '') =>
  `address: ${address}\ntitle: { en: A shared kitchen, lv: Kopīga virtuve }\nremoved: 2026-11-01\nreason: { en: "The host asked us to take it down." }\n${more}`;

let project: Project;
beforeAll(async () => {
  project = await makeProject('releases', base);
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
      expect(redirectTarget(await project.read(`dist/${lang}/practices/${old}/index.html`))).toBe(`${base}${lang}/practices/neighbours/`);
  const gone = await project.read('dist/lv/practices/shared-kitchen/index.html');
  expect(gone).toContain('Kopīga virtuve');
  expect(gone).toContain('The host asked us to take it down.');
  expect(gone).toContain(`href="${base}lv/practices/neighbours/"`);
  expect(await project.read('dist/sitemap-0.xml')).not.toMatch(/borrowed-neighbour|shared-kitchen/);
}, 600_000);

describe('a change is refused, with file, line and remedy, when', () => {
  /** What the check says with some files changed; afterwards they are as before. */
  const checkWith = async (changes: Record<string, string | undefined>): Promise<string> => {
    const before = await Promise.all(Object.keys(changes).map(async (file) => [file, await project.read(file).catch(() => undefined)] as const));
    const put = async (file: string, text: string | undefined) =>
      text === undefined ? project.remove(file).catch(() => undefined) : project.write(file, text);
    for (const [file, text] of Object.entries(changes)) await put(file, text);
    const { status, output } = await project.check();
    for (const [file, text] of before) await put(file, text);
    expect(status).toBe(1);
    return output;
  };

  test('nothing is wrong to begin with', async () => {
    expect(await project.check()).toMatchObject({ status: 0 });
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
    await project.write(old, page.replaceAll(`${base}en/practices/neighbours/`, base + target));
    const problems = await deadAddresses(project.site, ledger, archive);
    await project.write(old, page);
    return problems.map(({ kind }) => kind);
  };
  expect(await deadWith('en/practices/neighbours/')).toEqual([]);
  expect(await deadWith('en/practices/neighbour-loan/')).toEqual(['redirect-chain']);
  expect(await deadWith('en/practices/borrowed-neighbour/')).toEqual(['redirect-chain']);
  expect(await deadWith('en/practices/nowhere/')).toEqual(['redirect-to-nothing']);
});

describe('with the configuration built with the last release, nginx', () => {
  let nginx: Awaited<ReturnType<typeof startNginx>>;
  beforeAll(async () => {
    nginx = await startNginx(project.site, base, join(project.folder, '.cache/nginx'));
  });
  afterAll(() => nginx.process.kill());
  interface Answer {
    status: number;
    location?: string | undefined;
    headers: Record<string, string | string[] | undefined>;
    body: string;
  }
  /** One request, no redirect followed, nothing unpacked. */
  const ask = (path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) =>
    new Promise<Answer>((answered, failed) => {
      request(nginx.address + path, { method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          answered({
            status: response.statusCode!,
            location: response.headers.location,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          });
        });
      })
        .on('error', failed)
        .end();
    });

  test('answers every address ever published with a page, one redirect to a page, or 410 and a tombstone', async () => {
    const { recorded } = readLedger(await project.read('addresses.txt'));
    const answers = await Promise.all(recorded.map(async ({ address }) => ({ address, ...(await ask(base + address.slice(1))) })));
    const targets = await Promise.all(answers.filter(({ status }) => status === 301).map(({ location }) => ask(location!)));
    expect(new Set(targets.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.filter(({ status }) => status === 301).map(({ address }) => address)).toContain('/lv/practices/borrowed-neighbour/');
    const gone = answers.filter(({ status }) => status === 410);
    expect(gone.map(({ address }) => address)).toContain('/lv/practices/shared-kitchen/');
    for (const { body } of gone) expect(body).toContain('The host asked us to');
    expect(answers.filter(({ status }) => ![200, 301, 410].includes(status))).toEqual([]);
  });
  test('sends an old address on, with and without the slash, for pages and for embedded cards', async () => {
    for (const path of ['practices/borrowed-neighbour/', 'practices/borrowed-neighbour'])
      expect(await ask(`${base}en/${path}`)).toMatchObject({ status: 301, location: `${base}en/practices/neighbours/` });
    expect(await ask(`${base}embed/en/practices/borrowed-neighbour/`)).toMatchObject({ status: 301, location: `${base}embed/en/practices/neighbours/` });
  });
  test('serves the files beside a renamed entry under the old name too', async () => {
    for (const ending of ['bib', 'ris', 'csl.json', 'md', 'json', 'oembed.json'])
      expect((await ask(`${base}en/practices/borrowed-neighbour.${ending}`)).body).toBe((await ask(`${base}en/practices/neighbours.${ending}`)).body);
  });
  test('adds a missing slash, and mends capitals in a known address', async () => {
    expect(await ask(`${base}en/practices/neighbours`)).toMatchObject({ status: 301, location: `${base}en/practices/neighbours/` });
    expect(await ask(`${base}EN/Practices/Neighbours/`)).toMatchObject({ status: 301, location: `${base}en/practices/neighbours/` });
  });
  test('answers an unknown address with the "not found" page and 404', async () => {
    const answer = await ask(`${base}en/practices/nobody/`);
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('<h1');
    expect((await ask(`${base}.nginx/site.conf`)).status).toBe(404);
    expect((await ask(`${base}_headers`)).status).toBe(404);
  });
  test('answers HEAD like GET, without a body', async () => {
    const [head, get] = [await ask(`${base}en/practices/neighbours/`, { method: 'HEAD' }), await ask(`${base}en/practices/neighbours/`)];
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect((await ask(`${base}en/practices/shared-kitchen/`, { method: 'HEAD' })).status).toBe(410);
  });
  test('compresses text, pictures of letters not', async () => {
    const headers = { 'Accept-Encoding': 'gzip' };
    for (const path of ['en/practices/neighbours/', 'data/practices.json', 'data/practices.csv', 'map.svg', 'llms.txt'])
      expect((await ask(base + path, { headers })).headers['content-encoding'], path).toBe('gzip');
    expect((await ask(`${base}og/en/practices/neighbours.png`, { headers })).headers['content-encoding']).toBeUndefined();
  });
  test('sends the headers: pages may not be framed, cards may; hashed files are kept, others asked for anew', async () => {
    const page = (await ask(`${base}en/practices/neighbours/`)).headers;
    expect(page).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cache-control': 'public, max-age=0, must-revalidate',
    });
    expect((await ask(`${base}embed/en/practices/neighbours/`)).headers['content-security-policy']).toBeUndefined();
    const [font] = /_astro\/[^"]+\.woff2/.exec((await ask(`${base}en/`)).body)!;
    expect((await ask(base + font)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask(`${base}data/practices.json`)).headers['access-control-allow-origin']).toBe('*');
  });
  test.each([
    ['data/practices.csv', 'text/csv; charset=utf-8'],
    ['data/practices.jsonl', 'application/x-ndjson'],
    ['data/places.geojson', 'application/geo+json'],
    ['data/dataset.jsonld', 'application/ld+json'],
    ['en/practices/neighbours.bib', 'application/x-bibtex; charset=utf-8'],
    ['en/practices/neighbours.ris', 'application/x-research-info-systems; charset=utf-8'],
    ['en/practices/neighbours.md', 'text/markdown; charset=utf-8'],
  ])('names the kind of %s', async (path, type) => {
    expect((await ask(base + path)).headers['content-type']).toBe(type);
  });
});

test('hosts that read _redirects and _headers get the same rules', async () => {
  expect(await project.read('dist/_redirects')).toContain(`${base}lv/practices/borrowed-neighbour/ ${base}lv/practices/neighbours/ 301\n`);
  expect(await project.read('dist/_headers')).toContain(`${base}lv/*\n  Content-Security-Policy: frame-ancestors 'self'`);
});

describe('on a host without rules, what stands at an old address has no axe violation and no sideways scrolling:', () => {
  useBrowser();
  let host: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    host = await serve(project.site, base, 0);
  });
  afterAll(() => host.server.close());
  test.each([
    ['a tombstone', 'lv/practices/shared-kitchen/'],
    ['the card of what is gone', 'embed/lv/practices/shared-kitchen/'],
    ['a page that has moved', 'lv/practices/borrowed-neighbour/'],
    ['a card that has moved', 'embed/lv/practices/borrowed-neighbour/'],
  ])('%s', async (_what, path) => {
    await visiting(`${host.address}robots.txt`, async (page) => {
      // Without what leads on at once: whoever has that switched off sees the page.
      const html = (await project.read(`dist/${path}index.html`)).replace(/<meta http-equiv="refresh"[^>]*>/, '');
      await page.route(host.address + path, (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await page.goto(host.address + path);
      expect(await axeProblems(page)).toEqual([]);
    });
  });
});
