import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Verdict } from './verdict.ts';

/** Verdicts by the digest of what they were found from. */
export type Verdicts = ReadonlyMap<string, Verdict>;

const pathIn = (root: string) => join(root, '.cache/check.json');

/** Changes with the project's code and its packages: what other code has found is not known. */
const codeDigest = async (): Promise<string> => {
  const project = resolve(import.meta.dirname, '../..');
  const files = (await Array.fromAsync(glob(['src/**/*.ts', 'package-lock.json'], { cwd: project }))).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(join(project, file)));
  return hash.digest('base64url');
};

/** What an earlier check has found. Nothing, when there was none or the code was another. */
export const knownVerdicts = async (root: string): Promise<Verdicts> => {
  try {
    const { code, verdicts } = JSON.parse(await readFile(pathIn(root), 'utf8')) as { code: string; verdicts: [string, Verdict][] };
    return new Map(code === (await codeDigest()) ? verdicts : []);
  } catch {
    return new Map();
  }
};

/** Keeps verdicts for the next check, which without them only takes longer: where nothing can be written, none are kept. */
export const keepVerdicts = async (root: string, verdicts: Verdicts): Promise<void> => {
  const path = pathIn(root);
  const unfinished = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, JSON.stringify({ code: await codeDigest(), verdicts: [...verdicts] }));
    await rename(unfinished, path);
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
};
