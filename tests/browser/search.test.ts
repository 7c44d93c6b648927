import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { useBrowser, visiting } from './browser.ts';

const { address } = inject('site');
useBrowser();

const results = (page: Page) => page.locator('search-panel [data-part=results] .row');
const status = (page: Page) => page.locator('search-panel [data-part=status]');
const addresses = (page: Page) =>
  results(page)
    .locator('a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));

test('a Latvian question in any form finds practices written in English, and leads to their Latvian page', async () => {
  await visiting(`${address}lv/search/`, async (page) => {
    for (const question of ['bibliotēkās', 'bibliotekam', 'Bibliotēka']) {
      await page.fill('#q', question);
      await results(page).first().waitFor();
      await expect.poll(async () => (await addresses(page)).slice(0, 5)).toContain('/lv/practices/rezekne-library-bridges/');
    }
    expect(new URL(page.url()).searchParams.get('q')).toBe('Bibliotēka');
  });
});

test('facets narrow: any of one facet, all of several, with counts that come true', async () => {
  await visiting(`${address}en/search/`, async (page) => {
    const box = (name: string, value: string) => page.locator(`input[name=${name}][value="${value}"]`);
    await expect.poll(() => page.locator('.option:has(input[name=country][value=FI]) .count').textContent()).not.toBe('');
    const count = async (name: string, value: string) => Number(await page.locator(`.option:has(input[name=${name}][value="${value}"]) .count`).textContent());
    const [finland, sweden] = [await count('country', 'FI'), await count('country', 'SE')];
    await box('country', 'FI').check();
    await box('country', 'SE').check();
    await expect.poll(() => status(page).textContent()).toContain(String(finland + sweden));
    const employers = await count('for', 'employers');
    expect(employers).toBeGreaterThan(0);
    await box('for', 'employers').check();
    await expect.poll(() => status(page).textContent()).toMatch(new RegExp(`^${employers} `));
    await expect.poll(() => results(page).count()).toBe(Math.min(employers, 20));
    expect(new URL(page.url()).search).toBe('?for=employers&country=FI&country=SE');
  });
});

test('what was searched can be linked, and Back leads back to it', async () => {
  await visiting(`${address}en/search/?q=language&theme=language`, async (page) => {
    await results(page).first().waitFor();
    expect(await page.inputValue('#q')).toBe('language');
    expect(await page.locator('input[name=theme][value=language]').isChecked()).toBe(true);
    const before = await addresses(page);
    await page.locator('input[name=country][value=EE]').check();
    await expect.poll(() => addresses(page)).not.toEqual(before);
    await page.goBack();
    await expect.poll(() => addresses(page)).toEqual(before);
    expect(await page.locator('input[name=country][value=EE]').isChecked()).toBe(false);
  });
});

test('the list of practices is filtered in place, and comes back when the filter is cleared', async () => {
  await visiting(`${address}en/practices/`, async (page) => {
    await page.locator('input[name=country][value=IS]').check();
    await results(page).first().waitFor();
    expect(await page.locator('[data-part=initial]').isVisible()).toBe(false);
    for (const path of await addresses(page)) expect(path).toMatch(/^\/en\/practices\//);
    await page.click('[data-part=clear]');
    await page.locator('[data-part=initial]').waitFor();
    expect(await results(page).count()).toBe(0);
  });
});

test('a question that nothing fits says so and offers a way on', async () => {
  await visiting(`${address}en/search/?q=zzqxv`, async (page) => {
    await expect.poll(() => status(page).textContent()).toMatch(/Nothing fits/);
    expect(await page.locator('[data-part=clear]').isVisible()).toBe(true);
  });
});

test.each([
  ['markup', '<img src=x onerror=alert(1)>'],
  ['punctuation', '?!…"“«'],
  ['very long', 'bēgļi '.repeat(300)],
  ['right to left and emoji', 'مرحبا 👋🏽'],
  ['one letter', 'a'],
])('odd questions never break it: %s', async (_what, question) => {
  await visiting(`${address}lv/search/`, async (page) => {
    await page.fill('#q', question);
    await page.waitForTimeout(400);
    expect(await page.locator('search-panel img').count()).toBe(0);
    await page.fill('#q', 'valoda');
    await results(page).first().waitFor();
  });
});

test('unknown facets and values in the address are ignored', async () => {
  await visiting(`${address}en/search/?theme=nonsense&colour=red&country=FI`, async (page) => {
    await results(page).first().waitFor();
    expect(await page.locator('fieldset input:checked').count()).toBe(1);
  });
});

test('when the index cannot be loaded, the page says so, keeps the lists, and works again once it is there', async () => {
  let broken = true;
  const failures: string[] = [];
  await visiting(
    `${address}en/lessons/`,
    async (page) => {
      await page.route('**/pagefind/pagefind.js', (route) =>
        broken ? route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken on purpose")' }) : route.continue(),
      );
      await page.goto(`${address}en/practices/`);
      await page.fill('#q', 'language');
      await expect.poll(() => status(page).textContent()).toMatch(/could not be loaded/);
      expect(await page.locator('[data-part=initial]').isVisible()).toBe(true);
      broken = false;
      await page.reload();
      await page.fill('#q', 'language');
      await results(page).first().waitFor();
    },
    {},
    (message) => failures.push(message),
  );
  for (const failure of failures) expect(failure).toMatch(/broken on purpose/);
});
