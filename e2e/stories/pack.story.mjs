// The pack inside the page's module: what the command puts there is what the browser finds, and the page shows.
import { EDITIONS, expect, test } from '../support/offline.mjs';
import { filesOf } from '../support/server.mjs';
import { tally } from '../support/page.mjs';

/** What the browser finds in the custom section `corpus` of the page's module, and what the page says of its corpus. */
const found = (page) =>
  page.evaluate(async () => {
    const { wasm } = document.querySelector('meta[name="communique-module"]').dataset;
    const module = await WebAssembly.compileStreaming(fetch(new URL(wasm, document.baseURI)));
    const sections = WebAssembly.Module.customSections(module, 'corpus');
    const digest = await crypto.subtle.digest('SHA-256', sections[0]);
    const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { n: sections.length, hash, corpus: window.wasmBindings.corpus() };
  });

// A worker would answer with the edition that it keeps, not with the one that the server has now.
test.use({ serviceWorkers: 'block', expectedMessages: /^warning: Service Worker registration blocked/ });

test('the section of a finished site holds its own pack, and that alone', async ({ page, server }) => {
  const seen = [];
  for (const [n, folder] of [EDITIONS.first, EDITIONS.next].entries()) {
    server.files = filesOf(folder);
    await page.goto(`./?q=&n=${n}`);
    await expect(tally(page)).toBeVisible();
    const { n: sections, hash, corpus } = await found(page);
    expect(sections).toBe(1);
    const { corpus: named } = JSON.parse(server.files.get('files.json'));
    expect(JSON.stringify(corpus)).toContain(named);
    seen.push(hash);
  }
  expect(seen[0]).not.toBe(seen[1]);
});
