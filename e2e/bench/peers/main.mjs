// Prints how this page and four engines from npm do over the same invented statements, in the same run: sixty views
// with all facet counts, time to be ready, bytes on the way (Brotli) until then and until the first results show,
// memory, also as so many times the articles' text; and what a reader feels of ours. Figures to read, not a test.
//
// Arguments: folders that the example `invented` of communique-site has written, one a size.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import { required } from '../../support/environment.mjs';
import { told } from '../told.mjs';
import { interactions } from './interactions.mjs';
import { serve } from './server.mjs';

const PEERS = ['flexsearch', 'minisearch', 'orama', 'sqlite'];
/** Beyond this size Orama takes minutes to make its index. */
const MOST_FOR_ORAMA = 20_000;
const OPENINGS = 3;
const ROUNDS = 5;
const PLAIN = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--js-flags=--expose-gc'];

const percentile = (numbers, percent) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length * percent) / 100)];
const brotli = (file) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 } }).length;

/** In the page: the best of some rounds of each view, in milliseconds, and how many statements it has. */
async function timeViews({ views, rounds }) {
  const results = views.map(() => ({ time: Infinity, total: 0 }));
  for (let round = 0; round < rounds; round++) {
    for (const [n, { address }] of views.entries()) {
      const start = performance.now();
      const reply = await window.answer(address);
      results[n].time = Math.min(results[n].time, performance.now() - start);
      results[n].total = reply.total ?? reply.passed.length;
    }
  }
  return results;
}

/** In our page: `answer` by a function of the script interface. An address is read once, as a script has its own object. */
function offerAnswer(by) {
  const { parse, [by]: search } = window.wasmBindings;
  const questions = new Map();
  window.answer = (address) => {
    let question = questions.get(address);
    if (!question) questions.set(address, (question = { ...parse(`?${address}`), warnings: undefined }));
    return search(question);
  };
}

/**
 * In our page: the paths of what the first results waited for, and of all until it was ready. The other texts of a long
 * pack are asked for before the results show, but only when all that these need is there.
 */
function fetchedUntil() {
  const files = performance.getEntriesByType('resource');
  const texts = files.find(({ name }) => name.includes('corpus-texts'));
  const paths = (mark) => {
    const { startTime } = performance.getEntriesByName(mark)[0];
    const end = Math.min(startTime, mark === 'shown' && texts ? texts.startTime : Infinity);
    const before = files.filter((entry) => entry.startTime < end);
    return ['index.html', ...new Set(before.map(({ name }) => new URL(name).pathname.split('/').pop()))];
  };
  return { shown: paths('shown'), ready: paths('ready') };
}

/** What the page holds: objects, buffers, and the memory of a WebAssembly module. */
async function memory(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await devtools.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize + (await page.evaluate(() => window.wasmMemory?.buffer.byteLength ?? 0));
}

/** In the page: `n` answers, view after view. */
async function answerMany({ views, n }) {
  for (let i = 0; i < n; i++) await window.answer(views[i % views.length].address);
}

/** Memory after 10,000 views beside that after 1,000. */
async function growth(page, views) {
  await page.evaluate(answerMany, { views, n: 1_000 });
  const before = await memory(page);
  await page.evaluate(answerMany, { views, n: 9_000 });
  return (await memory(page)) / before;
}

