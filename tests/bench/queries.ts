import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A labelled question, as in tests/bench/queries-dev.json. */
const querySchema = z.object({
  id: z.string(),
  lang: z.string(),
  /** What makes it hard: inflected, no-diacritics, typo, cross-language, none ... */
  kind: z.string(),
  q: z.string(),
  /** Slugs of all entries that would do; empty when nothing fits. */
  relevant: z.array(z.string()),
  /** The ones that should be among the first five. */
  best: z.array(z.string()).default([]),
});
export type Query = z.output<typeof querySchema>;

/** The labelled questions of a file. Throws with what is wrong when it is of another shape. */
export const queriesIn = async (file: string): Promise<Query[]> =>
  z
    .array(querySchema)
    .min(1)
    .parse(JSON.parse(await readFile(file, 'utf8')));

/** What a search engine answered: slugs in order, and how many of them it calls fitting; the others are offered as related. */
export interface Answered {
  slugs: string[];
  strong: number;
  /** How many it showed, those that are not judged included. */
  shown: number;
}

/** The figures of one group of questions; shares from 0 to 1. */
export interface Figures {
  queries: number;
  /** A relevant entry among the first five. */
  success5: number;
  /** One of the best among the first five. */
  best5: number;
  /** Mean of 1 / place of the first relevant entry, among the first ten. */
  mrr10: number;
  /** Relevant among the first ten shown. */
  precision10: number;
  /** Nothing at all shown. */
  zero: number;
  /** Of the questions with a relevant entry from a country of another language: one of those among the first ten. */
  cross10: number | undefined;
}

/**
 * Answers without the entries that the labels cannot know, such as lessons written after them: what is not judged is passed
 * over rather than counted as wrong (T. Sakai, "Alternatives to bpref", 2007: condensed lists).
 */
export const condensed = (answer: Answered, isJudged: (slug: string) => boolean): Answered => ({
  slugs: answer.slugs.filter(isJudged),
  strong: answer.slugs.slice(0, answer.strong).filter(isJudged).length,
  shown: answer.shown,
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Judges answers to questions that something fits. `isForeign` tells whether an entry is from where another language is spoken. */
const figuresOf = (pairs: readonly { query: Query; answer: Answered }[], isForeign: (slug: string, lang: string) => boolean): Figures => {
  const judged = pairs.map(({ query, answer }) => {
    const relevant = new Set(query.relevant);
    const first = answer.slugs.slice(0, 10);
    const place = first.findIndex((slug) => relevant.has(slug));
    const foreign = query.relevant.filter((slug) => isForeign(slug, query.lang));
    return {
      success5: Number(place >= 0 && place < 5),
      best5: Number(answer.slugs.slice(0, 5).some((slug) => query.best.includes(slug))),
      mrr10: place < 0 ? 0 : 1 / (place + 1),
      precision10: first.length === 0 ? 0 : first.filter((slug) => relevant.has(slug)).length / first.length,
      zero: Number(answer.shown === 0),
      cross10: foreign.length === 0 ? undefined : Number(first.some((slug) => foreign.includes(slug))),
    };
  });
  const of = (name: 'success5' | 'best5' | 'mrr10' | 'precision10' | 'zero') => mean(judged.map((each) => each[name]));
  const cross = judged.flatMap(({ cross10 }) => cross10 ?? []);
  return {
    queries: pairs.length,
    success5: of('success5'),
    best5: of('best5'),
    mrr10: of('mrr10'),
    precision10: of('precision10'),
    zero: of('zero'),
    cross10: cross.length === 0 ? undefined : mean(cross),
  };
};

/** All figures: over all questions, by language, by kind; and of those that nothing fits, the share without a strong hit. */
export const judge = (queries: readonly Query[], answers: readonly Answered[], isForeign: (slug: string, lang: string) => boolean) => {
  const pairs = queries.map((query, index) => ({ query, answer: answers[index]! }));
  const answerable = pairs.filter(({ query }) => query.relevant.length > 0);
  const none = pairs.filter(({ query }) => query.relevant.length === 0);
  const by = (key: (query: Query) => string) =>
    Object.fromEntries([...Map.groupBy(answerable, ({ query }) => key(query))].map(([name, group]) => [name, figuresOf(group, isForeign)]));
  return {
    all: figuresOf(answerable, isForeign),
    byLang: by(({ lang }) => lang),
    byKind: by(({ kind }) => kind),
    none: { queries: none.length, quiet: none.length === 0 ? undefined : mean(none.map(({ answer }) => Number(answer.strong === 0))) },
  };
};
export type Judgement = ReturnType<typeof judge>;
