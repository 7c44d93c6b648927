import { expect, test } from 'vitest';
import { matchedPieces } from '../../src/search/client.ts';
import { fold, stem, tokens } from '../../src/search/normalise.ts';

test('diacritics of every language of the region fold away', () => {
  expect(fold('Bēgļu šķūņi žāvē Ģirts')).toBe('beglu skuni zave girts');
  expect(fold('ąčęėįšųūž õäöü åæø ðþ łódź')).toBe('aceeisuuz oaou aaeo dth lodz');
});
test('words are letters and digits of any script', () => {
  expect(tokens('Kotouttamisen SIB, 2017–2019: «Київ»!')).toEqual(['kotouttamisen', 'sib', '2017', '2019', 'киів']);
});
test.each([
  ['lv', ['bibliotēka', 'bibliotēkas', 'bibliotēkai', 'bibliotēku', 'bibliotēkām'], 'bibliotek'],
  ['lt', ['savivaldybė', 'savivaldybės', 'savivaldybių', 'savivaldybėse'], 'savivaldyb'],
  ['et', ['raamatukogu', 'raamatukogud', 'raamatukogus', 'raamatukogule'], 'raamatukog'],
])('the cases of a word in %s share a beginning that finds them all', (lang, forms, beginning) => {
  for (const form of forms) expect(beginning.startsWith(stem(fold(form), lang)) || stem(fold(form), lang).startsWith(beginning), form).toBe(true);
});
test('a short word keeps its ending: what is left would match anything', () => {
  expect(stem('maja', 'et')).toBe('maja');
});
test('the word that matched is marked in its own form', () => {
  expect(matchedPieces('Palīdzība bēgļiem Rīgā', 'begli', 'lv')).toEqual(['Palīdzība ', 'bēgļiem', ' Rīgā']);
  expect(matchedPieces('Nothing here', '', 'en')).toEqual(['Nothing here']);
});
