// A collection of five thousand statements, invented: its pack lies beside the module, and its lists are long.
import { article, facet, open, scripts, searchBox, statements, tally } from '../support/page.mjs';
import { required } from '../support/environment.mjs';
import { SiteServer } from '../support/server.mjs';
import { expect, test as base } from '../support/test.mjs';

/** Cards that are shown at first, that each press on "more" adds, and that are in the page at most. */
const PAGE = 25;
const MOST = 6 * PAGE;

const test = base.extend({
  // The story's own host, which the console and the requests are then held to.
  server: [
    async ({}, use) => {
      const server = new SiteServer(required('LARGE_FOLDER'));
      await server.start();
      await use(server);
      await server.kill();
    },
    { scope: 'test' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
});

/** Shows the page while half of the texts that the first results do not need is there; gives what lets the rest come. */
async function openBegun(page, server, address) {
  const texts = [...server.files.keys()].find((name) => /texts.*\.pack$/.test(name));
  let release;
  server.pauses.set(texts, new Promise((resolve) => (release = resolve)));
  await page.goto(address);
  await expect(tally(page)).toBeVisible();
  return release;
}

const onTheirWay = (page) => statements(page).filter({ hasText: 'These words are still on their way' });

const more = (page, side) => page.getByRole('button', { name: new RegExp(`^Show \\d+ of [\\d,]+ ${side}$`) });

test('while a pack arrives a bar shows how far it is', async ({ page, server }) => {
  const pack = [...server.files.keys()].find((name) => /corpus-pack.*\.pack$/.test(name));
  let release;
  server.pauses.set(pack, new Promise((resolve) => (release = resolve)));
  await page.goto('./', { waitUntil: 'commit' });
  const bar = page.getByRole('progressbar');
  await expect(bar).toBeVisible();
  await expect.poll(() => bar.evaluate(({ value }) => value)).toBeGreaterThan(0.4);
  expect(await bar.evaluate(({ value }) => value)).toBeLessThan(0.6);
  release();
  await expect(tally(page)).toContainText('5,000 statements');
  await expect(bar).toHaveCount(0);
});

test('a long list goes on in both directions, and the page holds so many cards', async ({ page }) => {
  await open(page, '?sort=document');
  await expect(statements(page)).toHaveCount(PAGE);
  const first = await statements(page).first().getAttribute('id');
  for (let step = 2; step <= 7; step++) {
    // By keyboard: focus is on the first new card, from where the next button is further down.
    await more(page, 'more').focus();
    await page.keyboard.press('Enter');
    await expect(statements(page)).toHaveCount(Math.min(step * PAGE, MOST));
    const focused = page.locator('article.statement:focus');
    await expect(focused).toHaveCount(1);
    await expect(focused).toBeInViewport();
  }
  await expect(page.locator(`[id="${first}"]`)).toHaveCount(0);
  await more(page, 'before').focus();
  await page.keyboard.press('Enter');
  await expect(statements(page)).toHaveCount(MOST);
  await expect(statements(page).first()).toHaveId(first);
  await expect(more(page, 'before')).toHaveCount(0);
});

test('Back finds the list as it was left: as many cards, the same place, focus on the link', async ({ page }) => {
  await open(page, '?sort=document');
  await more(page, 'more').click();
  await expect(statements(page)).toHaveCount(2 * PAGE);
  const link = statements(page).nth(40).getByRole('link').first();
  await link.scrollIntoViewIfNeeded();
  await link.focus();
  const { y: place } = await link.boundingBox();
  const total = await tally(page).textContent();
  await page.keyboard.press('Enter');
  await expect(tally(page)).not.toHaveText(total);
  await page.goBack();
  await expect(tally(page)).toHaveText(total);
  await expect(statements(page)).toHaveCount(2 * PAGE);
  await expect(link).toBeFocused();
  await expect.poll(async () => Math.abs((await link.boundingBox()).y - place)).toBeLessThan(3);
});

test('a statement far down the list is shown with those around it', async ({ page }) => {
  await open(page);
  await scripts(page);
  const id = await page.evaluate(() => window.wasmBindings.search({ sort: 'document', offset: 4321, limit: 1 }).statements[0].id);
  await open(page, `?sort=document&s=${id}`);
  const card = page.locator(`[id="statement-${id}"]`);
  await expect(card).toBeInViewport();
  await expect(card).toHaveAttribute('aria-current', 'true');
  expect(await statements(page).count()).toBeLessThanOrEqual(MOST);
  // The keys for the next and the previous statement go on from there, in the article and in the list.
  await page.keyboard.press('n');
  await expect(page.locator('article[aria-current="true"]')).not.toHaveId(`statement-${id}`);
  await page.keyboard.press('p');
  await expect(card).toHaveAttribute('aria-current', 'true');
});

// How long the longest task takes is for the bench: a busy machine would fail it here.
test('whoever types while the words are read is answered', async ({ page }) => {
  await page.goto('./?q=the');
  await expect(tally(page)).toBeVisible();
  await searchBox(page).pressSequentially(' "of the" OR trade* -of', { delay: 20 });
  await expect(page.getByRole('status').filter({ hasText: 'still being read' })).toHaveCount(0);
  await expect(tally(page)).not.toContainText('5,000');
});

test('a word that is in no statement is offered its like once all words are read', async ({ page }) => {
  await page.goto('./?q=kalio');
  await page.getByRole('status').filter({ hasText: 'Did you mean' }).getByRole('link', { name: 'kalo' }).click();
  await expect(statements(page).first().locator('mark').first()).toHaveText('kalo');
});

test.describe('while texts are still arriving', () => {
  // A worker that has the whole edition by now would bring them by itself.
  test.use({ serviceWorkers: 'block', expectedMessages: /^error: Failed to load resource|^warning: Service Worker registration blocked/ });

  test('the first results are there, then all', async ({ page, server }) => {
    const release = await openBegun(page, server, './');
    const bar = page.getByRole('progressbar', { name: 'The other texts are on their way' });
    await expect(tally(page)).toContainText('5,000 statements');
    await expect(statements(page)).toHaveCount(PAGE);
    await expect(onTheirWay(page)).toHaveCount(0);
    await expect(bar).toBeVisible();
    // Numbers are right for any choice; scripts wait.
    const country = facet(page, 'About country').getByRole('checkbox').first();
    await country.check();
    await expect(tally(page)).not.toContainText('5,000 statements');
    const narrowed = await tally(page).textContent();
    expect(await page.evaluate(() => 'wasmBindings' in window)).toBe(false);
    release();
    await scripts(page);
    await expect(bar).toHaveCount(0);
    await expect(tally(page)).toHaveText(narrowed);
    const total = await page.evaluate(() => window.wasmBindings.search(window.wasmBindings.parse(location.href)).total);
    expect(narrowed).toContain(total.toLocaleString('en'));
  });

  test('cards and an article whose words are missing say so, and are filled in', async ({ page, server }) => {
    const release = await openBegun(page, server, './?sort=oldest');
    await expect(statements(page)).toHaveCount(PAGE);
    await expect(onTheirWay(page)).toHaveCount(PAGE);
    const card = statements(page).first();
    await card.getByRole('link', { name: /^Line/ }).click();
    await expect(page.getByText('Opening the article')).toBeVisible();
    release();
    await expect(onTheirWay(page)).toHaveCount(0);
    await expect(article(page).locator('mark, [data-statement], p').first()).toBeVisible();
    await expect(page.getByText('Opening the article')).toHaveCount(0);
    await scripts(page);
    const text = await page.evaluate(() => window.wasmBindings.search({ sort: 'oldest', limit: 1 }).statements[0].text);
    await expect(card).toContainText(text);
  });

  test('a query says that not all is read, and is answered then', async ({ page, server }) => {
    const release = await openBegun(page, server, './');
    await searchBox(page).fill('kalo');
    await expect(page.getByRole('status').filter({ hasText: 'still being read' })).toHaveCount(1);
    await expect(tally(page)).toContainText('5,000 statements');
    release();
    await expect(page.getByRole('status').filter({ hasText: 'still being read' })).toHaveCount(0);
    await expect(tally(page)).not.toContainText('5,000 statements');
    await expect(statements(page).first().locator('mark').first()).toHaveText('kalo');
  });

  for (const fault of ['missing', 'truncated', 'flipped']) {
    test(`texts that arrive ${fault} leave what is there, and come at another try`, async ({ page, server }) => {
      const texts = [...server.files.keys()].find((name) => /texts.*\.pack$/.test(name));
      server.faults.set(texts, fault);
      await page.goto('./');
      const word = page.getByRole('status').filter({ hasText: 'did not arrive' });
      await expect(word).toBeVisible();
      await expect(tally(page)).toContainText('5,000 statements');
      await facet(page, 'About country').getByRole('checkbox').first().check();
      await expect(tally(page)).not.toContainText('5,000 statements');
      // Once more in vain, then not.
      await word.getByRole('button', { name: 'Try again' }).click();
      await expect(word).toBeVisible();
      server.faults.delete(texts);
      await word.getByRole('button', { name: 'Try again' }).click();
      await scripts(page);
      await expect(word).toHaveCount(0);
      await searchBox(page).fill('kalo');
      await expect(statements(page).first().locator('mark').first()).toHaveText('kalo');
    });
  }
});
