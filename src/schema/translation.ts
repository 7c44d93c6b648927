import { z } from 'zod';
import { day, line } from './values.ts';

/** A translation of a practice, lesson or visit. Facts are inherited from the original and never repeated. */
export const translationSchema = z.strictObject({
  title: line(160),
  /** The translated summary; for a lesson, its statement. */
  summary: line(800).min(60),
  /** The day it was translated: when the original changes later, the page says so. */
  translated: day,
  /** Who translated it. */
  by: z.enum(['machine', 'person']),
  /** True only when a person who reads both languages has checked it against the original. */
  reviewed: z.boolean(),
  /** Who translated or checked it, when they want to be named. */
  translators: z.array(line(120)).optional(),
});

export type Translation = z.output<typeof translationSchema>;
