//! How the answer is laid out: a choice of layouts, and the one chosen. The list is here; the others are a part of
//! the annex.

use leptos::prelude::*;

use communique_engine::{Action, Layout};
use communique_ui::Part;
use communique_ui::dynamic::{Show, attribute, dynamic, views};
use communique_ui::link::href_after;
use communique_words::say;

use crate::store::Store;
use crate::ui::annex_part::AnnexPart;
use crate::ui::drawer::DrawerButton;
use crate::ui::nothing::Nothing;
use crate::ui::results::{FoldLink, Results, SortMenu};

/// The answer in the view's layout; or what to do where nothing answers.
#[component]
pub fn Layouts() -> impl IntoView {
    let store = Store::expect();
    let is_list = move || store.view.read().layout == Layout::List;
    let has_hits = move || store.answer.read().totals.statements > 0;
    view! {
        <Show when=has_hits fallback=|| view! { <Nothing /> }>
            <div class="results-bar">
                <nav class="layouts" {..attribute("aria-label", say::LAYOUTS_NAME.text())}>
                    {views(Layout::ALL.map(|layout| view! { <Tab layout /> }))}
                </nav>
                <DrawerButton part=Part::TakeAway>{say::TAKE_AWAY.text()}</DrawerButton>
                <Show when=is_list>
                    <FoldLink />
                    <SortMenu />
                </Show>
            </div>
            <Show when=is_list fallback=|| view! { <AnnexPart part=Part::Layout /> }>
                <Results />
            </Show>
        </Show>
    }
}

/// The link to a layout of the same answer.
#[component]
fn Tab(layout: Layout) -> impl IntoView {
    let store = Store::expect();
    let is_current = dynamic(move || match store.view.read().layout == layout {
        true => "page".to_owned(),
        false => false.to_string(),
    });
    view! {
        <a class="layouts__link" {..attribute("aria-current", is_current)} href=href_after(vec![Action::LayOut(layout)])>
            {layout.label()}
        </a>
    }
}
