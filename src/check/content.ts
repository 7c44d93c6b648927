import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { acrossFiles, slugsTaken } from '../reader/across.ts';
import { archiveOf } from '../reader/archive.ts';
import { asTexts, isRegularFile, readBytes, twins, walk } from '../reader/folder.ts';
import { isFrame, readFrame } from '../reader/frame.ts';
import { groupOf } from '../reader/group.ts';
import { permanenceProblems } from '../reader/permanence.ts';
import { sorted, type Problem } from '../reader/problem.ts';
import { keepVerdicts, knownVerdicts } from './known.ts';
import { ledgerProblems } from './ledger.ts';
import { digestFor, judge, ruleDigest, sumOf, type Counts as EntryCounts, type Rule, type Verdict } from './verdict.ts';
import type { Task } from './worker.ts';

/** How many entries of each kind there are. */
export type Counts = EntryCounts & { vocabularies: number };
/** Problems sorted by place, and how many entries were read. */
export interface Findings {
  problems: Problem[];
  counts: Counts;
}

/** From how many groups on several threads are quicker than one: starting a thread costs as much as judging some hundred. */
const worthThreads = 400;

/** How many groups are read at once: more would only fill the memory. */
const portion = 40;

const inThread = (...task: Task): Promise<Verdict[]> =>
  new Promise((done, failed) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: task });
    worker.once('message', done).once('error', failed);
  });

/** The verdicts on many groups, in the same order: by all cores when that is quicker. */
export const judgeMany = async (
  root: string,
  rule: Rule,
  groups: readonly (readonly string[])[],
  threads = groups.length < worthThreads ? 1 : availableParallelism(),
): Promise<Verdict[]> => {
  if (threads === 1) return judge(root, rule, groups);
  const size = Math.ceil(groups.length / threads);
  const parts = await Promise.all(Array.from({ length: threads }, (_, index) => inThread(root, rule, groups.slice(index * size, (index + 1) * size))));
  return parts.flat();
};

/** What lies in `content/`, and what is wrong with where it lies. */
export interface Laid {
  paths: ReadonlySet<string>;
  problems: Problem[];
}
export const lookAround = async (root: string): Promise<Laid> => {
  const { paths, problems } = await walk(root, 'content');
  const all = new Set(paths);
  return { paths: all, problems: [...problems, ...twins(paths), ...slugsTaken(all)] };
};

/** The vocabularies and languages in `content/`, and what is wrong with them. */
export const ruleOf = async (
  root: string,
  langs: readonly string[],
  paths: Iterable<string>,
): Promise<{ rule: Rule; problems: Problem[]; vocabularies: number }> => {
  const { files, problems } = asTexts(await readBytes(root, [...paths].filter(isFrame)));
  const { vocabularies, problems: wrong } = readFrame(files, langs, { render: false });
  return { rule: { files, langs }, problems: [...problems, ...wrong], vocabularies: vocabularies.size };
};

/** The files of each group. */
export const groupsIn = (paths: Iterable<string>): Map<string, string[]> =>
  Map.groupBy(
    [...paths].filter((file) => !isFrame(file)),
    groupOf,
  );

/** What is wrong in some groups, and in what they say of others. */
export const problemsOf = (verdicts: readonly Verdict[], paths: ReadonlySet<string>): Problem[] => [
  ...verdicts.flatMap(({ problems }) => problems),
  ...acrossFiles(
    verdicts.flatMap(({ mentions }) => mentions),
    paths,
  ),
];

/** The verdict on every group, by its name. Those that an earlier check has found are not sought again. */
export const verdictsOn = async (root: string, rule: Rule, paths: Iterable<string>): Promise<Map<string, Verdict>> => {
  const digest = ruleDigest(rule);
  const known = await knownVerdicts(root);
  const groups = [...groupsIn(paths)];
  const keys: string[] = [];
  for (let from = 0; from < groups.length; from += portion) {
    const read = await Promise.all(groups.slice(from, from + portion).map(([, files]) => readBytes(root, files)));
    keys.push(...read.map((files) => digestFor(digest, files)));
  }
  const unknown = groups.filter((_group, index) => !known.has(keys[index]!));
  const judged = await judgeMany(
    root,
    rule,
    unknown.map(([, files]) => files),
  );
  const fresh = new Map(unknown.map(([name], index) => [name, judged[index]!]));
  const verdicts = groups.map(([name], index) => fresh.get(name) ?? known.get(keys[index]!)!);
  if (unknown.length > 0) await keepVerdicts(root, new Map(keys.map((key, index) => [key, verdicts[index]!])));
  return new Map(groups.map(([name], index) => [name, verdicts[index]!]));
};

/** Everything wrong in `content/` under `root`. */
export const checkAll = async (root: string, langs: readonly string[]): Promise<Findings> => {
  const { paths, problems } = await lookAround(root);
  const { rule, problems: ofRule, vocabularies } = await ruleOf(root, langs, paths);
  const verdicts = [...(await verdictsOn(root, rule, paths)).values()];
  const archive = await archiveOf(root);
  return {
    problems: sorted([...problems, ...ofRule, ...problemsOf(verdicts, paths), ...permanenceProblems(archive), ...(await ledgerProblems(root, archive))]),
    counts: { ...sumOf(verdicts), vocabularies },
  };
};

/** Everything wrong in some files (paths from `root`). */
export const checkSome = async (root: string, langs: readonly string[], files: readonly string[]): Promise<Findings> => {
  const { paths, problems } = await lookAround(root);
  const wanted = files.map((file) => relative(root, resolve(root, file)).replaceAll('\\', '/'));
  const unread = await Promise.all(
    wanted.map(async (file): Promise<Problem[]> => {
      if (paths.has(file) || problems.some((problem) => problem.file === file)) return [];
      const kind = !file.startsWith('content/') ? 'outside-content' : (await isRegularFile(resolve(root, file))) ? 'file-name' : 'no-such-file';
      return [{ file, line: 1, column: 1, kind }];
    }),
  );
  const { rule, problems: ofRule, vocabularies } = await ruleOf(root, langs, paths);
  const groups = new Set(wanted.map(groupOf));
  const verdicts = await judge(root, rule, [...groupsIn([...paths].filter((path) => groups.has(groupOf(path)))).values()]);
  const concerns = new Set(wanted);
  const all = [...problems, ...ofRule, ...problemsOf(verdicts, paths)];
  return { problems: sorted([...unread.flat(), ...all.filter(({ file }) => concerns.has(file))]), counts: { ...sumOf(verdicts), vocabularies } };
};
