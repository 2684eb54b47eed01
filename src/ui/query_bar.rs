//! The search box.

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, SubmitEvent};

use communique_engine::Action;
use communique_ui::browser::focus;
use communique_ui::dynamic::{Show, attribute, dynamic, effect};
use communique_words::say;

use crate::store::Store;

/// Id of the input, the same as in the shell of `www/index.html`.
pub const INPUT: &str = "query";

/// The search box: answers while one types.
#[component]
pub fn QueryBar(
    /// Whether the input takes focus, because it had it in the shell.
    focused: bool,
) -> impl IntoView {
    let store = Store::expect();
    let query = dynamic(move || store.question.with(|question| question.query.clone()));
    let is_empty = move || store.question.with(|question| question.query.is_empty());
    let input = NodeRef::<Input>::new();
    effect(move || {
        if focused && input.get().is_some() {
            focus::focus(INPUT);
        }
    });
    let clear = move || {
        store.dispatch(Action::SetQuery(String::new()));
        focus::focus(INPUT);
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !is_empty() {
            event.prevent_default();
            clear();
        }
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        store.settle();
    };
    view! {
        <form class="search" {..attribute("role", "search")} on:submit=on_submit>
            <div class="search__box">
                <svg class="search__glass" viewBox="0 0 16 16" aria-hidden="true">
                    <circle cx="7" cy="7" r="5"></circle>
                    <path d="m11 11 4 4"></path>
                </svg>
                <label class="visually-hidden" {..attribute("for", INPUT)}>{say::SEARCH.text()}</label>
                <input
                    class="search__input"
                    id=INPUT
                    type="search"
                    {..attribute("name", "q")}
                    {..attribute("placeholder", say::SEARCH_HINT.text())}
                    {..attribute("autocomplete", "off")}
                    {..attribute("dir", "auto")}
                    {..attribute("spellcheck", "false")}
                    {..attribute("enterkeyhint", "search")}
                    node_ref=input
                    prop:value=query
                    on:input=move |event| store.type_query(event_target_value(&event))
                    on:keydown=on_key
                />
                <Show
                    when=move || !is_empty()
                    fallback=|| view! { <kbd class="search__key" aria-hidden="true">"/"</kbd> }
                >
                    <button class="search__clear" type="button" {..attribute("aria-label", say::SEARCH_CLEAR.text())} on:click=move |_| clear()>
                        "✕"
                    </button>
                </Show>
            </div>
        </form>
    }
}
