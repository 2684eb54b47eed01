// Starts the page: loads the module, puts its functions on `window.wasmBindings`, fires
// `TrunkApplicationStarted` as Trunk's own starter does. A failure ends as a sentence with a way out.

const { content: module, dataset } = document.querySelector('meta[name="communique-module"]');
const address = (path) => new URL(path, document.baseURI);

try {
  const bindings = await import(address(module));
  const wasm = await bindings.default({ module_or_path: address(dataset.wasm) });
  window.wasmBindings = bindings;
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (error) {
  const outdated = error instanceof WebAssembly.CompileError || error instanceof SyntaxError;
  dispatchEvent(new CustomEvent("communique-failed", { detail: outdated ? "browser" : "load" }));
}
