//! One statement: who, how, the words, and what leads on from it.

mod citation;

use leptos::prelude::*;

use communique_engine::{Action, Card, Choice, Engine, MarkedText, ValueLabel, View};
use communique_index::StatementIdx;
use communique_ui::browser::{address, clipboard};
use communique_ui::dynamic::{attribute, dynamic, dynamic_view, views};
use communique_ui::link::{AddingLink, href};
use communique_ui::words;
use communique_words::say;

use crate::store::Store;
use crate::ui::toast::Toast;
use citation::citation;

/// Id of the element of a statement in the list.
pub fn card_id(id: &str) -> String {
    format!("statement-{id}")
}

/// A statement as a card.
#[component]
pub fn Statement(
    /// Which one.
    idx: StatementIdx,
    /// Whether the card names its article, because no heading above it does.
    names_article: bool,
    /// Whether the reader sees it without scrolling.
    is_in_sight: bool,
) -> impl IntoView {
    let store = Store::expect();
    let card = store.engine.card(idx, &store.answer.read_untracked());
    let by = by(store, &card);
    let Card { id, countries, themes, steps, file, line, date, title, .. } = card;
    let open = vec![Action::OpenDocument(file), Action::SingleOut(Some(id.clone()))];
    let is_current = dynamic(move || (store.statement() == Some(idx)).to_string());
    let countries = (!countries.is_empty()).then(|| {
        view! {
            <p>
                {say::STATEMENT_ABOUT.text()} " " <span class="listed">{values(countries)}</span>
            </p>
        }
        .into_any()
    });
    let themes = (!themes.is_empty())
        .then(|| view! { <p class="separated">{values(themes)}</p> }.into_any());
    let article = names_article.then(|| {
        let date = date.map_or(say::UNDATED.text().to_owned(), words::short_date);
        view! {
            <p>
                {date} ", " <AddingLink class="statement__value" actions=open.clone() text=title />
            </p>
        }
        .into_any()
    });
    let repeats = repeats(store.engine, idx);
    let class = if is_in_sight { "statement statement--in-sight" } else { "statement" };
    let link = href(&View::default().after(open.clone()));
    view! {
        <article
            class=class
            id=card_id(&id)
            {..attribute("tabindex", "-1")}
            {..attribute("aria-current", is_current)}
        >
            {by} {words_said(store, idx)}
            <div class="statement__foot">
                {countries} {themes} {article} {repeats} <div class="statement__acts">
                    <AddingLink
                        class="statement__act"
                        actions=open
                        text=say::STATEMENT_LINE.fill([&words::number(line as usize)])
                    />
                    <CopyButton idx />
                    // With no filter, so that it holds whatever is chosen here.
                    <a class="statement__act" href=link>
                        {say::STATEMENT_LINK.text()}
                    </a>
                    <Why steps />
                </div>
            </div>
        </article>
    }
}

/// Where else the same is said.
fn repeats(engine: &Engine, idx: StatementIdx) -> Option<AnyView> {
    let pack = engine.pack();
    let link = |other: StatementIdx| {
        let document = pack.statement_document(other);
        let open = Action::OpenDocument(pack.document_file(document).to_owned());
        let single_out = Action::SingleOut(Some(pack.statement_id(other).to_owned()));
        let line = words::number(pack.statement_line(other) as usize);
        let place = say::STATEMENT_PLACE.fill([pack.document_title(document), &line]);
        view! {
            <span>
                <AddingLink class="statement__value" actions=vec![open, single_out] text=place />
            </span>
        }
    };
    let links = views(engine.repeats(idx).into_iter().map(link));
    (!links.is_empty()).then(|| {
        view! { <p>{say::STATEMENT_REPEATS.text()} " " <span class="listed">{links}</span></p> }
            .into_any()
    })
}

/// What was said, with the matches of the query marked; and before it what it is about.
fn words_said(store: Store, idx: StatementIdx) -> impl IntoView {
    let language = store.engine.site().language;
    dynamic_view(move || {
        let said = store.engine.said(idx, &store.answer.read());
        let (topic, content) = said.unwrap_or_else(|| {
            store.arrived.track();
            let text = say::STATEMENT_COMING.text().to_owned();
            (None, MarkedText { text, ..MarkedText::default() })
        });
        let topic = topic.as_ref().map(marked);
        view! {
            {topic.map(|topic| view! { <p class="statement__topic">{topic}</p> }.into_any())}
            <blockquote class="statement__words" {..attribute("lang", language.clone())}>
                {marked(&content)}
            </blockquote>
        }
    })
}

