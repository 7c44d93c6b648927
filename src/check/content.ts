import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isRegularFile, twins, walk } from '../reader/folder.ts';
import { sorted, type Problem } from '../reader/problem.ts';
import { archiveOf } from '../reader/archive.ts';
import { permanenceProblems } from '../reader/permanence.ts';
import { ledgerProblems } from './ledger.ts';
import { checkPart, type Counts } from './part.ts';
import { needed, shared } from './scope.ts';
import type { Task } from './worker.ts';

/** From how many files on several threads are quicker than one: starting a thread costs as much as reading some hundred files. */
const worthThreads = 1500;

type Part = Awaited<ReturnType<typeof checkPart>>;

const inThread = (task: Task): Promise<Part> =>
  new Promise((done, failed) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: task });
    worker.once('message', done).once('error', failed);
  });

const sum = (parts: readonly Part[]): Counts =>
  parts
    .map(({ counts }) => counts)
    .reduce((all, counts) => ({
      ...(Object.fromEntries(Object.entries(all).map(([name, count]) => [name, count + counts[name as keyof Counts]])) as Counts),
      vocabularies: counts.vocabularies,
    }));

/** Problems by place, each told once: every part has read the vocabularies. */
const once = (problems: readonly Problem[]): Problem[] =>
  sorted([
    ...new Map(
      problems.map((problem) => [`${problem.file}:${problem.line}:${problem.column}:${problem.kind}:${JSON.stringify(problem.values)}`, problem]),
    ).values(),
  ]);

/** Everything wrong in `content/` under `root`, sorted by place, and how many entries there are. */
export const checkAll = async (root: string, langs: readonly string[]): Promise<{ problems: Problem[]; counts: Counts }> => {
  const { paths, problems } = await walk(root, 'content');
  const threads = paths.length < worthThreads ? 1 : availableParallelism();
  const parts = await Promise.all(
    threads === 1 ? [checkPart(root, langs, paths, new Set(paths))] : shared(paths, threads).map((read) => inThread({ root, langs, read, paths })),
  );
  const archive = await archiveOf(root);
  const permanence = [...permanenceProblems(archive), ...(await ledgerProblems(root, archive))];
  return { problems: once([...problems, ...twins(paths), ...parts.flatMap((part) => part.problems), ...permanence]), counts: sum(parts) };
};

/** Everything wrong in some files (paths from `root`), sorted by place, and how many entries were read. */
export const checkSome = async (root: string, langs: readonly string[], files: readonly string[]): Promise<{ problems: Problem[]; counts: Counts }> => {
  const { paths, problems } = await walk(root, 'content');
  const wanted = files.map((file) => relative(root, resolve(root, file)).replaceAll('\\', '/'));
  const unread = await Promise.all(
    wanted.map(async (file): Promise<Problem[]> => {
      if (paths.includes(file) || problems.some((problem) => problem.file === file)) return [];
      const kind = !file.startsWith('content/') ? 'outside-content' : (await isRegularFile(resolve(root, file))) ? 'file-name' : 'no-such-file';
      return [{ file, line: 1, column: 1, kind }];
    }),
  );
  const part = await checkPart(root, langs, needed(wanted, paths), new Set(paths));
  const concerns = new Set(wanted);
  return {
    problems: sorted([...unread.flat(), ...[...problems, ...twins(paths), ...part.problems].filter(({ file }) => concerns.has(file))]),
    counts: part.counts,
  };
};
