//! Markup that the build wrote into the page's HTML.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTemplateElement};

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
