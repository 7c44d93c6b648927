import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serve } from '../src/commands/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The site at the root of a host: its folder and address. */
    site: { folder: string; address: string };
    /** The same under a base path. */
    underBase: { folder: string; address: string; base: string };
    /** The site in a language that nobody speaks, to find what is not translated. */
    pseudo: string;
  }
}

const cache = resolve('.cache/tests');
const base = '/kb/';

const build = (cwd: string, folder: string, env: Record<string, string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts', folder], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  if (status !== 0) throw new Error(`The site for the tests could not be built:\n${stdout}\n${stderr}`);
};

/** A copy of the project in the pseudo-language "vo": every text of the interface and every label between ⟦ and ⟧. */
const makePseudo = async (folder: string) => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of ['src', 'content', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs']) await cp(name, join(folder, name), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const settings = join(folder, 'src/settings.ts');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace(/languages: \[[^\]]*\]/, "languages: ['vo', 'en']"));
  const wrapped = (value: unknown): unknown =>
    typeof value === 'string' ? `⟦${value}⟧` : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, wrapped(inner)]));
  const en = JSON.parse(await readFile('content/languages/en.json', 'utf8')) as { ui: unknown };
  await writeFile(join(folder, 'content/languages/vo.json'), JSON.stringify({ name: 'Pseudo', ui: wrapped(en.ui) }));
  const { parse, stringify } = await import('yaml');
  const { glob } = await import('node:fs/promises');
  for await (const file of glob('content/vocabularies/*.yaml')) {
    const only = ({ en: text }: { en: string }) => ({ en: text, vo: `⟦${text}⟧` });
    const data = parse(await readFile(file, 'utf8')) as {
      label: { en: string };
      terms: { label: { en: string }; definition?: { en: string }; starter?: { en: string } }[];
    };
    const terms = data.terms.map((term) => ({
      ...term,
      label: only(term.label),
      ...(term.definition && { definition: only(term.definition) }),
      ...(term.starter && { starter: only(term.starter) }),
    }));
    await writeFile(join(folder, file), stringify({ ...data, label: only(data.label), terms }));
  }
  // Translations into the other languages have no place in a site of two.
  for await (const file of glob('content/{practices,lessons,visits}/*.*.md')) await rm(join(folder, file));
};

let made: Promise<{ servers: Server[]; rootAddress: string; baseAddress: string; pseudo: string }> | undefined;
const make = async () => {
  const pseudoProject = join(cache, 'pseudo-project');
  await makePseudo(pseudoProject);
  build(process.cwd(), '.cache/tests/root', {});
  build(process.cwd(), '.cache/tests/kb', { TILTS_BASE: base });
  build(pseudoProject, 'dist', {});
  const [root, based] = [await serve(join(cache, 'root'), '/', 0), await serve(join(cache, 'kb'), base, 0)];
  return { servers: [root.server, based.server], rootAddress: root.address, baseAddress: based.address, pseudo: join(pseudoProject, 'dist') };
};

/** Builds what the tests look at, once for all of them, and serves it. */
export default async (project: TestProject) => {
  made ??= make();
  const { servers, rootAddress, baseAddress, pseudo } = await made;
  project.provide('site', { folder: join(cache, 'root'), address: rootAddress });
  project.provide('underBase', { folder: join(cache, 'kb'), address: baseAddress, base });
  project.provide('pseudo', pseudo);
  return () => {
    for (const server of servers) server.close();
  };
};
