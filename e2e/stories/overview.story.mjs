import { expectStatements, open, searchBox, tally } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const overview = (page) => page.getByRole('region', { name: 'The collection' });

test('the start page says what the collection is, and each of its questions has an answer', async ({ page }) => {
  await open(page);
  await expect(overview(page)).toContainText(/Its dated articles are from .+ to .+\./);
  const examples = overview(page).getByRole('listitem').getByRole('link');
  const n = await examples.count();
  expect(n).toBeGreaterThan(2);
  for (let example = 0; example < n; example += 1) {
    const text = await examples.nth(example).textContent();
    await examples.nth(example).click();
    await expectStatements(page, Number(text.match(/(\d+) statements?$/)[1]));
    await expect(overview(page)).toBeHidden();
    await page.goBack();
    await expect(overview(page)).toBeVisible();
  }
});

test('the start page gives way to what is searched for', async ({ page }) => {
  await open(page);
  await searchBox(page).fill('forces');
  await expect(overview(page)).toBeHidden();
  await expect(tally(page)).toBeVisible();
});
