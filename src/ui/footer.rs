//! Which edition this is, help, and the switch for single-key shortcuts.

use leptos::prelude::*;

use communique_ui::Part;

use crate::store::Store;
use crate::ui::drawer::DrawerButton;
use crate::ui::shortcuts::Shortcuts;

/// The foot of the statements.
#[component]
pub fn Footer() -> impl IntoView {
    let shortcuts = Shortcuts::expect();
    let edition = format!("Edition {}", Store::expect().engine.edition());
    view! {
        <footer class="foot">
            <p>
                <DrawerButton part=Part::Help>"How it works, and how well"</DrawerButton>
            </p>
            <p class="tnum">{edition}</p>
            <label class="foot__switch">
                <input
                    type="checkbox"
                    prop:checked=move || shortcuts.are_on()
                    on:change=move |event| shortcuts.switch(event_target_checked(&event))
                />
                "Keyboard: "
                <kbd>"/"</kbd>
                " goes to the search box, "
                <kbd>"?"</kbd>
                " shows all keys"
            </label>
            // What is available offline, filled in by www/offline.js.
            <p class="foot__offline" id="offline"></p>
        </footer>
    }
}
