//! The edition that is one file, put together in the browser by `www/save.js`.

use wasm_bindgen::prelude::*;
use web_sys::Blob;

use super::{document, modules};

/// Name of the script's `meta` element in `www/index.html`. An edition that is one file has none.
const NAME: &str = "communique-save";

#[wasm_bindgen]
extern "C" {
    type Saver;
    #[wasm_bindgen(method, js_name = oneFile)]
    fn one_file(this: &Saver, settle: JsValue);
}

/// Whether this page can be put into one file.
pub fn is_offered() -> bool {
    document().query_selector(&format!("meta[name={NAME}]")).is_ok_and(|found| found.is_some())
}

/// Puts it together and gives it to `on_settled`, or `None` where a part of it cannot be had. `attempt` counts from
/// 0; each must differ from those before.
pub fn assemble(attempt: u32, on_settled: impl FnOnce(Option<Blob>) + 'static) {
    modules::load(NAME, attempt, move |saver: Option<Saver>| match saver {
        Some(saver) => saver.one_file(Closure::once_into_js(move |file: JsValue| {
            on_settled(file.dyn_into().ok());
        })),
        None => on_settled(None),
    });
}
