import { describe, expect, inject, test } from 'vitest';
import { settings } from '../../src/settings.ts';
import { templates } from '../site/pages.ts';
import { useBrowser, visiting } from './browser.ts';

const { address } = inject('site');
useBrowser();

describe('without JavaScript', () => {
  const off = { javaScriptEnabled: false };
  test('a case study can be read to its sources', async () => {
    await visiting(
      `${address}lv/${templates.practice}`,
      async (page) => {
        expect(await page.locator('h1').isVisible()).toBe(true);
        await page.locator('.cite a').first().click();
        expect(new URL(page.url()).hash).toMatch(/^#source-s\d/);
        expect(await page.locator('overdue-notice p').isVisible()).toBe(false);
      },
      off,
    );
  });
  test('the search says that it needs it, and leads to lists that hold everything', async () => {
    await visiting(
      `${address}en/search/?q=language`,
      async (page) => {
        expect(await page.locator('noscript .notice').isVisible()).toBe(true);
        expect(await page.locator('.facets').isVisible()).toBe(false);
        await page.getByRole('link', { name: 'All practices' }).click();
        expect(await page.locator('.row').count()).toBeGreaterThan(29);
      },
      off,
    );
  });
  test('the root lets the reader choose a language', async () => {
    await visiting(
      address,
      async (page) => {
        expect(await page.locator('h2 a').allTextContents()).toEqual(['English', 'Latviešu', 'Lietuvių', 'Eesti']);
      },
      off,
    );
  });
});

describe('the root', () => {
  test.each([
    ['lv-LV', '/lv/'],
    ['et', '/et/'],
    ['sv-SE', '/en/'],
  ])('sends a reader of %s to %s', async (locale, expected) => {
    await visiting(
      address,
      async (page) => {
        await page.waitForURL((url) => url.pathname === expected);
      },
      { locale },
    );
  });
  test('keeps nobody: whoever comes from inside may choose', async () => {
    await visiting(
      `${address}lv/`,
      async (page) => {
        await page.evaluate((root) => {
          const link = document.createElement('a');
          link.href = root;
          link.textContent = 'root';
          document.querySelector('main')!.prepend(link);
        }, address);
        await page.click('text=root');
        await page.waitForLoadState();
        expect(new URL(page.url()).pathname).toBe('/');
        expect(await page.locator('h2 a').count()).toBe(settings.languages.length);
      },
      { locale: 'lv' },
    );
  });
});

test('the language switch keeps the page', async () => {
  await visiting(`${address}en/${templates.theme}`, async (page) => {
    await page.locator('.langs a[lang=et]').click();
    expect(new URL(page.url()).pathname).toBe(`/et/${templates.theme}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('et');
  });
});

test('a text that is overdue for review says so on that day, and not before', async () => {
  for (const [day, shown] of [
    ['2026-12-01', false],
    ['2031-01-01', true],
  ] as const)
    await visiting(address, async (page) => {
      await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
      await page.goto(`${address}en/${templates.practice}`);
      expect(await page.locator('overdue-notice p').isVisible()).toBe(shown);
    });
});

test('the visit, the practice, the lesson: each is one click from the next', async () => {
  await visiting(`${address}en/${templates.visit}`, async (page) => {
    await page.locator('#seen-practices + ul .title a').first().click();
    await page.locator('.chain a[href*="/visits/"]').first().click();
    expect(new URL(page.url()).pathname).toContain('/visits/');
  });
});
