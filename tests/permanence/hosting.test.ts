import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLedger } from '../../src/domain/ledger.ts';
import { startNginx } from './nginx.ts';
import { makeProject, practice, type Project } from './project.ts';

const base = '/kb/';
let project: Project;
let nginx: Awaited<ReturnType<typeof startNginx>>;

beforeAll(async () => {
  project = await makeProject('hosting', base);
  expect(project.release()).toMatchObject({ status: 0 });
  await project.rename('content/practices/borrowed-neighbour.md', 'content/practices/neighbours.md');
  await project.write('content/practices/neighbours.md', practice('Neighbours', 'formerSlugs: [borrowed-neighbour]\n'));
  await project.remove('content/practices/shared-kitchen.md');
  await project.write('content/lessons/ask-first.md', (await project.read('content/lessons/ask-first.md')).replace('shared-kitchen', 'neighbours'));
  await project.write(
    'content/tombstones/shared-kitchen.yaml',
    'address: practices/shared-kitchen/\ntitle: { en: A shared kitchen }\nremoved: 2026-11-01\nreason: { en: The host asked us to. }\n',
  );
  expect(project.release()).toMatchObject({ status: 0 });
  nginx = await startNginx(project.site, base, join(project.folder, '.cache/nginx'));
}, 400_000);
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
        answered({ status: response.statusCode!, location: response.headers.location, headers: response.headers, body: Buffer.concat(parts).toString('utf8') });
      });
    })
      .on('error', failed)
      .end();
  });

describe('with the configuration built with the site, nginx', () => {
  test('answers every address ever published with a page, one redirect to a page, or 410 and a tombstone', async () => {
    const { recorded } = readLedger(await project.read('addresses.txt'));
    const answers = await Promise.all(recorded.map(async ({ address }) => ({ address, ...(await ask(base + address.slice(1))) })));
    const targets = await Promise.all(answers.filter(({ status }) => status === 301).map(({ location }) => ask(location!)));
    expect(new Set(targets.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.filter(({ status }) => status === 301).map(({ address }) => address)).toContain('/lv/practices/borrowed-neighbour/');
    const gone = answers.filter(({ status }) => status === 410);
    expect(gone.map(({ address }) => address)).toContain('/lv/practices/shared-kitchen/');
    for (const { body } of gone) expect(body).toContain('The host asked us to.');
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
