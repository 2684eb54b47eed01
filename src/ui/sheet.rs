//! A modal sheet over the page: filters or an article on a small screen.
//!
//! The browser's own `dialog` keeps focus inside, closes on Escape and gives focus back to where it was.

use leptos::html::Dialog;
use leptos::prelude::*;

use communique_ui::dynamic::{Condition, Show, attribute, effect};
use communique_words::{Text, say};

/// Shows its children while `is_open`; `on_close` is asked to close it.
#[component]
pub fn Sheet(
    /// Whether it is shown.
    #[prop(into)]
    is_open: Condition,
    /// What it is called, for its heading and for assistive technology.
    title: Text,
    /// The reader wants to be rid of it.
    #[prop(into)]
    on_close: Callback<()>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let is_shown = is_open.clone();
    effect(move || {
        if let Some(dialog) = dialog.get() {
            match (is_shown.holds(), dialog.open()) {
                (true, false) => _ = dialog.show_modal(),
                (false, true) => dialog.close(),
                (true, true) | (false, false) => {}
            }
        }
    });
    let on_escape = {
        let is_open = is_open.clone();
        move |_| {
            if untrack(|| is_open.holds()) {
                on_close.run(());
            }
        }
    };
    view! {
        <dialog class="sheet" {..attribute("aria-label", title.text())} node_ref=dialog on:close=on_escape>
            <div class="sheet__head">
                <p>{title.text()}</p>
                <button class="close-button" type="button" {..attribute("aria-label", say::CLOSE.text())} on:click=move |_| on_close.run(())>
                    "✕"
                </button>
            </div>
            <Show when=is_open>{children()}</Show>
        </dialog>
    }
}
