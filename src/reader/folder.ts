import { readFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFile } from './entry.ts';
import { readLibrary, type Library } from './library.ts';
import { sorted, type Problem } from './problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The files under `root`/content as text, in a fixed order; bytes that are not UTF-8 are a problem. */
export const readFiles = async (root: string): Promise<{ files: ContentFile[]; problems: Problem[] }> => {
  const found = await Array.fromAsync(glob('content/**/*', { cwd: root, withFileTypes: true }));
  const paths = found
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const problems: Problem[] = [];
  const files = await Promise.all(
    paths.map(async (path): Promise<ContentFile[]> => {
      const file = path.slice(root.length).replaceAll('\\', '/').replace(/^\//, '');
      const complain = (message: string) => problems.push({ file, line: 1, column: 1, message });
      try {
        return [{ file, text: utf8.decode(await readFile(path)) }];
      } catch {
        complain('The file cannot be read as UTF-8 text. Save it as UTF-8, or remove it.');
        return [];
      }
    }),
  );
  return { files: files.flat(), problems };
};

/** Reads `content/` from disk: the one way in for the check, the build and the search index. */
export const readContent = async (root: string, langs: readonly string[]): Promise<{ library: Library; problems: Problem[] }> => {
  const { files, problems } = await readFiles(root);
  const read = readLibrary(files, langs);
  return { library: read.library, problems: sorted([...problems, ...read.problems]) };
};
