/**
 * `npm run bench:large [-- 10000]`: what a search costs in a base of so many invented practices beside the real entries. The
 * pages of the built site (`npm run build` first) get an index of the large base; a whole site of that size takes too long to build.
 */
import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBrowser } from '../../src/commands/browser.ts';
import { serve } from '../../src/commands/serve.ts';
import { readAllFiles } from '../../src/reader/folder.ts';
import { readLibrary } from '../../src/reader/library.ts';
import { searchFiles } from '../../src/search/index.ts';
import { settings } from '../../src/settings.ts';
import { inventedFiles } from './corpus.ts';
import { queriesIn } from './queries.ts';
import { measureWeight } from './weight.ts';

const count = Number(process.argv[2] ?? 10_000);
const site = '.cache/bench/large';

/** Puts the index of the large base beside the pages that search it. */
const writeSite = async () => {
  const { files } = await readAllFiles(process.cwd());
  for await (const invented of inventedFiles(count)) files.push(...invented.map(([file, text]) => ({ file: `content/${file}`, text })));
  const { library } = readLibrary(files, settings.languages, undefined, { render: false });
  const entries = library.practices.size + library.lessons.size + library.visits.size;
  console.log(`${entries} entries read in ${Math.round(performance.now() / 1000)} s`);
  await rm(site, { recursive: true, force: true });
  await cp('dist/_astro', join(site, '_astro'), { recursive: true });
  for await (const page of glob('*/search/index.html', { cwd: 'dist' })) {
    await mkdir(dirname(join(site, page)), { recursive: true });
    const html = await readFile(join('dist', page), 'utf8');
    await writeFile(join(site, page), html.replace(/data-entries="\d+"/, `data-entries="${entries}"`));
  }
  const sizes = new Map<string, number[]>();
  for (const { path, content } of await searchFiles(library, settings.languages)) {
    await mkdir(dirname(join(site, 'pagefind', path)), { recursive: true });
    await writeFile(join(site, 'pagefind', path), content);
    const kind = path.includes('/') ? path.split('/')[0]! : path.replace(/[._][0-9a-f]{8,}/, '');
    sizes.set(kind, [...(sizes.get(kind) ?? []), content.length]);
  }
  console.log(
    `index made after ${Math.round(performance.now() / 1000)} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most without Pagefind's own process`,
  );
  console.table(
    Object.fromEntries([...sizes].map(([kind, all]) => [kind, { files: all.length, KB: Math.round(all.reduce((sum, size) => sum + size, 0) / 1024) }])),
  );
};

await writeSite();
const { server, address } = await serve(site, '/', 0);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-background-networking'] });
try {
  const queries = (await Promise.all(['tests/bench/queries-dev.json', 'tests/bench/queries-apart.json'].map(queriesIn))).flat();
  console.table(await measureWeight(browser, address, queries));
} finally {
  await browser.close();
  server.close();
}