/// Who, in which office, how, to whom.
fn by(store: Store, card: &Card) -> AnyView {
    if card.has_words {
        return said_by(card).into_any();
    }
    // Source and cue come with the words.
    let idx = card.idx;
    let said_by = dynamic_view(move || {
        store.arrived.track();
        said_by(&store.engine.card(idx, &store.answer.read_untracked()))
    });
    said_by.into_any()
}

fn said_by(card: &Card) -> impl IntoView + use<> {
    let (speaker, listeners, cue) =
        (card.speaker.clone(), card.listeners.clone(), card.cue.clone());
    let listeners = (!listeners.is_empty()).then(|| {
        view! {
            <span class="statement__listener">
                {say::STATEMENT_TO.text()} " " <span class="listed">{values(listeners)}</span>
            </span>
        }
        .into_any()
    });
    let corrected = card.is_corrected.then(|| {
        view! { <span class="statement__corrected">{say::STATEMENT_CORRECTED.text()}</span> }
            .into_any()
    });
    view! {
        <p class="statement__by">
            {value(speaker, "statement__speaker")}
            <span class="statement__office">{who(card)}</span> " "
            <span class="statement__cue">{cue}</span> " " {listeners} " " {corrected}
        </p>
    }
}

/// The office between commas; of a speaker who is not known, the words that name them.
fn who(card: &Card) -> String {
    let who = match card.is_resolved {
        false if !card.source.is_empty() => say::CHIP_QUOTED.fill([&card.source]),
        false => String::new(),
        true => card.office.clone(),
    };
    if who.is_empty() { who } else { [", ", &who, ","].concat() }
}

fn values(labels: Vec<ValueLabel>) -> impl IntoView {
    views(labels.into_iter().map(|label| value(label, "statement__value")))
}

/// A facet value that the statement has: a link that includes it, or with the Alt key leaves it out.
fn value(ValueLabel { facet, key, label }: ValueLabel, class: &'static str) -> impl IntoView {
    let choose = |choice| Action::Choose(facet, key.clone(), choice);
    let actions = vec![choose(Choice::Included)];
    view! {
        <span>
            <AddingLink class actions alt=choose(Choice::Excluded) text=label />
        </span>
    }
}

#[component]
fn CopyButton(idx: StatementIdx) -> impl IntoView {
    let (toast, store) = (Toast::expect(), Store::expect());
    let copy = move |_| {
        let card = store.engine.card(idx, &store.answer.read_untracked());
        if !card.has_words {
            return toast.say(say::STATEMENT_COMING);
        }
        let open =
            [Action::OpenDocument(card.file.clone()), Action::SingleOut(Some(card.id.clone()))];
        let link = address::absolute(&View::default().after(open).encode());
        let cited = citation(&card, &store.engine.edition(), link);
        clipboard::copy_cited(&cited, move |is_copied| {
            toast.say(if is_copied { say::STATEMENT_COPIED } else { say::STATEMENT_NOT_COPIED });
        });
    };
    view! {
        <button class="statement__act" type="button" on:click=copy>
            {say::STATEMENT_COPY.text()}
        </button>
    }
}

/// A button that shows the steps from the words that name the source to the speaker. They are made when they are asked
/// for: `details` would cost each card a tree and a style sheet of the browser's own.
#[component]
fn Why(steps: Vec<String>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let listed = move || {
        is_open.get().then(|| {
            let steps = views(steps.iter().cloned().map(|step| view! { <li>{step}</li> }));
            view! { <ol class="why__steps">{steps}</ol> }.into_any()
        })
    };
    view! {
        <button
            class="statement__act"
            type="button"
            {..attribute("aria-expanded", dynamic(move || is_open.get().to_string()))}
            on:click=move |_| is_open.set(!is_open.get_untracked())
        >
            {say::STATEMENT_WHY.text()}
        </button>
        {dynamic_view(listed)}
    }
}

/// Text with the matches of the query marked.
fn marked(text: &MarkedText) -> impl IntoView + use<> {
    let piece = |(piece, is_marked): (&str, bool)| {
        let piece = piece.to_owned();
        if is_marked { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() }
    };
    text.pieces().map(piece).collect::<Vec<_>>()
}
