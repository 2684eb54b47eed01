// The service worker: keeps whole editions of the site, and answers from them when the network is gone, or slow,
// or holds another edition by now.
//
// An edition is a set of files that belong together, each known by its SHA-256; finishing a site writes that list
// into the line below, so that any change makes another worker. What holds:
//
// * A worker becomes active only when every file of its edition lies here and is what the list says. Otherwise
//   (a file missing, cut short, another) the edition is refused, and the one before goes on.
// * A file is checked each time it is read. One that is damaged or gone is fetched again and checked; where that
//   fails, the page is not put together from parts but a sentence says so.
// * A page is answered from the edition it was loaded with, as long as it is open, whatever has been deployed
//   since; a page that is loaded anew gets the newest. Editions never share a cache.
// * Only files of the list are kept and answered. All else goes to the network, untouched.
//
// Why not Workbox: its precaching tells versions apart by name and revision but never looks at what has arrived,
// so a truncated or foreign answer with status 200 is kept for good; it has one cache, which is cleared under the
// feet of old tabs; and it weighs more than this file and needs a build of its own. All of the above would have
// to be written on top of it.
"use strict";

const EDITION = { id: "", files: {} };
// The build writes into this one what is said below, by language (communique-words).
const WORDS = {};

const SCOPE = registration.scope;
// Sites below one origin share its storage. No address holds a space, so that no prefix begins another.
const PREFIX = `communique ${SCOPE} `;
const FRONT = "index.html";

const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.waitUntil(report(event)));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  event.respondWith(request.mode === "navigate" ? page(event) : part(event));
});

/** Gathers the edition, or throws, and then this worker is dropped. What has arrived by then is not fetched again. */
async function install() {
  const missing = await mend(EDITION);
  if (missing.length > 0) throw new Error(`edition ${EDITION.id} is not whole: ${missing.join(", ")}`);
  await skipWaiting();
}

async function activate() {
  await clients.claim();
  for (const client of await clients.matchAll()) {
    client.postMessage({ edition: EDITION.id, isKept: true });
  }
}

/** Tells a page which edition is the newest here, and whether all of it is. The page says which one it is itself. */
async function report({ source, data }) {
  await spokenLast(data.language);
  if (!(await editionOf(source.id))) await note(source.id, data.edition);
  const missing = await mend(EDITION);
  source.postMessage({ edition: EDITION.id, isKept: missing.length === 0 });
  await sweep();
}

/** The answer to a navigation: this worker's edition, whole, or the network's word, or a sentence. */
async function page({ request, resultingClientId }) {
  const isFront = (pathOf(request.url) || FRONT) === FRONT;
  const missing = await mend(EDITION);
  const front = isFront && missing.length === 0 && (await kept(EDITION.id, FRONT, EDITION.files[FRONT]));
  if (front) {
    await note(resultingClientId, EDITION.id);
    return front;
  }
  try {
    const response = await fetch(request);
    if (response.ok || !isFront) {
      await note(resultingClientId, NETWORK);
      return response;
    }
  } catch {
    // No network: what can be said about it stands below.
  }
  await note(resultingClientId, EDITION.id);
  return explain(isFront ? DAMAGED : ELSEWHERE, missing);
}

/** The answer to any other request: the file as it is in the edition of the page that asks. */
async function part({ request, clientId }) {
  const edition = (await editionOf(clientId)) ?? EDITION.id;
  const path = pathOf(request.url);
  const hash = (await filesOf(edition))[path];
  if (!hash) return fetch(request);
  const answer = await kept(edition, path, hash);
  if (answer) return answer;
  const fresh = await fetched(path, hash);
  // A copy that the reader has forgotten must not come back by itself.
  if (fresh && (await caches.has(PREFIX + edition))) await keep(edition, path, fresh.clone());
  return fresh ?? Response.error();
}

// Editions.

/** Fetches whatever is missing or damaged in the edition. Gives the paths that could not be had. */
async function mend({ id, files }) {
  const paths = Object.keys(files);
  const missing = await Promise.all(
    paths.map(async (path) => {
      if (await kept(id, path, files[path])) return [];
      // Another edition may hold the same file.
      const found = (await verified(path, await caches.match(at(path)), files[path])) ?? (await fetched(path, files[path]));
      if (found) await keep(id, path, found);
      return found ? [] : [path];
    }),
  );
  const list = await caches.match(at("?files"), { cacheName: PREFIX + id });
  if (!list) await keep(id, "?files", new Response(JSON.stringify(files)));
  return missing.flat();
}

/** The file `path` of an edition, if it is here and is what its hash says. */
async function kept(edition, path, hash) {
  return verified(path, await caches.match(at(path), { cacheName: PREFIX + edition }), hash);
}

