// The other layouts: pictures whose marks lead to lists, tables that say the same, the brush, the concordance.
import { open, statements, tally, values } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const tabs = (page) => page.getByRole('navigation', { name: 'Layouts' });
const picture = (page) => page.getByRole('main').locator('figure');
const marks = (page) => picture(page).locator('svg a');
const openTable = async (page) => {
  await picture(page).getByText('The same as a table').click();
  return picture(page).getByRole('table');
};
/** How many statements a mark or a row says it leads to. */
const count = (name) => Number(name.match(/: ([\d,]+) statements?$/)[1].replaceAll(',', ''));
/** How many statements the page says there are. */
const total = async (page) => Number((await tally(page).textContent()).match(/[\d,]+/)[0].replaceAll(',', ''));

const PICTURES = ['timeline', 'matrix', 'network', 'compare', 'map'];

test('layouts are links, and Back leads through them', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani');
  for (const name of ['In context', 'Timeline', 'Matrix', 'Network', 'Compare', 'Map']) {
    await tabs(page).getByRole('link', { name }).click();
    await expect(tabs(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
  }
  await expect(page).toHaveURL(/\?speaker=ali-shamkhani&view=map$/);
  await page.goBack();
  await expect(page).toHaveURL(/view=compare$/);
  await tabs(page).getByRole('link', { name: 'Statements' }).click();
  await expect(statements(page).first()).toBeVisible();
});

test('a cell of the matrix leads to its statements, and Back to the matrix', async ({ page }) => {
  await open(page, '?view=matrix');
  const cell = picture(page).getByRole('link', { name: /^Ali Shamkhani, Terrorism: / });
  const n = count(await cell.getAttribute('aria-label'));
  await cell.click();
  await expect(page).toHaveURL(/speaker=ali-shamkhani&theme=terrorism$/);
  await expect(statements(page)).toHaveCount(n);
  await page.goBack();
  await expect(cell).toBeVisible();
});

for (const view of PICTURES) {
  test(`table and marks of the ${view} say the same, and each number is that of its list`, async ({ page }) => {
    await open(page, `?view=${view}`);
    await expect(marks(page).first()).toBeVisible();
    const links = (of) => of.evaluateAll((all) => all.map((a) => [a.getAttribute('aria-label'), a.getAttribute('href')]));
    const drawn = new Map(await links(marks(page)));
    const told = await links((await openTable(page)).locator('td a'));
    expect(told.length).toBeGreaterThan(0);
    for (const [name, href] of told) expect(drawn.get(name), name).toBe(href);
    for (const [name, href] of told.slice(0, 6)) {
      await page.goto(`./${href}`);
      await expect(tally(page)).toBeVisible();
      expect(await total(page), name).toBe(count(name));
    }
  });
}

test('the numbers of the map are those of the facet', async ({ page }) => {
  await open(page, '?view=map');
  await expect(marks(page).first()).toBeVisible();
  const shown = await marks(page).evaluateAll((all) => all.map((a) => a.getAttribute('aria-label').replace(': ', ', ')));
  const facet = await values(page, 'About country');
  for (const value of facet) expect(shown).toContain(value.replace(' , ', ', '));
});

test('a table is sorted by any of its columns', async ({ page }) => {
  await open(page, '?view=map');
  const table = await openTable(page);
  const column = (nth) => table.locator(`tbody tr > :nth-child(${nth})`).allTextContents();
  const country = table.getByRole('button', { name: 'Country' });
  await country.click();
  await expect(table.getByRole('columnheader', { name: 'Country' })).toHaveAttribute('aria-sort', 'ascending');
  const names = await column(1);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
  await country.click();
  expect(await column(1)).toEqual([...names].reverse());
});

test('a brush drawn over 2021 chooses its months and says how many undated are left out', async ({ page }) => {
  await open(page, '?view=timeline');
  const drawing = picture(page).locator('svg');
  const undated = count(await picture(page).getByRole('link', { name: /^Undated: / }).getAttribute('aria-label'));
  const at = async (label) => {
    const box = await drawing.getByText(label, { exact: true }).boundingBox();
    return box.x + box.width / 2;
  };
  const frame = await drawing.boundingBox();
  const y = frame.y + 40;
  await page.mouse.move(await at('2021'), y);
  await page.mouse.down();
  await page.mouse.move((await at('2021')) + 60, y, { steps: 5 });
  await page.mouse.move((await at('2022')) - 24, y, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2021-01-01&to=2021-1\d-\d\d&view=timeline$/);
  await expect(picture(page).locator('figcaption')).toContainText(`leaves out ${undated} undated statement`);
  await page.getByRole('link', { name: 'All dates' }).click();
  await expect(page).toHaveURL(/\?view=timeline$/);
});

test('two fields of months do what the brush does, by the keyboard alone', async ({ page }) => {
  await open(page, '?view=timeline');
  await page.getByLabel('From', { exact: true }).fill('2021-01');
  await page.getByLabel('to', { exact: true }).fill('2021-12');
  await page.getByRole('button', { name: 'Choose these months' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=2021-01-01&to=2021-12-31&view=timeline$/);
  await expect(picture(page).locator('figcaption')).toContainText(/leaves out \d+ undated/);
});

test('by the keyboard alone: one Tab stop a picture, arrows from mark to mark, Enter to the list', async ({ page }) => {
  await open(page, '?view=matrix');
  await expect(marks(page).first()).toHaveAttribute('tabindex', '0');
  expect(await picture(page).locator('svg a[tabindex="0"]').count()).toBe(1);
  await marks(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const name = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/view=matrix/);
  expect(await total(page)).toBe(count(name));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  // The key for Back is the browser's own, and out of reach of a story.
  await page.goBack();
  await expect(page).toHaveURL(/view=matrix$/);
  await expect(picture(page).getByRole('link', { name })).toBeVisible();
});

test('a concordance is aligned on the match and sorted by the word before it', async ({ page }) => {
  await open(page, '?q=region&view=kwic');
  const rows = page.getByRole('main').locator('table tbody tr');
  await expect(rows.first()).toBeVisible();
  const n = await rows.count();
  await page.getByLabel('Sorted by').focus();
  await page.getByLabel('Sorted by').selectOption({ label: 'the first word before' });
  await expect(page).toHaveURL(/kwic=left-1/);
  await expect(page.getByLabel('Sorted by')).toBeFocused();
  await expect(rows).toHaveCount(n);
  const last = (text) => (text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? ['\uffff']).at(-1).split('-').filter(Boolean).at(-1);
  const before = (await rows.locator('td:first-child').allTextContents()).map(last);
  expect(before).toEqual([...before].sort());
  const middles = await rows.locator('td:nth-child(2)').evaluateAll((all) => all.map((td) => td.getBoundingClientRect().x));
  expect(new Set(middles.map(Math.round)).size).toBe(1);
  await rows.first().getByRole('link').click();
  await expect(page.getByRole('complementary').filter({ has: page.getByRole('radiogroup', { name: 'The article' }) })).toBeVisible();
  await expect(page).toHaveURL(/view=kwic/);
});

test('two speakers are chosen and compared', async ({ page }) => {
  await open(page, '?view=compare');
  await page.getByLabel('First speaker').focus();
  await page.getByLabel('First speaker').selectOption('ebrahim-raisi');
  await expect(page).toHaveURL(/compare=ebrahim-raisi,/);
  await expect(page.getByLabel('First speaker')).toBeFocused();
  await expect(picture(page).locator('figcaption')).toContainText('Ebrahim Raisi (');
  await expect(picture(page).locator('svg').getByText(/^Themes, both$/)).toBeVisible();
});
