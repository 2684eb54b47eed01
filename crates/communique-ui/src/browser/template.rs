//! Markup that the build wrote into the page's HTML, and the links in it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlTemplateElement, MouseEvent};

use super::document;

/// Puts a copy of the template with this id into `place`. Nothing where there is no such template.
pub fn fill(place: &Element, id: &str) {
    if let Some(copy) =
        template(id).and_then(|found| found.content().clone_node_with_deep(true).ok())
    {
        _ = place.append_child(&copy);
    }
}

/// The text of the template with this id; empty where there is no such template.
pub fn text(id: &str) -> String {
    template(id).and_then(|found| found.content().text_content()).unwrap_or_default()
}

fn template(id: &str) -> Option<HtmlTemplateElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The query string of the link to another view that a plain click goes to; `None` for any other click, which is
/// the browser's own.
pub fn link_followed(event: &MouseEvent) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    is_plain(event).then(|| link.search())
}

/// Whether a click means to go there here and now: the main button, no modifier.
pub fn is_plain(event: &MouseEvent) -> bool {
    let is_modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !is_modified
}
