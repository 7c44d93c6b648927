import { z } from 'zod';
import { dateOrUnknown, kind, language, line, provenance, reference, sourceKeys, term, type TermIds } from './values.ts';

/** A lesson: what somebody who saw or studied a practice would tell a colleague, and what it rests on. */
export const lessonSchema = (terms: TermIds) =>
  z.strictObject({
    title: line(120).describe('An imperative: what to do.'),
    lang: language.describe('The language the text is written in.'),
    kind: term(terms, 'lesson-kinds').describe('What sort of lesson it is.'),
    statement: line(400).min(80).describe('The lesson in at most 400 characters of plain text.'),
    audience: z.array(term(terms, 'audiences')).min(1).describe('Who should act on it.'),
    use: z.array(term(terms, 'uses')).min(1).describe('What it is good for.'),
    themes: z.array(term(terms, 'themes')).min(1).max(3).describe('One to three themes, the main one first.'),
    targetGroups: z.array(term(terms, 'target-groups')).min(1).describe('Whom it concerns, the receiving side included.'),
    basis: z
      .strictObject({
        practices: z.array(reference('practices')).optional().describe('The practices it was drawn from.'),
        visits: z.array(reference('visits')).optional().describe('The visits on which it was drawn.'),
        sources: sourceKeys.optional(),
      })
      .refine((basis) => Object.values(basis).some((list) => list?.length), kind('basis-empty'))
      .describe('What the lesson was drawn from: at least one practice, visit or source.'),
    contradicts: z.array(reference('lessons')).optional().describe('Lessons that say otherwise.'),
    supersededBy: reference('lessons').optional().describe("The lesson that has taken this one's place."),
    uptake: z
      .array(
        z.strictObject({
          organisation: reference('organisations').describe('Who did.'),
          year: dateOrUnknown.describe('When, or unknown.'),
          what: line(300).describe('What they did, in one sentence.'),
          sources: sourceKeys,
        }),
      )
      .optional()
      .describe('Who acted on it.'),
    ...provenance(terms),
    sources: provenance(terms)
      .sources.or(z.array(z.never()).length(0))
      .default([])
      .describe('The sources the text cites; may be left out when the lesson rests on entries of this site alone.'),
  });

export type LessonFacts = z.output<ReturnType<typeof lessonSchema>>;
