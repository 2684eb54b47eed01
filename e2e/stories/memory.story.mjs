// What a thousand interactions leave behind: no node, nothing in the browser's heap, nothing in the memory of a module.
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

/** Nodes of the document, bytes of the heap, bytes of the modules' memories. */
async function held(devtools, page) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const { JSHeapUsedSize: heap, Nodes: nodes } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  const memories = await page.evaluate(() => window.memories.map(({ buffer }) => buffer.byteLength));
  return { heap, nodes, memories };
}

/** Before any script of the page: keeps hold of the memory of every module that starts. */
function keepMemories() {
  window.memories = [];
  const { instantiate } = WebAssembly;
  // The page compiles its modules apart from this.
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate(...given);
    window.memories.push(instance.exports.memory);
    return instance;
  };
}

test('a thousand interactions leave nodes and memory where they were', async ({ page }) => {
  test.setTimeout(300_000);
  await page.addInitScript(keepMemories);
  await open(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  // The first rounds load the annex, fill what is kept on purpose, and make room for what comes and goes.
  await page.evaluate(interact, { views: VIEWS, n: 200 });
  const before = await held(devtools, page);
  await page.evaluate(interact, { views: VIEWS, n: 1000 });
  const after = await held(devtools, page);
  for (const what of ['nodes', 'heap']) expect(after[what], what).toBeLessThan(before[what] * 1.05);
  expect(after.memories, 'page and annex').toHaveLength(2);
  for (const [place, bytes] of after.memories.entries()) expect(bytes, `memory ${place}`).toBeLessThan(before.memories[place] * 1.05);
});
