//! What slides in over the page when it is asked for: files to take away, kept views, help. Each is a part of the
//! annex.

use leptos::prelude::*;

use communique_engine::View;
use communique_ui::Part;
use communique_ui::dynamic::{attribute, views};
use communique_words::{Text, say};

use crate::store::Store;
use crate::ui::annex_part::AnnexPart;
use crate::ui::sheet::Sheet;

/// Which drawer is open. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Drawer {
    /// With the view it was opened at: whatever leads to another shuts it.
    open: RwSignal<Option<(Part, View)>>,
    store: Store,
}

impl Drawer {
    /// All shut.
    pub fn shut(store: Store) -> Self {
        Self { open: RwSignal::new(None), store }
    }

    /// The drawers of the page this component is part of.
    ///
    /// # Panics
    /// Outside the page.
    pub fn expect() -> Self {
        use_context().expect("the page provides its drawers")
    }

    /// Opens the drawer with `part`.
    pub fn open(self, part: Part) {
        self.open.set(Some((part, self.store.view.get_untracked())));
    }

    fn is_open(self, part: Part) -> bool {
        let view = self.store.view.read();
        self.open.with(|open| open.as_ref().is_some_and(|open| open.0 == part && open.1 == *view))
    }

    fn close(self) {
        self.open.set(None);
    }
}

/// The drawers, one of them open at most.
#[component]
pub fn Drawers() -> impl IntoView {
    views(DRAWERS.map(|(part, title)| view! { <OneDrawer part title /> }))
}

/// Parts that have a drawer, with its title.
const DRAWERS: [(Part, Text); 3] =
    [(Part::TakeAway, say::TAKE_AWAY), (Part::Kept, say::KEPT), (Part::Help, say::HELP)];

#[component]
fn OneDrawer(part: Part, title: Text) -> impl IntoView {
    let drawer = Drawer::expect();
    let is_open = move || drawer.is_open(part);
    view! {
        <Sheet is_open title on_close=move |()| drawer.close()>
            <div class="sheet__body">
                <AnnexPart part />
            </div>
        </Sheet>
    }
}

/// A button that opens the drawer with `part`.
#[component]
pub fn DrawerButton(part: Part, children: Children) -> impl IntoView {
    let drawer = Drawer::expect();
    view! {
        <button class="quiet-button" type="button" {..attribute("aria-haspopup", "dialog")} on:click=move |_| drawer.open(part)>
            {children()}
        </button>
    }
}
