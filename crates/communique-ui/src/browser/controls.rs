//! Controls of a list, heard where the list is.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The attribute of a list's entry with what tells it from the others.
pub const KEY: &str = "data-key";

/// The key of the entry whose control `event` comes from, where that is an element of this name (`button`).
pub fn pressed(event: &Event, name: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let control = target.closest(name).ok()??;
    control.closest("[data-key]").ok()??.get_attribute(KEY)
}
