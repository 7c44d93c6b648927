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
