/**
 * `npm run build [folder]`: checks the content, builds the site beside the one that is served, scans it, and only then
 * puts it in its place. Whatever goes wrong on the way, what was served stays as it was.
 */
import { build as buildPages } from 'astro';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deadAddresses, ledgerProblems, ledgerText } from '../check/ledger.ts';
import { scanOutput } from '../check/output.ts';
import { report } from '../check/report.ts';
import { base } from '../domain/urls.ts';
import { readContent } from '../reader/folder.ts';
import { sorted } from '../reader/problem.ts';
import { settings } from '../settings.ts';
import { writeHostRules } from './hosting.ts';
import { step } from './step.ts';

/** Builds the site into `folder` (from the project's root). False when the content or the output has problems; they have been printed. */
export const build = async (folder = 'dist'): Promise<boolean> => {
  const root = process.cwd();
  const { library, problems } = await step('Reading content', async () => {
    const read = await readContent(root, settings.languages);
    return { ...read, problems: read.problems.length > 0 ? read.problems : await ledgerProblems(root, read.library) };
  });
  if (problems.length > 0) {
    console.error(`\n${report(problems)}`);
    return false;
  }
  const [next, old] = [`${folder}.next`, `${folder}.old`];
  await rm(next, { recursive: true, force: true });
  await step('Building pages and search index', () => buildPages({ outDir: next, cacheDir: `.cache/astro/${folder}`, logLevel: 'error' }));
  await writeHostRules(next, library);
  const scan = await step('Checking every page and link', async () => {
    const { pages, problems: broken } = await scanOutput(resolve(next), base);
    return { pages, problems: [...broken, ...(await deadAddresses(next, await ledgerText(root), library))] };
  });
  if (scan.problems.length > 0) {
    console.error(`\n${report(sorted(scan.problems))}`);
    return false;
  }
  await rm(old, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, old);
  await rename(next, folder);
  await rm(old, { recursive: true, force: true });
  const { practices, lessons, visits, organisations, translations } = library;
  console.log(
    `\n${settings.name}: ${practices.size} practices, ${lessons.size} lessons, ${visits.size} visits, ${organisations.size} organisations and ${translations.length} translations on ${scan.pages} pages in ${folder}/`,
  );
  return true;
};

if (import.meta.url === pathToFileURL(process.argv[1]!).href) process.exitCode = (await build(process.argv[2])) ? 0 : 1;
