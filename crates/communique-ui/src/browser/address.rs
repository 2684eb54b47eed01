//! The address bar: what it says, how it is changed, and when the reader goes back or forward.
//!
//! Only the query string is ours. Path and host stay as they are, so that the page works under any of them.
//! Only the page's store changes it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::{document, listen, window};

/// Whether a change of the address is a step that Back undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new entry of the history.
    Push,
    /// The present entry, changed.
    Replace,
}

/// The query string of the address, with its `?`, or nothing.
pub fn query_string() -> String {
    window().location().search().unwrap_or_default()
}

/// Writes `query_string`, without `?`, into the address bar.
pub fn write(query_string: &str, step: Step) {
    let path = window().location().pathname().unwrap_or_default();
    let url = match query_string {
        "" => path,
        _ => format!("{path}?{query_string}"),
    };
    if let Ok(history) = window().history() {
        // A browser refuses after some hundred changes in a few seconds. The view is then ahead of the
        // address until the next change, which is better than to stop.
        _ = match step {
            Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
            Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        };
    }
}

/// The whole address of the page at `query_string`, for pasting elsewhere.
pub fn absolute(query_string: &str) -> String {
    format!("{}?{query_string}", site())
}

/// What `www/one-file.js` calls, on the window, the address that its site has on the web.
const PUBLISHED: &str = "communiqueSite";

/// The whole address of the page, up to where a query string begins. Of an edition that is one file it is that
/// of its site, where that is known: a file of this machine is nobody else's.
pub fn site() -> String {
    let published = Reflect::get(&window(), &PUBLISHED.into()).ok().and_then(|at| at.as_string());
    published.unwrap_or_else(|| {
        let mut address = window().location().href().unwrap_or_default();
        address.truncate(address.find(['?', '#']).unwrap_or(address.len()));
        address
    })
}

/// Calls `handler` with the query string whenever the reader goes back or forward.
pub fn on_travel(mut handler: impl FnMut(String) + 'static) {
    listen("popstate", move |_: web_sys::Event| handler(query_string()));
}

/// Names the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}
