// The page for everyone: checked by axe-core, driven by the keyboard alone, and on the smallest screens.
import { article, chips, facet, open, searchBox, statements, tally, value } from '../support/page.mjs';
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
  for (const why of document.querySelectorAll('article [aria-expanded="false"]')) why.click();
  const excepted = '.skip-link, .prose a, :is(.map, .timeline) a, .network__band';
  const size = (element) => (element.closest('label') ?? element).getBoundingClientRect();
  return Array.from(document.querySelectorAll('a[href], button, input, select, summary'))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(excepted))
    .map((element) => ({ element, ...size(element).toJSON() }))
    .filter(({ width, height }) => width < 23.9 || height < 23.9)
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

test('by the keyboard alone: a phrase, a country left out, a way out of nothing, and Verify', async ({ page }) => {
  const press = async (control, key = 'Enter') => {
    await control.focus();
    await page.keyboard.press(key);
  };
  await open(page);
  await page.keyboard.press('/');
  await page.keyboard.type('"foreign forces"');
  await expect(tally(page)).toContainText(/^3 statements/);
  const speakers = statements(page).locator('.statement__speaker');
  expect((await speakers.allInnerTexts()).sort()).toEqual(['Ali Shamkhani', 'Mohammad Baqer Qalibaf', 'Mohammad Javad Zarif']);

  await open(page, '?country=us');
  await press(page.getByRole('button', { name: 'Leave out Israel' }), 'Space');
  await expect(chips(page).getByRole('link', { name: /Israel/ })).toBeVisible();

  await open(page, '?speaker=ilham-aliyev&country=us');
  await press(page.getByRole('link', { name: /^Without United States/ }));
  await expect(tally(page)).toContainText(/^3 statements/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await press(statements(page).first().getByRole('link', { name: /^Line / }));
  await press(article(page).getByRole('button', { name: 'Verify' }));
  await expect(article(page).getByText(/bytes have the published hash/)).toBeVisible();
});

test('by the keyboard alone: two countries at once', async ({ page }) => {
  await open(page);
  for (const country of ['United States', 'Israel']) {
    await value(page, 'About country', country).focus();
    await page.keyboard.press('Space');
  }
  await facet(page, 'About country').getByRole('radio', { name: 'any of these' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/country-all=1/);
  await expect(tally(page)).toContainText('2 passages');
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

/** Whether focus is in the window, and nothing lies over all of what has it. */
const isFocusSeen = () => {
  const focused = document.activeElement;
  if (focused === document.body) return true;
  const label = focused.closest('label');
  const isItsOwn = (found) => found && (focused.contains(found) || label?.contains(found) || found.parentElement === focused.parentElement);
  const parts = [0.1, 0.5, 0.9];
  return Array.from(focused.getClientRects()).some(({ left, top, width, height }) =>
    parts.some((x) => parts.some((y) => isItsOwn(document.elementFromPoint(left + x * width, top + y * height)))),
  );
};

for (const [width, height] of [[1280, 800], [360, 640], [320, 256]]) {
  test(`whatever has focus is seen, there and back, at ${width} × ${height} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    for (const address of [VIEWS['a view'], VIEWS['an article'], VIEWS['a matrix']]) {
      await open(page, address);
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let times = 1; times <= 50; times += 1) {
          await page.keyboard.press(key);
          expect(await page.evaluate(isFocusSeen), `${address}: ${times} times ${key}`).toBe(true);
        }
      }
    }
  });
}

test('single keys do nothing once they are switched off, and that is remembered', async ({ page }) => {
  await open(page, VIEWS['a view']);
  const keys = page.getByRole('checkbox', { name: /^Keyboard:/ });
  await keys.uncheck();
  const press = async () => {
    await page.getByRole('heading', { level: 1 }).focus();
    for (const key of ['/', '?', 'n']) await page.keyboard.press(key);
  };
  await press();
  await expect(searchBox(page)).not.toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(keys).not.toBeChecked();
  await press();
  await expect(searchBox(page)).not.toBeFocused();
  await keys.check();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
});
