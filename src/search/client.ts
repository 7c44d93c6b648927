import { fold, stem, tokens } from './normalise.ts';

/** What Pagefind keeps of one entry. */
export interface Found {
  url: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}
interface Hit {
  id: string;
  score: number;
  data: () => Promise<Found>;
}
interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  init: () => Promise<void>;
  search: (term: string | null, options?: { filters?: Record<string, string> }) => Promise<{ results: Hit[] }>;
}

/** Chosen values by facet: any of them within a facet, all of the facets together. */
export type Choice = ReadonlyMap<string, ReadonlySet<string>>;

/** The search of one language, over the index at `indexAddress`. Loads Pagefind at once; throws when it cannot. */
export const openSearch = async (indexAddress: string, lang: string) => {
  const pagefind = (await import(/* @vite-ignore */ `${indexAddress}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: '/', bundlePath: indexAddress, ranking: { termSimilarity: 1, pageLength: 0.3 } });
  await pagefind.init();
  const all = (await pagefind.search(null)).results;

  /** Words are looked up one by one and joined by weight: a rare word counts more, a page with all of them most. */
  const matching = async (query: string): Promise<Hit[]> => {
    const words = [...new Set(tokens(query))].slice(0, 12);
    if (words.length === 0) return all;
    if (query.includes('"')) return (await pagefind.search(fold(query))).results;
    const found = await Promise.all(words.map(async (word) => (await pagefind.search(stem(word, lang))).results));
    const weight = found.map(({ length }) => Math.log(1 + all.length / (1 + length)));
    const total = weight.reduce((sum, value) => sum + value, 0);
    const scores = new Map<string, { hit: Hit; score: number; covered: number }>();
    found.forEach((hits, index) => {
      const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
      for (const hit of hits) {
        const known = scores.get(hit.id) ?? { hit, score: 0, covered: 0 };
        known.score += weight[index]! * (0.3 + (0.7 * hit.score) / best);
        known.covered += weight[index]!;
        scores.set(hit.id, known);
      }
    });
    // An entry that has only the commonest of the words is no answer to the question.
    const most = Math.max(...[...scores.values()].map(({ covered }) => covered));
    return [...scores.values()]
      .filter(({ covered }) => covered >= most / 3)
      .map(({ hit, score, covered }) => ({ ...hit, score: (score * covered) / total }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  };

  const members = new Map<string, Promise<ReadonlySet<string>>>();
  /** The entries that carry a value of a facet. */
  const carrying = (facet: string, value: string): Promise<ReadonlySet<string>> => {
    const key = `${facet}=${value}`;
    const known = members.get(key) ?? pagefind.search(null, { filters: { [facet]: value } }).then(({ results }) => new Set(results.map(({ id }) => id)));
    members.set(key, known);
    return known;
  };
  const allowed = async (facet: string, values: ReadonlySet<string>): Promise<ReadonlySet<string>> =>
    new Set((await Promise.all([...values].map((value) => carrying(facet, value)))).flatMap((set) => [...set]));

  return {
    /** The entries that fit, the best first, and how many would fit with each further value of `counted` facets. */
    find: async (query: string, choice: Choice, counted: readonly { facet: string; value: string }[]) => {
      const hits = await matching(query);
      const narrowed = new Map(
        await Promise.all([...choice].filter(([, values]) => values.size > 0).map(async ([facet, values]) => [facet, await allowed(facet, values)] as const)),
      );
      const fits = (id: string, except?: string) => [...narrowed].every(([facet, ids]) => facet === except || ids.has(id));
      const counts = await Promise.all(
        counted.map(async ({ facet, value }) => {
          const ids = await carrying(facet, value);
          return hits.filter(({ id }) => ids.has(id) && fits(id, facet)).length;
        }),
      );
      return { hits: hits.filter(({ id }) => fits(id)), counts };
    },
  };
};

/** The parts of a text that a query's words match, for marking: pieces in order, every second one a match. */
export const matchedPieces = (text: string, query: string, lang: string): string[] => {
  const stems = tokens(query).map((word) => stem(word, lang));
  if (stems.length === 0) return [text];
  const pieces: string[] = [''];
  for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
    const matches = part !== '' && stems.some((wanted) => fold(part).startsWith(wanted));
    if (matches) pieces.push(part, '');
    else pieces.push((pieces.pop() ?? '') + part);
  }
  return pieces;
};
