/** One list from what was found for each idea of a question. */

export interface Scored<T> {
  hit: T;
  /** How well it fits the idea, from 0 to 1. */
  score: number;
}
/** What was found for one idea, and how sure it is that it was meant: less where a mistyped word was guessed. */
export interface FoundIdea<T> {
  scores: ReadonlyMap<string, Scored<T>>;
  certainty: number;
  /** Whether it is a subject of the vocabularies, and not just any word. */
  isSubject: boolean;
  /** An entry that does not fit it is related at most, and shown only where no entry fits. */
  required: boolean | undefined;
}
export interface Answer<T> {
  /** Best first; the first `strong` of them answer the question, the rest is related. */
  hits: T[];
  strong: number;
}

/** A hit that covers less of the question than this lacks its point: it is related at most. */
const strongFrom = 0.6;
/** One that covers less than this share of what the best one covers is not even that. */
const relatedFrom = 0.25;
/** How much more a subject counts than a word that may be rare here by chance, as verbs are in a small base. */
const subject = 2;
/** From this score on, an idea counts as covered in full. */
const covers = 0.6;

/**
 * An idea counts by how rare it is (inverse document frequency, K. Sparck Jones, 1972; one that nothing fits counts most),
 * an entry by how well it fits the ideas and how much of the question it covers. `entries` is how many entries there are.
 */
export const fuse = <T extends { id: string }>(found: readonly FoundIdea<T>[], entries: number): Answer<T> => {
  const weights = found.map(({ scores, isSubject }) => (isSubject ? subject : 1) * Math.log(1 + entries / (0.5 + scores.size)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const joined = new Map<string, { hit: T; score: number; covered: number }>();
  found.forEach(({ scores, certainty }, index) => {
    const share = weights[index]! / total;
    for (const [id, { hit, score }] of scores) {
      const known = joined.get(id) ?? { hit, score: 0, covered: 0 };
      known.score += share * score;
      known.covered += share * certainty * Math.min(1, score / covers);
      joined.set(id, known);
    }
  });
  const all = [...joined.values()];
  const most = Math.max(0, ...all.map(({ covered }) => covered));
  const needed = found.filter(({ required }) => required);
  const hasAll = ({ hit }: { hit: T }) => needed.every(({ scores }) => scores.has(hit.id));
  const complete = all.filter(hasAll);
  const ranked = (complete.length > 0 ? complete : all)
    .filter(({ covered }) => covered >= relatedFrom * most)
    .map((entry) => ({ ...entry, score: entry.score * (0.4 + 0.6 * entry.covered), strong: entry.covered >= strongFrom && hasAll(entry) }))
    .sort((a, b) => Number(b.strong) - Number(a.strong) || b.score - a.score || (a.hit.id < b.hit.id ? -1 : 1));
  return { hits: ranked.map(({ hit }) => hit), strong: ranked.filter(({ strong }) => strong).length };
};
