// Starts the page: loads the module, puts its functions on `window.wasmBindings`, fires
// `TrunkApplicationStarted` as Trunk's own starter does. A failure ends as a sentence with a way out.
//
// The pack of a large collection lies beside the module, in two files: what the first results need, and the other texts.
// The page is shown with the first; scripts and further modules get to see it when it has both.

const address = (path) => new URL(path, document.baseURI);

/** A promise that is kept when the browser has done what waits: between two pieces of work that would be a long task. */
const free = () => new Promise((resolve) => setTimeout(resolve));

/** The code of a module; or else its address, from where the module's script gets it in its own way, or tells what is wrong. */
const code = async (wasm) => (await WebAssembly.compileStreaming?.(fetch(wasm)).catch(() => {})) ?? wasm;

/** The answer to a request for `content`; none but a sound one. */
async function sound(content, asked) {
  const response = await asked;
  if (!response.ok) throw new Error(`${content}: ${response.status}`);
  return response;
}

/**
 * Gets a module by the name of its `meta` element, which says where its script is, and its wasm if it has one. In an
 * edition of one file the scripts are there already.
 */
function get(name, query = "") {
  const { content, dataset } = document.querySelector(`meta[name="${name}"]`);
  const script = window.communiqueScripts?.[name] ?? import(address(content + query));
  return Promise.all([script, dataset.wasm && code(address(dataset.wasm + query))]);
}

/** Has a module run. */
async function run([bindings, module]) {
  const wasm = module && (await bindings.default({ module_or_path: module }));
  return { bindings, wasm };
}

const load = async (name, query) => run(await get(name, query));

/**
 * What the page calls to load a further module on first use: gives its functions to `settle`, or nothing where
 * it does not arrive. Some browsers remember for good that a script did not come, so each further attempt asks
 * for another address.
 */
window.communiqueLoad = (name, attempt, settle) => {
  const query = attempt ? `?attempt=${attempt}` : "";
  const other = async () => (await Promise.all([load(name, query), texts()]))[0].bindings;
  (name === "communique-annex" ? annex(query) : other()).then(settle, () => settle());
};

let opened;
/** A promise of the annex with the collection open. Where it does not arrive, whoever asks next is another try. */
function annex(query) {
  opened ??= openAnnex(query).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/**
 * The page's pack, part by part. What lies beside the module is fetched once more, from what the browser has kept of it: the
 * page itself does not hold it twice for as long as nobody opens an article.
 */
function packAgain(bindings) {
  const parts = ["pack", "texts"].map(part).filter(Boolean);
  const again = async ({ content }) => {
    const response = await sound(content, fetch(address(content), { cache: "force-cache" }));
    return new Uint8Array(await response.arrayBuffer());
  };
  return parts.length ? Promise.all(parts.map(again)) : [new Uint8Array(bindings.pack())];
}

/** Loads the annex and hands it the page's pack: as it came, in portions. */
async function openAnnex(query) {
  const [{ bindings: annex }, { bindings }] = await Promise.all([load("communique-annex", query), page, texts()]);
  const [pack, rest] = await packAgain(bindings);
  let missing = annex.open(pack);
  for (let at = 0; missing; ) {
    await free();
    missing = annex.add_texts(rest.subarray(at, (at += missing)));
  }
  return annex;
}

/** The `meta` element of a part of the pack, if that lies beside the module. */
const part = (name) => document.querySelector(`meta[name="communique-${name}"]`);

/** Reads a part of the pack into `bytes`, shows on `bar` how far it is, and tells `take` how much is there. */
async function read({ content }, fetched, bytes, bar, take = () => {}) {
  const response = await sound(content, fetched);
  let arrived = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, arrived);
    arrived += value.length;
    bar.value = arrived / bytes.length;
    take(arrived);
  }
  if (arrived < bytes.length) throw new Error(`${content}: ${arrived} of ${bytes.length} bytes`);
}

