//! The pack inside the module: a custom section, so that another pack can be put into a built page without a
//! compiler.

use js_sys::{Array, ArrayBuffer, Uint8Array, WebAssembly};
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

/// The bytes of the pack, or `None` where the module has no such section.
pub fn bytes() -> Option<Vec<u8>> {
    section().map(|section| Uint8Array::new(&section).to_vec())
}

/// The bytes of the pack where the browser keeps them, a copy each time.
pub fn section() -> Option<ArrayBuffer> {
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
