//! The open article: every line of the file, with what was said in it, in three layers.

mod layers;
mod proof;
mod verify;
mod voices;
mod wrong;

use leptos::prelude::*;

use communique_engine::document::DocumentRepair;
use communique_engine::{Action, DocumentPage, DocumentStatement};
use communique_index::corpus::SegmentRole;
use communique_index::{DocumentIdx, StatementIdx};
use communique_ui::browser::{focus, storage};
use communique_ui::dynamic::{dynamic, dynamic_view, effect};
use communique_ui::link::ViewLink;
use communique_ui::{ARTICLE_SCROLLER, NEXT_STATEMENT, PREVIOUS_STATEMENT, Reading, kept, words};
use communique_words::{Text, say};

use crate::radio::radio;

use layers::{Layer, Line, Run};
use proof::Proof;
use voices::{Voice, color, neighbors, voices};
use wrong::Wrong;

/// The open article: its facts, its lines, where its bytes are. Its title and frame are the page's.
#[component]
pub fn OpenArticle() -> impl IntoView {
    let reading = Reading::expect();
    dynamic_view(move || reading.document().map(|idx| view! { <Article idx /> }))
}

#[component]
fn Article(idx: DocumentIdx) -> impl IntoView {
    let reading = Reading::expect();
    let page = StoredValue::new(reading.engine.document(idx));
    let layer = RwSignal::new(Layer::Published);
    let voices = StoredValue::new(page.with_value(voices));
    let lines = dynamic_view(move || {
        let lines = layers::lines(layer.get(), &page.read_value());
        lines.into_iter().map(|line| view! { <ArticleLine line page voices /> }).collect_view()
    });
    effect(move || {
        if let Some(idx) = reading.statement() {
            request_animation_frame(move || focus::scroll_within(ARTICLE_SCROLLER, &said_id(idx)));
        }
    });
    let (facts, n_removed) = {
        let page = page.read_value();
        (facts(&page), n_removed(&page))
    };
    view! {
        <p class="document__meta">{facts}</p>
        <Steps page />
        <Wrong page />
        <Voices voices />
        <Layers layer n_removed />
        <div class="prose" lang=reading.engine.site().language>{lines}</div>
        <Proof page />
    }
}

/// Id of the element that shows the beginning of a statement in the article.
fn said_id(idx: StatementIdx) -> String {
    format!("said-{}", idx.0)
}

/// When and where an article was published, as far as it says so, and how much it holds.
fn facts(page: &DocumentPage) -> String {
    let date = page.date.map_or(say::UNDATED.text().to_owned(), words::long_date);
    let date = match page.date_note.as_str() {
        "" => date,
        note => say::ARTICLE_DATE_NOTE.fill([&date, note]),
    };
    let outlet = page.outlet.as_deref().unwrap_or(say::ARTICLE_OUTLET_UNSTATED.text());
    let statements = say::STATEMENTS.of(page.statements.len());
    say::ARTICLE_FACTS.fill([&date, outlet, &statements])
}

fn n_removed(page: &DocumentPage) -> usize {
    page.segments.iter().filter(|segment| segment.role == SegmentRole::Boilerplate).count()
}

/// The way to the statement before and behind, of those that answer the view; of all where none does.
#[component]
fn Steps(page: StoredValue<DocumentPage>) -> impl IntoView {
    let reading = Reading::expect();
    let step = |id: &'static str, class: &'static str, text: Text, to: Option<StatementIdx>| {
        let Some(to) = to else {
            return view! { <span class="steps__none">{text.text()}</span> }.into_any();
        };
        let key = Reading::expect().engine.pack().statement_id(to).to_owned();
        view! {
            <span id=id>
                <ViewLink class=class actions=vec![Action::SingleOut(Some(key))]>
                    {text.text()}
                </ViewLink>
            </span>
        }
        .into_any()
    };
    let steps = dynamic_view(move || {
        let answer = reading.answer.read();
        let page = page.read_value();
        let all: Vec<_> = page.statements.iter().map(|said| said.idx).collect();
        let hits: Vec<_> =
            all.iter().copied().filter(|idx| answer.statements.contains(idx)).collect();
        let stops = if hits.is_empty() { all } else { hits };
        let [previous, next] = neighbors(&stops, reading.statement());
        view! {
            {step(PREVIOUS_STATEMENT, "steps__link", say::ARTICLE_PREVIOUS, previous)}
            {step(NEXT_STATEMENT, "steps__link", say::ARTICLE_NEXT, next)}
        }
    });
    let star = dynamic_view(move || {
        let idx = reading.statement()?;
        let id = reading.engine.pack().statement_id(idx).to_owned();
        Some(view! { <Star id /> })
    });
    view! {
        <nav class="steps" aria-label=say::ARTICLE_STEPS.text()>
            {steps}
            {star}
        </nav>
    }
}

