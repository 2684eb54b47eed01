//! The pack: inside the module as a custom section, so that another pack can be put into a built page without a
//! compiler; or, where that section is empty, fetched by `www/start.js` from files beside the module: first what the first
//! results need, then the texts that are missing, which it adds.

use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::JsCast;

/// Name of the custom section.
const SECTION: &str = "corpus";

#[cfg(target_arch = "wasm32")]
#[allow(
    unsafe_code,
    reason = "naming a link section is `unsafe`; this one is a custom section, outside the module's memory"
)]
#[unsafe(link_section = "corpus")]
static CORPUS: [u8; include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack")).len()] =
    *include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

/// What `www/start.js` calls the pack that it has fetched, on the window.
const FETCHED: &str = "communiquePack";

/// The bytes of the pack, as far as they have arrived, or `None` where there is none.
pub fn bytes() -> Option<Vec<u8>> {
    let fetched = || Reflect::get(&js_sys::global(), &FETCHED.into()).ok()?.dyn_into().ok();
    inside().or_else(fetched).map(|buffer| Uint8Array::new(&buffer).to_vec())
}

/// The pack inside the module, if it is there, where the browser keeps it.
pub fn inside() -> Option<ArrayBuffer> {
    section().filter(|section| section.byte_length() > 0)
}

fn section() -> Option<ArrayBuffer> {
    // Naming the static makes the compiler emit its section, and no more than that. `#[used]` would keep a
    // second copy of the pack in the module's data.
    #[cfg(target_arch = "wasm32")]
    if (&raw const CORPUS).is_null() {
        return None;
    }
    let module: WebAssembly::Module = wasm_bindgen::module().unchecked_into();
    let sections: Array = WebAssembly::Module::custom_sections(&module, SECTION);
    sections.get(0).dyn_into().ok()
}
