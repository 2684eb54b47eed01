// One edition of the site after another: an open page keeps its own, a new one is taken whole or not at all.
import { CORRECTED, SHORTENED, WRAPPED } from '../support/next-edition.mjs';
import { article, searchBox, statements, tally } from '../support/page.mjs';
import { EDITIONS, expect, keptPaths, newEdition, offlineWord, openAndKeep, test } from '../support/offline.mjs';
import { FAULTS, filesOf } from '../support/server.mjs';

test.describe.configure({ timeout: 120_000 });

/** Has the browser look for a new edition, as it does when a tab comes into sight again. */
const comeBack = (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** Paths below the site that the page was put together from. */
const partsOf = (page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.slice(new URL('./', document.baseURI).href.length))
      .filter((path) => path !== 'sw.js'),
  );

/** What a reader does, fifty times over. */
async function act(page, n) {
  for (let i = 0; i < n; i += 5) {
    await searchBox(page).fill(['Palestine', 'Iraq', 'terrorism', 'foreign'][(i / 5) % 4]);
    await expect(page).toHaveURL(/q=/);
    await statements(page).first().getByRole('link', { name: /^Line \d+$/ }).click();
    await expect(article(page)).toBeVisible();
    await article(page).getByRole('button', { name: 'Close the article' }).click();
    await page.goBack();
    await expect(article(page)).toBeVisible();
    await page.getByRole('banner').getByRole('link', { name: 'Communiqué' }).click();
    await expect(tally(page)).toBeVisible();
  }
}

test('a page that is open while the site is replaced goes on, is told, and loads the new edition whole', async ({ page, context, server }) => {
  await openAndKeep(page);
  const other = await context.newPage();
  await openAndKeep(other);
  const first = await tally(page).textContent();
  server.files = filesOf(EDITIONS.second);
  await comeBack(page);
  await expect(newEdition(page)).toBeVisible();
  await expect(newEdition(other)).toBeVisible();
  await act(page, 50);
  expect(await tally(page).textContent()).toBe(first);

  await newEdition(page).getByRole('link', { name: 'Load it' }).click();
  await expect(tally(page)).not.toHaveText(first);
  await expect(newEdition(page)).toBeHidden();
  for (const part of await partsOf(page)) expect(server.files.has(part), part).toBe(true);

  // The other page is still of the first edition, and so is every part that it asks for.
  const old = filesOf(EDITIONS.first);
  for (const path of keptPaths(old).filter((path) => path !== 'index.html')) {
    const [ok, size] = await other.evaluate(async (path) => {
      const response = await fetch(path);
      return [response.ok, (await response.arrayBuffer()).byteLength];
    }, path);
    expect([ok, size], path).toEqual([true, old.get(path).length]);
  }
  await other.reload();
  await expect(tally(other)).not.toHaveText(first);
  await expect(newEdition(other)).toBeHidden();
});

test('without a word from the reader, loading a page anew gives the new edition whole', async ({ page, server }) => {
  await openAndKeep(page);
  const first = await tally(page).textContent();
  server.files = filesOf(EDITIONS.second);
  await comeBack(page);
  await expect(newEdition(page)).toBeVisible();
  await server.kill();
  await page.reload();
  await expect(tally(page)).not.toHaveText(first);
  for (const part of await partsOf(page)) expect(server.files.has(part), part).toBe(true);
  await server.start();
});

