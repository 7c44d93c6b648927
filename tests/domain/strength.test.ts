import { expect, test } from 'vitest';
import { strengthOf } from '../../src/domain/strength.ts';

const none = { practices: [], visits: [], sources: [] };

test('a lesson from one case is a hint, however well that case was evaluated', () => {
  expect(strengthOf({ ...none, practices: [{ evidence: '3' }] })).toBe('single');
});
test('two sources of one publisher are one voice', () => {
  expect(strengthOf({ ...none, sources: [{ publisher: 'ERR' }, { publisher: 'ERR' }] })).toBe('single');
  expect(strengthOf({ ...none, sources: [{ publisher: 'ERR' }, { publisher: 'LSM' }] })).toBe('several');
});
test('several cases are strong only when one of them was evaluated independently, with or without effect', () => {
  expect(strengthOf({ ...none, practices: [{ evidence: '2' }, { evidence: '1' }] })).toBe('several');
  expect(strengthOf({ ...none, practices: [{ evidence: 'NE' }, { evidence: '1' }] })).toBe('strong');
});