async function keep(edition, path, response) {
  const cache = await caches.open(PREFIX + edition);
  await cache.put(at(path), response);
}

/** The file `path` from the network, if it is what its hash says. */
async function fetched(path, hash) {
  // The browser's own cache may hold an older file of that name, hence the second try.
  for (const cache of ["default", "reload"]) {
    try {
      const response = await fetch(at(path), { cache });
      const right = response.ok && (await verified(path, response, hash));
      if (right) return right;
    } catch {
      // No network, or an answer that broke off.
    }
  }
  return undefined;
}

/** `response` if its bytes are what the hash says, as what the page needs `path` to be, whatever the host calls it. */
async function verified(path, response, hash) {
  if (!response) return undefined;
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (hash !== Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")) return undefined;
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  const type = TYPES[path.slice(path.lastIndexOf(".") + 1)];
  if (type) headers.set("content-type", type);
  // A new response: one that was redirected may not answer a navigation.
  return new Response(bytes, { headers });
}

/** The files of an edition with their hashes; none where it is not here. */
async function filesOf(edition) {
  if (edition === EDITION.id) return EDITION.files;
  return json(await caches.match(at("?files"), { cacheName: PREFIX + edition }));
}

/** What a note of this worker holds; nothing where it is gone or damaged. */
async function json(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}

// Pages: which edition each open one was loaded with. Kept on disk, since a worker is stopped when it is idle.

const PAGES = `${PREFIX}pages`;
/** Instead of an edition: a page that came from the network, past what is kept here. */
const NETWORK = "";
/** How long a page may take, in milliseconds, until the browser counts it among the open ones. */
const LOADING = 60_000;

async function note(client, edition) {
  if (!client) return;
  const cache = await caches.open(PAGES);
  await cache.put(at(`?page=${client}`), new Response(JSON.stringify({ edition, since: Date.now() })));
}

/** Notes the language of the page that was open last. */
async function spokenLast(language) {
  const cache = await caches.open(PAGES);
  await cache.put(at("?language"), new Response(JSON.stringify({ language })));
}

/** That language, or else the first of the browser's that something can be said in. */
async function spoken() {
  const { language } = await json(await caches.match(at("?language"), { cacheName: PAGES }));
  const known = [language, ...navigator.languages.map((tag) => tag.slice(0, 2))].find((tag) => tag in WORDS);
  return known ?? "en";
}

async function editionOf(client) {
  return (await json(await caches.match(at(`?page=${client}`), { cacheName: PAGES }))).edition;
}

/** Deletes the editions that are neither the newest nor any open page's. */
async function sweep() {
  const open = new Set((await clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id));
  const pages = await caches.open(PAGES);
  const used = await Promise.all(
    (await pages.keys()).filter(({ url }) => url.includes("?page=")).map(async (request) => {
      const { edition, since = 0 } = await json(await pages.match(request));
      const isGone = !open.has(new URL(request.url).searchParams.get("page")) && Date.now() - since > LOADING;
      if (isGone) await pages.delete(request);
      return isGone ? EDITION.id : edition;
    }),
  );
  for (const name of await caches.keys()) {
    // The cache of an edition that is being gathered looks unused.
    if (registration.installing || registration.waiting) return;
    const edition = name.startsWith(PREFIX) && name !== PAGES && name.slice(PREFIX.length);
    if (edition && edition !== EDITION.id && !used.includes(edition)) await caches.delete(name);
  }
}

// Addresses, and what is said.

const at = (path) => new URL(path, SCOPE).href;
const pathOf = (address) => address.split(/[?#]/, 1)[0].slice(SCOPE.length);

/** What is wrong, by the keys of its words, and where the way out leads. */
const DAMAGED = { key: "damaged", href: "" };
const ELSEWHERE = { key: "elsewhere", href: SCOPE };

/** A page that says what is wrong, in the site's own style as far as that is not among the `missing` files. */
async function explain({ key, href }, missing) {
  const language = await spoken();
  const { [key]: title, [`${key}_text`]: text, [`${key}_link`]: label } = WORDS[language];
  const styles = Object.keys(EDITION.files).filter((path) => path.endsWith(".css") && !missing.includes(path));
  const html = `<!doctype html>
<html lang="${language}" dir="auto">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  ${styles.map((path) => `<link rel="stylesheet" href="${at(path)}">`).join("\n  ")}
  <header class="masthead"><p class="brand"><a class="brand__name" href="${SCOPE}">Communiqué</a></p></header>
  <div class="desk"><main class="desk__main">
    <h1 class="claim">${title}</h1>
    <p class="failure" role="alert">${text} <a href="${href}">${label}</a>.</p>
  </main></div>
</html>`;
  const headers = { "content-type": TYPES.html, "content-security-policy": "default-src 'none'; style-src 'self'" };
  return new Response(html, { status: 503, headers });
}
