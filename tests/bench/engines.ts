/** The search engines that are compared: ours through the page a reader uses, and two others as they come. */
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright';
import { recordsOf } from '../../src/search/records.ts';
import type { Library } from '../../src/reader/library.ts';
import type { Answered, Query } from './queries.ts';

const slugOf = (path: string) => path.replace(/\/$/, '').split('/').at(-1)!;

/** Puts a question into the search page as a reader does, and gives what it shows; waits until it has settled. */
export const ask = async (page: Page, words: string, deep = false): Promise<Answered & { milliseconds: number }> => {
  const answer = await page.evaluate(
    async ([question, deep]) => {
      const panel = document.querySelector('search-panel')!;
      const input = panel.querySelector<HTMLInputElement>('input[type=search]')!;
      const started = performance.now();
      input.value = question;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      while (panel.getAttribute('aria-busy') !== 'false') await new Promise((done) => setTimeout(done, 1));
      const milliseconds = performance.now() - started;
      const shown = panel.querySelectorAll(':is([data-part=results], [data-part=related]) .row').length;
      // Further down than a reader looks, for what is not judged is passed over.
      const more = panel.querySelector<HTMLElement>('[data-part=more]')!;
      for (let page = 1; deep && page < 3 && !more.hidden; page += 1) {
        more.querySelector('button')!.click();
        while (panel.getAttribute('aria-busy') !== 'false') await new Promise((done) => setTimeout(done, 1));
      }
      const links = (part: string) => [...panel.querySelectorAll(`[data-part=${part}] .title a`)].map((link) => (link as HTMLAnchorElement).pathname);
      return { strong: links('results'), related: links('related'), shown, milliseconds };
    },
    [words, deep] as const,
  );
  return { slugs: [...answer.strong, ...answer.related].map(slugOf), strong: answer.strong.length, shown: answer.shown, milliseconds: answer.milliseconds };
};

/** A question of each language through a page of its own. */
const perLanguage = async <T>(browser: Browser, address: string, queries: readonly Query[], each: (page: Page, query: Query) => Promise<T>): Promise<T[]> => {
  const pages = new Map<string, Page>();
  const answers: T[] = [];
  for (const query of queries) {
    const page = pages.get(query.lang) ?? (await browser.newPage());
    if (!pages.has(query.lang)) await page.goto(`${address}${query.lang}/search/`);
    pages.set(query.lang, page);
    answers.push(await each(page, query));
  }
  for (const page of pages.values()) await page.close();
  return answers;
};

export const tilts = (browser: Browser, address: string, queries: readonly Query[]): Promise<(Answered & { milliseconds: number })[]> =>
  perLanguage(browser, address, queries, (page, { q }) => ask(page, q, true));

/** Writes the index Pagefind makes of the entries' pages by itself, with its own stemmers, into the site under `pagefind-default/`. */
export const writeDefaultIndex = async (site: string): Promise<void> => {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('; '));
  await index.addDirectory({ path: site, glob: '*/{practices,lessons,visits}/*/index.html' });
  await index.writeFiles({ outputPath: `${site}/pagefind-default` });
  await close();
};

/** Pagefind as it comes: the index of the page's language, its own ranking. */
export const pagefindDefault = (browser: Browser, address: string, queries: readonly Query[]): Promise<Answered[]> =>
  perLanguage(browser, address, queries, async (page, { q }) => {
    const paths = await page.evaluate(
      async ([from, question]) => {
        interface Pagefind {
          search: (words: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
        }
        const pagefind = (await import(`${from}pagefind-default/pagefind.js`)) as Pagefind;
        const { results } = await pagefind.search(question!);
        return Promise.all(results.slice(0, 30).map(async (result) => (await result.data()).url));
      },
      [new URL(address).pathname, q],
    );
    return { slugs: paths.map(slugOf), strong: paths.length, shown: paths.length };
  });

/** MiniSearch with prefixes and typos (fuzzy 0.2), over what a reader of each language can read. */
export const miniSearch = (library: Library, queries: readonly Query[]): Answered[] => {
  const records = recordsOf(library);
  const engines = new Map(
    [...new Set(queries.map(({ lang }) => lang))].map((lang) => {
      const engine = new MiniSearch<{ id: string; title: string; summary: string; text: string }>({
        fields: ['title', 'summary', 'text'],
        searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
      });
      engine.addAll(records.map(({ path, lang: original, wordings }) => ({ id: slugOf(path), ...(wordings.get(lang) ?? wordings.get(original)!) })));
      return [lang, engine];
    }),
  );
  return queries.map(({ lang, q }) => {
    const slugs = engines
      .get(lang)!
      .search(q)
      .slice(0, 10)
      .map(({ id }) => String(id));
    return { slugs, strong: slugs.length, shown: slugs.length };
  });
};
