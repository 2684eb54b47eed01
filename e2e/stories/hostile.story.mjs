import { pathToFileURL } from 'node:url';
import { required } from '../support/environment.mjs';
import { STRINGS } from '../support/hostile-corpus.mjs';
import { article, open, statements } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ baseURL: required('HOSTILE_URL') });

test('markup in articles shows as text in cards, facets and article', async ({ page }) => {
  const dialogs = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await open(page);
  await expect(statements(page).filter({ hasText: '<script>document.title' })).toHaveCount(1);
  await expect(statements(page).filter({ hasText: '<img src=x onerror=alert(1)>' })).toHaveCount(1);
  await expect(statements(page).filter({ hasText: 'Peace &amp; quiet &lt;b&gt;' })).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'not a heading' })).toHaveCount(0);
  for (const element of ['script:not([src])', 'img', 'b b', 'a[href^="javascript"]', 'svg[onload]', 'i']) {
    await expect(page.locator(`main ${element}`), element).toHaveCount(0);
  }
  await open(page, '?doc=markup.txt');
  await expect(article(page)).toContainText('Minister <script>alert(1)</script> speaks & <b>writes</b>');
  await open(page, '?doc=amp%26amp%3Blt%26lt%3B.txt');
  await expect(article(page)).toContainText('<svg onload=alert(2)>');
  expect(dialogs).toEqual([]);
  await expect(page).not.toHaveTitle('broken');
});

/**
 * What the page shows of every string, one after the other: the words and the speaker of its statement, the title of its
 * article, what "Copy" puts on the clipboard; and whether it stays a page when the string is in every part of the address.
 * Gives what was wrong, how many elements came to be that no page of ours has, and the HTML that was copied.
 */
const tour = async (strings) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const go = async (address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
    await frame();
  };
  const text = (selector) => document.querySelector(`main ${selector}`)?.textContent;
  // Words are shown as they are read, which makes runs of blanks one and leaves out what has no shape.
  const bare = (words) => words?.replace(/[\p{White_Space}\p{Cf}\p{Cc}]/gu, '');
  // The browser would take out what is dangerous; here we want what the page wrote.
  const copied = async () => {
    const [item] = await navigator.clipboard.read({ unsanitized: ['text/html'] });
    const flavour = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return { plain: await flavour('text/plain'), html: await flavour('text/html') };
  };
  const [wrong, htmls] = [[], []];
  for (const [number, string] of strings.entries()) {
    await go(`?${new URLSearchParams({ speaker: `s${number}`, view: 'list' })}`);
    for (let tries = 0; bare(text('.statement__words')) !== bare(string) && tries < 50; tries += 1) await frame();
    await navigator.clipboard.writeText('');
    document.querySelector('main .statement__acts button').click();
    let { plain, html } = await copied();
    for (let tries = 0; !html && tries < 50; tries += 1) {
      await frame();
      ({ plain, html } = await copied());
    }
    htmls.push(html);
    const shown = { words: text('.statement__words'), speaker: text('.statement__speaker'), copied: plain.includes(string) };
    const everywhere = ['q', 'speaker', 'country', 'theme', 'kind', 'outlet', 'from', 'to', 'sort', 'doc', 's', 'view'];
    await go(`?${new URLSearchParams(everywhere.map((key) => [key, string]))}`);
    const isPage = document.querySelectorAll('main h1').length === 1;
    if (bare(shown.words) !== bare(string) || bare(shown.speaker) !== bare(string) || !shown.copied || !isPage) wrong.push({ string, ...shown, isPage });
  }
  return { wrong, elements: document.querySelectorAll('main :is(img, iframe, object, embed, video, style, base)').length, htmls };
};

/** A text without blanks and what has no shape. */
const bare = (text) => text?.replace(/[\p{White_Space}\p{Cf}\p{Cc}]/gu, '');

/** What another program makes of HTML that was copied: the quotation's text, and the names of all elements. */
const pasted = (htmls) =>
  htmls.map((html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const names = Array.from(body.querySelectorAll('*'), ({ localName }) => localName);
    return { words: body.querySelector('blockquote')?.textContent, names: names.join(' ') };
  });

test.describe('every string of the list, in the edition that is one file', () => {
  test.use({ baseURL: pathToFileURL(required('HOSTILE_FILE')).href });
  test.slow();

  test('is text as words, speaker, in the address and on the clipboard', async ({ page, context }) => {
    const dialogs = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.setOffline(true);
    await open(page);
    expect(STRINGS.length).toBeGreaterThan(300);
    const { wrong, elements, htmls } = await page.evaluate(tour, STRINGS);
    expect({ wrong, elements }).toEqual({ wrong: [], elements: 0 });
    const elsewhere = await context.newPage();
    for (const [number, { words, names }] of (await elsewhere.evaluate(pasted, htmls)).entries()) {
      expect(bare(words), STRINGS[number]).toBe(bare(STRINGS[number]));
      expect(names, STRINGS[number]).toBe('p blockquote p a');
    }
    expect(dialogs).toEqual([]);
  });

  test('is text as the title, file and outlet of an article, and as a theme', async ({ page }) => {
    await open(page);
    for (const number of [0, 40, 200, 328, 329, 331, 336, 338]) {
      const string = STRINGS[number];
      await open(page, `?${new URLSearchParams({ doc: string, theme: `t${number}` })}`);
      const heading = await article(page).getByRole('heading', { level: 2 }).first().textContent();
      expect(heading).toBe(string);
      expect(await article(page).locator('.proof code').first().textContent()).toBe(string);
      expect(await statements(page).first().textContent()).toContain(string);
    }
  });
});
