import { fuse, type Answer, type FoundIdea, type Scored } from './fuse.ts';
import { ideasIn, knowsAll, type Idea, type Lexicon, type Mark } from './understand.ts';
import { allWeights, isConcept, readWords, rowsInFile, type Manifest, type Row } from './words.ts';

interface Hit {
  id: string;
  score: number;
}
interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  init: () => Promise<void>;
  search: (term: string | null, options?: { filters?: Record<string, string> }) => Promise<{ results: Hit[] }>;
}

/** Chosen values by facet: any of them within a facet, all of the facets together. */
export type Choice = ReadonlyMap<string, ReadonlySet<string>>;
export type Order = 'relevance' | 'newest' | 'evidence';

export interface Question {
  words: string;
  choice: Choice;
  order: Order;
  /** The values whose number of entries is wanted. */
  counted: readonly { facet: string; value: string }[];
  /** True when the words are to be taken as they were typed. */
  literal: boolean;
  /** How many entries are to be shown. */
  shown: number;
}

/** With fewer entries than these, an idea is looked for in the texts too. */
const few = 3;

/** How sure it is that a mistyped word was the one it is taken for. */
const guessed = 0.75;

const levels = '4 3 2 1 0 NE'.split(' ');

/** The search of one language over the index at `address`. Throws when it cannot be loaded, or is of another build. */
export const openSearch = async (address: string, lang: string) => {
  const fetched = async (path: string | undefined): Promise<Response> => {
    // The manifest and what it names have to be of one build: it is asked for anew each time, the rest never changes.
    const response = await fetch(`${address}${path ?? ''}`, path === 'tilts.json' ? { cache: 'no-cache' } : {});
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const loadedPagefind = (async () => {
    const pagefind = (await import(/* @vite-ignore */ `${address}pagefind.js`)) as Pagefind;
    // A word in the metadata field w7 is found with the score 7. Without its worker, Pagefind is smaller and soon ready.
    const metaWeights = Object.fromEntries(allWeights.map((weight) => [`w${weight}`, weight]));
    await pagefind.options({ baseUrl: '/', ranking: { metaWeights } });
    await pagefind.init();
    return pagefind;
  })();
  // It is awaited below; if the words fail first, its own failure must not be reported as unhandled.
  loadedPagefind.catch(() => undefined);
  const manifest = (await (await fetched('tilts.json')).json()) as Manifest;
  const lexicon = async (name: string, own: string): Promise<Lexicon> => ({
    lang: name,
    words: readWords(await (await fetched(manifest.words[name === 'names' ? `names-${lang}` : name])).text(), own),
  });
  const own = await Promise.all([lexicon(lang, lang), lexicon('names', lang)]);
  let foreign: Promise<Lexicon> | undefined;
  /** Lexicons for these words: English, in which most is written up, only where the reader's own language does not know a word. */
  const lexiconsFor = async (words: string): Promise<Lexicon[]> => {
    if (lang === 'en' || knowsAll(words, lang, own)) return own;
    foreign ??= lexicon('en', 'en');
    return [...own, await foreign];
  };
  const pagefind = await loadedPagefind;

  const lookups = new Map<string, Promise<Hit[]>>();
  const remembered = (key: string, look: () => Promise<{ results: Hit[] }>): Promise<Hit[]> => {
    const known = lookups.get(key) ?? look().then(({ results }) => results);
    lookups.set(key, known);
    return known;
  };
  // In quotes Pagefind looks for the very word, not for all that begin with it.
  const marked = (mark: string) => remembered(mark, () => pagefind.search(`"${mark}"`));
  const carrying = (facet: string, value: string) => remembered(`${facet}=${value}`, () => pagefind.search(null, { filters: { [facet]: value } }));
  const all = await remembered('', () => pagefind.search(null));

  const rowFiles = new Map<number, Promise<Row[]>>();
  const rowOf = async (id: string): Promise<Row> => {
    const number = parseInt(id, 36);
    const file = Math.floor(number / rowsInFile);
    const rows = rowFiles.get(file) ?? fetched(`${manifest.rows}/${lang}/${file}.json`).then(async (response) => (await response.json()) as Row[]);
    rowFiles.set(file, rows);
    // What could not be loaded is asked for again with the next question.
    rows.catch(() => rowFiles.delete(file));
    return (await rows)[number % rowsInFile]!;
  };

  /** The entries that marks find: the best counts, the others add a little. */
  const scored = async (marks: readonly Mark[]): Promise<Map<string, Scored<Hit>>> => {
    const scores = new Map<string, Scored<Hit>>();
    const lists = await Promise.all(marks.map(async ({ mark, trust }) => ({ trust, hits: await marked(mark) })));
    for (const { trust, hits } of lists)
      for (const hit of hits) {
        const score = trust * (0.35 + 0.065 * hit.score);
        const known = scores.get(hit.id)?.score ?? 0;
        scores.set(hit.id, { hit, score: Math.min(1, Math.max(known, score) + 0.15 * Math.min(known, score)) });
      }
    return scores;
  };
  const fitting = async ({ marks, inText, corrected, required }: Idea): Promise<FoundIdea<Hit>> => {
    const scores = await scored(marks);
    return {
      required,
      scores: scores.size < few ? await scored([...marks, ...inText]) : scores,
      certainty: corrected ? guessed : 1,
      isSubject: marks.some(({ mark }) => isConcept(mark)),
    };
  };
  const matching = async (words: string, literal: boolean): Promise<Answer<Hit> & { ideas: Idea[] }> => {
    const ideas = ideasIn(words, lang, await lexiconsFor(words), literal);
    if (ideas.length === 0) return { hits: all, strong: all.length, ideas };
    return { ...fuse(await Promise.all(ideas.map(fitting)), all.length), ideas };
  };
  const idsOf = async (facet: string, values: Iterable<string>): Promise<Set<string>> =>
    new Set((await Promise.all([...values].map((value) => carrying(facet, value)))).flat().map(({ id }) => id));

  /** How early an entry comes by its year or its evidence; entries without come last. */
  const placesBy = async (order: Exclude<Order, 'relevance'>): Promise<(id: string) => number> => {
    const [facet, values] = order === 'newest' ? (['year', manifest.years] as const) : (['evidence', levels] as const);
    const places = new Map<string, number>();
    const lists = await Promise.all(values.map((value) => carrying(facet, value)));
    lists.forEach((list, place) => {
      for (const { id } of list) places.set(id, place);
    });
    return (id) => places.get(id) ?? values.length;
  };

  return {
    /** The entries that fit, in order, what was understood, and how many would fit with each further value. */
    find: async ({ words, choice, order, counted, literal, shown }: Question) => {
      const matched = await matching(words, literal);
      const narrowed = await Promise.all([...choice].map(async ([facet, values]) => [facet, await idsOf(facet, values)] as const));
      const fits = ({ id }: Hit, except?: string) => narrowed.every(([facet, ids]) => facet === except || ids.has(id));
      const counts = await Promise.all(
        counted.map(async ({ facet, value }) => {
          const ids = await idsOf(facet, [value]);
          return matched.hits.filter((hit) => ids.has(hit.id) && fits(hit, facet)).length;
        }),
      );
      const [strong, related] = [matched.hits.slice(0, matched.strong), matched.hits.slice(matched.strong)].map((hits) => hits.filter((hit) => fits(hit)));
      if (order !== 'relevance') {
        const place = await placesBy(order);
        for (const hits of [strong!, related!]) hits.sort((a, b) => place(a.id) - place(b.id));
      }
      const rows = await Promise.all([...strong!, ...related!].slice(0, shown).map(({ id }) => rowOf(id)));
      return { rows, strong: strong!.length, related: related!.length, counts, ideas: matched.ideas };
    },
  };
};
