import type { ElementContent, Nodes } from 'hast';
import { expect, inject, test } from 'vitest';
import { countryName, languageName } from '../../src/domain/languages.ts';
import { readContent } from '../../src/reader/folder.ts';
import { settings } from '../../src/settings.ts';
import { page, pagesIn, select } from './pages.ts';

/**
 * The site in "vo", a language nobody speaks: every text of the interface stands between ⟦ and ⟧, and the content is in English.
 * So a bare text is either marked as English, or a name or figure that needs no translation, or a mistake: a string that was
 * forgotten, or a part without its language.
 */
const { library } = await readContent(process.cwd(), settings.languages);
const everyone = [...library.practices.values(), ...library.visits.values(), ...library.lessons.values()];
const names = new Set<string>([
  settings.name,
  settings.mailbox,
  ...everyone.flatMap(({ facts }) => ('places' in facts ? (facts.places ?? []).map(({ name }) => name) : [])),
  ...everyone.flatMap(({ facts }) => facts.sources.flatMap(({ title, publisher }) => [title, publisher])),
  ...everyone.flatMap(({ facts }) => ('nativeTitle' in facts ? (facts.nativeTitle ?? []) : [])),
  ...everyone.flatMap(({ facts }) => facts.contributors.map(({ name }) => name)),
  ...[...library.organisations.values()].flatMap(({ facts }) => [facts.names.native ?? [], facts.website ? new URL(facts.website).hostname : []].flat()),
  ...[...library.practices.values()].flatMap(({ facts }) => (facts.adoptions ?? []).map(({ place }) => place)),
  ...everyone.flatMap(({ facts }) => ('countries' in facts ? facts.countries.map((code) => countryName('vo', code)) : [])),
  ...[...library.organisations.values()].flatMap(({ facts }) => (facts.country ? countryName('vo', facts.country) : [])),
  languageName('vo', 'en'),
  'CC BY 4.0',
  'VO',
  // Names of formats and styles are the same everywhere.
  ...['JSON Lines', 'JSON', 'CSV', 'Markdown', 'BibTeX', 'RIS', 'CSL', 'APA', 'Chicago', 'ISO'],
  'Pseudo',
]);
const longestFirst = [...names].sort((a, b) => b.length - a.length);

/** What is left of a text without translated parts, names, figures and dates. */
const untranslated = (text: string): string => {
  let rest = text.replace(/⟦[^⟧]*⟧/g, ' ').replace(/https?:\/\/\S+/g, ' ');
  for (const name of longestFirst) rest = rest.replaceAll(name, ' ');
  return rest
    .replace(/\b(?:January|February|March|April|May|June|July|August|September|October|November|December|M\d\d)\b/g, ' ')
    .replace(/\b(?:EUR|SEK|NOK|DKK|ISK|PLN|K|M)\b/g, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
};

/** Every text of a page that stands in the page's own language: words, and the attributes that are read out. */
const textsOf = (node: Nodes, lang = 'vo'): string[] => {
  if (node.type === 'text') return lang === 'vo' ? [node.value] : [];
  if (node.type !== 'element' && node.type !== 'root') return [];
  if (node.type === 'element' && ['script', 'style', 'template', 'svg'].includes(node.tagName)) return [];
  const own = node.type === 'element' && typeof node.properties.lang === 'string' && node.properties.lang !== '' ? node.properties.lang : lang;
  const read =
    node.type === 'element' && own === 'vo'
      ? ['ariaLabel', 'placeholder', 'alt'].map((name) => node.properties[name]).filter((value) => typeof value === 'string')
      : [];
  return [...read, ...(node.children as ElementContent[]).flatMap((child) => textsOf(child, own))];
};

test('every text is translated, or marked with its own language', async () => {
  const { folder } = inject('pseudo');
  const paths = (await pagesIn(folder)).filter((path) => path.startsWith('vo/'));
  expect(paths.length).toBeGreaterThan(100);
  const left = new Map<string, string>();
  for (const path of paths) for (const text of textsOf(select('body', await page(folder, path))!)) if (untranslated(text)) left.set(untranslated(text), path);
  expect([...left].map(([text, path]) => `${path}: ${text}`)).toEqual([]);
});
