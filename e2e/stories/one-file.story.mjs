// The edition that is one file: opened from disk with the network off, it does what a site does; and a site makes one.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { required } from '../support/environment.mjs';
import { expect as expectSoon, openAndKeep, test as hosted } from '../support/offline.mjs';
import { article, chips, expectStatements, facet, facetsFollow, open, searchBox, statements, tally, value } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { expectNoOverflow } from '../support/views.mjs';

const FILE = pathToFileURL(required('ONE_FILE')).href;
const HOSTILE = pathToFileURL(required('HOSTILE_FILE')).href;

const drawer = (page) => page.getByRole('dialog', { name: 'Take it away' });

async function taken(page, format) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    drawer(page).getByRole('button', { name: format }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** What a reader does with a collection. */
async function use(page) {
  await searchBox(page).fill('terrorism');
  await expect(page).toHaveURL(/\?q=terrorism$/);
  await expect(statements(page).first().locator('mark').first()).toBeVisible();
  await searchBox(page).fill('');
  await facetsFollow(page);
  await value(page, 'Speaker', 'Ali Shamkhani').check();
  await facetsFollow(page);
  await value(page, 'About country', 'United States').check();
  await expectStatements(page, 7);
  await expect(page).toHaveURL(/\.html\?speaker=ali-shamkhani&country=us$/);
  await statements(page).first().getByRole('link', { name: /^Line \d+$/ }).click();
  await expect(article(page).getByRole('link', { name: 'Next' })).toBeVisible();
  await article(page).getByRole('button', { name: 'Close the article' }).click();
  await searchBox(page).fill('/American (forces|troops)/');
  await expect(statements(page).first().locator('mark').first()).toHaveText(/^American (forces|troops)$/);
  await page.goBack();
  await expectStatements(page, 7);
}

test.describe('from disk, without a network', () => {
  test.use({ baseURL: FILE });
  test.beforeEach(({ context }) => context.setOffline(true));

  test('it opens, searches, filters, shows articles and patterns, and goes back', async ({ page }) => {
    await open(page);
    await expect(tally(page)).toContainText(/^66 statements/);
    await use(page);
    await expect(page.getByText('Available offline')).toHaveCount(0);
    expect(await page.locator('link[href]:not([href^="data:"]), script[src]').count()).toBe(0);
  });

  test('its views are taken away, with a link that opens the same', async ({ page }) => {
    await open(page, '?speaker=ali-shamkhani&country=us');
    await page.getByRole('button', { name: 'Take it away' }).click();
    await expect(drawer(page).getByRole('button', { name: 'Save as one file' })).toHaveCount(0);
    expect((await taken(page, 'Spreadsheet (CSV)')).trim().split('\r\n')).toHaveLength(8);
    expect((await taken(page, 'Text (Markdown)')).match(/^> /gm)).toHaveLength(7);
    const link = await drawer(page).getByRole('textbox', { name: 'Link to this view' }).inputValue();
    expect(link).toBe(`${FILE}?speaker=ali-shamkhani&country=us`);
    await expect(drawer(page).getByText('its links open only here')).toBeVisible();
    await page.goto('about:blank');
    await page.goto(link);
    await expectStatements(page, 7);
  });

  test.describe('for a reader of Persian', () => {
    test.use({ locale: 'fa-IR' });

    test('it is in Persian, and in English when that is chosen', async ({ page }) => {
      await open(page, '?speaker=ali-shamkhani');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^گفته‌های .*Ali Shamkhani/);
      await page.getByRole('link', { name: 'ماتریس' }).click();
      await expect(page.locator('.picture__sentence').first()).toHaveText(/[آ-ی]/);
      await page.getByRole('group', { name: 'زبان' }).getByRole('button', { name: 'English' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('What Ali Shamkhani said');
    });
  });

  for (const view of ['kwic', 'timeline', 'matrix', 'network', 'compare', 'map']) {
    test(`it shows the answer as a picture: ${view}`, async ({ page }) => {
      await open(page, `?view=${view}&q=region`);
      const shown = page.getByRole('main').locator(view === 'kwic' ? 'table' : 'figure svg');
      await expect(shown.first()).toBeVisible();
    });
  }

  test('it fits on the screen of a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page);
    await page.getByRole('button', { name: 'Filters' }).click();
    await value(page, 'Speaker', 'Ali Shamkhani').check();
    await page.getByRole('dialog', { name: 'Filters' }).getByRole('button', { name: /^Show \d+/ }).click();
    await expect(chips(page).getByRole('listitem')).toContainText(['Ali Shamkhani']);
    await statements(page).first().getByRole('link', { name: /^Line \d+$/ }).click();
    await expect(page.getByRole('dialog', { name: 'Article' }).getByRole('link', { name: 'Next' })).toBeVisible();
    await expectNoOverflow(page);
  });

  test('markup in articles shows as text', async ({ page }) => {
    const dialogs = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
    await page.goto(`${HOSTILE}?speaker=jane-doe`);
    await expect(statements(page).filter({ hasText: '<script>document.title' })).toHaveCount(1);
    await page.goto(`${HOSTILE}?doc=markup.txt`);
    await expect(article(page)).toContainText('Minister <script>alert(1)</script> speaks & <b>writes</b>');
    expect(dialogs).toEqual([]);
    await expect(page).not.toHaveTitle('broken');
  });
});

test.describe('without scripts', () => {
  test.use({ baseURL: FILE, javaScriptEnabled: false });

  test('it tells what it holds', async ({ page }) => {
    await page.goto(FILE);
    await expect(page.getByText('66 statements in 5 articles')).toBeVisible();
    await expect(page.getByText('Ali Shamkhani')).toBeVisible();
    const read = await page.getByRole('main').innerText();
    for (const need of ['inside this file, with JavaScript', 'درون همین پرونده']) expect(read).toContain(need);
  });
});

/** Digests of the document but for the files that it holds, and of these files. Browsers compress in their own ways. */
function digests(html) {
  const held = /(<script type="[^"]*" data-file="[^"]*">)([^<]*)/g;
  const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const files = [...html.matchAll(held)].map(([, , base64]) => digest(gunzipSync(Buffer.from(base64, 'base64'))));
  return [digest(html.replace(held, '$1')), ...files];
}

hosted.describe('of a site that is kept offline', () => {
  hosted.describe.configure({ timeout: 120_000 });

  hosted('without a network a page saves itself as one file, which is what the command makes', async ({ page, server }, info) => {
    await openAndKeep(page);
    await server.kill();
    await page.reload();
    await page.getByRole('button', { name: 'Take it away' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      drawer(page).getByRole('button', { name: 'Save as one file' }).click(),
    ]);
    await expectSoon(drawer(page).getByText('Saved as communique-')).toBeVisible();
    expectSoon(download.suggestedFilename()).toMatch(/^communique-[0-9a-f]{8}\.html$/);
    const saved = info.outputPath('saved.html');
    await download.saveAs(saved);
    const [ours, theirs] = await Promise.all([saved, required('ONE_FILE')].map((path) => readFile(path, 'utf8')));
    expectSoon(digests(ours)).toEqual(digests(theirs));
    await page.goto(pathToFileURL(saved).href);
    await expectSoon(facet(page, 'Speaker')).toBeVisible();
    await use(page);
    await server.start();
  });

  hosted.describe('with a part missing', () => {
    hosted.use({ expectedMessages: /^error: Failed to load resource/ });

    hosted('it says so, and the next try succeeds', async ({ page, server }) => {
      await openAndKeep(page);
      await page.getByRole('button', { name: 'Forget the offline copy' }).click();
      await expectSoon(page.getByRole('button', { name: 'Keep for offline use' })).toBeVisible();
      await page.reload();
      await page.getByRole('button', { name: 'Take it away' }).click();
      const plan = [...server.files.keys()].find((path) => /^one-file-.*\.json$/.test(path));
      server.faults = new Map([[plan, 'broken']]);
      await drawer(page).getByRole('button', { name: 'Save as one file' }).click();
      await expectSoon(drawer(page).getByText('A part of it did not arrive')).toBeVisible();
      server.faults = new Map();
      await Promise.all([
        page.waitForEvent('download'),
        drawer(page).getByRole('button', { name: 'Save as one file' }).click(),
      ]);
    });
  });
});
