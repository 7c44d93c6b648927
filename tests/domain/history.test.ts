import { expect, test } from 'vitest';
import { changesIn, historyOf, versionName } from '../../src/domain/history.ts';

const commit = (revision: string, date: string, author: string, subject: string, ...files: string[]) =>
  `\u001e${[revision, date, author, subject].join('\u001f')}\0\n${files.join('\0')}\0`;
const log =
  commit('ccccccccc', '2026-11-25', 'Līga "L" <b>', 'Third; with, signs', 'content/practices/a.lv.md', 'content/practices/b.md') +
  commit('bbbbbbbbb', '2026-11-24', 'Jonas', 'Second', 'content/practices/a.md', 'content/practices/a.lv.md') +
  commit('aaaaaaaaa', '2026-11-23', 'Jonas', 'First', 'content/practices/old.md');

test('the history of a text joins its original, its translation and its former name, each change once, the newest first', () => {
  const history = historyOf(changesIn(log), ['content/practices/a.md', 'content/practices/a.lv.md', 'content/practices/old.md']);
  expect(history.map(({ subject }) => subject)).toEqual(['Third; with, signs', 'Second', 'First']);
  expect(history[0]!.author).toBe('Līga "L" <b>');
  expect(versionName(history[0]!)).toBe('2026-11-25-ccccccc');
});
test('without a repository there is no history', () => {
  expect(historyOf(changesIn(''), ['content/practices/a.md'])).toEqual([]);
});
