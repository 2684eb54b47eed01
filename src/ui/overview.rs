//! The start page: what the collection is, what is said most in it, and questions to begin with.
//!
//! The build writes it into the page's HTML, as an inert `template`, so that it costs the module nothing.

use leptos::html::Section;
use leptos::prelude::*;

use communique_engine::Layout;
use communique_ui::browser::template;
use communique_ui::dynamic::{Show, attribute, effect};
use communique_words::say;

use crate::store::Store;

/// Id of the template in `www/index.html`.
const TEMPLATE: &str = "start";

/// Above the list of statements as long as nothing is chosen.
#[component]
pub fn Overview() -> impl IntoView {
    let store = Store::expect();
    let is_start =
        move || store.question.read().is_unrestricted() && store.view.read().layout == Layout::List;
    view! {
        <Show when=is_start>
            <Start />
        </Show>
    }
}

#[component]
fn Start() -> impl IntoView {
    let place = NodeRef::<Section>::new();
    effect(move || {
        if let Some(place) = place.get() {
            template::fill(&place, TEMPLATE);
        }
    });
    view! { <section class="start" {..attribute("aria-label", say::START.text())} node_ref=place></section> }
}
