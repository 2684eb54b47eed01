// The page for everyone: checked by axe-core, driven by the keyboard alone, and on the smallest screens.
import { article, chips, open, searchBox, statements, value } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { VIEWS, expectNoOverflow, expectNoViolation } from '../support/views.mjs';

const WIDTHS = [1280, 360];

const COLORS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { contextOptions: { forcedColors: 'active' } },
};

for (const [colors, options] of Object.entries(COLORS)) {
  for (const width of WIDTHS) {
    test.describe(`${colors}, ${width} px`, () => {
      test.use({ ...options, viewport: { width, height: 800 } });

      for (const [name, address] of Object.entries(VIEWS)) {
        test(`axe finds nothing in ${name}`, async ({ page }) => {
          await open(page, address);
          await expectNoViolation(page);
        });
      }
    });
  }
}

for (const width of [360, 320]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    for (const address of Object.values(VIEWS)) {
      await open(page, address);
      await expectNoOverflow(page, address);
    }
  });
}

/**
 * What is operated and smaller than 24 pixels, with its size. A link inside the text of an article is as high as its line,
 * and marks whose size is a number, or a country's, are in the table below them, too (WCAG 2.2, 2.5.8).
 */
const smallTargets = () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const excepted = '.skip-link, .prose a, :is(.map, .timeline) a, .network__band';
  const size = (element) => (element.closest('label') ?? element).getBoundingClientRect();
  return Array.from(document.querySelectorAll('a[href], button, input, select, summary'))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(excepted))
    .map((element) => ({ element, ...size(element).toJSON() }))
    .filter(({ width, height }) => width < 23.5 || height < 23.5)
    .map(({ element, width, height }) => `${element.getAttribute('class')} ${width} × ${height}: ${element.textContent}`);
};

for (const width of WIDTHS) {
  test(`whatever is operated is at least 24 pixels large at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of [...Object.values(VIEWS), '?q=withdrawel']) {
      await open(page, address);
      expect(await page.evaluate(smallTargets), address).toEqual([]);
    }
  });
}

for (const width of [360, 320]) {
  test(`no picture scrolls inside itself at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    for (const layout of ['timeline', 'matrix', 'network', 'compare', 'map']) {
      await open(page, `?view=${layout}`);
      const beyond = await page.locator('.picture__frame').evaluate((frame) => frame.scrollWidth - frame.clientWidth);
      expect(beyond, layout).toBeLessThanOrEqual(0);
    }
  });
}

test('on a phone the filters are a sheet that says how many statements there are', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await page.getByRole('button', { name: 'Filters' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await value(page, 'Speaker', 'Ali Shamkhani').check();
  const done = sheet.getByRole('button', { name: /^Show \d+ statements?$/ });
  const n = Number((await done.textContent()).match(/\d+/)[0]);
  await done.click();
  await expect(sheet).toBeHidden();
  await expect(statements(page)).toHaveCount(n);
});

test('by the keyboard alone: search, choose, take back, open and close an article', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the statements' })).toBeFocused();
  await searchBox(page).focus();
  await page.keyboard.type('terrorism');
  await expect(page).toHaveURL(/q=terrorism/);
  await value(page, 'Speaker', 'Ali Shamkhani').focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/speaker=ali-shamkhani/);
  await expect(value(page, 'Speaker', 'Ali Shamkhani')).toBeFocused();
  await chips(page).getByRole('link', { name: /terrorism/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?speaker=ali-shamkhani$/);
  const line = statements(page).first().getByRole('link', { name: /^Line \d+$/ });
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(article(page).getByRole('heading', { level: 2 }).first()).toBeFocused();
  await article(page).getByRole('button', { name: 'Close the article' }).focus();
  await page.keyboard.press('Enter');
  await expect(article(page)).toBeHidden();
  await expect(line).toBeFocused();
});

test('text twice as large still fits', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await open(page, VIEWS['a view']);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expectNoOverflow(page);
});

test('on paper a statement has its source, and nothing asks to be pressed', async ({ page }) => {
  await open(page, VIEWS['a view']);
  await page.emulateMedia({ media: 'print' });
  const first = statements(page).first();
  await expect(first.getByRole('link', { name: /^Line \d+$/ })).toBeVisible();
  await expect(page.getByText(/^Edition [0-9a-f]+$/)).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
});

test('the focused thing can be seen', async ({ page }) => {
  await open(page, '?speaker=ali-shamkhani&country=us');
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const visible = await page.evaluate(() => {
      const focused = document.activeElement;
      const box = focused.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return focused === document.body || (box.width > 0 && x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight);
    });
    expect(visible, `after ${i + 1} times Tab`).toBe(true);
  }
});
