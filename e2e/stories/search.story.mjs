import { chips, expectStatements, open, searchBox, statements, tally, values } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

test('a word finds its other forms, and they are marked', async ({ page }) => {
  await open(page);
  await searchBox(page).fill('withdraw');
  await expect(page).toHaveURL(/\?q=withdraw$/);
  await expect(statements(page).first().locator('mark').first()).toHaveText(/^withdrawal$/i);
  expect(await statements(page).count()).toBeGreaterThan(1);
});

test('a phrase finds those who said it', async ({ page }) => {
  await open(page, '?q=%22foreign+forces%22');
  const speakers = (await values(page, 'Speaker')).filter((text) => !/, 0 /.test(text)).map((text) => text.split(',')[0]);
  expect(speakers.sort()).toEqual(['Ali Shamkhani', 'Mohammad Baqer Qalibaf', 'Mohammad Javad Zarif']);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('foreign forces');
});

test('curly quotes make a phrase too', async ({ page }) => {
  await open(page, '?q=%22foreign+forces%22');
  const straight = await tally(page).textContent();
  await searchBox(page).fill('“foreign forces”');
  await expect(tally(page)).toHaveText(straight);
});

test('capitals tell the United States from us', async ({ page }) => {
  await open(page, '?q=%22US%22');
  for (const text of await statements(page).locator('mark').allTextContents()) expect(text).toMatch(/^US$/);
});

test('a query that does not parse still searches, and says what was odd', async ({ page }) => {
  await open(page, '?q=withdrawal');
  const found = await tally(page).textContent();
  await searchBox(page).fill('withdrawal (');
  await expect(page.getByRole('status').filter({ hasText: 'In the search' })).toBeVisible();
  await expect(tally(page)).toHaveText(found);
});

test('the slash goes to the search box, Escape empties it', async ({ page }) => {
  await open(page, '?q=Iraq');
  const found = await statements(page).count();
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(searchBox(page)).toHaveValue('');
  await expect.poll(() => statements(page).count()).toBeGreaterThan(found);
});

test('typing fast raises no error and ends at what was typed', async ({ page }) => {
  await open(page);
  await searchBox(page).pressSequentially('"foreign forces" (region OR -', { delay: 5 });
  await expect(searchBox(page)).toHaveValue('"foreign forces" (region OR -');
  await searchBox(page).fill('zzzzzz');
  await expectStatements(page, 0);
  await chips(page).getByRole('link', { name: /zzzzzz/ }).click();
  await expect(searchBox(page)).toHaveValue('');
});

test('a pattern is searched with a module that comes on first use, and its hits are marked', async ({ page }) => {
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await open(page);
  expect(requests.filter((url) => /communique-regex/.test(url))).toEqual([]);
  await searchBox(page).fill('/foreign (forces|troops)/');
  await expectStatements(page, 3);
  for (const text of await statements(page).locator('mark').allTextContents()) expect(text).toMatch(/^foreign (forces|troops)$/i);
  expect(requests.filter((url) => /communique-regex/.test(url)).length).toBeGreaterThan(0);
  await expect(page).toHaveURL(/\?q=\/foreign\+\(forces%7Ctroops\)\/$/);
  // The same by its address.
  await page.reload();
  await expectStatements(page, 3);
});

test('typing on while a pattern is searched ends at what was typed last', async ({ page }) => {
  await open(page);
  await searchBox(page).pressSequentially('/with\\w+al/ /foreign (forces|troops)/', { delay: 5 });
  await searchBox(page).fill('/foreign (forces|troops)/');
  await expectStatements(page, 3);
  await expect(page.getByRole('status').filter({ hasText: 'In the search' })).toHaveCount(0);
});

test('a pattern that is none is named with a remedy, and the rest still searches', async ({ page }) => {
  await open(page, '?q=withdrawal');
  const found = await tally(page).textContent();
  await searchBox(page).fill('withdrawal /foreign (/');
  const notice = page.getByRole('status').filter({ hasText: 'In the search' });
  await expect(notice).toContainText('close it with )');
  await expect(notice.locator('mark')).toHaveText('/foreign (/');
  await expect(tally(page)).toHaveText(found);
});

test('a word that no statement has is said even where others find something', async ({ page }) => {
  await open(page, '?q=forces');
  const found = await tally(page).textContent();
  await searchBox(page).fill('forces OR withdrawel');
  const notice = page.getByRole('status').filter({ hasText: 'In the search' });
  await expect(notice.locator('mark')).toHaveText('withdrawel');
  await expect(tally(page)).toHaveText(found);
  await page.getByRole('link', { name: 'withdrawal', exact: true }).click();
  await expect(searchBox(page)).toHaveValue('forces OR withdrawal');
  await expect(notice).toHaveCount(0);
});

test('a misspelt word is answered with words of the collection', async ({ page }) => {
  await open(page);
  await searchBox(page).fill('withdrawel');
  await expectStatements(page, 0);
  await page.getByRole('link', { name: 'withdrawal', exact: true }).click();
  await expect(searchBox(page)).toHaveValue('withdrawal');
  expect(await statements(page).count()).toBeGreaterThan(0);
});

test('what is said again is folded, and a card tells where', async ({ page }) => {
  await open(page);
  const total = Number((await tally(page).textContent()).match(/^\d+/)[0]);
  const fold = page.getByRole('link', { name: /^Fold \d+ repeats?$/ });
  const n = Number((await fold.textContent()).match(/\d+/)[0]);
  const more = page.getByRole('button', { name: /^Show \d+ of \d+ more$/ });
  for (let left = total - 25; left > 0; left -= 25) {
    await expect(more).toHaveText(new RegExp(` of ${left} more$`));
    await more.click();
  }
  await expect(page.getByText('also said in').first()).toBeVisible();
  await fold.click();
  await expect(page).toHaveURL(/\?fold=1$/);
  await expect(statements(page)).toHaveCount(total - n);
  await expect(page.getByRole('link', { name: /^Show \d+ repeats?$/ })).toBeVisible();
});
