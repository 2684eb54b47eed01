// What is read aloud of how much answers: one sentence, once a change has settled. Time stands still in these stories and
// goes on when they say so.
import { open, searchBox, tally, value } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

/** Longer than any pause of the page. */
const LONG = 2000;

/** Opens the page with its clock in our hands, and lets what it says at first be said. */
async function openStopped(page, address) {
  await page.clock.install();
  await open(page, address);
  await page.clock.pauseAt(await page.evaluate((ms) => Date.now() + ms, LONG));
}

/** Notes whatever becomes of the sentence from now on. */
const listen = (page) =>
  page.evaluate(() => {
    const status = document.getElementById('settled');
    window.heard = [];
    new MutationObserver(() => window.heard.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });

const heard = (page) => page.evaluate(() => window.heard);

test('ten keystrokes are told once, when they have settled, and the tally follows each', async ({ page }) => {
  await openStopped(page, '?speaker=ali-shamkhani');
  const status = page.getByRole('status').filter({ hasText: /^\d+ statements? by \d+ speakers?$/ });
  await expect(status).toHaveText(/^\d+ statements by 1 speaker$/);
  await listen(page);
  const before = await tally(page).textContent();
  await searchBox(page).pressSequentially('withdrawal');
  await expect(tally(page)).not.toHaveText(before);
  expect(await heard(page)).toEqual([]);
  await page.clock.runFor(LONG);
  const n = (await tally(page).textContent()).match(/^\d+ statements?/)[0];
  expect(await heard(page)).toEqual([`${n} by 1 speaker`]);
  await page.clock.runFor(LONG);
  expect(await heard(page)).toHaveLength(1);
});

test('that nothing answers is told too, and what answers again', async ({ page }) => {
  await openStopped(page, '?country=us');
  await listen(page);
  await value(page, 'Speaker', 'Ilham Aliyev').check();
  await page.clock.runFor(LONG);
  expect(await heard(page)).toEqual(['0 statements']);
  await value(page, 'Speaker', 'Ilham Aliyev').uncheck();
  await page.clock.runFor(LONG);
  expect((await heard(page)).at(-1)).toMatch(/^\d+ statements by \d+ speakers$/);
});

test('the tally itself is not read aloud', async ({ page }) => {
  await open(page);
  await expect(page.locator('[role="status"] .tally, .tally[role], .tally[aria-live]')).toHaveCount(0);
});
