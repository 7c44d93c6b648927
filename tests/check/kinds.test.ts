import { describe, expect, test } from 'vitest';
import { kinds, layers, type Kind } from '../../src/reader/kinds.ts';
import { explainedIn, saidIn, type Problem } from '../../src/reader/problem.ts';
import { settings } from '../../src/settings.ts';

const all = Object.entries(kinds) as [Problem['kind'], Kind][];
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort();

describe.each(['lv', 'lt', 'et'] as const)('in %s', (lang) => {
  test.each(all)('%s says what is wrong and how to mend it, with the placeholders of the English words', (_id, kind) => {
    kind[lang].forEach((text, part) => {
      expect(text).toMatch(/\S{2}.*[.!?}]$/);
      expect(placeholders(text)).toEqual(placeholders(kind.en[part]!));
      expect(text).not.toBe(kind.en[part]);
    });
  });
});

test('the languages of the table are those of the site', () => {
  for (const [id, kind] of all) for (const lang of settings.languages) expect(Object.keys(kind), id).toContain(lang);
});

test('every kind belongs to a layer, and every layer has kinds', () => {
  expect(new Set(all.map(([, { layer }]) => layer))).toEqual(new Set(layers));
});

test('told in general, a kind has no placeholder left', () => {
  for (const [id] of all)
    for (const lang of settings.languages) {
      const { what, mend, lang: said } = explainedIn(lang, id);
      expect(`${what} ${mend}`).not.toMatch(/\{\w+\}|undefined/);
      expect(said).toBe(lang);
    }
});

test('a language the table does not have is answered in English, and says so', () => {
  expect(explainedIn('qaa', 'required')).toEqual({ ...explainedIn('en', 'required'), lang: 'en' });
  expect(saidIn('sv', { kind: 'required', file: 'x', line: 1, column: 1 }).what).toBe(kinds.required.en[0]);
});
