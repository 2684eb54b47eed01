//! One statement: who, how, the words, and what leads on from it.

mod citation;

use leptos::prelude::*;

use communique_engine::{Action, Card, Choice, Engine, MarkedText, ValueLabel, View};
use communique_index::StatementIdx;
use communique_ui::browser::{address, clipboard};
use communique_ui::dynamic::{attribute, dynamic, dynamic_view, memo, views};
use communique_ui::link::ViewLink;
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
) -> impl IntoView {
    let store = Store::expect();
    let card = memo(move || {
        let mut card = store.engine.card(idx, &store.answer.read());
        if !card.has_words {
            store.arrived.track();
            card.content.text.push_str(say::STATEMENT_COMING.text());
        }
        card
    });
    let Card { id, countries, themes, steps, file, line, date, title, .. } = card.get_untracked();
    let open = vec![Action::OpenDocument(file), Action::SingleOut(Some(id.clone()))];
    let is_singled_out = memo(move || store.statement() == Some(idx));
    let is_current = dynamic(move || is_singled_out.get().to_string());
    let topic = dynamic_view(move || {
        let topic = card.with(|card| card.topic.as_ref().map(marked));
        topic.map(|topic| view! { <p class="statement__topic">{topic}</p> }.into_any())
    });
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
                {date} ", " <ViewLink class="statement__value" actions=open.clone()>{title}</ViewLink>
            </p>
        }
        .into_any()
    });
    let repeats = repeats(store.engine, idx);
    let language = store.engine.site().language;
    view! {
        <article
            class="statement"
            id=card_id(&id)
            {..attribute("tabindex", "-1")}
            {..attribute("aria-current", is_current)}
        >
            {by(card)} {topic}
            <blockquote class="statement__words" {..attribute("lang", language)}>
                {dynamic_view(move || card.with(|card| marked(&card.content)))}
            </blockquote>
            <div class="statement__foot">
                {countries} {themes} {article} {repeats} <div class="statement__acts">
                    <ViewLink class="statement__act" actions=open.clone()>
                        {say::STATEMENT_LINE.fill([&words::number(line as usize)])}
                    </ViewLink>
                    <CopyButton card open=open.clone() />
                    <ViewLink class="statement__act" actions=permalink(open)>
                        {say::STATEMENT_LINK.text()}
                    </ViewLink>
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
                <ViewLink class="statement__value" actions=vec![open, single_out]>
                    {place}
                </ViewLink>
            </span>
        }
    };
    let links = views(engine.repeats(idx).into_iter().map(link));
    (!links.is_empty()).then(|| {
        view! { <p>{say::STATEMENT_REPEATS.text()} " " <span class="listed">{links}</span></p> }
            .into_any()
    })
}

/// Who, in which office, how, to whom.
fn by(card: Memo<Card>) -> impl IntoView {
    let Card { speaker, listeners, is_corrected, .. } = card.get_untracked();
    // These two come with the words.
    let who = dynamic(move || card.with(who));
    let cue = dynamic(move || card.with(|card| card.cue.clone()));
    let listeners = (!listeners.is_empty()).then(|| {
        view! {
            <span class="statement__listener">
                {say::STATEMENT_TO.text()} " " <span class="listed">{values(listeners)}</span>
            </span>
        }
        .into_any()
    });
    let corrected = is_corrected.then(|| {
        view! { <span class="statement__corrected">{say::STATEMENT_CORRECTED.text()}</span> }
            .into_any()
    });
    view! {
        <p class="statement__by">
            {value(speaker, "statement__speaker")} <span class="statement__office">{who}</span> " "
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
    let choose = |choice| vec![Action::Choose(facet, key.clone(), choice)];
    view! {
        <span>
            <ViewLink class actions=choose(Choice::Included) alt_actions=choose(Choice::Excluded)>
                {label}
            </ViewLink>
        </span>
    }
}

/// Goes to the article that `open` opens, with no filter, so that the link holds whatever is chosen here.
fn permalink(open: Vec<Action>) -> Vec<Action> {
    [Action::Clear].into_iter().chain(open).collect()
}

#[component]
fn CopyButton(card: Memo<Card>, open: Vec<Action>) -> impl IntoView {
    let (toast, engine) = (Toast::expect(), Store::expect().engine);
    let query_string = View::default().after(open).encode();
    let copy = move |_| {
        if !card.with_untracked(|card| card.has_words) {
            return toast.say(say::STATEMENT_COMING);
        }
        let link = address::absolute(&query_string);
        let cited = citation(&card.read_untracked(), &engine.edition(), link);
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

/// The steps from the words that name the source to the speaker.
#[component]
fn Why(steps: Vec<String>) -> impl IntoView {
    view! {
        <details class="why">
            <summary>{say::STATEMENT_WHY.text()}</summary>
            <ol class="why__steps">
                {views(steps.into_iter().map(|step| view! { <li>{step}</li> }))}
            </ol>
        </details>
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
