// What a reader feels of a large collection: from a click on a facet's value to the painted answer, and the longest
// task while the page opens and while a query is typed, letter by letter, from the first moment on.
import { chromium } from '@playwright/test';
import { required } from '../../support/environment.mjs';
import { told } from '../told.mjs';

/** Frames come when they are ready, not sixty times a second: otherwise that would be measured. */
const FREE = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync'];
const QUERY = '"of the" OR trade* NEAR/5 minister -sanctions';
const CLICKS = 60;

/**
 * In the page: milliseconds from each of `n` clicks on a checkbox of the facets to the frame that shows the answer; and,
 * for what the browser alone needs of them, from changing by hand, with nothing to compute, what that frame changes: the
 * cards in sight, heading, tally, title, chips, the tick and the address.
 * Each begins on a page that has come to rest, as a reader's do.
 */
async function clicks(n) {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const atRest = () => new Promise((resolve) => setTimeout(resolve, 200));
  const times = async (act) => {
    const times = [];
    for (let i = 0; i < n; i++) {
      await atRest();
      const start = performance.now();
      act(i);
      await painted();
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b);
  };
  const boxes = () => [...document.querySelectorAll('fieldset input[type="checkbox"]')];
  const chosen = () => boxes().find(({ checked }) => checked);
  // One is chosen, and then given up again.
  const choices = await times((i) => (i % 2 ? chosen() : boxes()[(i * 7) % boxes().length]).click());
  boxes()[0].click();
  await atRest();
  const [heading, tally, chips] = ['h1', '.tally', '.chips__list'].map((selector) => document.querySelector(selector));
  const box = chosen();
  let shown = [...document.querySelectorAll('.statement--in-sight')];
  const others = [...document.querySelectorAll('main article')];
  const sets = [1, 2, 3].map((nth) => others.slice(nth * shown.length, (nth + 1) * shown.length));
  const changes = await times((i) => {
    const place = document.createComment('');
    shown[0].before(place);
    for (const card of shown) card.remove();
    shown = sets[i % 3].map((card) => card.cloneNode(true));
    for (const card of shown) card.className = 'statement statement--in-sight';
    place.replaceWith(...shown);
    heading.textContent = `Statements about ${i} things`;
    tally.textContent = `${i} statements in ${n} articles`;
    document.title = `${i} things`;
    chips.hidden = !chips.hidden;
    box.checked = !box.checked;
    history.pushState(null, '', `?q=${i}`);
  });
  return { choices, changes };
}

const observe = () => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  // The frame after the one that shows the page: by then it has been painted.
  addEventListener('communique-shown', () => requestAnimationFrame(() => setTimeout(() => console.debug('painted'))));
};

/** The longest task since the last time this was asked; none above 50 ms counts as 0. */
const longest = (page) =>
  page.evaluate(() => {
    const { longest } = window;
    window.longest = 0;
    return longest;
  });

/** Prints the figures of the site at `url`. */
export async function interactions(url) {
  const browser = await chromium.launch({ executablePath: required('CHROME'), args: FREE });
  // A browser's own first page is slower than any after it.
  const first = await (await browser.newContext()).newPage();
  await first.goto(url);
  await first.context().close();
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.addInitScript(observe);
  const painted = told(page, 'painted', 120_000);
  await page.goto(url, { waitUntil: 'commit' });
  await painted;
  const box = page.getByRole('searchbox', { name: 'Search what was said' });
  const opening = await longest(page);
  // The words are being read meanwhile.
  await box.pressSequentially(QUERY, { delay: 30, timeout: 300_000 });
  const typing = await longest(page);
  await page.waitForFunction(() => !document.querySelector('.notices')?.textContent.includes('still being'), null, { timeout: 120_000 });
  const reading = await longest(page);
  await box.fill('');
  await page.waitForTimeout(1_000);
  await longest(page);
  await box.pressSequentially(QUERY, { delay: 30, timeout: 300_000 });
  const again = await longest(page);
  await box.fill('');
  await page.waitForTimeout(500);
  const { choices, changes } = await page.evaluate(clicks, CLICKS);
  await browser.close();
  const ms = (time) => `${time.toFixed(0)} ms`;
  const percentiles = (times) => `p50 ${ms(times[CLICKS / 2])}, p95 ${ms(times[Math.floor(CLICKS * 0.95)])}`;
  console.log(`      click on a value to painted answer: ${percentiles(choices)}; what it paints, changed by hand: ${percentiles(changes)}`);
  console.log(
    `      longest task: opening ${ms(opening)}, typing at once ${ms(typing)}, until all words are read ${ms(reading)}, typing then ${ms(again)} (0 is less than 50)`,
  );
}
