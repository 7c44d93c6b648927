/** Partial dates stay ISO strings (YYYY, YYYY-MM, YYYY-MM-DD) and are only ever read in UTC, so no time zone moves them. */

/** The form of dates and numbers: the English of the site is British, as its readers learned it. */
export const formatOf = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);

/** To make a format costs more than all else about a page's dates: each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A date in words of `lang`: "2023", "May 2023" or "12 May 2023". */
export const dateInWords = (lang: string, date: string): string => {
  const [year, month, day] = date.split('-');
  if (!month) return year!;
  const key = `${lang}/${day ? 'day' : 'month'}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(formatOf(lang), { timeZone: 'UTC', year: 'numeric', month: 'long', ...(day && { day: 'numeric' }) });
  formats.set(key, format);
  return format.format(new Date(`${date}Z`));
};

/** The day `months` later; the last day of the month where that day does not exist. */
export const monthsLater = (day: string, months: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};
