// The pages beside the app: everything can be read without scripts, and leads into the app where they run.
import { expect, test } from '../support/test.mjs';
import { expectStatements } from '../support/page.mjs';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every statement is reached from the front page by links alone', async ({ page, baseURL }) => {
    test.slow(); // some forty pages
    const seen = new Set();
    const statements = new Set();
    const waiting = [new URL('./', baseURL).href];
    while (waiting.length > 0) {
      const url = waiting.pop();
      if (seen.has(url)) continue;
      seen.add(url);
      await page.goto(url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      for (const id of await page.getByRole('main').getByRole('article').evaluateAll((all) => all.map(({ id }) => id))) {
        statements.add(id);
      }
      const links = await page.getByRole('link').evaluateAll((all) => all.map(({ href }) => href));
      waiting.push(...links.map((href) => href.split('#')[0]).filter((href) => /\.html$/.test(href)));
    }
    expect(statements.size).toBe(66);
  });

  test('the front page says what the collection holds, and no more that it is loading', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByText('66 statements in 5 articles')).toBeVisible();
    await expect(page.getByText('Opening the collection')).toBeHidden();
    await page.getByRole('link', { name: 'Ali Shamkhani' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What Ali Shamkhani said');
    await expect(page.getByRole('main').getByRole('article')).toHaveCount(13);
  });
});

test('a page leads to the same statements in the app', async ({ page }) => {
  await page.goto('./speaker/ali-shamkhani.html');
  await page.getByRole('link', { name: 'Search and filter these' }).click();
  await expectStatements(page, 13);
  await page.goto('./country/us.html');
  await page.getByRole('searchbox').fill('Soleimani');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/\?q=Soleimani$/);
  await expectStatements(page, 4);
});

test('the look at the collection is not seen while the app starts', async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByText('Opening the collection')).toBeVisible();
  await expect(page.getByText('66 statements in 5 articles')).toBeHidden();
  release();
  await expect(page.getByText('Opening the collection')).toHaveCount(0);
});

test.describe('where the app does not arrive', () => {
  test.use({ expectedMessages: /^error: Failed to load resource/ });

  test('the look at the collection is what remains', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('./');
    await expect(page.getByRole('alert').filter({ visible: true })).toHaveCount(1);
    await page.getByRole('link', { name: 'Ebrahim Raisi' }).click();
    await expect(page.getByRole('main').getByRole('article')).toHaveCount(11);
  });
});
