/**
 * `npm run build [folder]`: checks the content, builds the site beside the one that is served, scans it, and only then
 * puts it in its place. Whatever goes wrong on the way, what was served stays as it was.
 */
import { build as buildPages } from 'astro';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkAll } from '../check/content.ts';
import { deadAddresses, ledgerText } from '../check/ledger.ts';
import { scanOutput } from '../check/output.ts';
import { reporters } from '../check/reporters.ts';
import { base } from '../domain/urls.ts';
import { archiveOf } from '../reader/archive.ts';
import { isError, sorted, type Problem } from '../reader/problem.ts';
import { settings } from '../settings.ts';
import { writeHostRules } from './hosting.ts';
import { freshRelease, publish } from './publish.ts';
import { step } from './step.ts';

const tell = (problems: readonly Problem[]) => {
  console.error(`\n${reporters.terminal({ problems, lang: 'en', textOf: () => undefined })}\nNothing was published; what was served before is unchanged.`);
};

/** Builds the site into `folder` (from the project's root). False when the content or the output has problems; they have been printed. */
export const build = async (folder = 'dist'): Promise<boolean> => {
  const { problems, counts } = await step('Checking the content', () => checkAll(process.cwd(), settings.languages));
  if (problems.some(isError)) {
    tell(problems);
    return false;
  }
  const archive = await archiveOf(process.cwd());
  const release = await freshRelease(folder);
  try {
    await step('Building pages and search index', () => buildPages({ outDir: release, cacheDir: `.cache/astro/${folder}`, logLevel: 'error' }));
    await writeHostRules(release, archive);
    const scan = await step('Checking every page and link', async () => {
      const { pages, problems: broken } = await scanOutput(resolve(release), base, counts);
      return { pages, problems: [...broken, ...(await deadAddresses(release, await ledgerText(process.cwd()), archive))] };
    });
    if (scan.problems.length > 0) {
      tell(sorted(scan.problems));
      await rm(release, { recursive: true, force: true });
      return false;
    }
    await publish(release, folder);
    const { practices, lessons, visits, organisations, translations } = counts;
    console.log(
      `\n${settings.name}: ${practices} practices, ${lessons} lessons, ${visits} visits, ${organisations} organisations and ${translations} translations on ${scan.pages} pages in ${folder}/`,
    );
    return true;
  } catch (error) {
    await rm(release, { recursive: true, force: true });
    throw error;
  }
};

if (import.meta.url === pathToFileURL(process.argv[1]!).href) process.exitCode = (await build(process.argv[2])) ? 0 : 1;
