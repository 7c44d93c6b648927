import type { Header } from './header.ts';
import type { Problem } from './problem.ts';

/** Fields whose dates tell what has happened. The end of a practice or the day of a visit may be planned. */
const past = new Set(['started', 'published', 'updated', 'verified', 'accessed', 'translated']);

/** The dates of a header that lie after `today` (YYYY-MM-DD), though they tell of something that has happened. */
export const futureDates = (file: string, header: Header, today: string): Problem[] => {
  const find = (value: unknown, path: PropertyKey[]): Problem[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => find(item, [...path, index]));
    if (value && typeof value === 'object') return Object.entries(value).flatMap(([key, item]) => find(item, [...path, key]));
    const date = String(value);
    const isLater = past.has(String(path.at(-1))) && /^\d{4}(?:-\d\d){0,2}$/.test(date) && date > today.slice(0, date.length);
    return isLater ? [{ file, ...header.at(path), field: path.join('.'), kind: 'future-date', values: { value: date, today } }] : [];
  };
  return find(header.data, []);
};

/** Today by the clock of the easternmost reader, so that no contributor is told that it is still yesterday. */
export const latestToday = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