/** Fetches the first part of the pack, if that lies beside the module. */
async function fetchHead(meta) {
  if (!meta) return;
  const bar = document.getElementById("progress");
  const bytes = new Uint8Array(Number(meta.dataset.size));
  bar.hidden = false;
  await read(meta, fetch(address(meta.content)), bytes, bar);
  window.communiquePack = bytes.buffer;
}

let coming;
/** Asks for the other texts, since all that the first results need has come. They are read when those are shown. */
function askForTexts() {
  const meta = part("texts");
  coming = meta && fetch(address(meta.content));
  coming?.catch(() => {});
}

let shown;
/** The module of the page, once that is shown. */
const page = new Promise((show) => (shown = show));
let whole;
/** How many of the texts' bytes the page has. */
let added = 0;

/** Reads the other texts, and hands them to the page as they come, in the portions it asks for. */
async function fetchTexts(options) {
  const { add_texts } = (await page).bindings;
  let missing = add_texts(new Uint8Array());
  if (!missing) return;
  const meta = part("texts");
  const bytes = new Uint8Array(Number(meta.dataset.size));
  const bar = document.createElement("progress");
  bar.className = "loading-bar";
  bar.setAttribute("aria-label", communiqueWord("texts_coming"));
  say(communiqueWord("texts_coming"), bar);
  const fetched = coming ?? fetch(address(meta.content), options);
  coming = undefined;
  await read(meta, fetched, bytes, bar, (arrived) => {
    while (missing && added + missing <= arrived) {
      const next = add_texts(bytes.subarray(added, added + missing));
      if (next === undefined) throw new Error(`${meta.content}: damaged`);
      [added, missing] = [added + missing, next];
    }
  });
  say();
}

const say = (...words) => document.getElementById("texts").replaceChildren(...words);

/** A promise that is kept when all texts are there. Where they do not arrive, whoever asks next is another try. */
function texts(options) {
  whole ??= fetchTexts(options).then(offer, (error) => {
    whole = undefined;
    const again = document.createElement("button");
    again.type = "button";
    again.className = "quiet-button";
    again.textContent = communiqueWord("texts_again");
    // What the browser has kept of them may be what is wrong.
    again.onclick = () => texts({ cache: "reload" }).catch(() => {});
    say(communiqueWord("texts_missing"), " ", again);
    throw error;
  });
  return whole;
}

/**
 * The part of the script interface that the annex answers: promises of what `communique query --format figures` and
 * `communique values` print.
 */
function withAnnex(bindings) {
  const values = async (question, facet, typed = "") => {
    const view = bindings.format(question).slice(1);
    return (await annex()).tell(view, facet, typed);
  };
  return { ...bindings, values, figures: (view) => values(view) };
}

/** Gives scripts the page's functions, which now have all they answer from. */
async function offer() {
  const { bindings, wasm } = await page;
  window.wasmBindings = withAnnex(bindings);
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
}

/** Has everything said in the language that www/watch.js found; in English, which is there, where its words cannot be had. */
async function speak() {
  const root = document.documentElement;
  const meta = document.querySelector(`meta[name="communique-words-${root.lang}"]`);
  if (!meta) return;
  try {
    const response = await sound(meta.content, fetch(address(meta.content)));
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
  const [module] = await Promise.all([get("communique-module"), fetchHead(part("pack")), speak()]);
  askForTexts();
  await free();
  const { bindings, wasm } = await run(module);
  await free();
  bindings.show();
  // The page has what was in it.
  delete window.communiquePack;
  shown({ bindings, wasm });
  dispatchEvent(new CustomEvent("communique-shown"));
  texts().catch(() => {});
} catch (error) {
  const outdated = error instanceof WebAssembly.CompileError || error instanceof SyntaxError;
  dispatchEvent(new CustomEvent("communique-failed", { detail: outdated ? "browser" : "load" }));
}
