import { monthsLater } from './dates.ts';

interface Dated {
  published: string;
  updated?: string | undefined;
  verified?: string | undefined;
  reviewDue?: string | undefined;
}

/** When an entry was last confirmed by its host, last changed here, and is due to be looked at again. */
export interface Freshness {
  verified?: string;
  changed: string;
  due: string;
}

/** Months after which an entry should be looked at again. */
const reviewAfter = 24;

/** The freshness of an entry. Whether it is overdue depends on the reader's day, so the page decides that, not the build. */
export const freshnessOf = ({ published, updated, verified, reviewDue }: Dated): Freshness => ({
  ...(verified && { verified }),
  changed: updated ?? published,
  due: reviewDue ?? monthsLater(verified ?? published, reviewAfter),
});
