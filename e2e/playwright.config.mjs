// Started by `cargo xtask browser` or `cargo xtask test`, which build the sites, serve them and say where they are.
import { defineConfig } from '@playwright/test';
import { BROWSER, SITE } from './support/environment.mjs';

export default defineConfig({
  testDir: 'stories',
  testMatch: '*.story.mjs',
  outputDir: 'out/results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  timeout: 30_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: SITE,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: BROWSER,
  },
});
