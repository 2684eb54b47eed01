import { expect, test } from '../support/test.mjs';
import { expectStatements, open, searchBox } from '../support/page.mjs';
import { damageCustomSection } from '../support/wasm.mjs';

/** Changes what the server answers for the page's module. */
async function withModule(page, change) {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, ...change(await response.body()) });
  });
}

const failure = (page) => page.getByRole('alert').filter({ visible: true });

async function expectWayOut(page) {
  await expect(failure(page)).toHaveCount(1);
  await expect(failure(page)).toContainText(/\w+ \w+ .*\./);
  await expect(failure(page).getByRole('link')).toHaveAttribute('href');
  await expect(page.getByText('Opening the collection')).toBeHidden();
}

test.describe('a part that is damaged', () => {
  test.use({ expectedMessages: /^error: Failed to load resource|^error: .*wasm|^warning: /i });

  test('a pack with one byte flipped is told in a sentence with a way out', async ({ page }) => {
    await withModule(page, (module) => ({ body: damageCustomSection(module, 'corpus') }));
    await page.goto('./');
    await expectWayOut(page);
  });

  test('a module cut short is told in a sentence with a way out', async ({ page }) => {
    await withModule(page, (module) => ({ body: module.subarray(0, module.length >> 1) }));
    await page.goto('./');
    await expect(failure(page)).toHaveCount(1);
  });

  test('a module that is not there is told in a sentence with a way out', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'not here' }));
    await page.goto('./');
    await expectWayOut(page);
  });

  test('a script that is not there is told in a sentence with a way out', async ({ page }) => {
    await page.route('**/*.js', (route) =>
      /watch/.test(route.request().url()) ? route.continue() : route.fulfill({ status: 404, body: '' }),
    );
    await page.goto('./');
    await expectWayOut(page);
  });

  test('a module sent as application/octet-stream is opened all the same', async ({ page }) => {
    await withModule(page, (module) => ({ body: module, contentType: 'application/octet-stream' }));
    await page.goto('./?speaker=ali-shamkhani&country=us');
    await expectStatements(page, 7);
  });
});

test.describe('a module that did not arrive', () => {
  // A service worker that has taken over by now would bring the module by itself, past the answers made up here.
  test.use({
    serviceWorkers: 'block',
    expectedMessages: /^error: Failed to load resource|^warning: Service Worker registration blocked/i,
  });

  test('the module of patterns is asked for again with the next choice', async ({ page }) => {
    await open(page);
    await page.route('**/communique-regex*', (route) => route.fulfill({ status: 503, body: '' }));
    await searchBox(page).fill('/foreign (forces|troops)/');
    const notice = page.getByRole('status').filter({ hasText: 'In the search' });
    await expect(notice).toContainText('did not arrive');
    await page.unroute('**/communique-regex*');
    await searchBox(page).fill('/foreign (forces|troops)/ ');
    await expectStatements(page, 3);
    await expect(notice).toHaveCount(0);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it is and why it needs them', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const wish of [/allow scripts/, /اسکریپت را برای این نشانی مجاز کنید/]) await expect(page.getByText(wish)).toBeVisible();
  });
});

test('what is typed before the module has arrived is searched for once it is there', async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByText('Opening the collection')).toBeVisible();
  await searchBox(page).fill('Palestine');
  release();
  await expect(page).toHaveURL(/q=Palestine/);
  await expect(searchBox(page)).toHaveValue('Palestine');
});
