import { z } from 'zod';
import type { ProblemKind } from '../reader/kinds.ts';
import { image } from './image.ts';
import { country, dateOrUnknown, isBefore, kind, language, line, place, provenance, reference, sourceKeys, term, type TermIds } from './values.ts';

/** A practice: something a place does to receive newcomers well, what it takes and what it did. */
export const practiceSchema = (terms: TermIds) =>
  z
    .strictObject({
      title: line(120).describe('What it is called, in the language of the text.'),
      nativeTitle: line(160).optional().describe('Its name in the language of the place, when that is another one.'),
      summary: line(700)
        .min(150)
        .describe('150-700 characters of plain text: place, what, for whom, result. It is the card, the search result and the abstract.'),
      lang: language.describe('The language the text is written in.'),
      countries: z.array(country).min(1).describe('Where it happens; more than one for a cross-border practice.'),
      places: z.array(place(terms)).min(1).optional().describe('The places it runs in; may be left out for a national practice.'),
      scope: term(terms, 'scopes').describe('How wide it reaches.'),
      status: term(terms, 'statuses').describe('Whether it still runs, as far as the sources say.'),
      endedReason: line(400).optional().describe('Why it ended: required when the status is ended. "Unknown" is an answer.'),
      started: dateOrUnknown.describe('When it began.'),
      ended: dateOrUnknown.optional().describe('When it ended or is planned to end.'),
      datesNote: line(300).optional().describe('What a reader should know about these dates, for example that sources disagree.'),
      themes: z.array(term(terms, 'themes')).min(1).max(3).describe('One to three themes, the main one first.'),
      targetGroups: z.array(term(terms, 'target-groups')).min(1).describe('Everyone it is for, the receiving side included.'),
      stages: z.array(term(terms, 'stages')).min(1).optional().describe("When in a newcomer's path it helps."),
      lead: reference('organisations').describe('The organisation that answers for it.'),
      partners: z
        .array(
          z.strictObject({
            organisation: reference('organisations').describe('Who takes part.'),
            role: term(terms, 'roles').describe('What it does here.'),
          }),
        )
        .optional()
        .describe('The others, each with its role.'),
      participation: term(terms, 'participation').optional().describe('How far newcomers themselves decide.'),
      results: z
        .array(
          z.strictObject({
            statement: line(400).describe('The claim in one sentence.'),
            value: z
              .union([z.number(), line(40)])
              .optional()
              .describe('The figure, when there is one.'),
            unit: line(60).optional().describe('What the figure counts: %, people, EUR.'),
            period: z
              .union([line(60), z.int()])
              .transform(String)
              .optional()
              .describe('The time it covers.'),
            n: z.int().positive().optional().describe('How many people or cases it rests on.'),
            method: term(terms, 'methods').describe('How it was found out.'),
            effect: term(terms, 'effects').optional().describe('What the study says of the effect; only for methods that can tell.'),
            derived: z.literal(true).optional().describe("True when the figure is our own arithmetic or reading, not the source's words."),
            sources: sourceKeys,
          }),
        )
        .optional()
        .describe('What it achieved, one claim at a time.'),
      evidence: z
        .strictObject({
          level: term(terms, 'evidence').describe('The level that should be shown.'),
          reason: line(300).describe('Why the computed one is wrong.'),
        })
        .optional()
        .describe('Only to overrule the computed evidence level, and only with a reason.'),
      components: z
        .array(
          z.strictObject({
            name: line(80).describe('What the part is called, in a few words.'),
            text: line(300).describe('What it is, in one or two sentences.'),
            kind: term(terms, 'component-kinds').describe('Whether it must stay as it is or each place may shape it.'),
            sources: sourceKeys,
          }),
        )
        .optional()
        .describe('The parts it is made of: what must stay, and what each place may shape.'),
      prerequisites: z
        .array(
          z.strictObject({
            term: term(terms, 'prerequisites').describe('What is needed.'),
            note: line(300).optional().describe('What exactly, or how much of it.'),
            sources: sourceKeys,
          }),
        )
        .optional()
        .describe('What must be in place first.'),
      resources: z
        .strictObject({
          cost: z.number().positive().optional().describe('Total cost, in the currency below.'),
          costPerParticipant: z.number().positive().optional().describe('Cost per participant, in the currency below.'),
          currency: z
            .string()
            .regex(/^[A-Z]{3}$/, kind('not-a-currency'))
            .optional()
            .describe('The currency of the sums: three capital letters (ISO 4217).'),
          priceYear: z.int().min(1950).max(2100).optional().describe('The year whose prices the sums are in.'),
          participants: z.int().positive().optional().describe('How many people took part for this money.'),
          fte: z.number().positive().optional().describe('Full-time posts.'),
          volunteers: z.int().positive().optional().describe('How many people helped without pay.'),
          note: line(400).optional().describe('What the figures cover, in words.'),
          sources: sourceKeys,
        })
        .optional()
        .describe('What it costs in money and people.'),
      funding: z
        .array(
          z.strictObject({
            term: term(terms, 'funding').describe('Where the money comes from.'),
            note: line(300).optional().describe('Which fund or budget, and for what.'),
            sources: sourceKeys,
          }),
        )
        .optional()
        .describe('Who pays.'),
      adoptions: z
        .array(
          z.strictObject({
            organisation: reference('organisations').optional().describe('Who took it over, when it has an entry here.'),
            place: line(120).describe('Where, or who, in words.'),
            country: country.describe('In which country.'),
            year: dateOrUnknown.describe('Since when, or unknown.'),
            changed: line(300).optional().describe('What they did differently.'),
            outcome: line(300).optional().describe('What came of it there.'),
            visit: reference('visits').optional().describe('The visit on which the adopters saw it.'),
            sources: sourceKeys,
          }),
        )
        .optional()
        .describe('Who took it over, what they changed and what came of it.'),
      images: z.array(image).min(1).optional().describe('Pictures of the practice; the files lie in content/practices/<slug>/.'),
      related: z.array(reference('practices')).optional().describe('Practices that belong beside this one; say why in the text.'),
      contact: z
        .strictObject({
          organisation: reference('organisations').describe('Whom to ask.'),
          email: z
            .email({ error: kind('not-a-mailbox') })
            .optional()
            .describe('Its mailbox for such questions.'),
        })
        .optional()
        .describe("An organisation's role mailbox; a person's address only with consent."),
      ...provenance(terms),
    })
    .superRefine((practice, context) => {
      const { status, started, ended, endedReason, scope, places } = practice;
      const complain = (path: string, message: ProblemKind, params?: Record<string, string>) => {
        context.addIssue({ code: 'custom', path: [path], message, ...(params && { params }) });
      };
      if (status === 'ended' && !endedReason) complain('endedReason', 'ended-needs-reason');
      if (status === 'ended' && !ended) complain('ended', 'ended-needs-date');
      if (scope !== 'national' && scope !== 'cross-border' && !places) complain('places', 'places-needed');
      if (isBefore(ended, started)) complain('ended', 'end-before-start', { start: started });
    });

export type PracticeFacts = z.output<ReturnType<typeof practiceSchema>>;
