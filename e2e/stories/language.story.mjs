// The page in Persian, written from right to left, as a reader's browser or the reader asks for it.
import { open, statements, tally } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { VIEWS, expectNoOverflow, expectNoViolation } from '../support/views.mjs';

/** As `open`, for a tally in Persian. */
async function openInPersian(page, address = '') {
  await page.goto(address);
  await expect(tally(page)).toHaveText(/^[۰-۹٬]+ گفته/);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Letters of the page's own words that are Latin: none, but for what is no word of it. */
const latin = (text) => text.replace(/Communiqué|Alt|Esc|SHA-256|terror|a phrase|English/g, '').match(/[A-Za-z]{2,}/g) ?? [];

test.describe('a browser that asks for Persian', () => {
  test.use({ locale: 'fa-IR' });

  test('gets the page from right to left, and the articles as they are', async ({ page }) => {
    await openInPersian(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^گفته‌های [۰-۹]+ گوینده$/);
    const words = statements(page).first().locator('blockquote');
    await expect(words).toHaveAttribute('lang', 'en');
    await expect(words).toHaveCSS('unicode-bidi', 'plaintext');
    const facets = page.getByRole('complementary', { name: 'پالایه‌ها' });
    for (const name of await facets.locator('legend').allInnerTexts()) expect(latin(name)).toEqual([]);
    const controls = await page.getByRole('button').evaluateAll((all) =>
      all.filter((one) => !one.closest('[lang="en"]')).map((one) => one.innerText),
    );
    for (const text of controls) expect(latin(text), text).toEqual([]);
  });

  test('leads from a search through a facet to an article and to the layouts', async ({ page }) => {
    await openInPersian(page);
    await page.getByRole('searchbox', { name: 'جست‌وجو در گفته‌ها' }).fill('withdrawal');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('با ذکر withdrawal');
    await page.getByRole('group', { name: 'گوینده', exact: true }).getByRole('checkbox', { name: /^\u2068Ali Shamkhani\u2069، / }).check();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ali Shamkhani');
    await expect(page).toHaveTitle(/^گفته‌های .*Ali Shamkhani/);
    await statements(page).first().getByRole('link', { name: /^سطر/ }).click();
    await expect(page.getByRole('radio', { name: 'چنان‌که منتشر شده' })).toBeChecked();
    await page.getByRole('button', { name: 'راستی‌آزمایی' }).click();
    await expect(page.getByText(/همان هش منتشرشده را دارد/)).toBeVisible();
    for (const layout of ['در بافت', 'گاه‌نما', 'ماتریس', 'شبکه', 'مقایسه', 'نقشه']) {
      await page.getByRole('navigation', { name: 'چیدمان‌ها' }).getByRole('link', { name: layout }).click();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expect(page.getByRole('main').locator('.picture__sentence').first()).toHaveText(/[آ-ی]/);
    }
  });

  test('is told in Persian why it is this speaker, what was removed, and how well all is read', async ({ page }) => {
    await openInPersian(page, '?speaker=ali-shamkhani&country=us');
    for (const card of await statements(page).all()) {
      await card.locator('[aria-expanded]').click();
      const steps = await card.getByRole('listitem').allInnerTexts();
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) expect(step).toMatch(/[آ-ی]{2}/);
    }
    await statements(page).first().getByRole('link', { name: /^سطر/ }).click();
    await page.getByRole('radio', { name: /^سطرهای حذف‌شده/ }).check();
    const rules = page.locator('.prose__rule');
    await expect(rules.first()).toBeVisible();
    for (const rule of await rules.allInnerTexts()) expect(latin(rule), rule).toEqual([]);
    await page.goto('?speaker=ali-shamkhani');
    await page.getByRole('button', { name: 'راهنما' }).first().click();
    const sentences = page.getByRole('dialog').locator('.help__list').getByRole('listitem');
    await expect(sentences.first()).toBeVisible();
    for (const sentence of await sentences.allInnerTexts()) expect(sentence).toMatch(/[آ-ی]{2}.*[۰-۹]/s);
  });

  test('is asked for help and for English again, and both are remembered', async ({ page }) => {
    await openInPersian(page, '?speaker=ali-shamkhani');
    await page.getByRole('button', { name: 'راهنما' }).first().click();
    await expect(page.getByRole('heading', { name: 'گفته‌ها چگونه یافته می‌شوند' })).toBeVisible();
    await page.keyboard.press('Escape');
    const choice = page.getByRole('group', { name: 'زبان' });
    await expect(choice.getByRole('button', { name: 'فارسی' })).toHaveAttribute('aria-pressed', 'true');
    await choice.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What Ali Shamkhani said');
    await open(page, '?speaker=ali-shamkhani');
    await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'فارسی' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^گفته‌های .*Ali Shamkhani/);
    expect(new URL(page.url()).search).toBe('?speaker=ali-shamkhani');
  });

  test.describe('whose words do not arrive', () => {
    test.use({ expectedMessages: /Failed to load resource/ });

    test('gets English, and is told', async ({ page }) => {
      await page.route('**/words-fa-*.txt', (route) => route.fulfill({ status: 404, body: '' }));
      await open(page);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(page.getByText(/The page is in English, because/)).toBeVisible();
    });
  });

  for (const width of [1280, 360]) {
    for (const [name, address] of Object.entries(VIEWS)) {
      test(`axe finds nothing in ${name} at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(/گفته/);
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await expectNoViolation(page);
      });
    }
  }

  test('nothing scrolls sideways at 320 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const address of Object.values(VIEWS)) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/گفته/);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectNoOverflow(page, address);
    }
  });
});
