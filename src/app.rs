//! The page: masthead, facets, statements, article.

use leptos::prelude::*;

use communique_engine::{Action, Engine, View};
use communique_ui::browser::links::{self, Followed};
use communique_ui::browser::media;
use communique_ui::dynamic::attribute;
use communique_ui::link::{ViewLink, keep_up};
use communique_ui::{Part, Reading};
use communique_words::say;

use crate::annex::Annex;
use crate::script;
use crate::store::Store;
use crate::ui::chips::Chips;
use crate::ui::claim::Claim;
use crate::ui::document::DocumentPanel;
use crate::ui::drawer::{Drawer, DrawerButton, Drawers};
use crate::ui::facets::FacetRail;
use crate::ui::footer::Footer;
use crate::ui::layouts::Layouts;
use crate::ui::notices::Notices;
use crate::ui::overview::Overview;
use crate::ui::query_bar::QueryBar;
use crate::ui::shortcuts::Shortcuts;
use crate::ui::toast::{Toast, ToastArea};

/// Widths as in `www/styles/layout.css`.
const NARROW: &str = "(max-width: 48rem)";
const WIDE: &str = "(min-width: 72.01rem)";

/// The whole page over one opened corpus.
#[component]
pub fn App(
    /// The opened corpus.
    engine: &'static Engine,
    /// What was typed into the shell's search box before the page was there, and whether focus is in it.
    typed: (String, bool),
) -> impl IntoView {
    let store = Store::new(engine);
    script::tell_of_texts(store.arrived);
    provide_context(store);
    provide_context::<Reading>(*store);
    keep_up(*store);
    links::on_followed(move |followed| {
        let (view, _) = match followed {
            Followed::To(address) => View::decode(&address),
            Followed::Adding(address) => store.view.get_untracked().with(&address),
        };
        store.follow(view);
    });
    provide_context(Annex::default());
    let toast = Toast::default();
    provide_context(toast);
    let drawer = Drawer::shut(store);
    provide_context(drawer);
    provide_context(Shortcuts::listen(drawer));
    let (is_narrow, is_wide) = (media::matches(NARROW), media::matches(WIDE));
    let is_sheet_open = RwSignal::new(false);
    let (draft, focused) = typed;
    if !draft.is_empty() {
        store.type_query(draft);
    }
    view! {
        <a class="skip-link" href="#statements">
            {say::SKIP.text()}
        </a>
        <Masthead focused />
        <div class="desk">
            <FacetRail is_narrow is_open=is_sheet_open />
            <main class="desk__main" id="statements" {..attribute("tabindex", "-1")}>
                <Notices />
                <Claim />
                <Chips is_sheet_open />
                <Overview />
                <Layouts />
                <Footer />
            </main>
            <DocumentPanel is_wide />
        </div>
        <Drawers />
        <ToastArea toast />
    }
}

/// Name and size of the collection, and the search box.
#[component]
fn Masthead(
    /// Whether the search box takes focus.
    focused: bool,
) -> impl IntoView {
    let engine = Store::expect().engine;
    let (articles, statements) =
        (say::ARTICLES.of(engine.n_documents()), say::STATEMENTS.of(engine.n_statements()));
    let size = say::MASTHEAD_SIZE.fill([&articles, &statements]);
    view! {
        <header class="masthead">
            <p class="brand">
                <ViewLink class="brand__name" actions=vec![Action::Clear, Action::Close]>
                    "Communiqué"
                </ViewLink>
                <span class="brand__size tnum">{size}</span>
            </p>
            <QueryBar focused />
            <nav class="masthead__acts" {..attribute("aria-label", say::MASTHEAD_ACTS.text())}>
                <DrawerButton part=Part::Kept>{say::KEPT.text()}</DrawerButton>
                <DrawerButton part=Part::Help>{say::HELP.text()}</DrawerButton>
            </nav>
        </header>
    }
}
