import { expect, test } from 'vitest';
import { dateInWords, monthsLater } from '../../src/domain/dates.ts';
import { freshnessOf } from '../../src/domain/freshness.ts';

test('a date is told as finely as it is known, and no finer', () => {
  expect(dateInWords('en', '2023')).toBe('2023');
  expect(dateInWords('en', '2023-05')).toBe('May 2023');
  expect(dateInWords('lv', '2023-05-12')).toBe('2023. gada 12. maijs');
  expect(dateInWords('et', '2024-02-29')).toBe('29. veebruar 2024');
});
test('two years after the last day of February is a day that exists', () => {
  expect(monthsLater('2024-02-29', 24)).toBe('2026-02-28');
  expect(monthsLater('2024-08-31', 1)).toBe('2024-09-30');
  expect(monthsLater('2024-11-24', 24)).toBe('2026-11-24');
});
test('an entry is due two years after it was confirmed, else after it was published', () => {
  expect(freshnessOf({ published: '2026-11-24' })).toEqual({ changed: '2026-11-24', due: '2028-11-24' });
  expect(freshnessOf({ published: '2024-01-01', verified: '2025-03-01', updated: '2025-04-01' })).toEqual({
    verified: '2025-03-01',
    changed: '2025-04-01',
    due: '2027-03-01',
  });
});
test('a date that somebody has set for the review is kept', () => {
  expect(freshnessOf({ published: '2026-11-24', reviewDue: '2027-01-01' }).due).toBe('2027-01-01');
});
