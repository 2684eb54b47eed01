//! The clipboard.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Puts `text` on the clipboard. `false` where the browser has none to offer (an address without TLS) or the
/// reader has not allowed it.
pub async fn copy(text: &str) -> bool {
    // `navigator.clipboard` is undefined outside secure contexts, which its binding does not say.
    let navigator = window().navigator();
    let offered = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    offered && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
