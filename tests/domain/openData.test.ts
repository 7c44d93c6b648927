import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf, geoJsonOf, recordOf } from '../../src/domain/openData.ts';

test('what a spreadsheet would run as a formula arrives as text', () => {
  for (const evil of ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '=HYPERLINK("https://x","y")']) {
    const csv = csvOf([{ id: 'a', note: evil }], ['en']);
    const [, row] = Papa.parse<string[]>(csv.slice(1)).data;
    expect(row![1]).toBe(`'${evil}`);
  }
});
test('quotes, commas, line breaks and every alphabet come out of the CSV as they went in', () => {
  const text = 'Ā "q", \u201eb\u201c; Юлія\nšū';
  const csv = csvOf([{ id: 'a', title: { en: text, lv: 'ž' } }], ['en', 'lv', 'lt']);
  const [row] = Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data;
  expect(row).toMatchObject({ title_en: text, title_lv: 'ž', title_lt: '' });
});
test('a record holds a title only in the languages it exists in', () => {
  const texts = ['en', 'lv'].map((lang) => ({ lang, titleLang: 'en', title: 'One', summary: 'Two', inLanguages: ['en'] }));
  expect(recordOf('practices', 'en', { id: 'x', facts: { title: 'One', lead: 'town' }, texts, evidence: '2' })).toMatchObject({
    id: 'x',
    title: { en: 'One' },
    evidenceLevel: '2',
    lead: 'town',
  });
});
test('a place whose position is not known is not put on the map', () => {
  expect(geoJsonOf([{ id: 'x', places: [{ name: 'Somewhere' }, { name: 'Riga', lat: 57, lon: 24 }] }])).toMatchObject({
    features: [{ geometry: { coordinates: [24, 57] } }],
  });
});
