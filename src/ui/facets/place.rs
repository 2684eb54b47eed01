//! One value of a facet on the page.

use leptos::prelude::*;

use communique_engine::{Action, Choice};
use communique_index::Facet;
use communique_ui::browser::controls::KEY;
use communique_ui::dynamic::{attribute, dynamic, dynamic_view, memo};
use communique_ui::link::ViewLink;
use communique_ui::words;
use communique_words::say;

use super::rows::{self, Row};
use crate::store::Store;

/// The place of one value: a checkbox that includes it, and a button that leaves it out. The list hears of both.
///
/// Another answer has other values at the top: a place shows them in turn, where to take it away and make another would
/// cost a click its frame.
#[component]
pub fn Place(facet: Facet, shown: Memo<Vec<Row>>, nth: usize) -> impl IntoView {
    let engine = Store::expect().engine;
    let first = shown.read_untracked()[nth];
    // A place that is just about to go has no row any more.
    let row = memo(move || shown.read().get(nth).copied().unwrap_or(first));
    let (count, choice) = (move || row.get().count, move || row.get().choice);
    let label = move || engine.value_label(facet, row.get().value);
    let key = move || engine.pack().value_key(facet, row.get().value).to_owned();
    let state = dynamic(move || {
        let state = match choice() {
            Choice::Neutral => "",
            Choice::Included => "included",
            Choice::Excluded => "excluded",
        };
        [state, if count() == 0 { " empty" } else { "" }].concat()
    });
    // With the count, which the eye finds at the end of the row.
    let name = dynamic(move || say::FACET_VALUE.fill([&label(), &rows::spoken(count())]));
    let leave_out = dynamic(move || say::FACET_LEAVE_OUT.fill([&label()]));
    view! {
        <li
            class="facet-value"
            {..attribute(KEY, dynamic(key))}
            {..attribute("data-state", state)}
            // As a property, which the page's policy allows, and not as `style:`, which is types of its own.
            prop:style=dynamic(move || format!("--share: {}", row.get().share))
        >
            <label class="facet-value__choice">
                <input
                    class="facet-value__box"
                    type="checkbox"
                    {..attribute("aria-label", name)}
                    prop:checked=move || choice() == Choice::Included
                />
                <span class="facet-value__label">{dynamic(label)}</span>
                <span class="facet-value__count">{dynamic(move || words::number(count()))}</span>
            </label>
            <button
                class="facet-value__exclude"
                type="button"
                // Also what assistive technology calls it.
                {..attribute("title", leave_out)}
                {..attribute("aria-pressed", dynamic(move || (choice() == Choice::Excluded).to_string()))}
            ></button>
            {dynamic_view(move || (count() == 0).then(|| why(facet, key(), &label())))}
        </li>
    }
}

/// The way to why a value has no statements: together with the other filters it gives nothing, and where nothing is found
/// the page tells each way out.
fn why(facet: Facet, key: String, label: &str) -> impl IntoView + use<> {
    let actions = vec![Action::ClearFacet(facet), Action::Choose(facet, key, Choice::Included)];
    view! {
        <ViewLink class="facet-value__why" actions label=say::FACET_WHY.fill([label])>
            {say::FACET_WHY_SHORT.text()}
        </ViewLink>
    }
}
