import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser } from 'fast-xml-parser';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, inject, test } from 'vitest';

const { folder } = inject('site');
const read = (file: string) => readFile(join(folder, file), 'utf8');
const find = async (pattern: string) => (await Array.fromAsync(glob(pattern, { cwd: folder }))).sort();
const readJson = async (file: string) => JSON.parse(await read(file)) as unknown;
const collections = ['practices', 'lessons', 'visits', 'organisations'];
interface Rec {
  id: string;
  address: string;
  title?: Record<string, string>;
  places?: { lat?: number }[];
}

describe('the open data', () => {
  test.each(collections)('%s fit the JSON Schema published beside them, which refuses what does not', async (collection) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const fits = ajv.compile((await readJson(`data/${collection}.schema.json`)) as object);
    const records = (await readJson(`data/${collection}.json`)) as Rec[];
    expect(records.length).toBeGreaterThan(10);
    fits(records);
    expect(fits.errors ?? []).toEqual([]);
    expect(fits([{ ...records[0]!, id: 1 }])).toBe(false);
    expect(fits([{ ...records[0]!, invented: true }])).toBe(false);
  });
  test.each(collections)('%s are the same records as JSON, JSON Lines and CSV', async (collection) => {
    const records = (await readJson(`data/${collection}.json`)) as Rec[];
    const lines = (await read(`data/${collection}.jsonl`)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(records);
    const csv = await read(`data/${collection}.csv`);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    for (const [index, row] of data.entries()) for (const [lang, text] of Object.entries(records[index]!.title ?? {})) expect(row[`title_${lang}`]).toBe(text);
    for (const row of data) for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+@\t\r]/);
  });
  test('every page of an entry is in it, under its permanent address', async () => {
    for (const collection of collections) {
      const pages = await find(`en/${collection}/*/index.html`);
      const records = (await readJson(`data/${collection}.json`)) as Rec[];
      expect(records.map(({ address }) => new URL(address).pathname)).toEqual(pages.map((page) => `/${page.replace('index.html', '')}`));
    }
  });
  test('places are points of GeoJSON, longitude first, in Europe', async () => {
    const { type, features } = (await readJson('data/places.geojson')) as { type: string; features: { geometry: { coordinates: [number, number] } }[] };
    expect(type).toBe('FeatureCollection');
    expect(features.length).toBeGreaterThan(40);
    for (const { geometry } of features) {
      expect(geometry.coordinates[0]).toSatisfy((degrees: number) => degrees > -55 && degrees < 35);
      expect(geometry.coordinates[1]).toSatisfy((degrees: number) => degrees > 45 && degrees < 75);
    }
  });
  test('the codebook explains every top-level field that occurs', async () => {
    const { fields, version } = (await readJson('data/codebook.json')) as { version: string; fields: { collection: string; field: string }[] };
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const collection of collections) {
      const known = new Set(fields.filter((field) => field.collection === collection).map(({ field }) => field));
      const used = new Set(((await readJson(`data/${collection}.json`)) as object[]).flatMap((record) => Object.keys(record)));
      expect([...used].filter((field) => !known.has(field))).toEqual([]);
    }
  });
  test('the description of the dataset names files that are there', async () => {
    const { distribution } = (await readJson('data/dataset.jsonld')) as { distribution: { contentUrl: string }[] };
    expect(distribution.length).toBeGreaterThan(10);
    for (const { contentUrl } of distribution) expect((await stat(join(folder, new URL(contentUrl).pathname))).isFile()).toBe(true);
  });
  test('llms.txt leads to the texts as Markdown', async () => {
    const links = [...(await read('llms.txt')).matchAll(/\]\((https:[^)]+\.md)\)/g)].map(([, link]) => new URL(link!).pathname);
    expect(links.length).toBeGreaterThan(100);
    for (const link of links) expect(await read(link)).toMatch(/^# .+/);
  });
});

/** What Zotero's translator "Embedded Metadata" makes of a page: which kind of item, and its fields (github.com/zotero/translators, read in 2026). */
const zotero = (html: string) => {
  const tree = fromHtml(html);
  const content = (name: string) => selectAll(`meta[name="${name}"]`, tree).map((node) => String(node.properties.content));
  const creators = content('citation_author').map((name) => {
    const bare = name.replace(/[\s.,/[\]:]+$/, '');
    if (!name.includes(',')) return { firstName: bare.split(' ').slice(0, -1).join(' '), lastName: bare.split(' ').at(-1) };
    const [lastName, firstName = ''] = bare.split(/, ?/);
    return { firstName, lastName };
  });
  const itemType =
    content('citation_journal_title').length > 0 ? 'journalArticle' : content('citation_technical_report_institution').length > 0 ? 'report' : 'journalArticle';
  return {
    itemType,
    title: content('citation_title')[0],
    creators,
    date: content('citation_publication_date')[0],
    url: content('citation_public_url')[0],
    language: content('citation_language')[0],
  };
};

