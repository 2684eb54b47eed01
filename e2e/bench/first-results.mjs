// Prints how long it takes from navigation to the first painted statement, each time in a fresh profile, on this
// machine as it is and with the processor slowed down four times. A figure to read, not a test: only a page
// without results fails.
import { chromium } from '@playwright/test';
import { BROWSER, SITE } from '../support/environment.mjs';
import { told } from './told.mjs';

const RUNS = 9;
const BUDGET = 800;

/** In the page: notes when a first statement has been painted. */
function noteFirstStatement() {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('main article')) return;
    observer.disconnect();
    // The frame after the one that holds the change: by then it has been painted.
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark('first-statement');
        console.debug('first-statement');
      }),
    );
  }).observe(document, { childList: true, subtree: true });
}

async function run(browser, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(noteFirstStatement);
  const shown = told(page, 'first-statement');
  await page.goto(SITE, { waitUntil: 'commit' });
  await shown;
  const figures = await page.evaluate(() => ({
    shell: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    statements: performance.getEntriesByName('first-statement')[0].startTime,
    marks: performance
      .getEntriesByType('mark')
      .filter((mark) => mark.name !== 'first-statement')
      .map((mark) => `${mark.name} ${Math.round(mark.startTime)} ms`),
  }));
  await context.close();
  return figures;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

const browser = await chromium.launch(BROWSER);
await run(browser, 1); // the browser's own first page is slower than any after it
for (const slowdown of [1, 4]) {
  const runs = [];
  for (let i = 0; i < RUNS; i++) runs.push(await run(browser, slowdown));
  const shell = median(runs.map((figures) => figures.shell));
  const statements = median(runs.map((figures) => figures.statements));
  const budget = slowdown === 4 ? `, budget ${BUDGET} ms${statements > BUDGET ? ': OVER' : ''}` : '';
  console.log(
    `      ${slowdown === 1 ? "as it is" : `processor slowed down ${slowdown} times`}: shell after ${Math.round(shell)} ms, ` +
      `first statements after ${Math.round(statements)} ms (median of ${RUNS}${budget})`,
  );
  if (runs[0].marks.length > 0) console.log(`        ${runs[0].marks.join(', ')}`);
}
await browser.close();
