//! The clipboard.

use wasm_bindgen::prelude::*;

use super::window;

/// Puts `text` on the clipboard, and tells `on_done` whether it is there. It is not where the browser has none to
/// offer (an address without TLS) or the reader has not allowed it.
pub fn copy(text: &str, on_done: impl Fn(bool) + Clone + 'static) {
    // `navigator.clipboard` is undefined outside secure contexts, which its binding does not say.
    let navigator = window().navigator();
    let offered = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    if !offered {
        return on_done(false);
    }
    let settle = |copied: bool| {
        let on_done = on_done.clone();
        Closure::once_into_js(move |_: JsValue| on_done(copied))
    };
    // Callbacks rather than a future: the page would have to load what runs futures of promises.
    let written: Thenable = navigator.clipboard().write_text(text).unchecked_into();
    written.then(settle(true), settle(false));
}

#[wasm_bindgen]
extern "C" {
    /// A promise, by the one method that is needed of it.
    type Thenable;
    #[wasm_bindgen(method)]
    fn then(this: &Thenable, done: JsValue, failed: JsValue);
}
