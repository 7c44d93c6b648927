import axe from 'axe-core';
import type { Page } from 'playwright';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Lays axe into a page, which stays there until the page is left. */
export const layAxe = async (page: Page): Promise<void> => {
  await page.evaluate(`${axe.source};undefined`);
};

/** What axe finds in a page, or in a part of it, one line a mistake. What passes is not described, which would take five times as long. */
export const axeViolations = (page: Page, within = 'html'): Promise<string[]> =>
  page.evaluate(
    async ({ runOnly, within }) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(within, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
    },
    { runOnly: rules, within },
  );
