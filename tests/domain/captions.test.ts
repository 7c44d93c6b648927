import { expect, test } from 'vitest';
import { visitDates, whenOf, yearsOf } from '../../src/domain/captions.ts';
import { translator } from '../../src/domain/languages.ts';

const t = translator('en');
const running = { id: 'running', label: 'Running' };
const ended = { id: 'ended', label: 'Ended' };

test('a practice that runs has a beginning, one that has ended has both', () => {
  expect(yearsOf(t, { started: '2015-08-01', status: running })).toBe('since 2015');
  expect(yearsOf(t, { started: '2017', ended: '2019-12', status: ended })).toBe('2017–2019');
  expect(yearsOf(t, { started: '2023-01', ended: '2023-10', status: ended })).toBe('2023');
});
test('a planned end of a practice that runs is not told as its end', () => {
  expect(yearsOf(t, { started: '2024', ended: '2026', status: running })).toBe('since 2024');
});
test('an unknown beginning is said to be unknown', () => {
  expect(yearsOf(t, { started: 'unknown', status: running })).toBe('start not known');
});
test('a list says at once that a practice has ended', () => {
  expect(whenOf(t, { places: [{ name: 'Tartu' }], started: '2022', ended: '2023', status: ended })).toBe('Tartu · 2022–2023 · Ended');
});
test('the days of a visit are one range, and a date nobody knows is said to be unknown', () => {
  expect(visitDates('en', t, '2022-12-05', '2022-12-09')).toMatch(/^5\s–\s9 December 2022$/);
  expect(visitDates('en', t, '2022-05-27', '2022-05-27')).toBe('27 May 2022');
  expect(visitDates('en', t, 'unknown')).toBe('date not known');
});
