//! Controls of a list, heard where the list is.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::timer::after_paint;

/// The attribute of a list's entry (`li`) with what tells it from the others.
pub const KEY: &str = "data-key";

/// The key of the entry whose control `event` comes from, where that is an element of this name (`button`).
pub fn pressed(event: &Event, name: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    key(&target.closest(name).ok()??)
}

/// Lets the checkbox that `event` comes from show what holds for its entry once the next paint is over.
///
/// A press turns it at once. Where that is taken back before the entry has heard of it, nothing changes for the entry.
pub fn recheck(event: &Event, holds: impl FnOnce(&str) -> bool + 'static) {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(checkbox) = target {
        after_paint(move || {
            if let Some(key) = key(&checkbox) {
                checkbox.set_checked(holds(&key));
            }
        });
    }
}

fn key(control: &Element) -> Option<String> {
    control.closest("li").ok()??.get_attribute(KEY)
}
