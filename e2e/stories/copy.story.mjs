// "Copy" of a statement: its words with their source, as plain text and as HTML.
import { open, statements } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

const VIEW = '?speaker=ali-shamkhani&country=us&sort=document';

/** Copies the first statement, and gives each flavour of what the clipboard then holds. */
async function copied(page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, VIEW);
  await statements(page).first().getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied, with its source')).toBeVisible();
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const flavours = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
    return Object.fromEntries(await Promise.all(flavours));
  });
}

test('a statement is copied with its source, for a text and for a document', async ({ page }) => {
  const flavours = await copied(page);
  expect(Object.keys(flavours).sort()).toEqual(['text/html', 'text/plain']);
  const words = (await statements(page).first().locator('blockquote').textContent()).trim();
  const [first, place, link] = flavours['text/plain'].split('\n');
  expect(first).toMatch(/^Ali Shamkhani \(.+\) \w+: /);
  expect(first.endsWith(`: ${words}`)).toBe(true);
  expect(place).toMatch(/, line \d+ of \d{3}_[0-9a-f]+\.txt, edition [0-9a-f]{16}$/);

  const elsewhere = await page.context().newPage();
  const html = await elsewhere.evaluate((html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const [quote, anchor] = [body.querySelector('blockquote'), body.querySelector('a')];
    return { by: body.querySelector('p').textContent, words: quote.textContent, cite: quote.cite, place: anchor.textContent, link: anchor.href };
  }, flavours['text/html']);
  expect(html).toEqual({ by: first.slice(0, -words.length - 1), words, cite: link, place, link });
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('complementary').locator('[aria-current="true"]').first()).toContainText(words.slice(0, 40));
});

test('where the browser knows plain text only, that is copied', async ({ page }) => {
  await page.addInitScript(() => delete window.ClipboardItem);
  const flavours = await copied(page);
  expect(Object.keys(flavours)).toEqual(['text/plain']);
  expect(flavours['text/plain']).toMatch(/^Ali Shamkhani .*\n.*, line \d+ of .*\nhttp/);
});
