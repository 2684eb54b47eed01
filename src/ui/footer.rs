//! Which edition this is, help, and the switch for single-key shortcuts.

use leptos::prelude::*;

use communique_ui::Part;
use communique_ui::dynamic::attribute;
use communique_words::{Stretch, say};

use crate::store::Store;
use crate::ui::drawer::DrawerButton;
use crate::ui::shortcuts::Shortcuts;

/// The foot of the statements.
#[component]
pub fn Footer() -> impl IntoView {
    let shortcuts = Shortcuts::expect();
    let edition = say::FOOT_EDITION.fill([&Store::expect().engine.edition()]);
    let key = |stretch| match stretch {
        Stretch::Words(words) => words.into_any(),
        Stretch::Slot(n) => view! { <kbd>{["/", "?"][n]}</kbd> }.into_any(),
    };
    let keys: Vec<_> = say::FOOT_KEYS.stretches().into_iter().map(key).collect();
    view! {
        <footer class="foot">
            <p>
                <DrawerButton part=Part::Help>{say::FOOT_HELP.text()}</DrawerButton>
            </p>
            <p class="tnum">{edition}</p>
            <label class="foot__switch">
                <input
                    type="checkbox"
                    prop:checked=move || shortcuts.are_on()
                    on:change=move |event| shortcuts.switch(event_target_checked(&event))
                />
                <span>{keys}</span>
            </label>
            // The languages, filled in by www/language.js.
            <p class="foot__languages" {..attribute("role", "group")} {..attribute("aria-label", say::FOOT_LANGUAGES.text())} id="languages"></p>
            // What is available offline, filled in by www/offline.js.
            <p class="foot__offline" id="offline"></p>
        </footer>
    }
}
