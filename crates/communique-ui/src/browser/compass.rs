//! Moving focus about a picture with the arrow keys: one stop of the Tab key, whatever the number of marks
//! ("roving tabindex", WAI-ARIA Authoring Practices, "Developing a Keyboard Interface").

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, SvgElement};

use super::document;

/// The links of `picture`, in order.
fn links(picture: &Element) -> Vec<Element> {
    let found = picture.get_elements_by_tag_name("a");
    (0..found.length()).filter_map(|nth| found.item(nth)).collect()
}

/// Makes the first link of `picture` the one that the Tab key finds.
pub fn set_up(picture: &Element) {
    if let Some(first) = links(picture).first() {
        _ = first.set_attribute("tabindex", "0");
    }
}

/// Moves focus from link to link of the picture that `event` comes from: to the nearest one in the direction of an
/// arrow key, or to the first or last one.
pub fn on_key(event: &KeyboardEvent) {
    let picture = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let focused = document().active_element();
    let Some((picture, focused)) = picture.zip(focused) else { return };
    let links = links(&picture);
    let next = match event.key().as_str() {
        "ArrowRight" => nearest(&links, &focused, (1.0, 0.0)),
        "ArrowLeft" => nearest(&links, &focused, (-1.0, 0.0)),
        "ArrowDown" => nearest(&links, &focused, (0.0, 1.0)),
        "ArrowUp" => nearest(&links, &focused, (0.0, -1.0)),
        "Home" => links.first(),
        "End" => links.last(),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_ref::<SvgElement>()) {
        _ = focused.set_attribute("tabindex", "-1");
        _ = next.set_attribute("tabindex", "0");
        _ = next.focus();
    }
}

/// The link whose middle lies nearest in a direction. What lies aside counts threefold, so that rows and columns are kept.
fn nearest<'l>(links: &'l [Element], from: &Element, (dx, dy): (f64, f64)) -> Option<&'l Element> {
    let (x, y) = middle(from);
    let distance = |link: &Element| {
        let (other_x, other_y) = middle(link);
        let (ahead_x, ahead_y) = ((other_x - x) * dx, (other_y - y) * dy);
        let aside = ((other_x - x) * dy).abs() + ((other_y - y) * dx).abs();
        let ahead = ahead_x + ahead_y;
        (ahead > 0.5 && link != from).then_some(ahead + 3.0 * aside)
    };
    let near = links.iter().filter_map(|link| Some((link, distance(link)?)));
    near.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(link, _)| link)
}

fn middle(element: &Element) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0)
}
