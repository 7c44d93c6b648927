import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, glob, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { readContent } from '../../src/reader/folder.ts';
import { settings } from '../../src/settings.ts';

/** The practices of the small project: one that others link to, and one that links. */
const kept = ['narpes-model', 'punkalaidun-rural-integration', 'are-integration'];

/** A copy of the project with three practices and what they need, so that a build takes seconds. `backwards` lays the files in another order. */
export const smallProject = async (name: string, backwards = false): Promise<string> => {
  const root = resolve('.cache/tests', name);
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  for (const part of ['src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs']) await cp(part, join(root, part), { recursive: true });
  await symlink(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  const { library } = await readContent(process.cwd(), settings.languages);
  const practices = kept.map((id) => library.practices.get(id)!);
  const organisations = practices.flatMap(({ facts }) => [facts.lead, ...(facts.partners ?? []).map(({ organisation }) => organisation)]);
  const files = [
    ...(await Array.fromAsync(glob('content/{vocabularies,languages,pages}/*'))),
    ...kept.flatMap((id) => [
      `content/practices/${id}.md`,
      ...settings.languages.filter((lang) => lang !== 'en').map((lang) => `content/practices/${id}.${lang}.md`),
    ]),
    ...[...new Set(organisations)].map((id) => `content/organisations/${id}.yaml`),
  ].sort();
  for (const file of backwards ? files.reverse() : files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await cp(file, join(root, file));
  }
  return root;
};

/** Starts a build in a project; `env` is added to the environment. */
export const startBuild = (root: string, env: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, ['src/commands/build.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** What a process printed, and its exit code (null when it was killed). */
export const ended = async (child: ChildProcess): Promise<{ status: number | null; output: string }> => {
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const status = await new Promise<number | null>((done) => child.once('close', done));
  return { status, output };
};

/** Every file of a folder and a digest of its bytes; links are followed as a web server does. */
export const fingerprint = async (folder: string): Promise<Record<string, string>> => {
  const files = (await Array.fromAsync(glob('**/*', { cwd: `${folder}/`, withFileTypes: true }))).filter((entry) => entry.isFile());
  const entries = await Promise.all(
    files.map(async ({ parentPath, name }): Promise<[string, string]> => {
      const path = join(parentPath, name);
      return [
        relative(folder, path),
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ];
    }),
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Changes one file of a project. */
export const edit = async (root: string, file: string, change: (text: string) => string): Promise<void> => {
  const path = join(root, file);
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`nothing to change in ${file}`);
  await writeFile(path, changed);
};
