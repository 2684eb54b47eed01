//! "This is wrong": what a reader knows better about the statement that is singled out, as lines for the publisher's
//! `corrections.toml`. Nothing is sent anywhere: the lines are there to be copied.

use leptos::prelude::*;

use communique_engine::{DocumentPage, DocumentStatement};
use communique_export::{Correction, Right};
use communique_index::Facet;
use communique_ui::Reading;
use communique_ui::browser::clipboard;
use communique_ui::dynamic::{Show, dynamic, dynamic_view};
use communique_words::{Text, say};

use crate::radio::radio;

/// Id of the list of names that a speaker may have.
const NAMES: &str = "speaker-names";

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Somebody else said it.
    Speaker,
    /// Nobody did.
    NoStatement,
    /// It begins or ends elsewhere.
    Words,
}

/// What the reader has filled in so far.
#[derive(Clone, Copy)]
struct Filled {
    kind: RwSignal<Kind>,
    speaker: RwSignal<String>,
    words: RwSignal<String>,
    reason: RwSignal<String>,
}

/// The form for the statement that is singled out, and word of a correction that was made.
#[component]
pub fn Wrong(
    /// The article.
    page: StoredValue<DocumentPage>,
) -> impl IntoView {
    let reading = Reading::expect();
    dynamic_view(move || {
        let idx = reading.statement.get()?;
        let page_now = page.read_value();
        let said = page_now.statements.iter().find(|said| said.idx == idx)?.clone();
        let corrected = said.is_corrected.then(|| {
            let step = reading.engine.pack().statement(idx).steps.pop().unwrap_or_default();
            view! { <p class="wrong__corrected">{step}</p> }
        });
        Some(view! {
            {corrected}
            <Form page said />
        })
    })
}

#[component]
fn Form(page: StoredValue<DocumentPage>, said: DocumentStatement) -> impl IntoView {
    let filled = Filled {
        kind: RwSignal::new(Kind::Speaker),
        speaker: RwSignal::new(String::new()),
        words: RwSignal::new(published(&said, &page.read_value())),
        reason: RwSignal::new(String::new()),
    };
    let said = StoredValue::new(said);
    let lines = move || lines(filled, &said.read_value(), &page.read_value());
    let is = move |kind| Signal::derive(move || filled.kind.get() == kind);
    view! {
        <details class="wrong">
            <summary>{say::WRONG.text()}</summary>
            <div class="wrong__kinds" role="radiogroup" aria-label=say::WRONG_WHAT.text()>
                {radio("wrong", filled.kind, Kind::Speaker, say::WRONG_SPEAKER.text().to_owned())}
                {radio("wrong", filled.kind, Kind::NoStatement, say::WRONG_NOBODY.text().to_owned())}
                {radio("wrong", filled.kind, Kind::Words, say::WRONG_WORDS.text().to_owned())}
            </div>
            <Show when=is(Kind::Speaker)>
                <Field value=filled.speaker label=say::WRONG_WHO list=NAMES />
                <Names />
            </Show>
            <Show when=is(Kind::Words)>
                <Field value=filled.words label=say::WRONG_RIGHT_WORDS />
            </Show>
            <Field value=filled.reason label=say::WRONG_WHY />
            <Lines lines=Signal::derive(lines) />
            <p class="wrong__note">
                {say::WRONG_NOTE.text()}
            </p>
        </details>
    }
}

/// The words of a statement as published, with what stands between them.
fn published(said: &DocumentStatement, page: &DocumentPage) -> String {
    let (first, last) = (said.content.first(), said.content.last());
    let words = first.zip(last).map(|(first, last)| &page.text[first.text.start..last.text.end]);
    words.unwrap_or_default().to_owned()
}

/// The lines for `corrections.toml`; empty as long as something is missing.
fn lines(filled: Filled, said: &DocumentStatement, page: &DocumentPage) -> String {
    let (speaker, words) = (filled.speaker.read(), filled.words.read());
    let right = match filled.kind.get() {
        Kind::Speaker => Right::Speaker(&speaker),
        Kind::NoStatement => Right::NoStatement,
        Kind::Words => Right::Words {
            words: &words,
            cue: &page.text[said.cue.text.clone()],
            speaker: &said.speaker.label,
        },
    };
    let reason = filled.reason.read();
    let is_whole = !reason.trim().is_empty()
        && (!matches!(right, Right::Words { .. }) || !words.trim().is_empty());
    let correction = Correction {
        statement: &said.id,
        file: &page.file,
        words: &published(said, page),
        right,
        reason: &reason,
    };
    if is_whole { correction.to_string() } else { String::new() }
}

#[component]
fn Field(
    value: RwSignal<String>,
    label: Text,
    #[prop(default = "")] list: &'static str,
) -> impl IntoView {
    let change = move |event| value.set(event_target_value(&event));
    view! {
        <label class="wrong__field">
            {label.text()} <input type="text" list=list prop:value=dynamic(move || value.get()) on:input=change />
        </label>
    }
}

/// The speakers that the collection knows.
#[component]
fn Names() -> impl IntoView {
    let pack = Reading::expect().engine.pack();
    let name = |idx: usize| {
        let label = pack.value_label(Facet::Speaker, idx.into()).to_owned();
        view! { <option value=label></option> }
    };
    let names = (0..pack.n_values(Facet::Speaker)).map(name).collect_view();
    view! { <datalist id=NAMES>{names}</datalist> }
}

/// The lines, and a button that copies them.
#[component]
fn Lines(lines: Signal<String>) -> impl IntoView {
    let said = RwSignal::new("");
    let copy = move |_| {
        clipboard::copy(&lines.read_untracked(), move |is_copied| {
            said.set(if is_copied { say::WRONG_COPIED } else { say::WRONG_NOT_COPIED }.text());
        });
    };
    view! {
        <Show when=Signal::derive(move || !lines.read().is_empty())>
            <pre class="wrong__lines" tabindex="0" aria-label=say::WRONG_LINES.text()>
                {dynamic(move || lines.get())}
            </pre>
            <p>
                <button class="quiet-button" type="button" on:click=copy>
                    {say::WRONG_COPY.text()}
                </button>
                " "
                <span role="status">{move || said.get()}</span>
            </p>
        </Show>
    }
}
