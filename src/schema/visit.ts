import { z } from 'zod';
import { country, day, dateOrUnknown, language, line, place, provenance, reference, term, type TermIds } from './values.ts';

/** A study visit, conference or seminar: who went where, what they saw, what they meant to do with it. */
export const visitSchema = (terms: TermIds) =>
  z
    .strictObject({
      title: line(160),
      nativeTitle: line(160).optional(),
      /** 80-700 characters of plain text: who met where, about what. */
      summary: line(700).min(80),
      lang: language,
      kind: term(terms, 'visit-kinds'),
      programme: term(terms, 'programmes'),
      start: dateOrUnknown,
      end: dateOrUnknown.optional(),
      /** What a reader should know about these dates. */
      datesNote: line(300).optional(),
      /** Where it took place. */
      countries: z.array(country).min(1),
      places: z.array(place(terms)).min(1),
      hosts: z.array(reference('organisations')).min(1),
      /** The organisations that came. People only as numbers by role, never names. */
      visitors: z.array(reference('organisations')).optional(),
      visitorRoles: z.array(z.strictObject({ role: line(120), number: z.int().positive().optional() })).optional(),
      objectives: z.array(line(300)).optional(),
      programmeItems: z.array(line(300)).optional(),
      practicesSeen: z.array(reference('practices')).optional(),
      /** What the visitors meant to do at home. */
      plans: z
        .array(
          z.strictObject({
            organisation: reference('organisations'),
            practice: reference('practices').optional(),
            lesson: reference('lessons').optional(),
            change: line(300),
            due: dateOrUnknown.optional(),
            status: term(terms, 'plan-statuses'),
            /** Required when the plan was dropped. */
            why: line(300).optional(),
          }),
        )
        .optional(),
      /** When somebody should ask what came of it. */
      followUpDue: day.optional(),
      /** What the visitors said would not work at home. */
      notTransferable: z.array(line(300)).optional(),
      ...provenance(terms),
    })
    .superRefine(({ start, end, plans }, context) => {
      if (end && end !== 'unknown' && start !== 'unknown' && end < start)
        context.addIssue({ code: 'custom', path: ['end'], message: `is before start (${start})` });
      plans?.forEach((plan, index) => {
        if (plan.status === 'dropped' && !plan.why)
          context.addIssue({ code: 'custom', path: ['plans', index, 'why'], message: 'is required because the plan was dropped' });
      });
    });

export type VisitFacts = z.output<ReturnType<typeof visitSchema>>;
