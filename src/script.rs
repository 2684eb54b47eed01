//! The script interface: what `window.wasmBindings` offers to scripts on the page, as plain objects and arrays.
//!
//! `search(question)`, `counts(question)`, `patterns(question)`, `statement(id)`, `document(file)`, `parse(address)`,
//! `format(view)`, `corpus()`; and as promises `figures(view)` and `values(question, facet, typed)`, which `www/start.js`
//! adds, since the annex answers them. A question and a view are objects with the keys of an address ([`View::decode`]): text under `q`, `from`,
//! `to`, `sort`, `view`, `kwic`, `doc`, `s`; a list of keys, each behind `!` where it is excluded, under a
//! facet's key; two speakers under `compare`; `true` under `fold`, `country-all` and its like. A wrong value throws an `Error` that names its key; a key
//! that there is not is named in `warnings`. Offsets into texts count UTF-16 code units, as scripts do;
//! offsets into files are bytes of the file as published. Ends are exclusive.

mod arguments;
mod plain;
mod replies;

use std::sync::OnceLock;

use js_sys::Promise;
use leptos::prelude::{Notify, RwSignal};
use wasm_bindgen::prelude::*;

use communique_engine::{Engine, View};
use communique_ui::patterns::PatternSearcher;

use crate::browser::pack;
use arguments::{Arguments, Page};

static ENGINE: OnceLock<&'static Engine> = OnceLock::new();
/// Who wants to know that texts have arrived.
static ARRIVED: OnceLock<RwSignal<()>> = OnceLock::new();

/// Gives scripts the opened corpus. Before that every function throws.
pub fn provide(engine: &'static Engine) {
    ENGINE.get_or_init(|| engine);
}

/// Wakes `arrived` whenever texts have been added to the corpus.
pub fn tell_of_texts(arrived: RwSignal<()>) {
    ARRIVED.get_or_init(|| arrived);
}

/// The statements that answer `question`, from `offset` (default 0), at most `limit` (default 50).
#[wasm_bindgen]
pub fn search(question: JsValue) -> Result<JsValue, JsError> {
    let engine = engine()?;
    let Arguments { view, page, warnings } = Arguments::read(&question, arguments::Of::Search)?;
    if let Some(pattern) = engine.unsearched_patterns(view.question()).first() {
        let first = "before search, await wasmBindings.patterns(the same question)";
        return Err(JsError::new(&format!("q: /{pattern}/ is not searched yet; {first}")));
    }
    let answer = engine.answer(view.question());
    let Page { offset, limit } = page;
    Ok(replies::search(engine, &answer, warnings, offset, limit).to_js())
}

/// Searches the patterns of a question (`/…/` in its `q`): a promise that is kept when `search` has them. The
/// last few are kept.
#[wasm_bindgen]
pub fn patterns(question: JsValue) -> Result<Promise, JsError> {
    let engine = engine()?;
    let Arguments { view, .. } = Arguments::read(&question, arguments::Of::Search)?;
    Ok(Promise::new(&mut |resolve, _| {
        let keep = move || _ = resolve.call0(&JsValue::UNDEFINED);
        if !PatternSearcher::default().search(engine, view.question(), keep.clone()) {
            keep();
        }
    }))
}

/// The total of `question` and the count of every facet value, as numbers alone, in the order in which `search` has
/// the values: for scripts that ask often.
#[wasm_bindgen]
pub fn counts(question: JsValue) -> Result<JsValue, JsError> {
    let engine = engine()?;
    let Arguments { view, .. } = Arguments::read(&question, arguments::Of::Search)?;
    Ok(replies::counts(&engine.answer(view.question())).into())
}

/// One statement with all that is known of it.
#[wasm_bindgen]
pub fn statement(id: &str) -> Result<JsValue, JsError> {
    let engine = engine()?;
    let idx = engine
        .statement(id)
        .ok_or_else(|| JsError::new(&format!("id: there is no statement {id}")))?;
    let answer = engine.answer(View::default().question());
    Ok(replies::statement(engine.card(idx, &answer)).to_js())
}

/// One document with its text and statements, by file name.
#[wasm_bindgen]
pub fn document(file: &str) -> Result<JsValue, JsError> {
    let engine = engine()?;
    let idx = engine
        .document_of(file)
        .ok_or_else(|| JsError::new(&format!("file: there is no document {file}")))?;
    Ok(replies::document(engine.pack(), idx).to_js())
}

/// The view of an address or its query string, as an object that `format` and `search` take, with `warnings`.
#[wasm_bindgen]
pub fn parse(address: &str) -> JsValue {
    let query_string = address.split_once('?').map_or(address, |(_, query_string)| query_string);
    let query_string = query_string.split('#').next().unwrap_or_default();
    let (view, diagnostics) = View::decode(query_string);
    replies::view(&view, diagnostics).to_js()
}

/// The query string of a view, with its `?`; empty for the default view.
#[wasm_bindgen]
pub fn format(view: JsValue) -> Result<String, JsError> {
    let Arguments { view, .. } = Arguments::read(&view, arguments::Of::View)?;
    let query_string = view.encode();
    Ok(if query_string.is_empty() { query_string } else { format!("?{query_string}") })
}

/// What the corpus is and holds.
#[wasm_bindgen]
pub fn corpus() -> Result<JsValue, JsError> {
    Ok(replies::corpus(engine()?).to_js())
}

/// Adds the next texts to the corpus, if there are `bytes`. Gives how many are to come next, 0 when all texts are there;
/// nothing where they do not fit. For `www/start.js`, which hands out the other functions when all are there.
#[wasm_bindgen]
pub fn add_texts(bytes: Vec<u8>) -> Option<usize> {
    // Of a collection that could not be opened nothing is missing: every other function says so.
    let Some(engine) = ENGINE.get() else { return Some(0) };
    if !bytes.is_empty() {
        engine.pack().add_texts(bytes).ok()?;
        ARRIVED.get().inspect(|arrived| arrived.notify());
    }
    Some(engine.pack().n_missing_next())
}

/// The bytes of the collection, for the annex; nothing where they lie beside the module.
#[wasm_bindgen]
pub fn pack() -> JsValue {
    pack::inside().into()
}

fn engine() -> Result<&'static Engine, JsError> {
    ENGINE.get().copied().ok_or_else(|| JsError::new("the collection could not be opened"))
}
