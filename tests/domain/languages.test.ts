import { describe, expect, test } from 'vitest';
import { fillIn, languages, translator } from '../../src/domain/languages.ts';

const en = languages.get('en')!.ui;
const placeholders = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();

describe.each([...languages])('the interface in %s', (lang, { name, ui }) => {
  test('has every text', () => {
    expect(Object.keys(ui).sort()).toEqual(Object.keys(en).sort());
    expect(name.trim()).not.toBe('');
  });
  test('has no text left in English by oversight', () => {
    const sameAsEnglish = Object.entries(ui).filter(
      ([key, message]) => lang !== 'en' && JSON.stringify(message).length > 25 && JSON.stringify(message) === JSON.stringify(en[key as keyof typeof en]),
    );
    expect(sameAsEnglish).toEqual([]);
  });
  test('has the plural forms of the language, all of them and no others', () => {
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
    for (const [key, message] of Object.entries(ui)) {
      expect(typeof message, key).toBe(typeof en[key as keyof typeof en]);
      if (typeof message === 'object') expect(Object.keys(message).sort(), key).toEqual([...pluralCategories].sort());
    }
  });
  test('fills in what the English text fills in', () => {
    for (const [key, message] of Object.entries(ui)) {
      const expected = placeholders(en[key as keyof typeof en]);
      if (typeof message === 'string') expect(placeholders(message), key).toEqual(expected);
      else for (const form of Object.values(message)) expect(expected, key).toEqual(expect.arrayContaining(placeholders(form)));
    }
  });
});

test('counts are said as Latvian says them: zero for 11 and 20, one for 21, other for 2', () => {
  const forms = { zero: '{count} prakšu', one: '{count} prakse', other: '{count} prakses' };
  expect([0, 1, 2, 11, 20, 21].map((count) => fillIn(forms, 'lv', { count }))).toEqual([
    '0 prakšu',
    '1 prakse',
    '2 prakses',
    '11 prakšu',
    '20 prakšu',
    '21 prakse',
  ]);
});
test('counts are said as Lithuanian says them: few for 2, other for 10', () => {
  const forms = { one: '{count} praktika', few: '{count} praktikos', many: '{count} praktikos', other: '{count} praktikų' };
  expect([1, 2, 10, 21, 22].map((count) => fillIn(forms, 'lt', { count }))).toEqual([
    '1 praktika',
    '2 praktikos',
    '10 praktikų',
    '21 praktika',
    '22 praktikos',
  ]);
});
test('a language that lacks a text falls back to English, not to nothing', () => {
  expect(translator('xx')('nav.practices')).toBe('Practices');
});
