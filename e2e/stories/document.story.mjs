import { article, open, statements, tally } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const SEVEN = '?speaker=ali-shamkhani&country=us';

test('an article opens beside its statement, with every statement marked', async ({ page }) => {
  await open(page, SEVEN);
  await statements(page).filter({ hasText: 'inevitable need' }).getByRole('link', { name: 'Line 15' }).click();
  await expect(page).toHaveURL(/doc=003_5bd232881ca3315c\.txt/);
  await expect(article(page).getByRole('heading', { name: /Neighbors must join hands/ })).toBeVisible();
  await expect(article(page).getByRole('link').filter({ hasText: 'inevitable need' })).toBeInViewport();
  await expect(article(page)).toContainText('776b4af77aade3a0d7242e621d00fd392cf5abfef6ce30c707ff778c4c19e72e');
  await expect(tally(page)).toContainText(/^7 statements/);
});

test('the button closes the article, and the statements stay', async ({ page }) => {
  await open(page, `${SEVEN}&doc=003_5bd232881ca3315c.txt`);
  await expect(article(page)).toBeVisible();
  await article(page).getByRole('button', { name: 'Close the article' }).click();
  await expect(article(page)).toBeHidden();
  await expect(page).toHaveURL((url) => url.search === SEVEN);
  await expect(tally(page)).toContainText(/^7 statements/);
});

test('what was repaired and what was removed can be seen', async ({ page }) => {
  await open(page, '?doc=003_5bd232881ca3315c.txt');
  await expect(article(page)).toContainText('Irans top security official');
  await article(page).getByRole('radio', { name: 'As repaired' }).check();
  await expect(article(page)).toContainText('Iran’s top security official');
  await article(page).getByRole('radio', { name: /Removed lines/ }).check();
  await expect(article(page)).toContainText('removed:');
  await expect(article(page)).not.toContainText('top security official');
});

test('on a phone the article lies over the page and closes with Escape', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `${SEVEN}&doc=003_5bd232881ca3315c.txt`);
  const dialog = page.getByRole('dialog', { name: 'Article' });
  await expect(dialog).toContainText('Neighbors must join hands');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL((url) => url.search === SEVEN);
});
