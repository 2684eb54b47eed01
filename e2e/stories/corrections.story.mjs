// "This is wrong": the page writes the lines for `corrections.toml`, the next edition was built with them, and marks
// what was put right.
import { CORRECTED, CORRECTION } from '../support/next-edition.mjs';
import { article, open } from '../support/page.mjs';
import { EDITIONS, test } from '../support/offline.mjs';
import { filesOf } from '../support/server.mjs';
import { expect } from '../support/test.mjs';

const { id, file, speaker, reason } = CORRECTED;
const form = (page) => article(page).getByRole('group').filter({ hasText: 'This is wrong' });
const lines = (page) => page.getByLabel('Lines for corrections.toml');

async function openForm(page) {
  await open(page, `?doc=${file}&s=${id}`);
  await form(page).getByText('This is wrong').click();
}

test('what a reader knows better becomes the lines that the publisher puts into corrections.toml', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openForm(page);
  await expect(lines(page)).toBeHidden();
  await form(page).getByRole('combobox', { name: 'Who said it?' }).fill(speaker);
  await form(page).getByRole('textbox', { name: 'Why?' }).fill(reason);
  await expect(lines(page)).toHaveText(CORRECTION, { useInnerText: true });
  await form(page).getByRole('button', { name: 'Copy these lines' }).click();
  await expect(form(page).getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CORRECTION);
});

test('a statement may be none, or have other words', async ({ page }) => {
  await openForm(page);
  await form(page).getByRole('textbox', { name: 'Why?' }).fill('so "it" is');
  await form(page).getByRole('radio', { name: 'Nobody said it' }).check();
  await expect(lines(page)).toContainText(/^\[\[drop\]\]\nstatement = ".*reason = "so \\"it\\" is"\n$/s);
  await form(page).getByRole('radio', { name: 'These are not the words' }).check();
  const words = form(page).getByRole('textbox', { name: 'The words as they stand' });
  await expect(words).toHaveValue(/^that the requirement/);
  await words.fill('friendly, fraternal');
  await expect(lines(page)).toContainText(/\[\[add\]\]\nfile = ".*"\nwords = "friendly, fraternal"\ncue = "said"\nspeaker = "Ali Bagheri Kani"/);
  await words.fill(' ');
  await expect(lines(page)).toBeHidden();
});

test('a statement may be about other countries, have other themes, or be said to others', async ({ page }) => {
  await openForm(page);
  await form(page).getByRole('textbox', { name: 'Why?' }).fill('so it is');
  const missing = form(page).getByRole('combobox', { name: 'What is missing?' });
  await form(page).getByRole('radio', { name: 'It is about other countries' }).check();
  await expect(lines(page)).toBeHidden();
  await form(page).getByRole('checkbox', { name: 'United States' }).uncheck();
  await expect(lines(page)).toContainText(/^\[\[country\]\]\nstatement = ".*"\nfile = .*\nwords = .*\nremove = \["US"\]\nreason = "so it is"\n$/s);
  await missing.fill('Iraq; Atlantis ;');
  await expect(lines(page)).toContainText('\nadd = ["IQ", "Atlantis"]\nremove = ["US"]\n');
  await form(page).getByRole('checkbox', { name: 'United States' }).check();
  await expect(lines(page)).not.toContainText('remove');
  await form(page).getByRole('radio', { name: 'It has other themes' }).check();
  await expect(missing).toHaveValue('');
  await form(page).getByRole('checkbox').first().uncheck();
  await expect(lines(page)).toContainText(/^\[\[theme\]\]\n.*\nremove = \["[a-z-]+"\]\n/s);
  await form(page).getByRole('radio', { name: 'It was said to others' }).check();
  await missing.fill('Ebrahim Raisi');
  await expect(lines(page)).toContainText(/^\[\[listener\]\]\n.*\nadd = \["Ebrahim Raisi"\]\nreason/s);
  // What was filled in stays while another kind is looked at.
  await form(page).getByRole('radio', { name: 'It is about other countries' }).check();
  await expect(missing).toHaveValue('Iraq; Atlantis ;');
});

test('on a phone the form fits, and is reached by the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `?doc=${file}&s=${id}`);
  const dialog = page.getByRole('dialog', { name: 'Article' });
  await dialog.getByText('This is wrong').focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Why?' }).fill(reason);
  await expect(lines(page)).toContainText(reason);
  const overflow = await dialog.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the next edition has the correction, and marks it in list, article and pages', async ({ page, server }) => {
  server.files = filesOf(EDITIONS.next);
  await open(page, `?doc=${file}&s=${id}`);
  const card = page.locator('article[aria-current="true"]');
  await expect(card).toContainText(speaker);
  await expect(card).toContainText('corrected by the publisher');
  await expect(article(page)).toContainText(`corrected by the publisher: ${reason}`);
  await expect(page.getByRole('main').getByText('corrected by the publisher', { exact: true })).toHaveCount(1);
  await page.goto(`./document/${file.replace('.txt', '.html')}#${id}`);
  await expect(page.locator(`[id="${id}"]`)).toContainText('corrected by the publisher');
});
