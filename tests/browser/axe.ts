import axe from 'axe-core';
import type { Page } from 'playwright';

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The dark scheme changes colours and nothing else: a page that was looked at in light needs only these. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Lays axe into a page, which stays there until the page is left. */
const layAxe = async (page: Page): Promise<void> => {
  await page.evaluate(`${axe.source};undefined`);
};

/** What axe finds in a page as it is, or in a part of it. What passes is not described, which would take five times as long. */
const violations = (page: Page, within: string, runOnly = everything): Promise<string[]> =>
  page.evaluate(
    async ({ runOnly, within }) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(within, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
    },
    { runOnly, within },
  );

/** What axe finds in a part of a page as it is now. */
export const axeProblemsIn = async (page: Page, within: string): Promise<string[]> => {
  await layAxe(page);
  return violations(page, within);
};

/** A width in px, and a colour scheme. */
type Look = readonly [width: number, colorScheme: 'light' | 'dark'];

/** What axe finds on a page in several looks, and whether it scrolls sideways; narrow in light colours and wide in dark ones, unless others are given. */
export const axeProblems = async (
  page: Page,
  looks: readonly Look[] = [
    [320, 'light'],
    [1200, 'dark'],
  ],
): Promise<string[]> => {
  await layAxe(page);
  const found: string[] = [];
  for (const [width, colorScheme] of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    const seenInLight = colorScheme === 'dark' && looks.some(([other, scheme]) => other === width && scheme === 'light');
    const problems = await violations(page, 'html', seenInLight ? ofColours : everything);
    found.push(...(scrolls ? ['it scrolls sideways'] : []).concat(problems).map((problem) => `${width} px, ${colorScheme}: ${problem}`));
  }
  return found;
};
