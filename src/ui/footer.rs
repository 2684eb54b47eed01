//! What the collection is, and the switch for single-key shortcuts.

use leptos::prelude::*;

use crate::store::Store;
use crate::ui::dynamic::Show;
use crate::ui::shortcuts::Shortcuts;

/// The foot of the statements.
#[component]
pub fn Footer() -> impl IntoView {
    let store = Store::expect();
    let shortcuts = Shortcuts::expect();
    let description = store.engine.pack().site().description;
    view! {
        <footer class="foot">
            <Show when={
                let is_empty = description.is_empty();
                move || !is_empty
            }>
                <p>{description.clone()}</p>
            </Show>
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
        </footer>
    }
}