/// Keeps a statement in this browser, or no longer.
#[component]
fn Star(id: String) -> impl IntoView {
    let is_kept = RwSignal::new(kept::read(storage::get(kept::STARS)).contains(&id));
    let turn = move |_| {
        // Another tab may have kept more meanwhile, so storage is asked and not what was once read of it.
        let mut stars = kept::read(storage::get(kept::STARS));
        kept::turn(&mut stars, &id);
        storage::set(kept::STARS, kept::write(&stars).as_deref());
        is_kept.set(stars.contains(&id));
    };
    view! {
        <button
            class="quiet-button star"
            type="button"
            aria-pressed=dynamic(move || is_kept.get().to_string())
            on:click=turn
        >
            {say::ARTICLE_STAR.text()}
        </button>
    }
}

/// Who speaks, in the colours that mark their words.
#[component]
fn Voices(voices: StoredValue<Vec<Voice>>) -> impl IntoView {
    let voice = |(place, voice): (usize, &Voice)| {
        let name = if voice.speaker.label.is_empty() {
            say::VALUE_UNRESOLVED.text()
        } else {
            &voice.speaker.label
        };
        view! {
            <li class="voices__voice" data-voice=place.min(voices::N_COLORS - 1).to_string()>
                <span class="voices__name">{name.to_owned()}</span>
                " "
                <span class="voices__count tnum">{words::number(voice.n_statements)}</span>
            </li>
        }
    };
    let voices = voices.with_value(|voices| voices.iter().enumerate().map(voice).collect_view());
    view! {
        <ul class="voices" aria-label=say::ARTICLE_VOICES.text()>
            {voices}
        </ul>
    }
}

/// The choice between the article's layers.
#[component]
fn Layers(layer: RwSignal<Layer>, n_removed: usize) -> impl IntoView {
    let option = move |of, label| radio("layer", layer, of, label);
    view! {
        <div class="layers" role="radiogroup" aria-label=say::ARTICLE_LAYERS.text()>
            {option(Layer::Published, say::ARTICLE_PUBLISHED.text().to_owned())}
            {option(Layer::Repaired, say::ARTICLE_REPAIRED.text().to_owned())}
            {option(Layer::Removed, say::ARTICLE_REMOVED.fill([&words::number(n_removed)]))}
        </div>
    }
}

#[component]
fn ArticleLine(
    line: Line,
    page: StoredValue<DocumentPage>,
    voices: StoredValue<Vec<Voice>>,
) -> impl IntoView {
    let run = |run: Run| {
        let page = page.read_value();
        let text = repaired(run.text, run.repair.and_then(|idx| page.repairs.get(idx)), &page.text);
        match run.statement.and_then(|idx| page.statements.get(idx)) {
            Some(statement) => {
                let statement = statement.clone();
                let voice = voices.with_value(|voices| color(voices, &statement.speaker.key));
                view! { <Said statement voice starts=run.starts text /> }.into_any()
            }
            None => text,
        }
    };
    let rule = (!line.rule.is_empty()).then(
        || view! { <span class="prose__rule">{say::ARTICLE_REMOVED_BY.fill([&line.rule])}</span> },
    );
    view! {
        <p class="prose__line" dir="auto" data-role=line.role.key()>
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
        "" => say::REPAIR_ADDED.fill([&repair.rule]),
        published => say::REPAIR_OF.fill([published, &repair.rule]),
    };
    view! { <span class="repaired" title=title>{text}</span> }.into_any()
}

/// Words of a statement: a link that singles it out.
#[component]
fn Said(
    statement: DocumentStatement,
    /// The colour of its speaker.
    voice: usize,
    /// Whether the statement begins here.
    starts: bool,
    text: AnyView,
) -> impl IntoView {
    let reading = Reading::expect();
    let idx = statement.idx;
    view! {
        <span
            class="said"
            id=starts.then(|| said_id(idx))
            data-hit=move || reading.answer.read().statements.contains(&idx).then_some("")
            aria-current=move || (reading.statement() == Some(idx)).then_some("true")
            data-voice=voice.to_string()
            data-corrected=statement.is_corrected.then_some("")
            data-by=starts.then(|| statement.speaker.label.clone())
            title=statement.speaker.label
        >
            <ViewLink class="said__link" actions=vec![Action::SingleOut(Some(statement.id))]>
                {text}
            </ViewLink>
        </span>
    }
}
