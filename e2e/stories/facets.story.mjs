import { chips, expectStatements, facet, open, statements, tally, value, values } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

test('choosing a speaker narrows the statements and leaves the other speakers their counts', async ({ page }) => {
  await open(page);
  const before = await values(page, 'Speaker');
  const count = Number(before.find((text) => text.startsWith('Ali Shamkhani, ')).match(/\d+/)[0]);
  await value(page, 'Speaker', 'Ali Shamkhani').check();
  await expectStatements(page, count);
  expect((await values(page, 'Speaker')).sort()).toEqual(before.sort());
  await expect(page).toHaveURL(/\?speaker=ali-shamkhani$/);
  await expect(page).toHaveTitle(/Ali Shamkhani/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ali Shamkhani');
});

test('a value taken back before its statements are painted is not ticked', async ({ page }) => {
  await open(page);
  const all = await tally(page).textContent();
  const box = await value(page, 'Speaker', 'Ali Shamkhani').elementHandle();
  await page.evaluate((box) => {
    box.click();
    history.back();
  }, box);
  await expect(page).toHaveURL((url) => url.search === '');
  await expect(tally(page)).toHaveText(all);
  await expect(value(page, 'Speaker', 'Ali Shamkhani')).not.toBeChecked();
});

test('the count beside a value is what choosing it gives', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani');
  const iraq = (await values(page, 'About country')).find((text) => text.startsWith('Iraq, '));
  await value(page, 'About country', 'Iraq').check();
  await expectStatements(page, Number(iraq.match(/\d+/)[0]));
});

test('a value left out takes its statements away, and its chip gives them back', async ({ page }) => {
  await open(page);
  const all = await tally(page).textContent();
  await facet(page, 'About country').getByRole('button', { name: 'Leave out United States' }).click();
  await expect(page).toHaveURL(/\?country=!us$/);
  await expect(tally(page)).not.toHaveText(all);
  await expect(value(page, 'About country', 'United States')).not.toBeChecked();
  await chips(page).getByRole('link', { name: /United States/ }).click();
  await expect(tally(page)).toHaveText(all);
  await expect(page).toHaveURL((url) => url.search === '');
});

test('two countries mean either, until all of them are asked for', async ({ page }) => {
  await open(page, '?country=us,il');
  const either = await statements(page).count();
  await facet(page, 'About country').getByRole('radio', { name: 'all of these' }).check();
  await expect(page).toHaveURL(/country-all=1/);
  await expect.poll(() => statements(page).count()).toBeLessThan(either);
});

test('the United States and Israel are in two passages, and without Israel its chip is struck through', async ({ page }) => {
  await open(page, '?country=us,il&country-all=1');
  await expect(tally(page)).toContainText('2 passages');
  await open(page, '?country=us');
  await facet(page, 'About country').getByRole('button', { name: 'Leave out Israel' }).click();
  await expect(page).toHaveURL(/country=us,!il|country=!il,us/);
  const chip = chips(page).getByRole('link', { name: /Israel/ });
  await expect(chip.getByText('about Israel')).toHaveCSS('text-decoration-line', 'line-through');
  for (const about of await statements(page).allInnerTexts()) expect(about).not.toMatch(/about[^\n]*Israel/);
});

test('values without statements stay, greyed', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani&country=us');
  expect((await values(page, 'Speaker')).some((text) => text.startsWith('Ilham Aliyev, 0 '))).toBe(true);
});

test('a value is found inside its facet by any spelling of its name', async ({ page }) => {
  await open(page);
  await facet(page, 'Speaker').getByRole('searchbox', { name: 'Find in Speaker' }).fill('raeisi');
  await expect.poll(() => values(page, 'Speaker')).toEqual([expect.stringMatching(/^Ebrahim Raisi, \d+ statements?$/)]);
  await facet(page, 'Speaker').getByRole('searchbox', { name: 'Find in Speaker' }).fill('nobody at all');
  await expect(facet(page, 'Speaker').getByText('None is called that.')).toBeVisible();
});

test('the values of a facet are ordered by name where that is wanted', async ({ page }) => {
  await open(page);
  await facet(page, 'Theme').getByRole('button', { name: 'Theme: order by name' }).click();
  const names = (await values(page, 'Theme')).map((text) => text.split(', ')[0]);
  expect(names).toEqual([...names].sort());
});

test('a value without statements says why, and the way to some', async ({ page }) => {
  await open(page, '?country=us');
  const row = facet(page, 'Speaker').getByRole('listitem').filter({ hasText: 'Ilham Aliyev' });
  await row.getByRole('link', { name: 'Why does Ilham Aliyev have 0 statements?' }).click();
  await page.getByRole('link', { name: /^Without United States \(about country\)/ }).click();
  await expect(page).toHaveURL(/\?speaker=ilham-aliyev$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ilham Aliyev');
});
