/**
 * `npm run bench:search [file of questions] [--json file] [--site folder]`: how well, how fast and at what weight the search
 * answers labelled questions, in Chromium against the built site, beside Pagefind and MiniSearch as they come.
 */
import { cp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { ensureBrowser } from '../../src/commands/browser.ts';
import { serve } from '../../src/commands/serve.ts';
import { readContent } from '../../src/reader/folder.ts';
import { recordsOf } from '../../src/search/records.ts';
import { settings } from '../../src/settings.ts';
import { miniSearch, pagefindDefault, tilts, writeDefaultIndex } from './engines.ts';
import { condensed, judge, queriesIn, type Answered, type Figures, type Judgement } from './queries.ts';
import { measureWeight } from './weight.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    json: { type: 'string' },
    site: { type: 'string', default: 'dist' },
    quick: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    weight: { type: 'boolean', default: true },
  },
});
const files = positionals.length > 0 ? positionals : ['tests/bench/queries-dev.json', 'tests/bench/queries-apart.json'];

/** Languages spoken where an entry is from: whose own case it is, whatever language it is written up in. */
const spoken: Record<string, string> = { LV: 'lv', LT: 'lt', EE: 'et', GB: 'en', IE: 'en' };

const percent = (share: number | undefined) => (share === undefined ? '–' : (100 * share).toFixed(0));
const line = (name: string, { queries, success5, best5, mrr10, precision10, zero, cross10 }: Figures) => ({
  '': name,
  n: queries,
  'S@5 %': percent(success5),
  'best@5 %': percent(best5),
  'MRR@10': mrr10.toFixed(2),
  'P@10 %': percent(precision10),
  'zero %': percent(zero),
  'X@10 %': percent(cross10),
});

const { library } = await readContent(process.cwd(), settings.languages);
const records = new Map(recordsOf(library).map((record) => [record.path.split('/')[1]!, record]));
const collectionOf = (slug: string) => records.get(slug)?.facets.kind?.[0];
const isForeign = (slug: string, lang: string) => {
  const countries = records.get(slug)?.facets.country ?? [];
  return countries.length > 0 && countries.every((country) => spoken[country] !== lang);
};

const site = '.cache/bench/site';
await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });
// A built site is a link to its release.
await cp(await realpath(values.site), site, { recursive: true });
if (!values.quick) await writeDefaultIndex(site);
const { server, address } = await serve(site, '/', 0);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-background-networking'] });
const questions: { name: string; judgements: Record<string, Judgement> }[] = [];
let weight: Awaited<ReturnType<typeof measureWeight>> | undefined;
try {
  for (const file of files) {
    const queries = await queriesIn(file);
    const labelled = new Set(queries.flatMap(({ relevant }) => relevant.map((slug) => collectionOf(slug))));
    const judged = (answer: Answered) => condensed(answer, (slug) => labelled.has(collectionOf(slug)));
    const own = await tilts(browser, address, queries);
    const judgements: Record<string, Judgement> = { Tilts: judge(queries, own.map(judged), isForeign) };
    if (!values.quick) {
      judgements['Pagefind as it comes'] = judge(queries, (await pagefindDefault(browser, address, queries)).map(judged), isForeign);
      judgements['MiniSearch, prefix and fuzzy'] = judge(queries, miniSearch(library, queries).map(judged), isForeign);
    }
    console.log(`\n${file}: ${queries.length} questions`);
    const { byLang, byKind } = judgements.Tilts!;
    console.table([
      ...Object.entries(judgements).map(([name, { all }]) => line(name, all)),
      ...Object.entries(byLang).map(([name, figures]) => line(`  ${name}`, figures)),
      ...Object.entries(byKind).map(([name, figures]) => line(`  ${name}`, figures)),
    ]);
    for (const [name, { none }] of Object.entries(judgements))
      console.log(`${name}: no strong hit for ${percent(none.quiet)} % of ${none.queries} questions that nothing fits`);
    if (values.verbose)
      queries.forEach((query, index) => {
        const { slugs, strong } = own[index]!;
        const place = slugs.findIndex((slug) => query.relevant.includes(slug));
        if (query.relevant.length === 0 ? strong > 0 : place < 0 || place > 4)
          console.log(`missed: ${query.lang} ${query.kind} "${query.q}" → ${slugs.slice(0, 5).join(', ')}`);
      });
    questions.push({ name: basename(file), judgements });
  }
  if (!values.quick && values.weight) {
    const queries = (await Promise.all(files.map(queriesIn))).flat();
    weight = await measureWeight(browser, address, queries);
    console.log('\nWeight and speed');
    console.table(weight);
  }
} finally {
  await browser.close();
  server.close();
}
if (values.json) await writeFile(values.json, `${JSON.stringify({ entries: records.size, questions, weight }, null, 2)}\n`);
