//! The article beside the hit, or over the page on a small screen.

mod layers;
mod proof;

use leptos::prelude::*;

use communique_engine::document::DocumentRepair;
use communique_engine::{Action, DocumentPage, DocumentStatement};
use communique_index::corpus::SegmentRole;
use communique_index::{DocumentIdx, StatementIdx};

use crate::browser::focus;
use crate::store::Store;
use crate::ui::contents::Contents;
use crate::ui::dynamic::{Show, dynamic_view, effect};
use crate::ui::link::ViewLink;
use crate::ui::sheet::Sheet;
use crate::words;
use layers::{Layer, Line, Run};
use proof::Proof;

/// Id of the article's heading, which takes focus when an article opens.
pub const HEADING: &str = "article-title";
/// Id of what scrolls around the article.
const SCROLLER: &str = "article";

/// The open article where there is room beside the statements, else in a sheet.
#[component]
pub fn DocumentPanel(
    /// Whether the screen is wide enough for a third column.
    is_wide: ReadSignal<bool>,
) -> impl IntoView {
    let store = Store::expect();
    let is_open = Signal::derive(move || store.document.get().is_some());
    let article = move || store.document.get().map(|idx| view! { <Article idx /> });
    let beside = move || {
        view! {
            <aside class="desk__side" aria-labelledby=HEADING>
                <div class="desk__side-head">
                    <p>"Article"</p>
                    <button
                        class="close-button"
                        type="button"
                        aria-label="Close the article"
                        on:click=move |_| store.close_document()
                    >
                        "✕"
                    </button>
                </div>
                <div class="desk__side-body" id=SCROLLER>
                    {dynamic_view(article)}
                </div>
            </aside>
        }
    };
    let contents = || {
        view! {
            <aside class="desk__side" aria-label="Articles">
                <div class="desk__side-body">
                    <Contents />
                </div>
            </aside>
        }
    };
    let over = move || {
        view! {
            <Sheet is_open title="Article" on_close=move |()| store.close_document()>
                <div class="sheet__body" id=SCROLLER>
                    {dynamic_view(article)}
                </div>
            </Sheet>
        }
    };
    view! {
        <Show when=move || is_wide.get() fallback=over>
            <Show when=move || is_open.get() fallback=contents>
                {beside}
            </Show>
        </Show>
    }
}

/// One article: its facts, its lines, where its bytes are.
#[component]
fn Article(idx: DocumentIdx) -> impl IntoView {
    let store = Store::expect();
    let page = StoredValue::new(store.engine.document(idx));
    let layer = RwSignal::new(Layer::Published);
    let lines = dynamic_view(move || {
        let lines = layers::lines(layer.get(), &page.read_value());
        lines.into_iter().map(|line| view! { <ArticleLine line page /> }).collect_view()
    });
    effect(move || {
        if let Some(idx) = store.statement.get() {
            request_animation_frame(move || focus::scroll_within(SCROLLER, &said_id(idx)));
        }
    });
    let (title, facts, n_removed) = {
        let page = page.read_value();
        (page.title.clone(), facts(&page), n_removed(&page))
    };
    view! {
        <h2 class="document__title" id=HEADING tabindex="-1">
            {title}
        </h2>
        <p class="document__meta">{facts}</p>
        <Layers layer n_removed />
        <div class="prose">{lines}</div>
        <Proof page />
    }
}

/// Id of the element that shows the beginning of a statement in the article.
fn said_id(idx: StatementIdx) -> String {
    format!("said-{}", idx.0)
}

/// When and where an article was published, as far as it says so, and how much it holds.
fn facts(page: &DocumentPage) -> String {
    let date = page.date.map_or("undated".to_owned(), words::long_date);
    let date = match page.date_note.as_str() {
        "" => date,
        note => format!("{date}, {note}"),
    };
    let outlet = page.outlet.as_deref().unwrap_or("outlet not stated");
    let statements = words::count(page.statements.len(), "statement", "statements");
    format!("{date} · {outlet} · {statements}")
}

fn n_removed(page: &DocumentPage) -> usize {
    page.segments.iter().filter(|segment| segment.role == SegmentRole::Boilerplate).count()
}

/// The choice between the article's layers.
#[component]
fn Layers(layer: RwSignal<Layer>, n_removed: usize) -> impl IntoView {
    let option = move |choice: Layer, label: String| {
        view! {
            <label>
                <input
                    type="radio"
                    name="layer"
                    prop:checked=move || layer.get() == choice
                    on:change=move |_| layer.set(choice)
                />
                {label}
            </label>
        }
    };
    view! {
        <div class="layers" role="radiogroup" aria-label="The article">
            {option(Layer::Published, "As published".to_owned())}
            {option(Layer::Repaired, "As repaired".to_owned())}
            {option(Layer::Removed, format!("Removed lines ({n_removed})"))}
        </div>
    }
}

#[component]
fn ArticleLine(line: Line, page: StoredValue<DocumentPage>) -> impl IntoView {
    let run = |run: Run| {
        let page = page.read_value();
        let text = repaired(run.text, run.repair.and_then(|idx| page.repairs.get(idx)), &page.text);
        match run.statement.and_then(|idx| page.statements.get(idx)) {
            Some(statement) => {
                let statement = statement.clone();
                view! { <Said statement starts=run.starts text /> }.into_any()
            }
            None => text,
        }
    };
    let rule = (!line.rule.is_empty())
        .then(|| view! { <span class="prose__rule">"removed: " {line.rule}</span> });
    view! {
        <p class="prose__line" data-role=line.role.key()>
            <span class="prose__number" aria-hidden="true">
                {line.number}
            </span>
            <span class="prose__text">{line.runs.into_iter().map(run).collect_view()}</span>
            {rule}
        </p>
    }
}

/// Text with a sign of its repair, where it has one.
fn repaired(text: String, repair: Option<&DocumentRepair>, published: &str) -> AnyView {
    let Some(repair) = repair else { return text.into_any() };
    let title = match &published[repair.place.text.clone()] {
        "" => format!("not in the published text: {}", repair.rule),
        published => format!("published: {published} ({})", repair.rule),
    };
    view! { <span class="repaired" title=title>{text}</span> }.into_any()
}

/// Words of a statement: a link that singles it out.
#[component]
fn Said(
    statement: DocumentStatement,
    /// Whether the statement begins here.
    starts: bool,
    text: AnyView,
) -> impl IntoView {
    let store = Store::expect();
    let idx = statement.idx;
    view! {
        <span
            class="said"
            id=starts.then(|| said_id(idx))
            data-hit=move || store.answer.read().statements.contains(&idx).then_some("")
            aria-current=move || (store.statement.get() == Some(idx)).then_some("true")
            title=statement.speaker.label
        >
            <ViewLink class="said__link" actions=vec![Action::SingleOut(Some(statement.id))]>
                {text}
            </ViewLink>
        </span>
    }
}
