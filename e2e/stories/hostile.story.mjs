import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { required } from '../support/environment.mjs';
import { STRINGS, alias, reason } from '../support/hostile-corpus.mjs';
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

/** Every string with what the corpus makes of it. */
const CASES = STRINGS.map((string, number) => ({ string, number, alias: alias(string, number), reason: reason(string, number) }));

/** Notes whatever comes to life and opens a window. */
function dialogsOf(page) {
  const dialogs = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  return dialogs;
}

/** As it is read: runs of blanks are one, and what has no shape is left out. */
const bare = (text) => text?.replace(/[\p{White_Space}\p{Cf}\p{Cc}]/gu, '');

/**
 * Goes through all `cases` in one page, and gives those that are not shown as what they are: as words, speaker, theme and title
 * of a card; on the clipboard; as title, file and corrected speaker of an article; as the reason of a correction, and in the
 * lines of the next; as an alias that a facet is searched for; and in every part of an address, which stays a page. Gives
 * also how many elements came to be that no page of ours has, and the HTML that was copied.
 */
const tour = async (cases) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const bare = (text) => text?.replace(/[\p{White_Space}\p{Cf}\p{Cc}]/gu, '');
  const find = (selector) => document.querySelector(selector);
  const text = (selector) => bare(find(selector)?.textContent);
  const until = async (holds) => {
    for (let tries = 0; tries < 100 && !holds(); tries += 1) await frame();
  };
  const go = async (parameters) => {
    history.pushState(null, '', `?${new URLSearchParams(parameters)}`);
    dispatchEvent(new PopStateEvent('popstate'));
    await frame();
  };
  const type = (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  /** What the line `reason = …` of TOML says. */
  const said = (lines) => {
    const line = /^reason = (".*")$/m.exec(lines)?.[1] ?? '""';
    return JSON.parse(line.replace(/\\U([0-9A-F]{8})/g, (_, hex) => JSON.stringify(String.fromCodePoint(parseInt(hex, 16))).slice(1, -1)));
  };
  // The browser would take out what is dangerous; here we want what the page wrote.
  const copied = async () => {
    const [item] = await navigator.clipboard.read({ unsanitized: ['text/html'] });
    const flavour = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return { plain: await flavour('text/plain'), html: await flavour('text/html') };
  };
  const [wrong, htmls] = [[], []];
  for (const { string, number, alias, reason } of cases) {
    const shown = {};
    await go({ speaker: `s${number}` });
    await until(() => text('main .statement__words') === bare(string));
    shown.words = text('main .statement__words');
    shown.speaker = text('main .statement__speaker');
    shown.theme = text('main .statement__foot .separated a[href*="theme="]');
    shown.title = text('main .article-head__title');
    shown.chip = text('main .chip__label');
    shown.claim = text('main .claim em');
    await navigator.clipboard.writeText('');
    find('main .statement__acts button').click();
    let { plain, html } = await copied();
    for (let tries = 0; !html && tries < 100; tries += 1) {
      await frame();
      ({ plain, html } = await copied());
    }
    htmls.push(html);
    shown.copied = plain.includes(string) ? bare(string) : plain;

    await go({ speaker: `person-${number}`, doc: string, s: `c${number}` });
    await until(() => text('.wrong__corrected')?.endsWith(bare(reason)) && text('.proof code') === bare(string));
    shown.heading = text('.document__title');
    shown.file = text('.proof code');
    shown.reason = text('.wrong__corrected')?.endsWith(bare(reason)) ? bare(string) : text('.wrong__corrected');
    shown.corrected = text('main article[aria-current] .statement__speaker') === `Person${number}` ? bare(string) : 'another';
    find('.wrong > summary').click();
    await until(() => find('.wrong__field'));
    const why = [...document.querySelectorAll('.wrong input[type=text]')].pop();
    type(why, string);
    await until(() => find('.wrong__lines'));
    shown.lines = bare(said(find('.wrong__lines')?.textContent ?? ''));

    // A field of one line drops line breaks.
    type(find('.facet__find'), alias.replace(/[\r\n]+/g, ' '));
    const isFound = () => [...document.querySelectorAll('.facet-value__label')].some(({ textContent }) => textContent === `Person ${number}`);
    await until(isFound);
    shown.alias = isFound() ? bare(string) : 'not found';
    type(find('.facet__find'), '');

    const everywhere = ['q', 'speaker', 'country', 'theme', 'kind', 'outlet', 'from', 'to', 'sort', 'doc', 's', 'view'];
    await go(everywhere.map((key) => [key, string]));
    shown.page = document.querySelectorAll('main h1').length === 1 ? bare(string) : 'no page';
    const others = Object.entries(shown).filter(([, value]) => value !== bare(string));
    if (others.length) wrong.push({ string, ...Object.fromEntries(others) });
  }
  return { wrong, elements: document.querySelectorAll('main :is(img, iframe, object, embed, video, style, base)').length, htmls };
};

/** What another program makes of HTML that was copied: the quotation's text, and the names of all elements. */
const pasted = (htmls) =>
  htmls.map((html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const names = Array.from(body.querySelectorAll('*'), ({ localName }) => localName);
    return { words: body.querySelector('blockquote')?.textContent, names: names.join(' ') };
  });

