import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textOf } from './bytes.ts';
import type { ContentFile } from './entry.ts';
import { readLibrary, type Library } from './library.ts';
import { imagePath, pathProblem } from './paths.ts';
import { sorted, type Problem } from './problem.ts';

/** A picture: its path from the project's root, and where it lies on disk. Its bytes are looked at by src/check/images.ts. */
export interface ImageFile {
  file: string;
  path: string;
}

/** Everything under `content/`, as text where it is text. */
export interface ContentFiles {
  files: ContentFile[];
  images: ImageFile[];
  problems: Problem[];
}

const at = (file: string, kind: Problem['kind'], values?: Problem['values']): Problem => ({ file, line: 1, column: 1, kind, ...(values && { values }) });
/** What systems leave behind by themselves. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep']);

/** Paths of the regular files under `folder`, in a fixed order; links and devices are problems and are never opened. */
export const walk = async (root: string, folder: string): Promise<{ paths: string[]; problems: Problem[] }> => {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const parts = await Promise.all(
    entries
      .filter(({ name }) => !litter.has(name))
      .map(async (entry): Promise<{ paths: string[]; problems: Problem[] }> => {
        const file = `${folder}/${entry.name}`;
        if (entry.isDirectory()) return walk(root, file);
        if (entry.isFile()) return { paths: [file], problems: [] };
        return { paths: [], problems: [at(file, 'not-a-file', { what: entry.isSymbolicLink() ? 'a link to another place' : 'a device' })] };
      }),
  );
  return { paths: parts.flatMap(({ paths }) => paths).sort(), problems: parts.flatMap(({ problems }) => problems) };
};

/** Files that are one file where capitals do not count, as on Windows and macOS. */
export const twins = (paths: readonly string[]): Problem[] => {
  const first = new Map<string, string>();
  return paths.flatMap((file) => {
    const key = file.normalize('NFC').toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, file);
    return other === undefined ? [] : [at(file, 'case-twin', { other })];
  });
};

/** The files at `paths` (from `root`) as text. */
export const readFiles = async (root: string, paths: readonly string[]): Promise<ContentFiles> => {
  const problems: Problem[] = [];
  const [texts, images] = [paths.filter((file) => !isImage(file)), paths.filter(isImage)];
  const files = await Promise.all(
    texts.map(async (file): Promise<ContentFile[]> => {
      const wrong = pathProblem(file);
      if (wrong) {
        problems.push(wrong);
        return [];
      }
      const { text, problems: found } = textOf(file, await readFile(join(root, file)));
      problems.push(...found);
      return text === undefined ? [] : [{ file, text }];
    }),
  );
  return { files: files.flat(), images: images.map((file) => ({ file, path: join(root, file) })), problems };
};
const isImage = (file: string) => imagePath.test(file);

/** All of `content/` under `root`. */
export const readAllFiles = async (root: string): Promise<ContentFiles & { paths: string[] }> => {
  const { paths, problems } = await walk(root, 'content');
  const read = await readFiles(root, paths);
  return { ...read, paths, problems: [...problems, ...twins(paths), ...read.problems] };
};

/** Reads `content/` from disk: the one way in for the check, the build and the search index. */
export const readContent = async (root: string, langs: readonly string[]): Promise<{ library: Library; problems: Problem[]; images: ImageFile[] }> => {
  const { files, images, paths, problems } = await readAllFiles(root);
  const read = readLibrary(files, langs, new Set(paths));
  return { library: read.library, images, problems: sorted([...problems, ...read.problems]) };
};

/** Whether a path names a regular file that may be opened. */
export const isRegularFile = async (path: string): Promise<boolean> => (await lstat(path).catch(() => undefined))?.isFile() ?? false;
