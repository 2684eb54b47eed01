// Asks Lighthouse what it thinks of the site in SITE_FOLDER, as a phone on slow 4G sees it, and prints the scores and
// what cost points. Ends with an error below the floors. The site is served as a good host does: with Brotli.
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { BROWSER, required } from '../support/environment.mjs';
import { SiteServer } from '../support/server.mjs';

const FLOORS = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 95 };
const DEBUG_PORT = 9333;

const server = new SiteServer(required('SITE_FOLDER'));
server.compress();
await server.start();
const browser = await chromium.launch({ ...BROWSER, args: [...BROWSER.args, `--remote-debugging-port=${DEBUG_PORT}`] });
const { lhr } = await lighthouse(server.url, {
  port: DEBUG_PORT,
  logLevel: 'error',
  onlyCategories: Object.keys(FLOORS),
});
await browser.close();
await server.kill();

// Performance is only as good as the machine is idle: an idle one of today reaches an index of 1000 and more.
console.log(`      speed of this machine, by Lighthouse's own benchmark: ${Math.round(lhr.environment.benchmarkIndex)}`);
for (const [name, floor] of Object.entries(FLOORS)) {
  const { score, auditRefs } = lhr.categories[name];
  const points = Math.round(score * 100);
  console.log(`      ${name} ${points}${points < floor ? `, below ${floor}` : ''}`);
  for (const { id, weight } of auditRefs) {
    const audit = lhr.audits[id];
    if (weight === 0 || audit.score === null || audit.score === 1) continue;
    console.log(`        ${audit.title}${audit.displayValue ? `: ${audit.displayValue}` : ''} (${Math.round(audit.score * 100)})`);
    for (const item of audit.details?.items ?? []) {
      if (points < floor) console.log(`          ${item.node?.snippet ?? item.url ?? item.description ?? ''}`);
    }
  }
  if (points < floor) process.exitCode = 1;
}