async function measure(browser, url, isOurs, views) {
  const ready = [];
  let page;
  for (let opening = 0; opening < OPENINGS; opening++) {
    await page?.context().close();
    page = await (await browser.newContext()).newPage();
    await page.addInitScript(() => {
      // The peers show nothing before they are ready.
      addEventListener('communique-shown', () => performance.mark('shown'));
      addEventListener('TrunkApplicationStarted', ({ detail }) => {
        window.wasmMemory = detail.wasm.memory;
        performance.mark('ready');
        console.debug('ready');
      });
    });
    const isReady = told(page, 'ready', 300_000);
    await page.goto(url, { waitUntil: 'commit' });
    await isReady;
    ready.push(await page.evaluate(() => performance.getEntriesByName('ready')[0].startTime));
  }
  const fetched = isOurs ? await page.evaluate(fetchedUntil) : {};
  if (isOurs) await page.evaluate(offerAnswer, 'counts');
  const results = await page.evaluate(timeViews, { views, rounds: ROUNDS });
  // By now everybody has made what it searches in.
  const held = await memory(page);
  const module = await page.evaluate(() => window.wasmMemory?.buffer.byteLength);
  const times = results.map(({ time }) => time);
  const right = results.filter(({ total }, n) => total === views[n].total).length;
  const library = await page.evaluate(() => window.library ?? []);
  if (isOurs) {
    console.log(`\n      memory after 10,000 views is ${(await growth(page, views)).toFixed(3)} of that after 1,000`);
  }
  await page.context().close();
  return { fetched, ready: percentile(ready, 50), p50: percentile(times, 50), p95: percentile(times, 95), right, held, module, library };
}

const weight = (files) => files.map(brotli).reduce((a, b) => a + b);

async function bench(browser, data) {
  const views = JSON.parse(readFileSync(join(data, 'views.json')));
  const n = JSON.parse(readFileSync(join(data, 'texts.json'))).length;
  const server = await serve({ '/site/': join(data, 'site'), '/data/': data, '/node_modules/': 'node_modules', '/peers/': 'bench/peers/browser' });
  const rows = [];
  const ours = await measure(browser, `${server.url}/site/`, true, views);
  const [first, bytes] = [ours.fetched.shown, ours.fetched.ready].map((paths) => weight(paths.map((path) => join(data, 'site', path))));
  rows.push({ name: 'communique', ...ours, first, bytes });
  for (const name of PEERS) {
    if (name === 'orama' && n > MOST_FOR_ORAMA) continue;
    const page = await browser.newPage();
    await page.goto(`${server.url}/peers/peer.html?peer=${name}&save`);
    await page.waitForFunction(() => window.isReady, null, { timeout: 300_000 });
    const saved = await page.evaluate(() => window.save());
    await page.close();
    const peer = await measure(browser, `${server.url}/peers/peer.html?peer=${name}`, false, views);
    const files = ['texts.json', 'columns.json', ...saved].map((file) => join(data, file));
    const library = peer.library.map((file) => join('node_modules', file));
    const bytes = weight([...files, ...library]);
    rows.push({ name, ...peer, first: bytes, bytes });
  }
  const { bytes: text } = JSON.parse(readFileSync(join(data, 'articles.json')));
  print(n, rows, text);
  await interactions(`${server.url}/site/`);
  server.close();
}

function print(n, rows, text) {
  const ours = rows[0];
  console.log(`\n      ${n} statements, sixty views with all facet counts (× is the ratio to ours)`);
  console.log(`      ${'engine'.padEnd(12)}${['p50', 'p95', 'ready', 'Brotli until shown', 'until ready', 'memory'].map((head) => head.padEnd(20)).join('')}right`);
  for (const row of rows) {
    const scaled = (key, unit, by, digits) => `${(row[key] / by).toFixed(digits)} ${unit} ×${(row[key] / ours[key]).toFixed(2)}`.padEnd(20);
    console.log(
      `      ${row.name.padEnd(12)}${scaled('p50', 'ms', 1, 3)}${scaled('p95', 'ms', 1, 3)}${scaled('ready', 'ms', 1, 0)}` +
        `${scaled('first', 'MB', 1e6, 2)}${scaled('bytes', 'MB', 1e6, 2)}${scaled('held', 'MB', 1e6, 1)}${row.right} of 60`,
    );
  }
  const module = (ours.module / text).toFixed(2);
  console.log(`      memory of ours: ${(ours.held / text).toFixed(2)} times the articles' text (${(text / 1e6).toFixed(1)} MB), of which the module's ${module}`);
}

const browser = await chromium.launch({ executablePath: required('CHROME'), args: PLAIN });
for (const data of process.argv.slice(2)) await bench(browser, data);
await browser.close();
