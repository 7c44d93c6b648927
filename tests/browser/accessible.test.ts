import type { Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { settings } from '../../src/settings.ts';
import { templates } from '../site/pages.ts';
import { axeProblems } from './axe.ts';
import { useBrowser, visiting } from './browser.ts';

const { address } = inject('site');
const widths = [360, 768, 1440];
const looks = widths.flatMap((width) => [[width, 'light'] as const, [width, 'dark'] as const]);

useBrowser();

/** Long lists repeat one pattern: their first twelve entries stand for the rest. Choices of the search keep all of theirs. */
const shortened = (page: Page) =>
  page.evaluate(() => {
    for (const parent of document.querySelectorAll('main *:not(search-panel *)')) {
      const alike = new Map<string, number>();
      for (const child of [...parent.children]) {
        const kind = `${child.tagName} ${child.className}`;
        alike.set(kind, (alike.get(kind) ?? 0) + 1);
        if (/^(?:LI|TR|DT|DD|DIV) /.test(kind) && alike.get(kind)! > 12) child.remove();
      }
    }
  });

describe.concurrent.each([...settings.languages])('in %s', (lang) => {
  test.each(Object.entries(templates))('%s: no axe violation at any width, light or dark, and no sideways scrolling', async (_name, path) => {
    await visiting(`${address}${lang}/${path}`, async (page) => {
      for (const width of [320, ...widths]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `at ${width} px`).toBe(0);
      }
      await shortened(page);
      expect(await axeProblems(page, looks)).toEqual([]);
    });
  });
});

test.each(Object.entries(templates))('%s: the keyboard reaches every link and control, in order, and shows where it is', async (_name, path) => {
  await visiting(`${address}en/${path}`, async (page) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    // Facets that would find nothing are switched off once the counts are there.
    await page.waitForLoadState('networkidle');
    await shortened(page);
    const expected = await page.evaluate(() => {
      const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !(element as HTMLInputElement).disabled;
      return [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(seen).length;
    });
    let reached = 0;
    for (let press = 0; press < expected + 5; press++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        if ((element as HTMLElement).dataset.reached) return 'again';
        (element as HTMLElement).dataset.reached = 'yes';
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && box.width > 0 ? 'visible' : `invisible: ${element.outerHTML.slice(0, 120)}`;
      });
      if (focus === undefined || focus === 'again') break;
      expect(focus).toBe('visible');
      reached += 1;
    }
    expect(reached).toBe(expected);
  });
});

test('the first stop of the keyboard leads past the menu to the text', async () => {
  await visiting(`${address}lv/${templates.practice}`, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

test('a text set four times as large still fits its column', async () => {
  // 1280 px at 400 % is a window of 320 px; text alone at 200 % must fit as well.
  await visiting(
    `${address}lv/${templates.practice}`,
    async (page) => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    },
    { viewport: { width: 640, height: 800 }, bypassCSP: true },
  );
});

test('on paper there is the text with its sources, and no menu', async () => {
  await visiting(`${address}en/${templates.practice}`, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header.site').isVisible()).toBe(false);
    expect(await page.locator('.prose').isVisible()).toBe(true);
    expect(await page.locator('.sources').isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });
});
