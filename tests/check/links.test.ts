import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outsideAddresses } from '../../src/check/addresses.ts';
import { answersOf, type Answer, type Manners } from '../../src/check/outside.ts';
import { linkReport } from '../../src/commands/check-links.ts';
import { readFiles, walk } from '../../src/reader/folder.ts';
import { isFrame } from '../../src/reader/frame.ts';
import { readLibrary } from '../../src/reader/library.ts';
import { settings } from '../../src/settings.ts';

const manners: Manners = { patience: 300, breath: 20, beforeRetry: 50, hosts: 4, userAgent: 'Tilts-link-check/1.0 (+https://tilts.example)' };

let busy = 0;
let busiest = 0;
const seen: { path: string; method: string; agent: string | undefined; at: number }[] = [];
/** A site with good and bad manners, by path. */
const answer = ({ url = '', method = '' }: IncomingMessage, response: ServerResponse) => {
  const times = seen.filter(({ path }) => path === url).length;
  const status: Record<string, number> = {
    '/gone': 404,
    '/removed': 410,
    '/forbidden': 403,
    '/no-heads': method === 'HEAD' ? 405 : 200,
    '/denies-heads': method === 'HEAD' ? 404 : 200,
    '/tired': times === 1 ? 503 : 200,
    '/broken': 500,
  };
  if (url === '/silent') return;
  if (url === '/moved') response.setHeader('Location', '/fine');
  setTimeout(() => {
    response.writeHead(url === '/moved' ? 301 : (status[url] ?? 200));
    response.end(method === 'HEAD' ? undefined : 'x'.repeat(1000));
  }, 10);
};
const server = createServer((request, response) => {
  busy += 1;
  busiest = Math.max(busiest, busy);
  seen.push({ path: request.url!, method: request.method!, agent: request.headers['user-agent'], at: performance.now() });
  response.once('close', () => (busy -= 1));
  answer(request, response);
});
let base: string;
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('an address answers, is gone, or gives no clear answer; what may pass is asked again, what refuses heads is asked whole', async () => {
  const paths = ['/fine', '/moved', '/no-heads', '/denies-heads', '/tired', '/gone', '/removed', '/forbidden', '/broken', '/silent'];
  const answers = await answersOf(
    paths.map((path) => base + path),
    manners,
  );
  expect(Object.fromEntries(paths.map((path) => [path, Object.values(answers.get(base + path)!).join(' ')]))).toEqual({
    '/fine': 'answers 200',
    '/moved': 'answers 200',
    '/no-heads': 'answers 200',
    '/denies-heads': 'answers 200',
    '/tired': 'answers 200',
    '/gone': 'gone 404',
    '/removed': 'gone 410',
    '/forbidden': 'unclear 403',
    '/broken': 'unclear 500',
    '/silent': 'unclear TimeoutError',
  });
});

test('a host is asked one thing at a time, with a pause, by somebody who says who it is; nothing is asked more than twice', () => {
  expect(busiest).toBe(1);
  expect(new Set(seen.map(({ agent }) => agent))).toEqual(new Set([manners.userAgent]));
  // A page that moved is asked for at its new address too.
  const asked = Object.entries(Object.groupBy(seen, ({ path }) => path)).filter(([path]) => path !== '/fine');
  for (const [path, requests] of asked) expect(requests!.length, path).toBeLessThanOrEqual(2);
  const [first, second] = seen.filter(({ path }) => path === '/tired');
  expect(second!.at - first!.at).toBeGreaterThanOrEqual(manners.beforeRetry);
  const paths = seen.filter(({ path }) => path === '/gone' || path === '/removed');
  expect(paths.map(({ method }) => method)).toEqual(['HEAD', 'GET', 'HEAD', 'GET']);
  for (const [index, { at }] of paths.entries()) if (index > 0) expect(at - paths[index - 1]!.at).toBeGreaterThanOrEqual(manners.breath);
});

test('a host that does not exist is gone, one that nobody listens at is unclear', async () => {
  const answers = await answersOf(['http://nobody.invalid/', 'http://127.0.0.1:9/'], manners);
  expect(answers.get('http://nobody.invalid/')!.state).not.toBe('answers');
  expect(answers.get('http://127.0.0.1:9/')!.state).toBe('unclear');
});

test('every source with an address is asked for, once, and known by file and line', async () => {
  const { paths } = await walk(process.cwd(), 'content');
  const some = ['narpes-model', 'punkalaidun-rural-integration'].map((id) => `content/practices/${id}.md`);
  const { files } = await readFiles(process.cwd(), [...paths.filter(isFrame), ...some]);
  const { library } = readLibrary(files, settings.languages, new Set(paths));
  expect(library.practices.size).toBe(2);
  const found = outsideAddresses(library);
  const addresses = found.map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const { facts } of library.practices.values())
    for (const { url, archived } of facts.sources) for (const address of [url, archived]) if (address) expect(addresses).toContain(address);
  const [known] = found.filter(({ address }) => address === 'https://www.greenhousemag.com/news/finland-economy-greenhouse');
  expect(known).toMatchObject({ file: 'content/practices/narpes-model.md' });
  expect(library.practices.get('narpes-model')!.header.at(['sources', 2, 'url'])).toEqual({ line: known!.line, column: known!.column });
});

test('the report names place, address and answer, by what can be done; it is empty when all answer', () => {
  const place = (name: string, others = 0) => ({ address: `https://${name}.example/`, file: `content/practices/${name}.md`, line: 7, column: 10, others });
  const found = [place('fine'), place('gone', 2), place('shy')];
  const answers = new Map<string, Answer>([
    ['https://fine.example/', { state: 'answers', said: '200' }],
    ['https://gone.example/', { state: 'gone', said: '404' }],
    ['https://shy.example/', { state: 'unclear', said: '403' }],
  ]);
  const report = linkReport(found, answers);
  expect(report).toMatch(
    /^## No longer there \(1\)\n\n.*\n\n- `content\/practices\/gone\.md:7` and 2 more: `https:\/\/gone\.example\/` \(404\)\n\n## No clear answer \(1\)/,
  );
  expect(report).toContain('- `content/practices/shy.md:7`: `https://shy.example/` (403)');
  expect(report).not.toContain('fine');
  expect(linkReport([place('fine')], answers)).toBe('');
});
