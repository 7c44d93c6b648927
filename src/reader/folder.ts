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

/** A file as it lies on disk. */
export interface BytesFile {
  file: string;
  bytes: Uint8Array;
}

/** How many files are open at once: a system lets a process open some hundred. */
const mostOpen = 200;

/** The files at `paths` (from `root`). */
export const readBytes = async (root: string, paths: readonly string[]): Promise<BytesFile[]> => {
  const read: BytesFile[] = [];
  for (let from = 0; from < paths.length; from += mostOpen) {
    const some = paths.slice(from, from + mostOpen).map(async (file) => ({ file, bytes: await readFile(join(root, file)) }));
    read.push(...(await Promise.all(some)));
  }
  return read;
};

/** The text of files, of those that are no pictures and have text that may be read. */
export const asTexts = (read: readonly BytesFile[]): { files: ContentFile[]; problems: Problem[] } => {
  const problems: Problem[] = [];
  const files = read.flatMap(({ file, bytes }): ContentFile[] => {
    if (isImage(file)) return [];
    const wrong = pathProblem(file);
    const { text, problems: found } = wrong ? { problems: [wrong] } : textOf(file, bytes);
    problems.push(...found);
    return text === undefined ? [] : [{ file, text }];
  });
  return { files, problems };
};

/** The files at `paths` (from `root`) as text, and the pictures among them. */
export const readFiles = async (root: string, paths: readonly string[]): Promise<ContentFiles> => {
  const texts = asTexts(
    await readBytes(
      root,
      paths.filter((file) => !isImage(file)),
    ),
  );
  return { ...texts, images: paths.filter(isImage).map((file) => ({ file, path: join(root, file) })) };
};
export const isImage = (file: string): boolean => imagePath.test(file);

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
