import { z } from 'zod';
import { dateOrUnknown, language, line, provenance, reference, sourceKeys, term, type TermIds } from './values.ts';

/** A lesson: what somebody who saw or studied a practice would tell a colleague, and what it rests on. */
export const lessonSchema = (terms: TermIds) =>
  z.strictObject({
    /** An imperative: what to do. */
    title: line(120),
    lang: language,
    kind: term(terms, 'lesson-kinds'),
    /** The lesson in at most 400 characters of plain text. */
    statement: line(400).min(80),
    /** Who should act on it. */
    audience: z.array(term(terms, 'audiences')).min(1),
    /** What it is good for. */
    use: z.array(term(terms, 'uses')).min(1),
    themes: z.array(term(terms, 'themes')).min(1).max(3),
    targetGroups: z.array(term(terms, 'target-groups')).min(1),
    /** What the lesson was drawn from: at least one practice, visit or source. */
    basis: z
      .strictObject({
        practices: z.array(reference('practices')).optional(),
        visits: z.array(reference('visits')).optional(),
        sources: sourceKeys.optional(),
      })
      .refine((basis) => Object.values(basis).some((list) => list?.length), 'must name at least one practice, visit or source'),
    /** Lessons that say otherwise. */
    contradicts: z.array(reference('lessons')).optional(),
    /** The lesson that has taken this one's place. */
    supersededBy: reference('lessons').optional(),
    /** Who acted on it. */
    uptake: z.array(z.strictObject({ organisation: reference('organisations'), year: dateOrUnknown, what: line(300), sources: sourceKeys })).optional(),
    ...provenance(terms),
    sources: provenance(terms).sources.or(z.array(z.never()).length(0)).default([]),
  });

export type LessonFacts = z.output<ReturnType<typeof lessonSchema>>;
