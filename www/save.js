// Puts the one-file edition together in the browser, from the files of the site that the page is of: over the network
// or, without one, as www/sw.js keeps them. Loaded when a reader first asks for it.
//
// The site holds a plan: text, path, text, and so on. Text goes in as it is; a path stands for that file,
// compressed with gzip, in base64. `communique build --single` follows the same plan.

const { dataset } = document.querySelector('meta[name="communique-save"]');

async function got(path) {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** The file at `path`, compressed and in base64. */
async function held(path) {
  const { body } = await got(path);
  const compressed = await new Response(body.pipeThrough(new CompressionStream("gzip"))).blob();
  const reader = new FileReader();
  const read = new Promise((settle, fail) => {
    reader.onload = settle;
    reader.onerror = fail;
  });
  reader.readAsDataURL(compressed);
  await read;
  return reader.result.split(",")[1];
}

async function assembled() {
  const plan = await (await got(dataset.plan)).json();
  const parts = await Promise.all(plan.map((part, place) => (place % 2 ? held(part) : part)));
  return new Blob(parts, { type: "text/html" });
}

/** Gives the whole file to `settle`, or nothing where a part of it cannot be had. */
export function oneFile(settle) {
  assembled().then(settle, () => settle());
}
