// A thousand random views over the five articles: the page, its script interface and its links against a brute-force
// reading of the articles, which `cargo xtask` writes before the stories (crates/communique-cli/examples/views.rs).
import { readFileSync } from 'node:fs';
import { required } from '../support/environment.mjs';
import { open } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const VIEWS = JSON.parse(readFileSync(required('VIEWS')));
/** Cards on the first page of a list. */
const FIRST_PAGE = 25;
/** Links that are opened in a profile of their own; each loads the whole page. */
const N_FRESH = 20;

/** In the page: what the script interface answers to each address, as the expected views have it. */
async function answers(addresses) {
  const { parse, patterns, search } = window.wasmBindings;
  const found = [];
  for (const address of addresses) {
    const question = { ...parse(`?${address}`), warnings: undefined, limit: 1000 };
    await patterns(question);
    const { statements, passages, documents, undated, facets } = search(question);
    const counts = Object.fromEntries(Object.entries(facets).map(([key, rows]) => [key, rows.map((row) => row.count)]));
    found.push({ address, ids: statements.map(({ id }) => id), passages, documents, undated, counts });
  }
  return found;
}

/** In the page: what is read there. Stories put it on the window. */
const seen = () => ({
  link: location.search,
  heading: document.querySelector('h1').textContent,
  title: document.title,
  ids: [...document.querySelectorAll('main article[id^="statement-"]')].map(({ id }) => id.replace('statement-', '')),
});

/** In the page: goes through the addresses as Back and Forward do, and gives what is read at each. */
async function read([addresses, firstPage]) {
  const reads = [];
  for (const { address, total } of addresses) {
    history.pushState(null, '', `?${address}`);
    dispatchEvent(new PopStateEvent('popstate'));
    await new Promise((resolve) => setTimeout(resolve));
    // The list is whole after some frames, and a pattern has then been searched.
    const deadline = performance.now() + 5_000;
    const isThere = () =>
      document.querySelector('.tally').textContent.startsWith(`${total} `) &&
      window.seen().ids.length === Math.min(total, firstPage) &&
      !document.querySelector('.notices')?.textContent.includes('still being');
    while (!isThere() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve));
    reads.push(window.seen());
  }
  return reads;
}

const asked = (views) => views.map(({ address, ids }) => ({ address, total: ids.length }));

test('the script interface answers a thousand views as a brute-force reading does', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  expect(VIEWS).toHaveLength(1000);
  const found = await page.evaluate(answers, VIEWS.map(({ address }) => address));
  for (const [n, expected] of VIEWS.entries()) expect(found[n], expected.address).toEqual(expected);
});

test('a thousand links show the same in a fresh profile: heading, statements, order', async ({ page, browser, baseURL }) => {
  test.setTimeout(300_000);
  await open(page);
  await page.evaluate(`window.seen = ${seen}`);
  const sent = await page.evaluate(read, [asked(VIEWS), FIRST_PAGE]);
  for (const [n, { ids }] of VIEWS.entries()) expect(sent[n].ids, VIEWS[n].address).toEqual(ids.slice(0, FIRST_PAGE));
  const links = sent.map(({ link }, n) => ({ address: link.slice(1), total: VIEWS[n].ids.length }));

  // All of them in one other profile, which loads the page once; to load it a thousand times takes a quarter of an hour.
  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await open(other, sent[0].link);
  await other.evaluate(`window.seen = ${seen}`);
  const received = await other.evaluate(read, [links, FIRST_PAGE]);
  expect(received).toEqual(sent);
  await context.close();

  // Some each in its own, from the first byte on.
  for (let n = 0; n < VIEWS.length; n += VIEWS.length / N_FRESH) {
    const context = await browser.newContext({ baseURL });
    const fresh = await context.newPage();
    await open(fresh, sent[n].link);
    const total = VIEWS[n].ids.length;
    await expect(fresh.locator('.tally')).toHaveText(new RegExp(`^${total} `));
    await expect(fresh.locator('main article[id^="statement-"]')).toHaveCount(Math.min(total, FIRST_PAGE));
    expect(await fresh.evaluate(seen)).toEqual(sent[n]);
    await context.close();
  }
});
