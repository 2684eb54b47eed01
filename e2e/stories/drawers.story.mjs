import { readFile } from 'node:fs/promises';

import { article, open, statements, tally } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const drawer = (page, name) => page.getByRole('dialog', { name });

async function taken(page, format) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    drawer(page, 'Take it away').getByRole('button', { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('a view is taken away with as many rows as the screen counts', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani&country=us');
  const n = await statements(page).count();
  await page.getByRole('button', { name: 'Take it away' }).click();
  const table = await taken(page, 'Spreadsheet (CSV)');
  expect(table.name).toMatch(/^statements-[0-9a-f]{8}\.csv$/);
  expect(table.text.trim().split('\r\n')).toHaveLength(n + 1);
  const records = JSON.parse((await taken(page, 'Records with places (JSON)')).text);
  expect(records.statements).toHaveLength(n);
  expect(records.statements[0].link).toContain(new URL(page.url()).origin);
  expect((await taken(page, 'References (BibTeX)')).text.match(/^@misc/gm)).toHaveLength(n);
  expect((await taken(page, 'References (RIS)')).text.match(/^TY {2}- /gm)).toHaveLength(n);
  expect((await taken(page, 'Text (Markdown)')).text.match(/^> /gm)).toHaveLength(n);
});

test('every example of the help finds as much as it says', async ({ page }) => {
  await open(page);
  const rows = drawer(page, 'Help').getByRole('row').filter({ has: page.getByRole('link') });
  await page.keyboard.press('?');
  await expect(rows.first()).toBeVisible();
  const n = await rows.count();
  expect(n).toBeGreaterThan(5);
  for (let row = 0; row < n; row += 1) {
    const found = (await rows.nth(row).getByRole('cell').last().textContent()).trim();
    await rows.nth(row).getByRole('link').click();
    await expect(drawer(page, 'Help')).toBeHidden();
    await expect(tally(page)).toContainText(found);
    await page.getByRole('button', { name: 'Help', exact: true }).click();
  }
});

test('views and stars are kept in this browser until they are forgotten', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani&country=us');
  await statements(page).first().getByRole('link', { name: /^Line / }).click();
  await article(page).getByRole('button', { name: 'Star this statement' }).click();
  await page.goBack();
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await drawer(page, 'Kept').getByRole('button', { name: 'Keep this view' }).click();
  await open(page);
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(drawer(page, 'Kept').getByRole('link', { name: /^Ali Shamkhani: / })).toBeVisible();
  await drawer(page, 'Kept').getByRole('link', { name: 'What Ali Shamkhani said about the United States' }).click();
  await expect(page).toHaveURL(/\?speaker=ali-shamkhani&country=us$/);
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await drawer(page, 'Kept').getByRole('button', { name: 'Forget all of it' }).click();
  await expect(drawer(page, 'Kept').getByText('No view yet.')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(drawer(page, 'Kept').getByText('No statement yet')).toBeVisible();
});

test('a click with the Alt key leaves a value out', async ({ page }) => {
  await open(page);
  const speaker = statements(page).first().getByRole('link').first();
  await speaker.click({ modifiers: ['Alt'] });
  await expect(page).toHaveURL(/\?speaker=!/);
});
