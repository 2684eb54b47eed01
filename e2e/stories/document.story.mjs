import { article, open, statements, tally } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { forgePack } from '../support/wasm.mjs';

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

test('focus goes to the article that a link opens, and back where it was when it closes', async ({ page }) => {
  await open(page, SEVEN);
  const line = statements(page).filter({ hasText: 'inevitable need' }).getByRole('link', { name: 'Line 15' });
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(article(page).getByRole('heading', { name: /Neighbors must join hands/ })).toBeFocused();
  await article(page).getByRole('button', { name: 'Close the article' }).click();
  await expect(line).toBeFocused();
});

test('words said in the article are links that Back undoes', async ({ page }) => {
  await open(page, `${SEVEN}&doc=003_5bd232881ca3315c.txt`);
  const said = article(page).getByRole('link').filter({ hasText: 'inevitable need' });
  await said.click();
  await expect(page).toHaveURL(/&s=/);
  await expect(article(page).locator('[aria-current=true]').first()).toContainText('inevitable need');
  await page.goBack();
  await expect(page).toHaveURL((url) => !url.searchParams.has('s'));
  await expect(article(page).locator('[aria-current=true]')).toHaveCount(0);
});

test('the first search needs no more than the page', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, SEVEN);
  expect(asked.filter((url) => url.includes('annex'))).toEqual([]);
});

test.describe('a part that does not arrive', () => {
  // A service worker would bring the part by itself, past the answers made up here.
  test.use({
    serviceWorkers: 'block',
    expectedMessages: /^error: Failed to load resource|^warning: Service Worker registration blocked/,
  });

  test('is told where it belongs, and can be asked for again', async ({ page }) => {
    let isThere = false;
    await page.route('**/communique-annex*', (route) =>
      isThere ? route.continue() : route.fulfill({ status: 404, body: 'not here' }),
    );
    await open(page, `${SEVEN}&doc=003_5bd232881ca3315c.txt`);
    const failure = page.getByRole('alert');
    await expect(failure).toContainText('The article cannot be shown');
    await expect(tally(page)).toContainText(/^7 statements/);
    await failure.getByRole('button', { name: 'Try again' }).click();
    await expect(failure).toBeVisible();
    isThere = true;
    await failure.getByRole('button', { name: 'Try again' }).click();
    await expect(article(page).getByRole('link').filter({ hasText: 'inevitable need' })).toBeVisible();
    await expect(failure).toBeHidden();
  });
});

test('verifying an article finds its bytes as published', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani');
  await statements(page).first().getByRole('link', { name: /^Line / }).click();
  await article(page).getByRole('button', { name: 'Verify' }).click();
  await expect(article(page).getByRole('status')).toContainText(/bytes have the published hash, and the words of \d+ statements are in place/);
});

test('verifying an article that differs by one byte turns red', async ({ page }) => {
  await page.route('**/communique-web*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: forgePack(await response.body(), 'inevitable need') });
  });
  await open(page, `${SEVEN}&doc=003_5bd232881ca3315c.txt`);
  await expect(article(page)).toContainText('Inevitable need');
  const verdict = article(page).getByRole('status');
  const color = () => verdict.evaluate((element) => getComputedStyle(element).color);
  const before = await color();
  await article(page).getByRole('button', { name: 'Verify' }).click();
  await expect(verdict).toContainText(/not the published file: its bytes hash to [0-9a-f]{64}\. Do not cite/);
  expect(await color()).not.toBe(before);
});

test('n and p go from statement to statement of the view', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani&sort=document');
  await statements(page).first().getByRole('link', { name: /^Line / }).click();
  await expect(article(page).getByRole('button', { name: 'Verify' })).toBeVisible();
  const first = new URL(page.url()).searchParams.get('s');
  await page.keyboard.press('n');
  await expect(page).toHaveURL((url) => url.searchParams.get('s') !== first);
  await page.keyboard.press('p');
  await expect(page).toHaveURL((url) => url.searchParams.get('s') === first);
});

test('stepping from statement to statement leaves the layer and the focus', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani&sort=document');
  await statements(page).first().getByRole('link', { name: /^Line / }).click();
  await article(page).getByRole('radio', { name: 'As repaired' }).check();
  const first = new URL(page.url()).searchParams.get('s');
  await article(page).getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL((url) => url.searchParams.get('s') !== first);
  await expect(article(page).getByRole('radio', { name: 'As repaired' })).toBeChecked();
  await expect(article(page).getByRole('link', { name: 'Next' })).toBeFocused();
});

test('an article names its speakers and marks their words', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani');
  await statements(page).first().getByRole('link', { name: /^Line / }).click();
  const speakers = article(page).getByRole('list', { name: 'Speakers in this article' }).getByRole('listitem');
  await expect(speakers.filter({ hasText: 'Ali Shamkhani' })).toHaveCount(1);
});
