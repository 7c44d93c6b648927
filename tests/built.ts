import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { serve } from '../src/commands/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The site at the root of a host: its folder and address. */
    site: { folder: string; address: string };
    /** The site in a language that nobody speaks, to find what is not translated; and under a base path, to find what forgets it. */
    pseudo: { folder: string; base: string };
  }
}

const cache = resolve('.cache/tests');
const base = '/kb/';

const build = async (cwd: string, folder: string, env: Record<string, string> = {}) => {
  await promisify(execFile)(process.execPath, ['src/commands/build.ts', folder], { cwd, env: { ...process.env, NODE_ENV: 'production', ...env } });
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

let made: Promise<{ server: Server; address: string; pseudo: string }> | undefined;
const make = async () => {
  const project = join(cache, 'pseudo-project');
  await makePseudo(project);
  await Promise.all([build(process.cwd(), '.cache/tests/root'), build(project, 'dist', { TILTS_BASE: base })]);
  return { ...(await serve(join(cache, 'root'), '/', 0)), pseudo: join(project, 'dist') };
};

/** Builds what the tests look at, once for all of them, and serves it. */
export default async (project: TestProject) => {
  made ??= make();
  const { server, address, pseudo } = await made;
  project.provide('site', { folder: join(cache, 'root'), address });
  project.provide('pseudo', { folder: pseudo, base });
  return () => {
    server.close();
  };
};
