import type { AstroIntegration } from 'astro';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { base } from '../domain/urls.ts';
import { readContent } from '../reader/folder.ts';
import { settings } from '../settings.ts';
import { searchFiles } from './index.ts';

const folder = 'pagefind/';
const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8' };

const files = async () => {
  const { library } = await readContent(process.cwd(), settings.languages);
  return searchFiles(library, settings.languages);
};

/** Builds the search index beside the pages; in development it is made when it is first asked for, and again after a change. */
export const search = (): AstroIntegration => ({
  name: 'tilts-search',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const target = join(fileURLToPath(dir), folder);
      const written = await files();
      for (const { path, content } of written) {
        await mkdir(dirname(join(target, path)), { recursive: true });
        await writeFile(join(target, path), content);
      }
      logger.info(`search index: ${written.length} files`);
    },
    'astro:server:setup': ({ server }) => {
      let index: Promise<Map<string, Uint8Array>> | undefined;
      server.watcher.on('all', (_event, path) => {
        if (path.includes('/content/')) index = undefined;
      });
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (!pathname.startsWith(base + folder) && !pathname.startsWith(`/${folder}`)) {
          next();
          return;
        }
        index ??= files().then((made) => new Map(made.map(({ path, content }) => [path, content])));
        index.then((made) => {
          const content = made.get(pathname.slice(pathname.indexOf(folder) + folder.length));
          if (!content) {
            next();
            return;
          }
          response.setHeader('Content-Type', types[extname(pathname)] ?? 'application/octet-stream');
          response.end(content);
        }, next);
      });
    },
  },
});
