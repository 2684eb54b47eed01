// Views of the five articles that show every part of the page, and what must hold of each for everyone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from './test.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Addresses by what they show. */
export const VIEWS = {
  'all statements': '',
  'a view': '?speaker=ali-shamkhani&country=us,!il',
  'no statement': '?speaker=ilham-aliyev&country=us',
  'an article': '?speaker=ali-shamkhani&country=us&doc=003_5bd232881ca3315c.txt',
  'an odd address': '?sort=zzz&q=((',
  'a concordance': '?q=region&view=kwic&kwic=left-1',
  'a timeline': '?view=timeline&from=2021-01-01',
  'a matrix': '?view=matrix',
  'a network': '?view=network',
  'a comparison': '?view=compare',
  'a map': '?view=map',
};

/** Expects that axe-core finds nothing to object to in the page, once it has come to rest: a sheet that fades in is pale. */
export async function expectNoViolation(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    return window.axe.run();
  });
  const found = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html} (${n.failureSummary})`));
  expect(found).toEqual([]);
}

/** Expects that nothing reaches beyond the sides of the window; `what` names it where something does. */
export async function expectNoOverflow(page, what) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, what).toBeLessThanOrEqual(0);
}
