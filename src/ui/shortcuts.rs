//! Single-key shortcuts, and their switch: who dictates to the computer may not want them
//! (WCAG 2.2, success criterion 2.1.4).

use leptos::prelude::*;

use communique_ui::browser::{focus, storage};
use communique_ui::{NEXT_STATEMENT, PREVIOUS_STATEMENT, Part};

use crate::ui::drawer::Drawer;
use crate::ui::query_bar;

/// Kept in storage when the shortcuts are switched off.
const OFF: (&str, &str) = ("communique-shortcuts", "off");

/// Whether single keys do something. A handle: copies are the same switch.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    on: RwSignal<bool>,
}

impl Shortcuts {
    /// Listens for single keys from now on, if the reader has not switched them off.
    pub fn listen(drawer: Drawer) -> Self {
        let shortcuts = Self { on: RwSignal::new(storage::get(OFF.0).as_deref() != Some(OFF.1)) };
        focus::on_free_key(move |key| shortcuts.on.get_untracked() && press(key, drawer));
        shortcuts
    }

    /// The switch of the page this component is part of.
    ///
    /// # Panics
    /// Outside the page.
    pub fn expect() -> Self {
        use_context().expect("the page provides its shortcuts")
    }

    /// Whether single keys do something.
    pub fn are_on(self) -> bool {
        self.on.get()
    }

    /// Switches single keys on or off, and remembers it.
    pub fn switch(self, on: bool) {
        self.on.set(on);
        storage::set(OFF.0, (!on).then_some(OFF.1));
    }
}

/// Does what a single key means. `false` where it means nothing.
fn press(key: &str, drawer: Drawer) -> bool {
    match key {
        "/" => {
            focus::focus(query_bar::INPUT);
            true
        }
        "?" => {
            drawer.open(Part::Help);
            true
        }
        "n" => focus::follow_within(NEXT_STATEMENT),
        "p" => focus::follow_within(PREVIOUS_STATEMENT),
        _ => false,
    }
}
