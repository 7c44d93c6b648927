import { z } from 'zod';
import { country, dateOrUnknown, language, line, place, provenance, reference, sourceKeys, term, type TermIds } from './values.ts';

/** A practice: something a place does to receive newcomers well, what it takes and what it did. */
export const practiceSchema = (terms: TermIds) =>
  z
    .strictObject({
      /** What it is called, in the language of the text. */
      title: line(120),
      /** Its name in the language of the place, when that is another one. */
      nativeTitle: line(160).optional(),
      /** 150-700 characters of plain text: place, what, for whom, result. It is the card, the search result and the abstract. */
      summary: line(700).min(150),
      /** The language the text is written in. */
      lang: language,
      /** Where it happens; more than one for a cross-border practice. */
      countries: z.array(country).min(1),
      /** The places it runs in; may be left out for a national practice. */
      places: z.array(place(terms)).min(1).optional(),
      /** How wide it reaches. */
      scope: term(terms, 'scopes'),
      /** Whether it still runs, as far as the sources say. */
      status: term(terms, 'statuses'),
      /** Why it ended: required when the status is ended. "Unknown" is an answer. */
      endedReason: line(400).optional(),
      /** When it began. */
      started: dateOrUnknown,
      /** When it ended or is planned to end. */
      ended: dateOrUnknown.optional(),
      /** What a reader should know about these dates, for example that sources disagree. */
      datesNote: line(300).optional(),
      /** One to three themes, the main one first. */
      themes: z.array(term(terms, 'themes')).min(1).max(3),
      /** Everyone it is for, the receiving side included. */
      targetGroups: z.array(term(terms, 'target-groups')).min(1),
      /** When in a newcomer's path it helps. */
      stages: z.array(term(terms, 'stages')).min(1).optional(),
      /** The organisation that answers for it. */
      lead: reference('organisations'),
      /** The others, each with its role. */
      partners: z.array(z.strictObject({ organisation: reference('organisations'), role: term(terms, 'roles') })).optional(),
      /** How far newcomers themselves decide. */
      participation: term(terms, 'participation').optional(),
      /** What it achieved, one claim at a time. */
      results: z
        .array(
          z.strictObject({
            /** The claim in one sentence. */
            statement: line(400),
            /** The figure, when there is one. */
            value: z.union([z.number(), line(40)]).optional(),
            /** What the figure counts: %, people, EUR. */
            unit: line(60).optional(),
            /** The time it covers. */
            period: z
              .union([line(60), z.int()])
              .transform(String)
              .optional(),
            /** How many people or cases it rests on. */
            n: z.int().positive().optional(),
            /** How it was found out. */
            method: term(terms, 'methods'),
            /** What the study says of the effect; only for methods that can tell. */
            effect: term(terms, 'effects').optional(),
            /** True when the figure is our own arithmetic or reading, not the source's words. */
            derived: z.literal(true).optional(),
            sources: sourceKeys,
          }),
        )
        .optional(),
      /** Only to overrule the computed evidence level, and only with a reason. */
      evidence: z.strictObject({ level: term(terms, 'evidence'), reason: line(300) }).optional(),
      /** The parts it is made of: what must stay, and what each place may shape. */
      components: z.array(z.strictObject({ name: line(80), text: line(300), kind: term(terms, 'component-kinds'), sources: sourceKeys })).optional(),
      /** What must be in place first. */
      prerequisites: z.array(z.strictObject({ term: term(terms, 'prerequisites'), note: line(300).optional(), sources: sourceKeys })).optional(),
      /** What it costs in money and people. */
      resources: z
        .strictObject({
          /** Total cost, in the currency below. */
          cost: z.number().positive().optional(),
          costPerParticipant: z.number().positive().optional(),
          /** ISO 4217. */
          currency: z
            .string()
            .regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters, for example EUR')
            .optional(),
          priceYear: z.int().min(1950).max(2100).optional(),
          participants: z.int().positive().optional(),
          /** Full-time posts. */
          fte: z.number().positive().optional(),
          volunteers: z.int().positive().optional(),
          /** What the figures cover, in words. */
          note: line(400).optional(),
          sources: sourceKeys,
        })
        .optional(),
      /** Who pays. */
      funding: z.array(z.strictObject({ term: term(terms, 'funding'), note: line(300).optional(), sources: sourceKeys })).optional(),
      /** Who took it over, what they changed and what came of it. */
      adoptions: z
        .array(
          z.strictObject({
            organisation: reference('organisations').optional(),
            place: line(120),
            country,
            year: dateOrUnknown,
            changed: line(300).optional(),
            outcome: line(300).optional(),
            /** The visit on which the adopters saw it. */
            visit: reference('visits').optional(),
            sources: sourceKeys,
          }),
        )
        .optional(),
      /** Practices that belong beside this one; say why in the text. */
      related: z.array(reference('practices')).optional(),
      /** An organisation's role mailbox; a person's address only with consent. */
      contact: z.strictObject({ organisation: reference('organisations'), email: z.email().optional() }).optional(),
      ...provenance(terms),
    })
    .superRefine((practice, context) => {
      const { status, started, ended, endedReason, scope, places } = practice;
      const complain = (path: string, message: string) => {
        context.addIssue({ code: 'custom', path: [path], message });
      };
      if (status === 'ended' && !endedReason)
        complain('endedReason', 'is required because the status is ended. Say why it ended, or that the sources do not tell');
      if (status === 'ended' && !ended) complain('ended', 'is required because the status is ended. Give the year, or the word unknown');
      if (scope !== 'national' && scope !== 'cross-border' && !places) complain('places', 'is required unless the scope is national or cross-border');
      if (ended && ended !== 'unknown' && started !== 'unknown' && ended < started.slice(0, ended.length)) complain('ended', `is before started (${started})`);
    });

export type PracticeFacts = z.output<ReturnType<typeof practiceSchema>>;
