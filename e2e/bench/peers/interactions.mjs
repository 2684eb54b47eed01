// What a reader feels of a large collection: from a click on a facet's value to the painted answer, and the longest
// task while the page opens and while a query is typed, letter by letter, from the first moment on.
import { chromium } from '@playwright/test';
import { required } from '../../support/environment.mjs';

/** Frames come when they are ready, not sixty times a second: otherwise that would be measured. */
const FREE = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync'];
const QUERY = '"of the" OR trade* NEAR/5 minister -sanctions';
const CLICKS = 60;

/**
 * In the page: milliseconds from each of `n` clicks on a checkbox of the facets to the frame that shows the answer; and,
 * for what the browser alone needs of them, from as many exchanges of five cards and three facets for copies of others.
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
  // One is chosen, and then given up again.
  const choices = await times((i) => {
    const box = i % 2 ? boxes().find(({ checked }) => checked) : boxes()[(i * 7) % boxes().length];
    box.click();
  });
  await atRest();
  const lists = [...document.querySelectorAll('fieldset ul')].slice(0, 3);
  const cards = [...document.querySelectorAll('main article')];
  const copies = (elements) => elements.map((element) => element.cloneNode(true));
  const values = lists.map((list) => copies([...list.children]));
  const sets = [0, 5, 10].map((start) => copies(cards.slice(start, start + 5)));
  let shown = cards.slice(0, 5);
  const exchanges = await times((i) => {
    const place = shown[0].previousSibling;
    for (const card of shown) card.remove();
    place.after(...(shown = copies(sets[i % 3])));
    lists.forEach((list, n) => list.replaceChildren(...copies(values[(n + i) % 3])));
  });
  return { choices, exchanges };
}

const observe = () => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
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
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.addInitScript(observe);
  await page.goto(url);
  await page.locator('.tally').waitFor({ timeout: 120_000 });
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
  const { choices, exchanges } = await page.evaluate(clicks, CLICKS);
  await browser.close();
  const ms = (time) => `${time.toFixed(0)} ms`;
  const percentiles = (times) => `p50 ${ms(times[CLICKS / 2])}, p95 ${ms(times[Math.floor(CLICKS * 0.95)])}`;
  console.log(`      click on a value to painted answer: ${percentiles(choices)}; as many elements exchanged by hand: ${percentiles(exchanges)}`);
  console.log(
    `      longest task: opening ${ms(opening)}, typing at once ${ms(typing)}, until all words are read ${ms(reading)}, typing then ${ms(again)} (0 is less than 50)`,
  );
}
