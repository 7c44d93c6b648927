import { watch } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { readFiles, twins, walk } from '../reader/folder.ts';
import { sorted, type Problem } from '../reader/problem.ts';
import { checkPart, type Counts } from './part.ts';
import { isFrame, needed } from './scope.ts';

/** How long the disk must be quiet before changes are looked at, in milliseconds: editors save in several steps. */
const quiet = 60;

/** Which files name an entry that has come or gone: they have to be judged anew. */
const naming = (changed: readonly string[], texts: ReadonlyMap<string, string>): string[] => {
  const slugs = changed.map((file) => /([^/.]+)\.[^/]*$/.exec(file)?.[1] ?? '').filter(Boolean);
  return [...texts].filter(([, text]) => slugs.some((slug) => text.includes(slug))).map(([file]) => file);
};

/** Checks `content/` once and then whatever changes in it, for ever; `tell` hears all problems after each change. */
export const watchContent = async (root: string, langs: readonly string[], tell: (problems: readonly Problem[], counts: Counts) => void): Promise<never> => {
  let { paths, problems: ofPaths } = await walk(root, 'content');
  const texts = new Map((await readFiles(root, paths)).files.map(({ file, text }) => [file, text]));
  let { problems, counts } = await checkPart(root, langs, paths, new Set(paths));
  const show = () => {
    tell(sorted([...ofPaths, ...twins(paths), ...problems]), counts);
    console.log('Watching content/. Stop with Ctrl+C.');
  };
  show();

  const look = async (changed: readonly string[]) => {
    const before = new Set(paths);
    ({ paths, problems: ofPaths } = await walk(root, 'content'));
    const now = new Set(paths);
    const moved = changed.filter((file) => before.has(file) !== now.has(file));
    const { files } = await readFiles(
      root,
      changed.filter((file) => now.has(file)),
    );
    for (const file of changed) texts.delete(file);
    for (const { file, text } of files) texts.set(file, text);
    const judged = changed.some(isFrame) ? paths : needed([...changed, ...naming(moved, texts)], paths);
    const part = await checkPart(root, langs, judged, now);
    const anew = new Set([...judged, ...changed]);
    problems = [...problems.filter(({ file }) => !anew.has(file)), ...part.problems];
    if (changed.some(isFrame)) counts = part.counts;
    show();
  };

  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  for await (const { filename } of watch(resolve(root, 'content'), { recursive: true })) {
    if (filename) waiting.add(relative(root, resolve(root, 'content', filename)).replaceAll('\\', '/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const changed = [...waiting];
      waiting.clear();
      working = working.then(() => look(changed));
    }, quiet);
  }
  throw new Error('content/ is no longer watched.');
};
