// Where things are on the page, by role and visible name, so that stories read as what a reader does.
import { expect } from './test.mjs';

/** Opens the page at `address` (a query string, or nothing) and waits for its first results, and parts that load later. */
export async function open(page, address = '') {
  await page.goto(address);
  await expect(tally(page)).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Waits for the script interface, which a large collection offers once all of it is there. */
export const scripts = (page) => page.waitForFunction(() => 'wasmBindings' in window);

/** The line that says how many statements there are. */
export const tally = (page) => page.locator('.tally');

/** Expects `n` statements, which must fit on the list's first page: in the words of the tally, and as cards. */
export async function expectStatements(page, n) {
  await expect(tally(page)).toContainText(new RegExp(`^${n} statements?\\b`));
  await expect(statements(page)).toHaveCount(n);
}

/** The statement cards. */
export const statements = (page) => page.getByRole('main').getByRole('article');

/** The search box. */
export const searchBox = (page) => page.getByRole('searchbox', { name: 'Search what was said' });

/** A facet by its name, such as `Speaker`. */
export const facet = (page, name) => page.getByRole('group', { name, exact: true });

/** The checkbox of a facet's value. Its name goes on with the count: `Iraq, 6 statements`. */
export const value = (page, name, label) =>
  facet(page, name).getByRole('checkbox', { name: new RegExp(`^${label}, `) });

/** Waits until the facets follow what is shown: they come after its first paint, and until then a value may move away. */
export const facetsFollow = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

/** The values of a facet as they read, with their counts: `['Iraq, 6 statements', …]`. */
export const values = (page, name) =>
  facet(page, name)
    .getByRole('checkbox')
    .evaluateAll((boxes) => boxes.map(({ ariaLabel }) => ariaLabel));

/** The list of applied filters. */
export const chips = (page) => page.getByRole('list', { name: 'Applied filters' });

/** The open article. */
export const article = (page) => page.getByRole('complementary').filter({ has: page.getByRole('radiogroup', { name: 'The article' }) });
