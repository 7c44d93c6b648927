import { expect, test } from 'vitest';
import { matchedPieces } from '../../src/search/marking.ts';
import { compoundParts, fold, labelsIn, tokens } from '../../src/search/normalise.ts';
import { stem } from '../../src/search/stemmers.ts';

test('diacritics of every language of the region fold away', () => {
  expect(fold('Bēgļu šķūņi žāvē Ģirts')).toBe('beglu skuni zave girts');
  expect(fold('ąčęėįšųūž õäöü åæø ðþ łódź')).toBe('aceeisuuz oaou aaeo dth lodz');
});
test('words are letters and digits of any script', () => {
  expect(tokens('Kotouttamisen SIB, 2017–2019: «Київ»!')).toEqual(['kotouttamisen', 'sib', '2017', '2019', 'киів']);
});
test('of several labels that stand in a text, the longest counts', () => {
  const labels = new Map([
    ['darb', 'work'],
    ['darb devej', 'employer'],
  ]);
  expect(labelsIn(['darb', 'devej', 'un', 'darb'], labels)).toEqual([
    { at: 0, length: 2, means: 'employer' },
    { at: 3, length: 1, means: 'work' },
  ]);
});
test('a compound comes apart where both parts are known words', () => {
  const known = new Set([stem('rande', 'et'), stem('konverents', 'et')]);
  expect(compoundParts('randekonverents', 'et', (part) => known.has(part))).toEqual([...known]);
  expect(compoundParts('randekohvik', 'et', (part) => known.has(part))).toBeUndefined();
});
test('the word that matched is marked in its own form', () => {
  expect(matchedPieces('Palīdzība bēgļiem Rīgā', ['begli'], 'lv')).toEqual(['Palīdzība ', 'bēgļiem', ' Rīgā']);
  expect(matchedPieces('Nothing here', [''], 'en')).toEqual(['Nothing here']);
});
test('a word that only begins like the one asked for is not marked', () => {
  expect(matchedPieces('darbs darbnīcā', ['darbs'], 'lv')).toEqual(['', 'darbs', ' darbnīcā']);
});
