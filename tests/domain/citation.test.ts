import { parse as parseBibtex, RISParser } from 'biblatex-csl-converter';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { citationFiles, cslOf, type Citable, type CslItem } from '../../src/domain/citation.ts';
import { citationInFull, citationStyles, citationText, type CitationStyle } from '../../src/domain/citationStyles.ts';

const neighbours: Citable = {
  id: 'neighbours',
  lang: 'lv',
  title: 'Kaimiņš uz laiku',
  contributors: [{ name: 'Tilts editors' }, { name: 'Līga Bērziņa', organisation: 'PROVIDUS' }],
  date: '2026-11-24',
  url: 'https://tilts.example/lv/practices/neighbours/',
  version: '2026-11-24-a1b2c3d',
  abstract: 'Pilsēta ļauj aizņemties kaimiņu.',
  keywords: ['valoda', 'bēgļi'],
  licence: 'CC BY 4.0',
  site: 'Tilts',
};
const titles = {
  'Baltic letters': 'Šiauliai, Žagarė, Põlva: ąčęėįšųūž õäöü āčēģīķļņšūž',
  'Nordic letters': 'Þingeyri, Tromsø, Åland, Närpes',
  Cyrillic: 'Соседи на время: Юлия и Ўладзімір',
  quotes: 'The “Welcome” scheme, \'so called\' by "others" and „mājās“',
  braces: 'The {braced} one',
  'signs of TeX': 'Cost & benefit: 50 % of $100 #1 a_b ~ \\ end',
  'a question': 'Who comes first?',
  'more words than a line of eighty signs holds':
    'Kad no ārzemēm ierodas strādnieki, Nerpesa informē iedzīvotājus un apmāca darba devējus, un tas vēl nav viss',
};

interface Parsed {
  title: string;
  authors: string[];
  date: string;
  url: string;
}
const plain = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(plain).join('')
    : typeof value === 'object' && value
      ? plain((value as { text?: unknown; literal?: unknown }).text ?? (value as { literal?: unknown }).literal ?? '')
      : typeof value === 'string'
        ? value
        : '';
/** What an independent library reads out of a file: biblatex-csl-converter, by the makers of Fidus Writer. */
const readBack = (entry: { fields: Record<string, unknown> }): Parsed => ({
  title: plain(entry.fields.title),
  authors: (entry.fields.author as { literal?: unknown; family?: unknown; given?: unknown }[]).map(({ literal, family, given }) =>
    literal ? plain(literal) : `${plain(given)} ${plain(family)}`,
  ),
  date: String(entry.fields.date),
  url: String(entry.fields.url),
});
const bibtex = (text: string) => {
  const { entries, errors } = parseBibtex(text, { processUnexpected: true });
  expect(errors).toEqual([]);
  return readBack(Object.values(entries)[0] as unknown as { fields: Record<string, unknown> });
};
// The library takes the year where there is one; without it, it shows the day.
const ris = (text: string) =>
  readBack(Object.values(new RISParser(text.replace(/^PY .*\r?\n/m, '')).parse().entries)[0] as unknown as { fields: Record<string, unknown> });

describe.each(Object.entries(titles))('a title with %s', (_, title) => {
  const item = cslOf({ ...neighbours, title });
  const expected = { title, authors: ['Tilts editors', 'Līga Bērziņa'], date: '2026-11-24', url: neighbours.url };
  test('comes out of BibTeX as it went in, with authors, day and address', () => {
    expect(bibtex(citationFiles.bib.write(item))).toEqual(expected);
  });
  test('comes out of RIS as it went in, with authors, day and address', () => {
    expect(ris(citationFiles.ris.write(item))).toEqual({ ...expected, date: '2026/11/24/' });
  });
  test('comes out of CSL JSON as it went in', () => {
    const [read] = JSON.parse(citationFiles['csl.json'].write(item)) as CslItem[];
    expect(read).toEqual(item);
    expect(read?.author).toEqual([{ literal: 'Tilts editors' }, { family: 'Bērziņa', given: 'Līga' }]);
  });
});

test('a keyword that holds a comma stays one keyword', () => {
  const text = citationFiles.ris.write(cslOf({ ...neighbours, keywords: ['Pārvaldība, koordinācija un dati', 'Bēgļi'] }));
  expect([...text.matchAll(/^KW {2}- (.*)\r$/gm)].map(([, word]) => word)).toEqual(['Pārvaldība, koordinācija un dati', 'Bēgļi']);
});

test('each style says who, when, what, where and which version, in the language of the page', () => {
  const say = (style: CitationStyle) => citationText(style, { ...cslOf(neighbours), genre: 'versija 2026-11-24-a1b2c3d' });
  expect(say('apa')).toMatch(
    /^Tilts editors, & Bērziņa, L\. \(2026, novembr[a-zī]+ 24\)\. Kaimiņš uz laiku \[Versija 2026-11-24-a1b2c3d\]\. Tilts\. https:\/\/tilts\.example\/lv\/practices\/neighbours\/$/,
  );
  expect(say('chicago')).toMatch(
    /^Tilts editors, un Līga Bērziņa\. 2026\. .*Kaimiņš uz laiku.*versija 2026-11-24-a1b2c3d.*Tilts.*https:\/\/tilts\.example\/lv\/practices\/neighbours\/\.$/i,
  );
  expect(say('iso690')).toMatch(
    /^TILTS EDITORS un BĒRZIŅA, Līga, 2026\. Kaimiņš uz laiku\. Tilts.*24 novembr[a-zī]+ 2026.*https:\/\/tilts\.example\/lv\/practices\/neighbours\/$/,
  );
});

test('what is remembered from one citation never changes another: each title of the collection reads as if it were the only one', () => {
  const found = globSync('content/{practices,lessons,visits}/*.md').map((file) =>
    /^title: (.+)$/m.exec(readFileSync(file, 'utf8'))![1]!.replace(/^(["'])(.*)\1$/, '$2'),
  );
  expect(found.length).toBeGreaterThan(300);
  const sample = [...found.filter((_, index) => index % 20 === 0), ...Object.values(titles)];
  for (const style of Object.keys(citationStyles) as CitationStyle[])
    for (const lang of ['en', 'lv', 'et'])
      for (const title of sample) {
        const item = cslOf({ ...neighbours, lang, title, url: `https://tilts.example/${lang}/x/` });
        expect(citationText(style, item), title).toBe(citationInFull(style, item));
      }
}, 60_000);

test('a brace without a partner does not break the file for TeX, which counts them all', () => {
  const [line] = /^\ttitle = .*$/m.exec(citationFiles.bib.write(cslOf({ ...neighbours, title: 'One } and {{ more' })))!;
  expect([...line.matchAll(/\{/g)].length).toBe([...line.matchAll(/\}/g)].length);
  expect(line).toContain('\\textbraceright{}');
});
