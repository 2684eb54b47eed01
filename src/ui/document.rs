//! The place of the open article: beside the statements, or over the page on a small screen. The article itself
//! is a part of the annex; its title is known here, and takes focus before the annex has arrived.

use leptos::prelude::*;

use communique_ui::dynamic::{Show, attribute, dynamic};
use communique_ui::{ARTICLE_HEADING, ARTICLE_SCROLLER, Part};
use communique_words::say;

use crate::store::Store;
use crate::ui::annex_part::AnnexPart;
use crate::ui::contents::Contents;
use crate::ui::sheet::Sheet;

/// The open article where there is room beside the statements, else in a sheet.
#[component]
pub fn DocumentPanel(
    /// Whether the screen is wide enough for a third column.
    is_wide: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::expect();
    let is_open = move || store.document().is_some();
    let beside = move || {
        view! {
            <aside class="desk__side" {..attribute("aria-labelledby", ARTICLE_HEADING)}>
                <div class="desk__side-head">
                    <p>{say::ARTICLE.text()}</p>
                    <button
                        class="close-button"
                        type="button"
                        {..attribute("aria-label", say::ARTICLE_CLOSE.text())}
                        on:click=move |_| store.close_document()
                    >
                        "✕"
                    </button>
                </div>
                <div class="desk__side-body" id=ARTICLE_SCROLLER>
                    <Article />
                </div>
            </aside>
        }
    };
    let contents = || {
        view! {
            <aside class="desk__side" {..attribute("aria-label", say::ARTICLES_HEAD.text())}>
                <div class="desk__side-body">
                    <Contents />
                </div>
            </aside>
        }
    };
    let over = move || {
        view! {
            <Sheet is_open title=say::ARTICLE on_close=move |()| store.close_document()>
                <div class="sheet__body" id=ARTICLE_SCROLLER>
                    <Article />
                </div>
            </Sheet>
        }
    };
    view! {
        <Show when=move || is_wide.get() fallback=over>
            <Show when=is_open fallback=contents>
                {beside()}
            </Show>
        </Show>
    }
}

/// The open article, whichever it is.
#[component]
fn Article() -> impl IntoView {
    let store = Store::expect();
    let pack = store.engine.pack();
    let title = move || store.document().map(|idx| pack.document_title(idx).to_owned());
    view! {
        <h2 class="document__title" {..attribute("tabindex", "-1")} id=ARTICLE_HEADING>
            {dynamic(move || title().unwrap_or_default())}
        </h2>
        <AnnexPart part=Part::Article />
    }
}
