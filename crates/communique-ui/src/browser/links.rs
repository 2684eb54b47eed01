//! Links within the page, whoever made them: one listener for all.

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::{document, listen};

/// The attribute of a link that says what it adds to the present view, as a query string.
pub const ADDING: &str = "data-adding";
/// The attribute of a link that says what a click with the Alt key adds.
pub const ALT: &str = "data-alt";

/// What a click on a link within the page asks for, as a query string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Followed {
    /// The view that the link leads to.
    To(String),
    /// What is to be added to the present view.
    Adding(String),
}

/// Calls `handler` for each click on a link within the page that means to go there here and now. Any other, with the
/// middle button or a modifier, is the browser's own.
pub fn on_followed(mut handler: impl FnMut(Followed) + 'static) {
    listen("click", move |event: MouseEvent| {
        if let Some(followed) = followed(&event) {
            event.prevent_default();
            handler(followed);
        }
    });
}

fn followed(event: &MouseEvent) -> Option<Followed> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    // Not by the type of a link: those of a picture are of another.
    let link = target.closest("a[href^='?']").ok()??;
    let is_modified = event.ctrl_key() || event.meta_key() || event.shift_key();
    match (event.button() != 0 || is_modified, event.alt_key()) {
        (true, _) => None,
        (false, true) => link.get_attribute(ALT).map(Followed::Adding),
        (false, false) => match link.get_attribute(ADDING) {
            Some(adding) => Some(Followed::Adding(adding)),
            None => link.get_attribute("href").map(Followed::To),
        },
    }
}

/// Gives each link that adds to the view the address that `href` makes of what it adds.
pub fn readdress(href: impl Fn(&str) -> String) {
    let links = document().get_elements_by_tag_name("a");
    for link in (0..links.length()).filter_map(|nth| links.item(nth)) {
        if let Some(adding) = link.get_attribute(ADDING) {
            _ = link.set_attribute("href", &href(&adding));
        }
    }
}
