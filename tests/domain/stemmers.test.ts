import dictionaryEn from 'dictionary-en';
import dictionaryEt from 'dictionary-et';
import dictionaryLt from 'dictionary-lt';
import dictionaryLv from 'dictionary-lv';
import { loadModule } from 'hunspell-asm';
import { expect, test } from 'vitest';
import { fold } from '../../src/search/normalise.ts';
import { stem } from '../../src/search/stemmers.ts';
import { english, estonian, latvian, lithuanian, type Paradigms } from './paradigms.ts';

/**
 * What a light stemmer cannot bring together: roots that change (gradation, suppletion) and endings that look like a root.
 * They are found by labels, corrections or beginnings; who improves a stemmer takes words off these lists.
 */
const split: Record<string, readonly string[]> = {
  lv: [],
  lt: [],
  et: ['naine'],
  en: ['child'],
};

const languages: [string, Paradigms, { aff: Uint8Array; dic: Uint8Array }][] = [
  ['lv', latvian, dictionaryLv],
  ['lt', lithuanian, dictionaryLt],
  ['et', estonian, dictionaryEt],
  ['en', english, dictionaryEn],
];

test.each(languages)('all forms of a word have one stem in %s, save the words that are listed', (lang, paradigms) => {
  const broken = Object.entries(paradigms)
    .filter(([, forms]) => new Set(forms.map((form) => stem(fold(form), lang))).size > 1)
    .map(([lemma]) => lemma);
  expect(Object.keys(paradigms).length).toBeGreaterThanOrEqual(40);
  expect(broken).toEqual(split[lang]);
});

test.each([
  ['lv', 'viesis', 'vieta'],
  ['lv', 'darbs', 'darbnīca'],
  ['lv', 'māja', 'māte'],
  ['lv', 'skola', 'skolēns'],
  ['lt', 'darbas', 'darbuotojas'],
  ['lt', 'vaikas', 'vakaras'],
  ['lt', 'kalba', 'kalnas'],
  ['et', 'keel', 'keelekohvik'],
  ['et', 'kool', 'koolitus'],
  ['et', 'pere', 'perekond'],
  ['en', 'house', 'host'],
  ['en', 'work', 'workshop'],
  ['en', 'city', 'citizen'],
])('words of different meaning keep different stems: %s %s, %s', (lang, one, other) => {
  expect(stem(fold(one), lang)).not.toBe(stem(fold(other), lang));
});

test.each(languages)('the paradigms of %s are of real words: the dictionary of hunspell knows their forms', async (_lang, paradigms, { aff, dic }) => {
  const factory = await loadModule();
  const hunspell = factory.create(factory.mountBuffer(aff, 'words.aff'), factory.mountBuffer(dic, 'words.dic'));
  const forms = Object.values(paradigms).flat();
  const known = forms.filter((form) => hunspell.spell(form));
  hunspell.dispose();
  expect(known.length / forms.length).toBeGreaterThan(0.9);
});
