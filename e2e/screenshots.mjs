// Takes pictures of the page: every view in VIEWS, wide and narrow, light and dark, into out/screenshots, to be
// looked at; and those of the README into the folder named as argument.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER, SITE } from './support/environment.mjs';

const FOLDER = path.join(import.meta.dirname, 'out', 'screenshots');
const README_VIEW = '?speaker=ali-shamkhani&country=us';
const README = {
  page: README_VIEW,
  article: `${README_VIEW}&doc=003_5bd232881ca3315c.txt`,
  matrix: '?view=matrix',
};
const VIEWS = {
  start: '',
  view: README_VIEW,
  query: '?q=%22foreign+forces%22',
  nothing: '?speaker=ilham-aliyev&country=us',
  document: `${README_VIEW}&doc=003_5bd232881ca3315c.txt`,
  kwic: '?q=region&view=kwic&kwic=left-1',
  timeline: '?view=timeline',
  range: '?view=timeline&from=2021-01-01',
  matrix: '?view=matrix',
  network: '?view=network',
  compare: '?view=compare',
  map: '?view=map',
};
const WIDTHS = { 1280: 800, 360: 740 };

const [, , readmeFolder] = process.argv;
await mkdir(FOLDER, { recursive: true });
await mkdir(readmeFolder, { recursive: true });
const browser = await chromium.launch(BROWSER);

async function picture(address, { width, height, colorScheme, fullPage, file }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${SITE}${address}`);
  await page.waitForFunction(
    () => 'wasmBindings' in window && !document.getElementById('loading') && !document.querySelector('[aria-busy="true"]'),
  );
  await page.screenshot({ path: file, fullPage, animations: 'disabled' });
  await context.close();
}

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
