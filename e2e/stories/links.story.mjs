import { chips, expectStatements, facetsFollow, open, searchBox, statements, tally, value } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

/** What Ali Shamkhani says about the United States in the five articles, by passage. */
const SEVEN = {
  '001:L22': ['speeding up the expulsion of American forces from Iraq'],
  '001:L24': ['the main cause of insecurity and organized terrorism', 'the US role in promoting Takfiri terrorism'],
  '003:L11': ['insecurity in West Asia stems from', 'the withdrawal of American troops from the region'],
  '003:L15': ['inevitable need'],
  '003:L25': ['want the case pursued politically and legally'],
};

test('a shared link opened in a fresh profile shows exactly its seven statements', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani&country=us');
  await expectStatements(page, 7);
  for (const words of Object.values(SEVEN).flat()) {
    await expect(statements(page).filter({ hasText: words })).toHaveCount(1);
  }
  for (const card of await statements(page).all()) await expect(card).toContainText('Ali Shamkhani');
  const passages = await page.evaluate(() => {
    const found = window.wasmBindings.search({ speaker: ['ali-shamkhani'], country: ['us'] });
    return found.statements.map((s) => `${s.document.slice(0, 3)}:L${s.passage}`);
  });
  expect([...new Set(passages)].sort()).toEqual(Object.keys(SEVEN));
  await expect(value(page, 'Speaker', 'Ali Shamkhani')).toBeChecked();
  await expect(value(page, 'About country', 'United States')).toBeChecked();
  await expect(chips(page).getByRole('listitem')).toContainText(['Ali Shamkhani', 'United States']);
});

test('nobody speaks about Afghanistan, which stands in a removed line only', async ({ page }) => {
  await open(page, '?country=af');
  await expectStatements(page, 0);
});

test('Back and Forward undo and redo each choice', async ({ page }) => {
  await open(page);
  const seen = [await tally(page).textContent()];
  const step = async (act) => {
    await act();
    await expect(tally(page)).not.toHaveText(seen.at(-1));
    await facetsFollow(page);
    seen.push(await tally(page).textContent());
  };
  await step(() => value(page, 'Speaker', 'Ali Shamkhani').check());
  await step(() => value(page, 'About country', 'United States').check());
  await step(() => searchBox(page).fill('terrorism'));
  await expect(page).toHaveURL(/q=terrorism/);
  for (const text of seen.slice(0, -1).reverse()) {
    await page.goBack();
    await expect(tally(page)).toHaveText(text);
  }
  await expect(value(page, 'Speaker', 'Ali Shamkhani')).not.toBeChecked();
  for (const text of seen.slice(1)) {
    await page.goForward();
    await expect(tally(page)).toHaveText(text);
  }
  await expect(searchBox(page)).toHaveValue('terrorism');
});

test('five deliberate steps are five steps back, whatever they were made with', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani');
  const addresses = [page.url()];
  const step = async (act, address) => {
    await act();
    await expect(page).toHaveURL(address);
    addresses.push(page.url());
  };
  await step(() => value(page, 'About country', 'United States').check(), /country=us/);
  await step(() => searchBox(page).pressSequentially('terrorism'), /q=terrorism/);
  await step(() => page.getByRole('navigation', { name: 'Layouts' }).getByRole('link', { name: 'Timeline' }).click(), /view=timeline/);
  await step(() => page.getByRole('navigation', { name: 'Layouts' }).getByRole('link', { name: 'Statements' }).click(), /q=terrorism(?!.*view)/);
  await step(() => statements(page).first().getByRole('link', { name: /^Line / }).click(), /doc=/);
  for (const address of addresses.slice(0, -1).reverse()) {
    await page.goBack();
    await expect(page).toHaveURL(address);
  }
  expect(addresses).toHaveLength(6);
});

test('without any statement each way out is offered, and leads to some', async ({ page }) => {
  await open(page, '?speaker=ilham-aliyev&country=us');
  await expectStatements(page, 0);
  const ways = page.getByRole('main').getByRole('link', { name: /[1-9]\d* statements?$/ });
  await expect(ways).toHaveCount(2);
  const way = ways.filter({ hasText: 'United States' });
  const n = (await way.textContent()).match(/(\d+) statements?$/)[1];
  await way.click();
  await expectStatements(page, Number(n));
});

test('a link in a card leads to its view, in a new tab too', async ({ page, context }) => {
  await open(page, '?speaker=ali-shamkhani&country=us');
  const link = statements(page).first().getByRole('link', { name: 'Terrorism' }).or(
    statements(page).first().getByRole('link', { name: 'Regional security and stability' }),
  ).first();
  const tab = context.waitForEvent('page');
  await link.click({ modifiers: ['ControlOrMeta'] });
  await expect(tally(await tab)).toBeVisible();
  await expect(tally(page)).toContainText(/^7 statements/);
});

test('a link in a card that stays leads on from the view as it has become', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani');
  const card = statements(page).filter({ hasText: 'speeding up the expulsion' });
  const link = card.getByRole('link', { name: 'Iraq' });
  await expect(link).toHaveAttribute('href', '?speaker=ali-shamkhani&country=iq');
  await value(page, 'About country', 'United States').check();
  await expect(link).toHaveAttribute('href', '?speaker=ali-shamkhani&country=iq,us');
  // Followed in the same breath as another filter is chosen, before any frame.
  await page.evaluate(() => {
    document.querySelector('input[aria-label^="United States, "]').click();
    [...document.querySelectorAll('main article a')].find((link) => link.textContent === 'Iraq').click();
  });
  await expect(page).toHaveURL(/\?speaker=ali-shamkhani&country=iq$/);
});

for (const address of [
  '?%ff&speaker=!!&sort=zzz&q=((%22',
  '?speaker=nobody&country=zz&theme=%F0%9F%92%A9',
  '?from=yesterday&to=2021-02-30',
  '?doc=../../etc/passwd&s=none&view=hologram',
  `?q=${'%28'.repeat(500)}`,
  '?q=%00%e2%80%ae%3Cscript%3E',
  '?country=us&country=us&country=!us&=&&&=x',
  '#fragment?speaker=ali-shamkhani',
]) {
  test(`an odd address opens a page that works: ${address.slice(0, 40)}`, async ({ page }) => {
    await open(page, address);
    await searchBox(page).fill('');
    await page.getByRole('link', { name: 'Communiqué' }).first().click();
    await expect(tally(page)).toContainText(/^[1-9]\d* statements/);
  });
}

test('what an address holds that is not understood is said', async ({ page }) => {
  await open(page, '?sort=zzz&colour=red&speaker=ali-shamkhani&from=yesterday');
  const notices = page.getByRole('status').filter({ hasText: 'In the address' });
  await expect(notices.getByRole('listitem')).toContainText(['zzz', 'colour', 'yesterday']);
  await expect(value(page, 'Speaker', 'Ali Shamkhani')).toBeChecked();
});