test.describe('every string of the list, in the edition that is one file', () => {
  test.use({ baseURL: pathToFileURL(required('HOSTILE_FILE')).href });
  test.setTimeout(300_000);

  test('is text in every place of the page, in the address and on the clipboard', async ({ page, context }) => {
    const dialogs = dialogsOf(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.setOffline(true);
    await open(page);
    expect(STRINGS.length).toBeGreaterThan(300);
    const { wrong, elements, htmls } = await page.evaluate(tour, CASES);
    expect({ wrong, elements }).toEqual({ wrong: [], elements: 0 });
    const elsewhere = await context.newPage();
    for (const [number, { words, names }] of (await elsewhere.evaluate(pasted, htmls)).entries()) {
      expect(bare(words), STRINGS[number]).toBe(bare(STRINGS[number]));
      expect(names, STRINGS[number]).toBe('p blockquote p a');
    }
    expect(dialogs).toEqual([]);
  });

  test('is whole in what is taken away', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Take it away' }).click();
    const taken = async (format) => {
      const button = page.getByRole('dialog', { name: 'Take it away' }).getByRole('button', { name: format });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      return readFile(await download.path(), 'utf8');
    };
    const { statements } = JSON.parse(await taken('Records with places (JSON)'));
    const byId = new Map(statements.map((statement) => [statement.id, statement]));
    const others = CASES.filter(({ string, number }) => {
      const { text, speakerLabel, document, title, outlet } = byId.get(`s${number}`);
      // Words are as they are read, and a name has no blanks around it.
      return [text, speakerLabel].some((field) => bare(field) !== bare(string)) || [document, title, outlet].some((field) => field !== string);
    });
    expect(others).toEqual([]);
    expect(CASES.filter(({ number }) => byId.get(`c${number}`).speakerLabel !== `Person ${number}`)).toEqual([]);
    const csv = await taken('Spreadsheet (CSV)');
    expect(STRINGS.filter((string) => !csv.includes(string.replaceAll('"', '""')))).toEqual([]);
  });
});

/**
 * Reads the pages at `paths` as the browser does, and gives what is in them: the texts of all of them at `heading` and at
 * `words`, and whatever could run something, or is no element of ours.
 */
const readPages = async ({ paths, type, heading, words }) => {
  const found = { headings: [], words: [], alive: [] };
  const foreign = 'img, iframe, frame, object, embed, video, audio, base, style, math, template, textarea, table, b, i, marquee, parsererror';
  const isOurs = /^\.\.\/[a-z-]+-[0-9a-f]{16}\.js$/;
  const runs = ({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || (/^(href|src|action)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value));
  for (const path of paths) {
    const text = await (await fetch(path.split('/').map(encodeURIComponent).join('/'))).text();
    const parsed = new DOMParser().parseFromString(text, type);
    const texts = (selector) => [...parsed.querySelectorAll(selector)].map((element) => element.textContent);
    found.headings.push(...texts(heading));
    found.words.push(...texts(words));
    for (const element of parsed.querySelectorAll('*')) {
      const isForeign = element.matches(foreign) || (element.matches('script') && !isOurs.test(element.getAttribute('src')));
      if (isForeign || [...element.attributes].some(runs)) found.alive.push(`${path}: ${element.outerHTML.slice(0, 200)}`);
    }
  }
  return found;
};

test.describe('every string of the list, in the pages beside the app', () => {
  // Without the page's policy, which would stop what must not be there to be stopped.
  test.use({ baseURL: required('STRINGS_URL'), bypassCSP: true });
  test.setTimeout(120_000);

  const folder = required('STRINGS_FOLDER');
  /** The files of a kind below the site, as a page beside them finds them. */
  const found = (kind, end) => {
    const names = readdirSync(path.join(folder, kind)).filter((name) => name.endsWith(end) && name !== 'index.html');
    return names.sort().map((name) => `../${kind}/${name}`);
  };
  /** Those of the strings that are not among `texts` as `form` has them. */
  const missing = (texts, form = (string) => string) => {
    const shown = new Set(texts.map(bare));
    return STRINGS.filter((string) => !shown.has(bare(form(string))));
  };

  for (const [kind, title] of [
    ['document', (string) => string],
    ['speaker', (string) => `What ${string} said`],
    ['theme', (string) => `What was said on ${string}`],
  ]) {
    test(`is text on the page of a ${kind}`, async ({ page }) => {
      const dialogs = dialogsOf(page);
      await page.goto(`./${kind}/index.html`);
      const pages = { paths: found(kind, '.html'), type: 'text/html', heading: 'h1', words: '.statement__words' };
      const { headings, words, alive } = await page.evaluate(readPages, pages);
      expect(alive).toEqual([]);
      expect(missing(headings, title)).toEqual([]);
      expect(missing(words)).toEqual([]);
      expect(dialogs).toEqual([]);
    });
  }

  test('is text in the feeds of speakers and themes, and whole in the records', async ({ page }) => {
    await page.goto('./speaker/index.html');
    for (const kind of ['speaker', 'theme']) {
      const feeds = { paths: found(kind, '.atom'), type: 'application/xml', heading: 'entry > content', words: 'entry > content' };
      const { words, alive } = await page.evaluate(readPages, feeds);
      expect(alive).toEqual([]);
      // No document of XML may hold these (XML 1.0, 2.2).
      expect(missing(words.map((text) => text.replaceAll('\ufffd', '')), (string) => string.replace(/[\ufffd-\uffff]/g, ''))).toEqual([]);
    }
    const records = found('document', '.json').map((name) => JSON.parse(readFileSync(path.join(folder, 'document', name), 'utf8')));
    const texts = records.flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(missing(texts)).toEqual([]);
  });
});
