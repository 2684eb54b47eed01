//! Modules that are loaded on first use. `www/start.js` loads them as it loads the page's own, and
//! `www/index.html` says where each is, under a name that changes with its content: a page never gets a module
//! of another build.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = communiqueLoad)]
    fn communique_load(name: &str, attempt: u32, settle: JsValue);
}

/// Loads the module `name` and gives its functions to `on_settled`, or `None` where it did not arrive whole.
/// `attempt` counts from 0; each must differ from those before.
pub fn load<M: JsCast>(name: &str, attempt: u32, on_settled: impl FnOnce(Option<M>) + 'static) {
    let settle = Closure::once_into_js(move |module: JsValue| {
        on_settled((!module.is_undefined()).then(|| module.unchecked_into()));
    });
    communique_load(name, attempt, settle);
}
