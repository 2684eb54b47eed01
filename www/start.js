// Starts the page: loads the module, puts its functions on `window.wasmBindings`, fires
// `TrunkApplicationStarted` as Trunk's own starter does. A failure ends as a sentence with a way out.

const address = (path) => new URL(path, document.baseURI);

/**
 * Loads a module by the name of its `meta` element, which says where its script is, and its wasm if it has one. In an
 * edition of one file the scripts are there already.
 */
async function load(name, query = "") {
  const { content, dataset } = document.querySelector(`meta[name="${name}"]`);
  const bindings = window.communiqueScripts?.[name] ?? (await import(address(content + query)));
  const wasm = dataset.wasm && (await bindings.default({ module_or_path: address(dataset.wasm + query) }));
  return { bindings, wasm };
}

/**
 * What the page calls to load a further module on first use: gives its functions to `settle`, or nothing where
 * it does not arrive. Some browsers remember for good that a script did not come, so each further attempt asks
 * for another address.
 */
window.communiqueLoad = (name, attempt, settle) => {
  load(name, attempt ? `?attempt=${attempt}` : "").then(
    ({ bindings }) => settle(bindings),
    () => settle(),
  );
};

/** Fetches the pack of a large collection, which lies beside the module, and shows how far it is. */
async function fetchPack({ content, dataset }) {
  const response = await fetch(address(content));
  if (!response.ok) throw new Error(`${content}: ${response.status}`);
  const bytes = new Uint8Array(Number(dataset.size));
  const bar = document.getElementById("progress");
  let arrived = 0;
  bar.hidden = false;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, arrived);
    arrived += value.length;
    bar.value = arrived / bytes.length;
  }
  return bytes.buffer;
}

/**
 * The part of the script interface that the annex answers: promises of what `communique query --format figures` and
 * `communique values` print.
 */
function withAnnex(bindings) {
  const values = async (question, facet, typed = "") => {
    const view = bindings.format(question).slice(1);
    const { bindings: annex } = await load("communique-annex");
    annex.is_open() || annex.open(new Uint8Array(bindings.pack()));
    return annex.tell(view, facet, typed);
  };
  return { ...bindings, values, figures: (view) => values(view) };
}

/** Has everything said in the language that www/watch.js found; in English, which is there, where its words cannot be had. */
async function speak() {
  const root = document.documentElement;
  const meta = document.querySelector(`meta[name="communique-words-${root.lang}"]`);
  if (!meta) return;
  try {
    const response = await fetch(address(meta.content));
    if (!response.ok) throw new Error(`${meta.content}: ${response.status}`);
    document.getElementById("words").content.textContent = await response.text();
  } catch {
    root.lang = "en";
    root.removeAttribute("dir");
    document.getElementById("new-edition").textContent = communiqueWord("language_missing");
    return;
  }
  for (const element of document.querySelectorAll("#page [data-word]")) {
    const text = communiqueWord(element.dataset.word);
    if (element.matches("input")) element.placeholder = text;
    else element.textContent = text;
  }
  const start = document.getElementById(`start-${root.lang}`);
  if (start) document.getElementById("start").content.replaceChildren(start.content);
  const page = document.getElementById("page");
  page.removeAttribute("lang");
  page.removeAttribute("dir");
}

try {
  const spoken = speak();
  const pack = document.querySelector('meta[name="communique-pack"]');
  if (pack) window.communiquePack = await fetchPack(pack);
  await spoken;
  const { bindings, wasm } = await load("communique-module");
  window.wasmBindings = withAnnex(bindings);
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (error) {
  const outdated = error instanceof WebAssembly.CompileError || error instanceof SyntaxError;
  dispatchEvent(new CustomEvent("communique-failed", { detail: outdated ? "browser" : "load" }));
}
