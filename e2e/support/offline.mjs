// What the stories of the offline copy share: a site of their own that can be killed and replaced, and the copy as the
// browser holds it.
import { createHash } from 'node:crypto';
import { test as base, expect as baseExpect } from './test.mjs';
import { required } from './environment.mjs';
import { SiteServer } from './server.mjs';

/** A whole edition is fetched and checked between an act and what it shows. */
export const expect = baseExpect.configure({ timeout: 30_000 });

/** Editions of the page: of the seeds, of other articles, and of the seeds some time later (`next-edition.mjs`). */
export const EDITIONS = {
  first: required('SITE_FOLDER'),
  second: required('HOSTILE_FOLDER'),
  next: required('NEXT_FOLDER'),
};

export const test = base.extend({
  /** The path that the site lies below. */
  below: ['/', { option: true }],
  server: async ({ below }, use) => {
    const server = new SiteServer(EDITIONS.first, below);
    await server.start();
    await use(server);
    await server.kill();
  },
  baseURL: async ({ server }, use) => use(server.url),
  // The browser notes when it finds nobody at the other end, when a page explains itself, and what a host got wrong.
  expectedMessages: /^error: Failed to load resource: (net::ERR_CONNECTION_REFUSED|.* status of 503)|^warning: .*application\/wasm/,
});

export const offlineWord = (page) => page.getByRole('main').getByText('Available offline');
export const explanation = (page) => page.getByRole('alert').filter({ visible: true });
export const newEdition = (page) => page.getByRole('status').filter({ hasText: 'A new edition is there' });

/** Opens the page and waits until it is kept. */
export async function openAndKeep(page, address = '') {
  await page.goto(`./${address}`);
  await expect(offlineWord(page)).toBeVisible();
}

/** Paths of the files of a site that the browser keeps. */
export const keptPaths = (files) => Object.keys(JSON.parse(files.get('files.json')).files);

/** What may happen to a kept file. */
export const DAMAGES = ['deleted', 'emptied', 'flipped', 'swapped'];

/** Does `damage` to the file that the browser keeps for `path`. */
export function damageKept(page, path, damage) {
  return page.evaluate(
    async ([path, damage]) => {
      const name = (await caches.keys()).find((name) => !name.endsWith(' pages'));
      const cache = await caches.open(name);
      const address = new URL(path, document.baseURI).href;
      const kept = await cache.match(address);
      if (damage === 'deleted') return cache.delete(address);
      const bytes = new Uint8Array(await kept.arrayBuffer());
      bytes[bytes.length >> 1] ^= 1;
      const other = (await cache.keys()).find(({ url }) => url !== address);
      const bodies = { emptied: '', flipped: bytes, swapped: (await cache.match(other)).body };
      return cache.put(address, new Response(bodies[damage], { headers: kept.headers }));
    },
    [path, damage],
  );
}

/** Puts `bytes` in place of the file that the browser keeps for `path`. */
export function restoreKept(page, path, bytes) {
  return page.evaluate(
    async ([path, base64]) => {
      const name = (await caches.keys()).find((name) => !name.endsWith(' pages'));
      const cache = await caches.open(name);
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      await cache.put(new URL(path, document.baseURI).href, new Response(bytes));
    },
    [path, bytes.toString('base64')],
  );
}

/** Paths of those kept files that are not what the site has. */
export async function differing(page, files) {
  const kept = await page.evaluate(async (paths) => {
    const name = (await caches.keys()).find((name) => !name.endsWith(' pages'));
    const cache = await caches.open(name);
    const hash = async (path) => {
      const response = await cache.match(new URL(path, document.baseURI).href);
      const digest = await crypto.subtle.digest('SHA-256', (await response?.arrayBuffer()) ?? new Uint8Array());
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    return Promise.all(paths.map(async (path) => [path, await hash(path)]));
  }, keptPaths(files));
  return kept.filter(([path, hash]) => hash !== createHash('sha256').update(files.get(path)).digest('hex')).map(([path]) => path);
}
