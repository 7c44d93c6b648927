import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { browserPath } from '../../src/commands/browser.ts';

let browser: Browser;

/** A browser for the tests of a file; none of its pages may meet an error or ask another host for anything. */
export const useBrowser = () => {
  beforeAll(async () => {
    const executablePath = browserPath();
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-background-networking'] });
  });
  afterAll(() => browser.close());
};

/** Opens an address and gives the page to `look`; fails on requests to other hosts, and on errors in the console unless `onError` takes them. */
export const visiting = async (
  address: string,
  look: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
  onError?: (message: string) => void,
): Promise<void> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  const note = onError ?? ((message: string) => wrong.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text());
  });
  page.on('pageerror', ({ message }) => {
    note(message);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).protocol.startsWith('http') && new URL(request.url()).host !== new URL(address).host) wrong.push(`asked for ${request.url()}`);
  });
  try {
    await page.goto(address);
    await look(page);
    expect(wrong).toEqual([]);
  } finally {
    await context.close();
  }
};

/** What axe finds on a page, narrow in light colours and wide in dark ones. */
export const axeProblems = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1200, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    found.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id}, ${colorScheme}: ${target.join(' ')} ${failureSummary}`)),
    );
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) found.push(`scrolls sideways at ${width} px`);
  }
  return found;
};
