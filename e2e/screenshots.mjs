// Takes pictures of the page: every view in VIEWS, wide and narrow, light and dark, into out/screenshots, to be
// looked at; and those of the README into the folder named as argument.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER, SITE } from './support/environment.mjs';

const FOLDER = path.join(import.meta.dirname, 'out', 'screenshots');
const README_VIEW = '?speaker=ali-shamkhani&country=us';
const WIDTHS = { 1280: 800, 360: 740 };

const [, , readmeFolder] = process.argv;
await mkdir(FOLDER, { recursive: true });
await mkdir(readmeFolder, { recursive: true });
const browser = await chromium.launch(BROWSER);

/** A page at `address`, once all of it is there. */
async function opened(address, options) {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  await page.goto(`${SITE}${address}`);
  await page.waitForFunction(
    () => 'wasmBindings' in window && !document.getElementById('loading') && !document.querySelector('[aria-busy="true"]'),
  );
  return { page, context };
}

async function picture(address, { width, height, colorScheme, fullPage, file }) {
  const { page, context } = await opened(address, { viewport: { width, height }, colorScheme });
  await page.screenshot({ path: file, fullPage, animations: 'disabled' });
  await context.close();
}

/** The view at `address` with the article of its last statement open. */
async function withArticle(address) {
  const { page, context } = await opened(address);
  const file = await page.evaluate(() => {
    const { search, parse } = window.wasmBindings;
    return search(parse(location.search)).statements.at(-1).document;
  });
  await context.close();
  return `${address}&doc=${encodeURIComponent(file)}`;
}

const article = await withArticle(README_VIEW);
const README = { page: README_VIEW, article, matrix: '?view=matrix' };
const VIEWS = {
  start: '',
  view: README_VIEW,
  query: '?q=%22foreign+forces%22',
  nothing: '?speaker=ilham-aliyev&country=us',
  document: article,
  kwic: '?q=region&view=kwic&kwic=left-1',
  timeline: '?view=timeline',
  range: '?view=timeline&from=2021-01-01',
  matrix: '?view=matrix',
  network: '?view=network',
  compare: '?view=compare',
  map: '?view=map',
};

for (const [name, address] of Object.entries(VIEWS)) {
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const colorScheme of ['light', 'dark']) {
      const file = path.join(FOLDER, `${name}-${width}-${colorScheme}.png`);
      await picture(address, { width: Number(width), height, colorScheme, fullPage: false, file });
      console.log(path.relative(process.cwd(), file));
    }
  }
}
for (const [name, address] of Object.entries(README)) {
  const file = path.join(readmeFolder, `${name}.png`);
  await picture(address, { width: 1280, height: 800, colorScheme: 'light', fullPage: false, file });
  console.log(path.relative(process.cwd(), file));
}
await browser.close();
