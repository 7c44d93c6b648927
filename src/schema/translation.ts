import { z } from 'zod';
import { day, line } from './values.ts';

/** A translation of a practice, lesson or visit. Facts are inherited from the original and never repeated. */
export const translationSchema = z.strictObject({
  title: line(160).describe('The translated title.'),
  summary: line(800).min(60).describe('The translated summary; for a lesson, its statement.'),
  translated: day.describe('The day it was translated: when the original changes later, the page says so.'),
  by: z.enum(['machine', 'person']).describe('Who translated it.'),
  reviewed: z.boolean().describe('True only when a person who reads both languages has checked it against the original.'),
  translators: z.array(line(120)).optional().describe('Who translated or checked it, when they want to be named.'),
});

export type Translation = z.output<typeof translationSchema>;
