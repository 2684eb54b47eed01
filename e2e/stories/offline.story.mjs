// The collection without a network: kept whole, mended or explained, forgotten when asked to.
import { article, chips, expectStatements, searchBox, statements, tally, value } from '../support/page.mjs';
import {
  DAMAGES, damageKept, differing, expect, explanation, keptPaths, offlineWord, openAndKeep, restoreKept, test,
} from '../support/offline.mjs';

test.describe.configure({ timeout: 120_000 });

test.describe('below a path, on a host that knows no WebAssembly', () => {
  test.use({ below: '/a/b/' });

  test('when the network is gone, the page is loaded twenty times, searched, and an article is read', async ({ page, server }) => {
    server.types = { '.wasm': 'application/octet-stream' };
    await openAndKeep(page);
    expect(server.asked, 'nothing is asked for outside of the path').not.toContain(undefined);
    await server.kill();
    for (let i = 0; i < 20; i++) {
      await page.reload();
      await expect(tally(page)).toBeVisible();
    }
    await searchBox(page).fill('Palestine');
    await expect(page).toHaveURL(/q=Palestine/);
    await expect(statements(page).first()).toBeVisible();
    await page.goto('./?speaker=ali-shamkhani&country=us');
    await expectStatements(page, 7);
    await statements(page).first().getByRole('link', { name: /^Line \d+$/ }).click();
    await expect(article(page)).toBeVisible();
    await chips(page).getByRole('link').first().click();
    await expect(page).not.toHaveURL(/speaker=ali-shamkhani&country=us/);
    await page.goBack();
    await expect(article(page)).toBeVisible();
    await server.start();
  });
});

for (const damage of DAMAGES) {
  test(`a kept file that is ${damage} is mended from the network, or the page explains`, async ({ page, server }) => {
    await openAndKeep(page);
    const paths = keptPaths(server.files);
    for (const path of paths) {
      await damageKept(page, path, damage);
      await page.goto('./', { waitUntil: 'commit' });
      expect(await differing(page, server.files), path).toEqual([]);
    }
    await server.kill();
    for (const path of paths) {
      await damageKept(page, path, damage);
      const response = await page.goto('./', { waitUntil: 'commit' });
      expect(response.status(), path).toBe(503);
      await expect(explanation(page), path).toContainText('this browser keeps');
      await restoreKept(page, path, server.files.get(path));
    }
    await damageKept(page, paths[0], damage);
    await page.reload();
    await server.start();
    await explanation(page).getByRole('link', { name: 'Load the page again' }).click();
    await expect(offlineWord(page)).toBeVisible();
    expect(await differing(page, server.files)).toEqual([]);
  });
}

test('a file that was damaged since the page was loaded is mended when it is asked for', async ({ page, server }) => {
  await openAndKeep(page);
  await page.reload();
  await expect(offlineWord(page)).toBeVisible();
  for (const path of keptPaths(server.files)) {
    await damageKept(page, path, 'flipped');
    const isRight = await page.evaluate(async (path) => (await fetch(path)).ok, path);
    expect(isRight, path).toBe(true);
  }
  expect(await differing(page, server.files)).toEqual([]);
});

test('a kept file that cannot be mended, while the site has gone on, gives way to the site', async ({ page, server }) => {
  await openAndKeep(page);
  const old = [...server.files.keys()].find((path) => path.endsWith('.wasm'));
  server.files.set('renamed.wasm', server.files.get(old));
  server.files.delete(old);
  server.files.set('index.html', Buffer.from(server.files.get('index.html').toString().replaceAll(old, 'renamed.wasm')));
  await damageKept(page, old, 'flipped');
  await page.reload();
  await expect(tally(page)).toBeVisible();
  await expect(offlineWord(page)).toBeHidden();
});

test('a page beside the collection says without a network that it is not kept, and leads back', async ({ page, server }) => {
  await openAndKeep(page);
  await server.kill();
  await page.goto('./documents/other.html');
  await expect(explanation(page)).toContainText('not part of what this browser keeps');
  await explanation(page).getByRole('link').click();
  await expect(tally(page)).toBeVisible();
  await server.start();
});

test('what the worker says is in the language of the page that was open', async ({ page, server }) => {
  await openAndKeep(page);
  await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'فارسی' }).click();
  await expect(page.getByRole('button', { name: 'پاک‌کردن نسخهٔ آفلاین' })).toBeVisible();
  await server.kill();
  await page.goto('./documents/other.html');
  await expect(page.getByRole('heading', { name: 'در نسخهٔ آفلاین نیست' })).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('direction', 'rtl');
  await explanation(page).getByRole('link', { name: 'جست‌وجو در مجموعه' }).click();
  await expect(tally(page)).toBeVisible();
  await server.start();
});

test('the offline copy is forgotten when the reader says so, and kept again', async ({ page, server }) => {
  await openAndKeep(page);
  const traces = () =>
    page.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
  await page.getByRole('button', { name: 'Forget the offline copy' }).press('Enter');
  const keepAgain = page.getByRole('button', { name: 'Keep for offline use' });
  await expect(keepAgain).toBeFocused();
  await expect(offlineWord(page)).toBeHidden();
  await expect.poll(traces).toEqual({ caches: [], workers: 0 });
  await value(page, 'Speaker', 'Ali Shamkhani').check();
  await page.reload();
  await expect(keepAgain).toBeVisible();
  expect(await traces()).toEqual({ caches: [], workers: 0 });
  await keepAgain.press('Enter');
  await expect(offlineWord(page)).toBeVisible();
  await server.kill();
  await page.reload();
  await expect(tally(page)).toBeVisible();
  await server.start();
});
