import { dateInWords, formatOf } from './dates.ts';
import type { Translate } from './languages.ts';

interface Timed {
  places: readonly { name: string }[];
  started: string;
  ended?: string | undefined;
  status: { id: string; label: string };
}

const yearOf = (date: string) => date.slice(0, 4);

/** The years of a practice: "since 2011", "2017-2019", "start unknown". */
export const yearsOf = (t: Translate, { started, ended, status }: Omit<Timed, 'places'>): string => {
  if (status.id === 'ended' && started !== 'unknown' && ended && ended !== 'unknown') {
    const [from, to] = [yearOf(started), yearOf(ended)];
    return from === to ? from : `${from}–${to}`;
  }
  return started === 'unknown' ? t('years.unknown') : t('years.since', { year: yearOf(started) });
};

/** The line under a practice's country in a list: places, years, and its end when it has ended. */
export const whenOf = (t: Translate, practice: Timed): string =>
  [
    practice.places
      .slice(0, 2)
      .map(({ name }) => name)
      .join(', '),
    yearsOf(t, practice),
    practice.status.id === 'ended' ? practice.status.label : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** When a visit took place: one day or month, or from and to. */
export const visitDates = (lang: string, t: Translate, start: string, end?: string): string => {
  if (start === 'unknown') return t('date.unknown');
  if (!end || end === 'unknown' || end === start) return dateInWords(lang, start);
  const day = (date: string) => new Date(`${date}Z`);
  return start.length === 10 && end.length === 10
    ? new Intl.DateTimeFormat(formatOf(lang), { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).formatRange(day(start), day(end))
    : `${dateInWords(lang, start)} – ${dateInWords(lang, end)}`;
};
