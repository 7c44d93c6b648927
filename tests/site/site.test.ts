import { HtmlValidate } from 'html-validate';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { scanOutput } from '../../src/check/output.ts';
import { readContent } from '../../src/reader/folder.ts';
import { settings } from '../../src/settings.ts';
import { attribute, page, pagesIn, select, selectAll, templates, toString } from './pages.ts';

const { folder } = inject('site');
const { library } = await readContent(process.cwd(), settings.languages);
const langs = settings.languages;

test('every entry has its page in every language', async () => {
  const built = new Set(await pagesIn(folder));
  for (const lang of langs)
    for (const collection of ['practices', 'lessons', 'visits', 'organisations'] as const)
      for (const id of library[collection].keys()) expect(built, `${lang}/${collection}/${id}`).toContain(`${lang}/${collection}/${id}/index.html`);
});

test('no link leads nowhere under a base path (the build has looked at those from the root)', async () => {
  const { folder: based, base } = inject('pseudo');
  const { pages, problems } = await scanOutput(based, base);
  expect(problems).toEqual([]);
  expect(pages).toBeGreaterThan(300);
  expect((await scanOutput(based, '/elsewhere/')).problems.length).toBeGreaterThan(pages);
});

test('the pages are valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Astro writes void elements and attributes its own way; both are valid HTML.
      'void-style': 'off',
      'attr-quotes': 'off',
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      // The address of a source may hold "&"; Astro leaves it as the standard allows.
      'no-raw-characters': ['error', { relaxed: true }],
      // Titles are as long as the practice's name needs.
      'long-title': 'off',
      // The values of a facet are boxes of one name, as the standard has it.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
      // <search-panel> and <overdue-notice> are our own.
      'unknown-element': 'off',
      'element-name': 'off',
      // Inline styles come from Astro with a hash in the content security policy.
      'no-inline-style': 'error',
      // The text of a table can be scrolled with the keyboard, and needs tabindex for it.
      'prefer-native-element': ['error', { exclude: ['group', 'status', 'search'] }],
    },
  });
  const paths = langs.flatMap((lang) => Object.values(templates).map((path) => `${lang}/${path}`));
  for (const path of ['404.html', 'index.html', ...paths]) {
    const file = join(folder, path, path.endsWith('.html') ? '' : 'index.html');
    const { results } = await validator.validateFile(file);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`))).toEqual(
      [],
    );
  }
});

describe.each([...langs])('in %s', (lang) => {
  test('every page names its language, itself and its sisters', async () => {
    for (const path of Object.values(templates)) {
      const tree = await page(folder, `${lang}/${path}`);
      expect(attribute(select('html', tree), 'lang')).toBe(lang);
      expect(attribute(select('link[rel=canonical]', tree), 'href')).toBe(`${settings.site}/${lang}/${path}`);
      for (const other of langs) expect(attribute(select(`link[hreflang=${other}]`, tree), 'href')).toBe(`${settings.site}/${other}/${path}`);
      expect(attribute(select('meta[property="og:title"]', tree), 'content')).not.toBe('');
      expect(attribute(select(`.langs a[lang=${lang === 'lt' ? 'et' : 'lt'}]`, tree), 'href')).toBe(`/${lang === 'lt' ? 'et' : 'lt'}/${path}`);
    }
  });
  test('the feed holds every entry, with full addresses', async () => {
    const feed = await readFile(join(folder, lang, 'feed.xml'), 'utf8');
    expect(feed.match(/<item>/g)).toHaveLength(library.practices.size + library.lessons.size + library.visits.size);
    expect(feed).toContain(`<link>${settings.site}/${lang}/practices/narpes-model/</link>`);
  });
});

test('a text that is not translated is shown in the original, marked and with a notice', async () => {
  const short = library.translations.find(({ lang, body, collection }) => lang === 'et' && collection === 'practices' && body.words === 0)!;
  const tree = await page(folder, `et/practices/${short.of}/`);
  expect(attribute(select('.prose', tree), 'lang')).toBe('en');
  expect(toString(select('h1', tree)!)).toBe(short.facts.title);
  expect(attribute(select('h1', tree), 'lang')).toBe('');
  expect(
    selectAll('.notice', tree)
      .map((notice) => toString(notice))
      .join(' '),
  ).toContain('inglise');
});

test('a translation says who made it and whether somebody has checked it', async () => {
  const whole = library.translations.find(({ lang, body, collection }) => lang === 'lv' && collection === 'practices' && body.words > 0)!;
  const tree = await page(folder, `lv/practices/${whole.of}/`);
  expect(attribute(select('.prose', tree), 'lang')).toBe('');
  expect(toString(select('h1', tree)!)).toBe(whole.facts.title);
  expect(selectAll('.notice p', tree).length).toBeGreaterThanOrEqual(2);
});

test('each figure of a practice stands with its method and its source', async () => {
  for (const [id, { facts }] of library.practices) {
    const tree = await page(folder, `en/practices/${id}/`);
    const claims = selectAll('.results > li', tree);
    expect(claims, id).toHaveLength(facts.results?.length ?? 0);
    for (const claim of claims) {
      expect(selectAll('.cite a', claim).length, id).toBeGreaterThan(0);
      expect(toString(select('.how', claim)!).trim(), id).not.toBe('');
    }
  }
});

test('the chain can be walked both ways: whoever names somebody is named there', async () => {
  for (const [id, { facts }] of library.visits)
    for (const seen of facts.practicesSeen ?? []) {
      expect(selectAll(`a[href="/en/visits/${id}/"]`, await page(folder, `en/practices/${seen}/`)).length, `${seen} ← ${id}`).toBeGreaterThan(0);
      expect(selectAll(`a[href="/en/practices/${seen}/"]`, await page(folder, `en/visits/${id}/`)).length, `${id} → ${seen}`).toBeGreaterThan(0);
    }
  for (const [id, { facts }] of library.lessons)
    for (const basis of facts.basis.practices ?? [])
      expect(selectAll(`a[href="/en/lessons/${id}/"]`, await page(folder, `en/practices/${basis}/`)).length, `${basis} ← ${id}`).toBeGreaterThan(0);
});

describe('weight', () => {
  test('every page shows its first text after at most 14 KB of HTML and CSS', async () => {
    for (const path of await pagesIn(folder)) {
      const html = await readFile(join(folder, path), 'utf8');
      // The style is in the page, so the first text can be shown when the first paragraph after the title has come.
      const first = html.indexOf('</p>', html.indexOf('</h1>'));
      expect(first, path).toBeGreaterThan(0);
      expect(gzipSync(html.slice(0, first)).length, path).toBeLessThanOrEqual(14 * 1024);
    }
  });
  const reading = langs.flatMap((lang) =>
    ['practice', 'practice with a table and many results', 'lesson', 'visit', 'about', 'home'].map(
      (name) => `${lang}/${templates[name as keyof typeof templates]}`,
    ),
  );
  test.each(reading)('%s: at most 100 KB in all without images', async (path) => {
    const html = await readFile(join(folder, path, 'index.html'));
    const fonts = await Promise.all(
      (await readdir('src/assets/fonts'))
        .filter((name) => /latin.*woff2$/.test(name))
        .map(async (name) => (await readFile(join('src/assets/fonts', name))).length),
    );
    // Cyrillic is loaded only where it stands; Latin and Baltic letters of both families nearly everywhere.
    expect(fonts).toHaveLength(4);
    expect(gzipSync(html).length + fonts.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100 * 1024);
  });
  test('a page that is read needs no script file', async () => {
    for (const name of ['practice', 'visit', 'about', 'theme', 'home'] as const)
      expect(selectAll('script[src]', await page(folder, `en/${templates[name]}`))).toEqual([]);
  });
});

test('nothing is asked of another host, and no style or script runs that the policy does not name', async () => {
  for (const path of await pagesIn(folder)) {
    const tree = await page(folder, path);
    const policy = attribute(select('meta[httpEquiv=content-security-policy]', tree), 'content');
    expect(policy, path).toContain("default-src 'self'");
    expect(policy, path).not.toMatch(/'unsafe-inline'|'unsafe-eval'/);
    expect(selectAll('[style]', tree), path).toEqual([]);
    const loaded = selectAll('script[src], link[rel=stylesheet], link[rel=preload], img[src], iframe, source', tree).map(
      (element) => attribute(element, 'src') || attribute(element, 'href'),
    );
    expect(
      loaded.filter((address) => /^(?:https?:)?\/\//.test(address)),
      path,
    ).toEqual([]);
  }
});

test('the sitemap lists every page of every language once', async () => {
  const sitemap = await readFile(join(folder, 'sitemap-0.xml'), 'utf8');
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  expect(new Set(listed).size).toBe(listed.length);
  for (const lang of langs) expect(listed).toContain(`${settings.site}/${lang}/practices/narpes-model/`);
});
