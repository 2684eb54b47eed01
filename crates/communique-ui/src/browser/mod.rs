//! The room that talks to the web platform: address bar, clipboard, focus, media queries, further modules,
//! storage, timers.
//!
//! In and out go plain values. Deliberately absent: what a view, a facet or a statement is. Where a browser
//! refuses something (storage in private mode, the clipboard without permission), that is an answer, not a
//! failure: these functions never panic on what the platform says.

pub mod address;
pub mod clipboard;
pub mod compass;
pub mod controls;
pub mod download;
pub mod focus;
pub mod links;
pub mod media;
pub mod modules;
pub mod one_file;
pub mod storage;
pub mod template;
pub mod timer;
pub mod words;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Window};

/// The window. The page runs nowhere else.
fn window() -> Window {
    web_sys::window().expect("page and annex run in a window")
}

/// The document of the window.
fn document() -> Document {
    window().document().expect("a window has a document")
}

/// Calls `handler` for every `event` on the window, for as long as the page lives.
fn listen<E: JsCast + 'static>(event: &str, mut handler: impl FnMut(E) + 'static) {
    let closure = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        handler(event.unchecked_into());
    });
    // A listener of the page ends with the page, so that nothing is gained by keeping the closure.
    _ = window().add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}
