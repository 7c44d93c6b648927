import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkAll } from '../../src/check/content.ts';
import { reporters } from '../../src/check/reporters.ts';
import { isError } from '../../src/reader/problem.ts';
import { settings } from '../../src/settings.ts';

/** A small site of its own, released again and again. */
export interface Project {
  folder: string;
  /** The built site. */
  site: string;
  write: (file: string, text: string) => Promise<void>;
  read: (file: string) => Promise<string>;
  remove: (file: string) => Promise<void>;
  rename: (from: string, to: string) => Promise<void>;
  /** Builds, and records the addresses when that went well: what a deployment does. */
  release: () => { status: number | null; output: string };
  /** What `npm run check` does, without starting it anew each time. */
  check: () => Promise<{ status: number; output: string }>;
}

/** A practice as short as the schema lets it be. */
export const practice = (title: string, more = ''): string => `---
title: ${JSON.stringify(title)}
summary: >-
  A town lets newcomers borrow a neighbour for half a year. The neighbour shows where things are, goes along to the
  first meetings and hears what is missing. Two hundred people have taken part, and most of them still meet.
lang: en
countries: [LV]
places: [{ name: Rēzekne, lat: 56.51, lon: 27.33 }]
scope: municipality
status: running
started: 2020
themes: [language]
targetGroups: [refugee]
lead: town
sources:
  - { key: s1, title: "A report: “Neighbours” {2024}", publisher: Town, year: 2024, url: https://town.example/report }
contributors:
  - { name: Tilts editors }
published: 2026-01-01
reviewStatus: editor-checked
${more}---

## The need

Nobody knew anybody [^s1].

## How it works

Two people meet each week.

## Limits

It needs patience.
`;

/** Makes the project in .cache/tests/`name`, with two practices and an organisation, in a repository of its own. */
export const makeProject = async (name: string, base = '/'): Promise<Project> => {
  const folder = resolve('.cache/tests', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const part of ['src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs', 'content/vocabularies', 'content/languages', 'content/pages'])
    await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const run = (command: string, ...options: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, options, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', TILTS_BASE: base, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    });
    return { status, output: stdout + stderr };
  };
  const git = (...options: string[]) =>
    run('git', '-c', 'user.name=Līga Bērziņa', '-c', 'user.email=liga@example.org', '-c', 'commit.gpgsign=false', ...options);
  const project: Project = {
    folder,
    site: join(folder, 'dist'),
    write: async (file, text) => {
      await mkdir(join(folder, file, '..'), { recursive: true });
      await writeFile(join(folder, file), text);
    },
    read: (file) => readFile(join(folder, file), 'utf8'),
    remove: (file) => rm(join(folder, file)),
    rename: async (from, to) => {
      await project.write(to, await project.read(from));
      await project.remove(from);
    },
    check: async () => {
      const { problems } = await checkAll(folder, settings.languages);
      return { status: problems.some(isError) ? 1 : 0, output: reporters.terminal({ problems, lang: 'en', textOf: () => undefined }) };
    },
    release: () => {
      git('add', '-A');
      git('commit', '--quiet', '-m', 'A change');
      const built = run(process.execPath, 'src/commands/build.ts');
      if (built.status !== 0) return built;
      const recorded = run(process.execPath, 'src/commands/ledger.ts');
      git('add', '-A');
      git('commit', '--quiet', '-m', 'Ledger');
      return { status: recorded.status, output: built.output + recorded.output };
    },
  };
  git('init', '--quiet', '--initial-branch=main');
  await project.write('.gitignore', 'node_modules\ndist*\n.cache\n.astro\n');
  await project.write('content/organisations/town.yaml', 'names: { en: The Town }\ntype: municipality\ncountry: LV\n');
  await project.write('content/practices/borrowed-neighbour.md', practice('A borrowed neighbour'));
  await project.write('content/practices/shared-kitchen.md', practice('A shared kitchen'));
  await project.write('content/lessons/ask-first.md', lesson);
  return project;
};

const lesson = `---
title: Ask before you plan
lang: en
kind: recommendation
statement: Ask the people it is for before the plan is made, and show them afterwards what their answers changed in it.
audience: [manager]
use: [services]
themes: [language]
targetGroups: [refugee]
basis: { practices: [shared-kitchen] }
contributors: [{ name: Tilts editors }]
published: 2026-01-01
reviewStatus: editor-checked
---

## What to do on Monday

Ring three of them.

## Why we think so

They told us what no form had asked.
`;
