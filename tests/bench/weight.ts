/** What a search costs the reader: bytes over the wire and time, on a desktop, on a slow processor, on a slow line. */
import type { Browser, CDPSession, Page } from 'playwright';
import { ask } from './engines.ts';
import type { Query } from './queries.ts';

/** Questions asked in a browser of their own. */
const most = 12;

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** 3G as Lighthouse has it: 1.6 Mbit/s down, 150 ms there and back. */
const slowLine = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };

/** A search page in a browser that has nothing stored; narrow, for there the facets are closed and cost nothing until they are opened. */
const opened = async (
  browser: Browser,
  address: string,
  lang: string,
): Promise<{ page: Page; network: CDPSession; received: () => Promise<number>; close: () => Promise<void> }> => {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  const searching = new Set<string>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (/\/pagefind\/|\/_astro\/[^/]*\.js/.test(request.url)) searching.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (searching.delete(requestId)) bytes += encodedDataLength;
  });
  await page.goto(`${address}${lang}/search/`, { waitUntil: 'load' });
  return {
    page,
    network,
    received: async () => {
      // What is still on its way belongs to the question that asked for it.
      let before = -1;
      while (before < bytes) {
        before = bytes;
        await page.waitForTimeout(150);
      }
      return bytes / 1024;
    },
    close: () => context.close(),
  };
};

/**
 * Median, 95th percentile and worst over the questions (at most 12 of them for the first search, each in a browser that has
 * nothing stored). Bytes as Chromium counts them on the wire, headers included: scripts, suggestions, index and results, all
 * that a page with a search has and one without has not.
 */
export const measureWeight = async (browser: Browser, address: string, queries: readonly Query[]) => {
  const summary = (values: readonly number[], unit: string) => ({
    median: Math.round(quantile(values, 0.5)),
    p95: Math.round(quantile(values, 0.95)),
    worst: Math.round(Math.max(...values)),
    unit,
  });
  const asked = queries.filter((_, index) => index % Math.ceil(queries.length / most) === 0);
  const first: number[] = [];
  const later: number[] = [];
  const slow: number[] = [];
  const facets: number[] = [];
  for (const [index, { lang, q }] of asked.entries()) {
    const { page, received, close } = await opened(browser, address, lang);
    await page.focus('#q');
    await ask(page, q);
    const afterFirst = await received();
    first.push(afterFirst);
    const next = asked
      .slice(index + 1)
      .concat(asked)
      .find((query) => query.lang === lang && query.q !== q);
    if (next) await ask(page, next.q);
    const afterNext = await received();
    if (next) later.push(afterNext - afterFirst);
    await page.evaluate(() => {
      document.querySelector('details')!.open = true;
    });
    await page.waitForTimeout(300);
    facets.push((await received()) - afterNext);
    await close();
  }
  for (const { lang, q } of asked.slice(0, 6)) {
    const { page, network, close } = await opened(browser, address, lang);
    await network.send('Network.emulateNetworkConditions', slowLine);
    slow.push((await ask(page, q)).milliseconds);
    await close();
  }
  const timed = async (throttle: number) => {
    const times: number[] = [];
    for (const [lang, own] of Map.groupBy(queries, (query) => query.lang)) {
      const { page, network, close } = await opened(browser, address, lang);
      await ask(page, own[0]!.q);
      await network.send('Emulation.setCPUThrottlingRate', { rate: throttle });
      for (const { q } of own.slice(0, 30)) times.push((await ask(page, q)).milliseconds);
      await close();
    }
    return times;
  };
  return {
    'first search': summary(first, 'KB'),
    'later search': summary(later, 'KB'),
    'opening the facets': summary(facets, 'KB'),
    'type to result': summary(await timed(1), 'ms'),
    'type to result, processor 4 times slower': summary(await timed(4), 'ms'),
    'first key to first result at 1.6 Mbit/s, 150 ms': summary(slow, 'ms'),
  };
};
