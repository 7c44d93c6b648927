import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { reporters } from './check/reporters.ts';
import { readContent } from './reader/folder.ts';
import type { Library } from './reader/library.ts';
import { isError } from './reader/problem.ts';
import { settings } from './settings.ts';

const root = process.cwd();
let reading: ReturnType<typeof readContent> | undefined;

/**
 * A thin loader: the reader decides what an entry is, Astro only keeps it. The store is filled anew each time,
 * so an entry that is gone or refused never lingers in it.
 */
const fromReader = (name: keyof Library): Loader => ({
  name: `tilts-${name}`,
  load: async ({ store, watcher, logger }) => {
    const fill = async () => {
      const { library, problems } = await (reading ??= readContent(root, settings.languages));
      if (problems.some(isError)) throw new Error(`\n${reporters.terminal({ problems, lang: 'en', textOf: () => undefined })}`);
      store.clear();
      for (const { id, digest, file, facts, body, ...rest } of library[name].values()) {
        const { lang, collection } = rest as { lang?: string; collection?: string };
        // Links and plain text are for the checks and the search index; pages do not need them.
        const { links: _links, text: _text, ...shown } = body;
        store.set({ id: lang ? `${collection}/${id}.${lang}` : id, digest, data: { facts, file, body: shown, ...(lang && { lang, of: id, collection }) } });
      }
    };
    watcher?.on('all', (_event, path) => {
      if (!path.startsWith(`${root}/content/`)) return;
      reading = undefined;
      fill().catch((error: unknown) => {
        logger.error(error instanceof Error ? error.message : String(error));
      });
    });
    await fill();
  },
});

export const collections = {
  practices: defineCollection({ loader: fromReader('practices') }),
  lessons: defineCollection({ loader: fromReader('lessons') }),
  visits: defineCollection({ loader: fromReader('visits') }),
  organisations: defineCollection({ loader: fromReader('organisations') }),
  vocabularies: defineCollection({ loader: fromReader('vocabularies') }),
  translations: defineCollection({ loader: fromReader('translations') }),
  tombstones: defineCollection({ loader: fromReader('tombstones') }),
  /** The maintainers' own pages, the only ones that may use components. */
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: './content/pages', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
    schema: z.strictObject({ title: z.string(), description: z.string().min(50).max(170) }),
  }),
};
