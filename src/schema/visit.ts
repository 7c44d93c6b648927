import { z } from 'zod';
import { country, day, dateOrUnknown, isBefore, kind, language, line, place, provenance, reference, term, type TermIds } from './values.ts';

/** A study visit, conference or seminar: who went where, what they saw, what they meant to do with it. */
export const visitSchema = (terms: TermIds) =>
  z
    .strictObject({
      title: line(160),
      nativeTitle: line(160).optional(),
      summary: line(700).min(80).describe('80-700 characters of plain text: who met where, about what.'),
      lang: language,
      kind: term(terms, 'visit-kinds'),
      programme: term(terms, 'programmes'),
      start: dateOrUnknown,
      end: dateOrUnknown.optional(),
      datesNote: line(300).optional().describe('What a reader should know about these dates.'),
      countries: z.array(country).min(1).describe('Where it took place.'),
      places: z.array(place(terms)).min(1),
      hosts: z.array(reference('organisations')).min(1),
      visitors: z.array(reference('organisations')).optional().describe('The organisations that came. People only as numbers by role, never names.'),
      visitorRoles: z.array(z.strictObject({ role: line(120), number: z.int().positive().optional() })).optional(),
      objectives: z.array(line(300)).optional(),
      programmeItems: z.array(line(300)).optional(),
      practicesSeen: z.array(reference('practices')).optional(),
      plans: z
        .array(
          z.strictObject({
            organisation: reference('organisations'),
            practice: reference('practices').optional(),
            lesson: reference('lessons').optional(),
            change: line(300),
            due: dateOrUnknown.optional(),
            status: term(terms, 'plan-statuses'),
            why: line(300).optional().describe('Required when the plan was dropped.'),
          }),
        )
        .optional()
        .describe('What the visitors meant to do at home.'),
      followUpDue: day.optional().describe('When somebody should ask what came of it.'),
      notTransferable: z.array(line(300)).optional().describe('What the visitors said would not work at home.'),
      ...provenance(terms),
    })
    .superRefine(({ start, end, plans }, context) => {
      if (isBefore(end, start)) context.addIssue({ code: 'custom', path: ['end'], message: kind('end-before-start'), params: { start } });
      plans?.forEach((plan, index) => {
        if (plan.status === 'dropped' && !plan.why) context.addIssue({ code: 'custom', path: ['plans', index, 'why'], message: kind('dropped-needs-why') });
      });
    });

export type VisitFacts = z.output<ReturnType<typeof visitSchema>>;
