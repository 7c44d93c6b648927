import { watch } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { isRegularFile } from '../reader/folder.ts';
import { isFrame } from '../reader/frame.ts';
import { groupOf } from '../reader/group.ts';
import { sorted, type Problem } from '../reader/problem.ts';
import { groupsIn, lookAround, problemsOf, ruleOf, verdictsOn, type Counts } from './content.ts';
import { judge, sumOf } from './verdict.ts';

/** How long the disk must be quiet before changes are looked at, in milliseconds: editors save in several steps. */
const quiet = 60;

/** Checks `content/` once and then whatever changes in it, for ever; `tell` hears all problems after each change. */
export const watchContent = async (root: string, langs: readonly string[], tell: (problems: readonly Problem[], counts: Counts) => void): Promise<never> => {
  let laid = await lookAround(root);
  let groups = groupsIn(laid.paths);
  let frame = await ruleOf(root, langs, laid.paths);
  let verdicts = await verdictsOn(root, frame.rule, laid.paths);
  const show = () => {
    const all = [...verdicts.values()];
    tell(sorted([...laid.problems, ...frame.problems, ...problemsOf(all, laid.paths)]), { ...sumOf(all), vocabularies: frame.vocabularies });
    console.log('Watching content/. Stop with Ctrl+C.');
  };
  show();

  const look = async (changed: readonly string[]) => {
    const names = new Set(changed.map(groupOf));
    const areThere = await Promise.all(changed.map(async (file) => laid.paths.has(file) && (await isRegularFile(resolve(root, file)))));
    if (!areThere.every(Boolean)) {
      const before = groups;
      laid = await lookAround(root);
      groups = groupsIn(laid.paths);
      // Whole folders come and go as well.
      for (const name of [...before.keys(), ...groups.keys()]) if (before.get(name)?.join() !== groups.get(name)?.join()) names.add(name);
    }
    if (changed.some(isFrame)) {
      frame = await ruleOf(root, langs, laid.paths);
      verdicts = await verdictsOn(root, frame.rule, laid.paths);
    } else {
      const there = [...names].filter((name) => groups.has(name));
      const judged = await judge(
        root,
        frame.rule,
        there.map((name) => groups.get(name)!),
      );
      for (const name of names) verdicts.delete(name);
      there.forEach((name, index) => verdicts.set(name, judged[index]!));
    }
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
