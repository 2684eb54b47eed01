//! A modal sheet over the page: filters or an article on a small screen.
//!
//! The browser's own `dialog` keeps focus inside, closes on Escape and gives focus back to where it was.

use leptos::html::Dialog;
use leptos::prelude::*;

use communique_ui::dynamic::{Show, effect};
use communique_words::{Text, say};

/// Shows its children while `is_open`; `on_close` is asked to close it.
#[component]
pub fn Sheet(
    /// Whether it is shown.
    #[prop(into)]
    is_open: Signal<bool>,
    /// What it is called, for its heading and for assistive technology.
    title: Text,
    /// The reader wants to be rid of it.
    #[prop(into)]
    on_close: Callback<()>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    effect(move || {
        if let Some(dialog) = dialog.get() {
            match (is_open.get(), dialog.open()) {
                (true, false) => _ = dialog.show_modal(),
                (false, true) => dialog.close(),
                (true, true) | (false, false) => {}
            }
        }
    });
    let on_escape = move |_| {
        if is_open.get_untracked() {
            on_close.run(());
        }
    };
    view! {
        <dialog class="sheet" node_ref=dialog aria-label=title.text() on:close=on_escape>
            <div class="sheet__head">
                <p>{title.text()}</p>
                <button class="close-button" type="button" aria-label=say::CLOSE.text() on:click=move |_| on_close.run(())>
                    "✕"
                </button>
            </div>
            <Show when=move || is_open.get()>{children()}</Show>
        </dialog>
    }
}
