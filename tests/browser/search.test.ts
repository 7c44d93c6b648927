import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { axeProblemsIn } from './axe.ts';
import { useBrowser, visiting } from './browser.ts';

const { address } = inject('site');
useBrowser();

const results = (page: Page) => page.locator('search-panel :is([data-part=results], [data-part=related]) .row');
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
  // A lesson may belong to both countries, a practice of these two only to one: here the counts add up.
  await visiting(`${address}en/practices/`, async (page) => {
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
    await expect.poll(() => results(page).count()).toBe(Math.min(employers, 10));
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
    expect(await page.locator('[data-part=initial] a').first().isVisible()).toBe(true);
  });
});

test('what only comes near is shown apart, and said to', async () => {
  await visiting(`${address}en/search/?q=school+lunch+menu`, async (page) => {
    await expect.poll(() => status(page).textContent()).toMatch(/come near/);
    expect(await page.locator('[data-part=results] .row').count()).toBe(0);
    expect(await page.locator('[data-part=related] .row').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-part=related-title]').isVisible()).toBe(true);
  });
});

test('a mistyped word is set right, said, and can be taken back', async () => {
  await visiting(`${address}lv/search/?q=kordinators`, async (page) => {
    await expect.poll(() => page.locator('[data-part=correction]').textContent()).toMatch(/koordinator/);
    await expect.poll(async () => (await addresses(page)).slice(0, 5)).toContain('/lv/practices/lithuania-municipal-integration-coordinators/');
    await page.locator('[data-part=correction] button').click();
    await expect.poll(() => page.locator('[data-part=correction]').isVisible()).toBe(false);
    expect(new URL(page.url()).searchParams.get('literal')).toBe('1');
  });
});

test('the word that matched is marked as it stands in the text', async () => {
  await visiting(`${address}lv/search/?q=begliem`, async (page) => {
    await results(page).first().waitFor();
    const marks = await page.locator('.row mark').allTextContents();
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) expect(mark.toLowerCase()).toMatch(/^bēg[lļ]/);
  });
});

test('results can be ordered by year, and the order stands in the address', async () => {
  await visiting(`${address}en/search/?q=volunteers`, async (page) => {
    await results(page).first().waitFor();
    await page.selectOption('select[name=sort]', 'newest');
    await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('newest');
    await expect.poll(() => page.locator('search-panel').getAttribute('aria-busy')).toBe('false');
    const years = (await page.locator('[data-part=results] [data-slot=when]').allTextContents()).map((text) => Number(/\d{4}/.exec(text)?.[0] ?? 0));
    expect(years.length).toBeGreaterThan(3);
    expect(years).toEqual([...years].sort((a, b) => b - a));
  });
});

test('a search box is worked by the keyboard alone: "/" goes to it, arrows choose a suggestion, Enter follows it, Escape closes and clears', async () => {
  await visiting(`${address}en/practices/narpes-model/`, async (page) => {
    await page.keyboard.press('/');
    const box = page.locator('#site-search');
    await expect.poll(() => box.getAttribute('role')).toBe('combobox');
    await page.keyboard.type('hous');
    await expect.poll(() => page.locator('[role=option]').count()).toBeGreaterThan(0);
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    expect(await axeProblemsIn(page, 'header.site')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
    expect(await box.inputValue()).toBe('hous');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('');
    await page.keyboard.type('hous');
    await expect.poll(() => page.locator('[role=option]').count()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL('**/en/themes/housing/'), page.keyboard.press('Enter')]);
  });
});

test('a page to read loads nothing of the search until its box is used', async () => {
  await visiting(`${address}en/about/`, async (page) => {
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /pagefind|combobox/.test(name)).length);
    await page.waitForTimeout(200);
    expect(await loaded()).toBe(0);
    await page.focus('#site-search');
    await expect.poll(loaded).toBeGreaterThan(0);
  });
});

test.each([
  ['nothing but space', '   '],
  ['one letter', 'a'],
  ['punctuation', '?!…"“«'],
  ['unbalanced quotes', '"bēgļi un "'],
  ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script>'],
  ['10,000 characters', 'bēgļi '.repeat(1700)],
  ['200 words', Array.from({ length: 200 }, (_, index) => `vārds${index}`).join(' ')],
  ['one endless word', 'ā'.repeat(10_000)],
  ['right to left', 'مرحبا بالعالم'],
  ['emoji', '👋🏽👨‍👩‍👧‍👦'],
  ['names of properties', '__proto__ constructor toString'],
])('odd questions never break it: %s', async (_what, question) => {
  await visiting(`${address}lv/search/`, async (page) => {
    await page.fill('#q', question);
    await expect.poll(() => page.locator('search-panel').getAttribute('aria-busy'), { timeout: 5000 }).toBe('false');
    expect(await page.locator('search-panel :is(img, script):not(template *)').count()).toBe(0);
    await page.fill('#q', 'valoda');
    await results(page).first().waitFor();
  });
});

test('unknown facets, values and orders in the address are ignored, and said', async () => {
  await visiting(`${address}en/search/?theme=nonsense&colour=red&sort=price&country=FI`, async (page) => {
    await results(page).first().waitFor();
    expect(await page.locator('fieldset input:checked').count()).toBe(1);
    for (const part of ['theme=nonsense', 'colour=red', 'sort=price']) await expect.poll(() => status(page).textContent()).toContain(part);
  });
});

test.each([
  ['the list of files', '**/pagefind/tilts.json'],
  ['the words, as after an older build', '**/pagefind/words-en.*'],
  ['the index itself', '**/pagefind/*.pf_meta'],
])('when %s is missing, the page says so, keeps its ways on, and tries again when asked', async (_what, files) => {
  await visiting(
    `${address}en/about/`,
    async (page) => {
      await page.route(files, (route) => route.fulfill({ status: 404, body: 'gone' }));
      await page.goto(`${address}en/search/?q=language`);
      await expect.poll(() => status(page).textContent(), { timeout: 8000 }).toMatch(/could not be loaded/);
      await expect.poll(() => page.locator('[data-part=initial]').isVisible()).toBe(true);
      await page.unroute(files);
      await page.reload();
      await results(page).first().waitFor();
    },
    {},
    () => undefined,
  );
});

test('while the index is slow to come, the page says that it is loading', async () => {
  await visiting(`${address}en/about/`, async (page) => {
    await page.route('**/pagefind/tilts.json', async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await page.goto(`${address}en/search/?q=language`);
    await expect.poll(() => status(page).textContent()).toMatch(/Searching/);
    await results(page).first().waitFor();
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
      await expect.poll(() => page.locator('[data-part=initial]').isVisible()).toBe(true);
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
