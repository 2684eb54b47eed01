//! The clipboard. `www/copy.js` writes to it, and makes the two flavours of a statement.

use wasm_bindgen::prelude::*;

/// Words with their source, to paste elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// What was said.
    pub words: String,
    /// Whose words they are, and how they were said. Where it is empty, the words go alone.
    pub by: String,
    /// Where they stand.
    pub source: String,
    /// An address that leads there.
    pub link: String,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = communiqueCopy)]
    fn communique_copy(settle: JsValue, words: &str, by: &str, source: &str, link: &str);
}

/// Puts `text` on the clipboard, and tells `on_done` whether it is there. It is not where the browser has none to
/// offer (an address without TLS) or the reader has not allowed it.
pub fn copy(text: &str, on_done: impl FnOnce(bool) + 'static) {
    copy_cited(&Citation { words: text.to_owned(), ..Citation::default() }, on_done);
}

/// Puts words on the clipboard with their source, as plain text and as HTML; else as [`copy`].
pub fn copy_cited(citation: &Citation, on_done: impl FnOnce(bool) + 'static) {
    let Citation { words, by, source, link } = citation;
    let settle = Closure::once_into_js(move |copied: JsValue| on_done(copied.is_truthy()));
    communique_copy(settle, words, by, source, link);
}
