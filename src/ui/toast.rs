//! A short word on what an act did, at the foot of the window.

use std::time::Duration;

use leptos::prelude::*;

use communique_ui::browser::timer::Pause;
use communique_ui::dynamic::attribute;
use communique_words::Text;

/// How long a word stays.
const STAY: Duration = Duration::from_secs(4);

/// What is said. A handle: copies speak in the same place.
#[derive(Clone, Copy)]
pub struct Toast {
    text: RwSignal<String>,
    pause: StoredValue<Pause, LocalStorage>,
}

impl Default for Toast {
    fn default() -> Self {
        Self { text: RwSignal::new(String::new()), pause: StoredValue::new_local(Pause::default()) }
    }
}

impl Toast {
    /// The toast of the page this component is part of.
    ///
    /// # Panics
    /// Outside the page.
    pub fn expect() -> Self {
        use_context().expect("the page provides its toast")
    }

    /// Says `text` for a while.
    pub fn say(self, text: Text) {
        self.text.set(text.text().to_owned());
        self.pause.with_value(|pause| pause.then(STAY, move || self.text.set(String::new())));
    }
}

/// Where the toast is read, and heard.
#[component]
pub fn ToastArea(toast: Toast) -> impl IntoView {
    view! {
        <p class="toast" {..attribute("role", "status")}>
            {move || toast.text.get()}
        </p>
    }
}
