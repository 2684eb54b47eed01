//! What the screen is like.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::window;

/// Whether the media query holds, now and as it changes. One listener, for as long as the page lives.
pub fn matches(query: &str) -> RwSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let matches = RwSignal::new(list.as_ref().is_some_and(|list| list.matches()));
    if let Some(list) = list {
        let on_change = Closure::<dyn FnMut(web_sys::Event)>::new({
            let list = list.clone();
            move |_| matches.set(list.matches())
        });
        _ = list.add_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
        on_change.forget();
    }
    matches
}
