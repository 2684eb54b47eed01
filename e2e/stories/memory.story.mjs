// What a thousand interactions leave behind: no node and nothing in the browser's heap. In the module's own memory Leptos
// keeps some notes of readers that are gone, which `forget_when_gone` in communique-ui cannot reach.
import { open } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

/** Views that every layout, list and panel of the page shows its parts in. */
const VIEWS = [
  '',
  '?speaker=ali-shamkhani&country=us',
  '?q=%22foreign+forces%22',
  '?q=withdrawel',
  '?country=us,!il',
  '?view=kwic&q=region',
  '?view=timeline&from=2021-01-01',
  '?view=matrix',
  '?speaker=ilham-aliyev&country=us',
  '?sort=speaker',
];

/** Bytes of the module's memory that an interaction may cost, on average. */
const MOST_NOTES = 3_000;

/** In the page: goes through views as Back and Forward do, and waits for each to be there. */
async function interact({ views, n }) {
  for (let step = 0; step < n; step++) {
    history.replaceState(null, '', views[step % views.length] || './');
    dispatchEvent(new PopStateEvent('popstate'));
    await new Promise((resolve) => setTimeout(resolve));
  }
  history.replaceState(null, '', './');
  dispatchEvent(new PopStateEvent('popstate'));
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Nodes of the document, bytes of the heap, bytes of the module's memory. */
async function held(devtools, page) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const { JSHeapUsedSize: heap, Nodes: nodes } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return { heap, nodes, wasm: await page.evaluate(() => window.wasmMemory.buffer.byteLength) };
}

test('a thousand interactions leave nodes and memory where they were', async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() =>
    addEventListener('TrunkApplicationStarted', ({ detail }) => (window.wasmMemory = detail.wasm.memory)),
  );
  await open(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  // The first rounds load the annex and fill what is kept on purpose.
  await page.evaluate(interact, { views: VIEWS, n: 100 });
  const before = await held(devtools, page);
  await page.evaluate(interact, { views: VIEWS, n: 1000 });
  const after = await held(devtools, page);
  for (const what of ['nodes', 'heap']) expect(after[what], what).toBeLessThan(before[what] * 1.05);
  expect((after.wasm - before.wasm) / 1000, 'bytes an interaction').toBeLessThan(MOST_NOTES);
});
