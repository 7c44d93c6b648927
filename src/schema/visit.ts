import { z } from 'zod';
import { country, day, dateOrUnknown, isBefore, kind, language, line, place, provenance, reference, term, type TermIds } from './values.ts';

/** A study visit, conference or seminar: who went where, what they saw, what they meant to do with it. */
export const visitSchema = (terms: TermIds) =>
  z
    .strictObject({
      title: line(160).describe('What it was called or about, in the language of the text.'),
      nativeTitle: line(160).optional().describe('Its name in the language of the place, when that is another one.'),
      summary: line(700).min(80).describe('80-700 characters of plain text: who met where, about what.'),
      lang: language.describe('The language the text is written in.'),
      kind: term(terms, 'visit-kinds').describe('What sort of meeting it was.'),
      programme: term(terms, 'programmes').describe('The programme it belonged to.'),
      start: dateOrUnknown.describe('Its first day, or the month or year.'),
      end: dateOrUnknown.optional().describe('Its last day, when it took more than one.'),
      datesNote: line(300).optional().describe('What a reader should know about these dates.'),
      countries: z.array(country).min(1).describe('Where it took place.'),
      places: z.array(place(terms)).min(1).describe('The places where people met.'),
      hosts: z.array(reference('organisations')).min(1).describe('The organisations that invited or received the others.'),
      visitors: z.array(reference('organisations')).optional().describe('The organisations that came. People only as numbers by role, never names.'),
      visitorRoles: z
        .array(
          z.strictObject({
            role: line(120).describe('What the people do, for example municipal coordinators.'),
            number: z.int().positive().optional().describe('How many of them there were.'),
          }),
        )
        .optional()
        .describe('Who came, by role.'),
      objectives: z.array(line(300)).optional().describe('What it was meant to achieve, one sentence each.'),
      programmeItems: z.array(line(300)).optional().describe('What was on the programme, one item each.'),
      practicesSeen: z.array(reference('practices')).optional().describe('The practices that were seen or presented.'),
      plans: z
        .array(
          z.strictObject({
            organisation: reference('organisations').describe('Who means to do it.'),
            practice: reference('practices').optional().describe('The practice it follows.'),
            lesson: reference('lessons').optional().describe('The lesson it follows.'),
            change: line(300).describe('What is to change, in one sentence.'),
            due: dateOrUnknown.optional().describe('When it should be done.'),
            status: term(terms, 'plan-statuses').describe('How far it has come.'),
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