describe('each practice, lesson and visit', () => {
  test('is read by Zotero as a report with its title, its authors whole, its day, address and language', async () => {
    const pages = await find('{en,lv,lt,et}/{practices,lessons,visits}/*/index.html');
    expect(pages.length).toBeGreaterThan(400);
    for (const page of pages) {
      const html = await read(page);
      const heading = toString(select('h1', fromHtml(html))!);
      expect(zotero(html), page).toEqual({
        itemType: 'report',
        title: heading.trim(),
        creators: [{ firstName: '', lastName: 'Tilts editors' }],
        date: expect.stringMatching(/^\d{4}\/\d\d\/\d\d$/) as string,
        url: `https://tilts.example/${page.replace('index.html', '')}`,
        language: page.slice(0, 2),
      });
    }
  });
  test('describes itself as JSON-LD that no text in it can break out of', async () => {
    for (const page of await find('{lv,en}/{practices,lessons,visits}/*/index.html')) {
      const scripts = selectAll('script[type="application/ld+json"]', fromHtml(await read(page)));
      expect(scripts, page).toHaveLength(1);
      const { '@context': context, '@graph': graph } = JSON.parse(toString(scripts[0]!)) as { '@context': string; '@graph': Record<string, unknown>[] };
      expect(context).toBe('https://schema.org');
      expect(graph.map((thing) => thing['@type'])).toEqual([page.includes('/practices/') ? 'Report' : 'CreativeWork', 'BreadcrumbList']);
      for (const field of ['name', 'url', 'author', 'publisher', 'datePublished', 'dateModified', 'license', 'inLanguage', 'about'])
        expect(graph[0], page).toHaveProperty(field);
      expect(graph[0]!.dateModified).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
  test('has its citation, data and text beside it', async () => {
    for (const page of await find('{en,lv,lt,et}/{practices,lessons,visits}/*/index.html'))
      for (const ending of ['bib', 'ris', 'csl.json', 'md', 'json'])
        expect((await read(page.replace('/index.html', `.${ending}`))).length, `${page} ${ending}`).toBeGreaterThan(50);
  });
});

describe('an embedded card', () => {
  test('weighs at most 10 KB with everything it loads, and runs no script', async () => {
    const cards = await find('embed/*/practices/*/index.html');
    expect(cards.length).toBeGreaterThan(200);
    for (const card of cards) {
      const html = await read(card);
      expect(html, card).not.toContain('<script');
      expect(html, card).not.toMatch(/<(?:img|iframe|link rel="stylesheet")|url\(|@import/);
      expect(gzipSync(html).length, card).toBeLessThan(10_000);
      expect(Buffer.byteLength(html), card).toBeLessThan(10_000);
    }
  });
  test('is found through oEmbed, whose snippet shows it', async () => {
    for (const page of await find('lv/practices/*/index.html')) {
      const link = select('link[type="application/json+oembed"]', fromHtml(await read(page)))!;
      const { version, type, html, thumbnail_url } = (await readJson(new URL(String(link.properties.href)).pathname)) as Record<string, string>;
      expect([version, type]).toEqual(['1.0', 'rich']);
      const frame = select('iframe', fromHtml(html!))!;
      expect(await read(`${new URL(String(frame.properties.src)).pathname}index.html`)).toContain('<h1');
      const picture = await readFile(join(folder, new URL(thumbnail_url!).pathname));
      expect(picture.length).toBeGreaterThan(5000);
      // A PNG says its width and height in its first chunk.
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)], page).toEqual([1200, 630]);
    }
  });
});

test('every feed is RSS 2.0 that names itself, its language and each entry once, with entries that are there, newest first', async () => {
  const feeds = await find('{en,lv,lt,et}/**/feed.xml');
  expect(feeds.length).toBeGreaterThan(4 * 40);
  for (const feed of feeds) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own, too much for one call
    const { rss } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' }).parse(await read(feed), true) as {
      rss: {
        '@_version': string;
        channel: { title: string; link: string; description: string; language: string; 'atom:link': Record<string, string>; item?: Item[] };
      };
    };
    const { title, link: page, description, language, 'atom:link': self, item: items = [] } = rss.channel;
    expect([rss['@_version'], language], feed).toEqual(['2.0', feed.slice(0, 2)]);
    expect(self, feed).toEqual({ '@_rel': 'self', '@_type': 'application/rss+xml', '@_href': `https://tilts.example/${feed}` });
    expect(`${page}feed.xml`, feed).toBe(self['@_href']);
    expect([title, description].filter(Boolean), feed).toHaveLength(2);
    for (const { link, guid, pubDate } of items) {
      expect(guid, feed).toEqual({ '#text': link, '@_isPermaLink': 'true' });
      expect(new Date(pubDate).toUTCString(), feed).toBe(pubDate);
      expect((await stat(join(folder, new URL(link).pathname, 'index.html'))).isFile()).toBe(true);
    }
    expect(new Set(items.map(({ link }) => link)).size, feed).toBe(items.length);
    const days = items.map(({ pubDate }) => Date.parse(pubDate));
    expect(days).toEqual([...days].sort((a, b) => b - a));
  }
});
interface Item {
  link: string;
  guid: object;
  pubDate: string;
}
