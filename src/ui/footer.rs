//! What the collection is, and the switch for single-key shortcuts.

use leptos::prelude::*;

use communique_ui::dynamic::Show;

use crate::store::Store;
use crate::ui::shortcuts::Shortcuts;

/// The foot of the statements.
#[component]
pub fn Footer() -> impl IntoView {
    let store = Store::expect();
    let shortcuts = Shortcuts::expect();
    let site = store.engine.pack().site();
    let quality = site.quality.into_iter().map(|sentence| view! { <li>{sentence}</li> });
    let quality = quality.collect::<Vec<_>>();
    let has_quality = !quality.is_empty();
    let quality = has_quality.then(|| {
        view! {
            <details class="foot__quality">
                <summary>"How well the articles are read"</summary>
                <ul>{quality}</ul>
            </details>
        }
    });
    let description = site.description;
    view! {
        <footer class="foot">
            <Show when={
                let is_empty = description.is_empty();
                move || !is_empty
            }>
                <p>{description.clone()}</p>
            </Show>
            {quality}
            <label class="foot__switch">
                <input
                    type="checkbox"
                    prop:checked=move || shortcuts.are_on()
                    on:change=move |event| shortcuts.switch(event_target_checked(&event))
                />
                "Keyboard: "
                <kbd>"/"</kbd>
                " goes to the search box"
            </label>
            // What is available offline, filled in by www/offline.js.
            <p class="foot__offline" id="offline"></p>
        </footer>
    }
}
