// Draws the icons of the web app manifest from www/icon.svg into the folder named as argument. The maskable one has
// no rounded corners and keeps its drawing within the inner four fifths, which every mask shows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER } from './support/environment.mjs';

const [, , folder] = process.argv;
const svg = readFileSync(path.join(import.meta.dirname, '..', 'www', 'icon.svg'), 'utf8');
const square = svg.replace(' rx="6"', '').replace('<path', '<path transform="translate(16 16) scale(.78) translate(-16 -16)"');
const ICONS = { 'icon-192': [192, svg], 'icon-512': [512, svg], 'icon-maskable-512': [512, square] };

const browser = await chromium.launch(BROWSER);
for (const [name, [size, picture]] of Object.entries(ICONS)) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: 'light' });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; inline-size: 100vw }</style>${picture}`);
  await page.screenshot({ path: path.join(folder, `${name}.png`), omitBackground: true });
  console.log(`${name}.png`);
}
await browser.close();
