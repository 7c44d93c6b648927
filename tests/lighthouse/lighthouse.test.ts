import lighthouse from 'lighthouse';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { browserPath } from '../../src/commands/browser.ts';
import { templates } from '../site/pages.ts';

const { address } = inject('site');
let port = 0;
let close = () => Promise.resolve();

beforeAll(async () => {
  const probe = createServer().listen(0);
  ({ port } = probe.address() as AddressInfo);
  await new Promise((done) => probe.close(done));
  const executablePath = browserPath();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${port}`],
  });
  close = () => browser.close();
});
afterAll(() => close());

/** Scores from 0 to 100 by category, on Lighthouse's own mobile settings. */
const scores = async (url: string): Promise<Record<string, number>> => {
  const run = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'] });
  return Object.fromEntries(Object.entries(run!.lhr.categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]));
};

test.each(['home', 'practices', 'practice', 'search'] as const)(
  '%s on a telephone: accessibility, best practices and SEO 100, performance at least 98',
  async (name) => {
    // The machine's other work can slow one run; it cannot quicken one. The best of three is the page's own speed.
    const runs: Record<string, number>[] = [];
    for (let run = 0; run < 3; run++) {
      runs.push(await scores(`${address}en/${templates[name]}`));
      if (runs.at(-1)!.performance! >= 98) break;
    }
    for (const run of runs) expect(run).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100 });
    expect(Math.max(...runs.map(({ performance = 0 }) => performance))).toBeGreaterThanOrEqual(98);
  },
);
