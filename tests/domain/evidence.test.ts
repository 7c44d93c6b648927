import { expect, test } from 'vitest';
import { evidenceOf, evidenceRank } from '../../src/domain/evidence.ts';

const reaches = new Map([
  ['monitoring', '1'],
  ['before-after', '2'],
  ['rct', '3'],
  ['review', '4'],
]);

test('a practice without results is described, and says that nothing has been published', () => {
  expect(evidenceOf([], reaches)).toEqual({ level: '0', because: 'nothing' });
});
test('the best-founded result decides, whatever the order', () => {
  const results = [{ method: 'monitoring' }, { method: 'before-after' }, { method: 'monitoring' }];
  expect(evidenceOf(results, reaches)).toEqual({ level: '2', because: 'method', method: 'before-after' });
  expect(evidenceOf(results.reverse(), reaches).level).toBe('2');
});
test('when every independent study found no effect, the level says so, however good the counts look', () => {
  expect(evidenceOf([{ method: 'monitoring' }, { method: 'rct', effect: 'none' }], reaches)).toEqual({ level: 'NE', because: 'no-effect', method: 'rct' });
  expect(evidenceOf([{ method: 'rct', effect: 'negative' }], reaches).level).toBe('NE');
});
test('one independent study with an effect is enough to keep the level', () => {
  expect(
    evidenceOf(
      [
        { method: 'rct', effect: 'none' },
        { method: 'rct', effect: 'mixed' },
      ],
      reaches,
    ).level,
  ).toBe('3');
  expect(evidenceOf([{ method: 'rct' }], reaches).level).toBe('3');
});
test('only a systematic review reaches the top by itself', () => {
  expect(
    evidenceOf(
      [
        { method: 'rct', effect: 'positive' },
        { method: 'review', effect: 'positive' },
      ],
      reaches,
    ).level,
  ).toBe('4');
});
test('an editor may overrule, and the reason is kept for the page', () => {
  expect(evidenceOf([{ method: 'rct' }], reaches, { level: '1', reason: 'Read in summary only.' })).toEqual({
    level: '1',
    because: 'editor',
    reason: 'Read in summary only.',
  });
});
test('knowing that something has no effect ranks with knowing that it has one', () => {
  expect(evidenceRank('NE')).toBe(evidenceRank('3'));
  expect(evidenceRank('0')).toBeLessThan(evidenceRank('1'));
});