test('an edition with a fault in any of its kinds of file is refused, and the one before goes on', async ({ page, server }) => {
  await openAndKeep(page);
  const first = await tally(page).textContent();
  server.files = filesOf(EDITIONS.second);
  const kinds = ['.wasm', '.js', '.css', 'index.html', '.png'];
  const faulty = kinds.map((kind) => keptPaths(server.files).find((path) => path.endsWith(kind)));
  // A file that both editions share is not fetched again, so that no fault can befall it.
  const shared = (path) => filesOf(EDITIONS.first).get(path)?.equals(server.files.get(path));
  const own = await page.evaluate(() => caches.keys());
  for (const path of faulty.filter((path) => !shared(path))) {
    for (const fault of Object.keys(FAULTS)) {
      // The browser looks for an edition by itself too, after each load, and what is whole then is not fetched again: the
      // next fault is there before the last one goes, and nothing is left of what was fetched until then.
      server.faults.set(path, fault);
      await page.evaluate(async (own) => {
        const registration = await navigator.serviceWorker.ready;
        while (registration.installing) await new Promise((resolve) => setTimeout(resolve, 50));
        for (const name of await caches.keys()) if (!own.includes(name)) await caches.delete(name);
      }, own);
      server.faults = new Map([[path, fault]]);
      const outcome = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        let worker;
        registration.addEventListener('updatefound', () => (worker = registration.installing ?? { state: 'redundant' }), { once: true });
        // What the browser has found by itself before is not told again: asked until it looks anew.
        while (!worker) {
          await registration.update().catch(() => {});
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        const settled = () => ['redundant', 'activated'].includes(worker.state);
        while (!settled()) await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
        return worker.state;
      });
      expect(outcome, `${path} ${fault}`).toBe('redundant');
    }
    await page.reload();
    await expect(tally(page)).toHaveText(first);
    await expect(newEdition(page)).toBeHidden();
  }
  server.faults = new Map();
  await comeBack(page);
  await expect(newEdition(page)).toBeVisible();
});

test('a first edition with a fault is not kept and not called available', async ({ page, server }) => {
  server.faults = new Map([['icon-512.png', 'truncated']]);
  await page.goto('./');
  await expect(tally(page)).toBeVisible();
  await expect.poll(() => server.asked.filter((path) => path === 'icon-512.png').length).toBeGreaterThan(1);
  await page.evaluate(async () => {
    const [registration] = await navigator.serviceWorker.getRegistrations();
    while (registration?.installing) await new Promise((resolve) => registration.installing.addEventListener('statechange', resolve, { once: true }));
  });
  await expect(offlineWord(page)).toBeHidden();
});

test('a link made on one edition opens on the next, and one to a removed statement says so', async ({ page, server }) => {
  await openAndKeep(page);
  const found = await page.evaluate(() => window.wasmBindings.search({ limit: 1000 }).statements);
  server.files = filesOf(EDITIONS.next);
  await comeBack(page);
  await expect(newEdition(page)).toBeVisible();

  const opened = (statement) => page.goto(`./?s=${statement.id}&doc=${statement.document}`);
  const isRemoved = ({ document, passage }) => document === SHORTENED.file && passage === SHORTENED.line;
  const spaced = (text) => text.replace(/\s+/g, ' ');
  const wrapped = found.find(({ document }) => document === WRAPPED);
  await opened(wrapped);
  await expect(tally(page)).toContainText('265 statements');
  await expect(page.locator('article[aria-current="true"]')).toContainText(wrapped.speakerLabel);
  await expect(article(page)).toBeVisible();

  const removed = found.find(isRemoved);
  const kept = found.filter((statement) => statement !== removed);
  const now = await page.evaluate((ids) => ids.map((id) => window.wasmBindings.statement(id)), kept.map(({ id }) => id));
  const known = ({ id, text, speaker, document }) => [id, spaced(text), speaker, document];
  const corrected = ({ id, speaker, ...rest }) => ({ id, ...rest, speaker: id === CORRECTED.id ? CORRECTED.speakerId : speaker });
  expect(now.map(known)).toEqual(kept.map(corrected).map(known));
  expect(kept.map(({ id }) => id)).toContain(CORRECTED.id);

  await opened(removed);
  await expect(page.getByRole('status').filter({ hasText: 'no such statement' })).toBeVisible();
  await expect(tally(page)).toBeVisible();
});
