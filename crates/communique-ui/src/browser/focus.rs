//! Focus, scrolling, and keys pressed anywhere.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::{document, listen, window};

fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Moves focus to the element with this id, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        _ = element.focus_with_options(&options);
    }
}

/// Follows the link inside the element with this id, as a click would. `false` where there is none.
pub fn follow_within(id: &str) -> bool {
    let link = by_id(id).and_then(|element| element.query_selector("a").ok().flatten());
    match link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        Some(link) => {
            link.click();
            true
        }
        None => false,
    }
}

/// Scrolls `scroller` so that the element `id` inside it stands in its upper third; nothing else moves.
pub fn scroll_within(scroller: &str, id: &str) {
    if let (Some(scroller), Some(element)) = (by_id(scroller), by_id(id)) {
        let (frame, place) =
            (scroller.get_bounding_client_rect(), element.get_bounding_client_rect());
        let by = place.top() - frame.top() - frame.height() / 3.0;
        scroller.set_scroll_top(scroller.scroll_top() + by as i32);
    }
}

/// Brings the element with this id into the middle of the page.
pub fn scroll_to(id: &str) {
    if let Some(element) = by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

thread_local! {
    static FOLD: Cell<usize> = const { Cell::new(0) };
    static OPENER: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Remembers where focus is, to give it back later.
pub fn remember() {
    let focused = document().active_element().and_then(|element| element.dyn_into().ok());
    OPENER.set(focused);
}

/// Gives focus back to where it was; to the element `otherwise` if that is gone.
pub fn give_back(otherwise: &str) {
    match OPENER.take().filter(|element| element.is_connected()) {
        Some(element) => _ = element.focus(),
        None => focus(otherwise),
    }
}

/// Moves focus to the element `id` if it is nowhere, because what had it is gone.
pub fn rescue(id: &str) {
    if document().active_element().is_none_or(|active| active.tag_name() == "BODY") {
        focus(id);
    }
}

/// Scrolls the page to its top.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Keeps [`fold`] up to date from now on.
pub fn watch_fold() {
    let note = || {
        let height = window().inner_height().ok().and_then(|height| height.as_f64());
        let fold = window().scroll_y().unwrap_or_default() + height.unwrap_or_default();
        FOLD.set(fold as usize);
    };
    note();
    for change in ["scroll", "resize"] {
        listen(change, move |_: web_sys::Event| note());
    }
}

/// How far down the page was seen when it last was scrolled or resized, in CSS pixels from its top.
///
/// To ask the browser amid a change is to have it lay out what is changed so far.
pub fn fold() -> usize {
    FOLD.get()
}

/// What stands in the input with this id, and whether focus is in it.
pub fn input_state(id: &str) -> Option<(String, bool)> {
    let input = by_id(id)?.dyn_into::<HtmlInputElement>().ok()?;
    let focused = document().active_element().is_some_and(|active| active.id() == id);
    Some((input.value(), focused))
}

/// Takes away everything inside the element with this id and hands it over, empty.
pub fn emptied(id: &str) -> Option<HtmlElement> {
    let element = by_id(id)?.dyn_into::<HtmlElement>().ok()?;
    element.set_text_content(None);
    Some(element)
}

/// Calls `handler` with each single key pressed while focus is not where text is typed and no dialog is open.
/// The handler tells whether it used the key.
pub fn on_free_key(mut handler: impl FnMut(&str) -> bool + 'static) {
    listen("keydown", move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if !modified && !is_typing() && handler(&event.key()) {
            event.prevent_default();
        }
    });
}

fn is_typing() -> bool {
    document().active_element().is_some_and(|element| {
        element
            .matches("input:not([type=checkbox], [type=radio]), select, textarea")
            .unwrap_or(false)
            || element.closest("dialog:modal").is_ok_and(|dialog| dialog.is_some())
    })
}
