import { describe, expect, inject, test } from 'vitest';
import { templates } from '../site/pages.ts';
import { axeProblems } from './axe.ts';
import { useBrowser, visiting } from './browser.ts';

const { address } = inject('site');
useBrowser();

test('each copy button puts what stands beside it on the clipboard, and says so', async () => {
  await visiting(
    `${address}lv/${templates.practice}`,
    async (page) => {
      await page.locator('details:has(#cite-embed) summary').click();
      const buttons = page.locator('copy-button');
      expect(await buttons.count()).toBe(4);
      for (const button of await buttons.all()) {
        const beside = (await button.locator('xpath=ancestor::div[1]/dd | ancestor::p[1]/code').textContent())!.trim();
        await button.locator('button').click();
        await expect.poll(() => button.locator('[role=status]').textContent()).toBe('Nokopēts');
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toBe(beside);
        expect(copied).toContain(`lv/${templates.practice}`);
      }
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

describe('a card', () => {
  test('is read by everyone: no axe violation and no sideways scrolling, narrow and wide, light and dark', async () => {
    await visiting(`${address}embed/lv/${templates.practice}`, async (page) => {
      expect(await axeProblems(page)).toEqual([]);
    });
  });
  test('put into a page of another site with the copied snippet, loads nothing but itself, in at most 10 KB, and leads out of its frame', async () => {
    await visiting(`${address}en/${templates.practice}`, async (page) => {
      const snippet = (await page.locator('#cite-embed').textContent())!.replace(/https?:\/\/[^/]+\//, address);
      const loaded: { url: string; bytes: number }[] = [];
      page.on('response', (response) => {
        void response.body().then(({ length }) => loaded.push({ url: response.url(), bytes: length }));
      });
      // A page without any policy of its own, as another site may be.
      await page.route('**/elsewhere', (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html><link rel="icon" href="data:,"><title>Elsewhere</title>${snippet}` }),
      );
      await page.goto(`${address}elsewhere`);
      await page.frameLocator('iframe').locator('h1').waitFor();
      await expect.poll(() => loaded.length).toBe(2);
      expect(loaded.find(({ url }) => url.includes('/embed/'))?.bytes).toBeLessThanOrEqual(10_000);
      for (const link of await page.frameLocator('iframe').locator('a').all()) expect(await link.getAttribute('target')).toBe('_blank');
    });
  });
});

test.each(['gothenburg-early-intervention', 'latvia-one-stop-shop-newcomers'])('%s, one of the longest practices, prints on two pages', async (id) => {
  await visiting(`${address}lv/practices/${id}/`, async (page) => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });
});
