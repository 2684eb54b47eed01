//! "This is wrong": what a reader knows better about the statement that is singled out, as lines for the publisher's
//! `corrections.toml`. Nothing is sent anywhere: the lines are there to be copied.

mod values;

use leptos::prelude::*;

use communique_engine::{DocumentPage, DocumentStatement};
use communique_export::{Correction, Right};
use communique_index::Facet;
use communique_ui::Reading;
use communique_ui::browser::clipboard;
use communique_ui::dynamic::{Show, dynamic, dynamic_view};
use communique_words::{Text, say, told};

use crate::radio::radio;
use values::{NAMES, Names, Values, ValuesForm};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Somebody else said it.
    Speaker,
    /// Nobody did.
    NoStatement,
    /// It begins or ends elsewhere.
    Words,
    /// It has other values of a facet.
    Values(Facet),
}

/// The facets of which a statement may have other values, and what a reader says then.
const VALUES: [(Facet, Text); 3] = [
    (Facet::Country, say::WRONG_COUNTRIES),
    (Facet::Theme, say::WRONG_THEMES),
    (Facet::Listener, say::WRONG_LISTENERS),
];

/// What the reader has filled in so far.
#[derive(Clone, Copy)]
struct Filled {
    kind: RwSignal<Kind>,
    speaker: RwSignal<String>,
    words: RwSignal<String>,
    /// One for each of [`VALUES`].
    values: [Values; 3],
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
        let idx = reading.statement()?;
        let page_now = page.read_value();
        let said = page_now.statements.iter().find(|said| said.idx == idx)?.clone();
        let corrected = said.is_corrected.then(|| {
            let step = reading.engine.pack().statement(idx).steps.pop().unwrap_or_default();
            view! { <p class="wrong__corrected">{told(&step)}</p> }
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
        values: VALUES.map(|(facet, _)| Values::new(facet, said.idx)),
        reason: RwSignal::new(String::new()),
    };
    let said = StoredValue::new(said);
    let is_open = RwSignal::new(false);
    view! {
        // The lists of names are as long as the collection has them: they are made for who asks.
        <details class="wrong" on:toggle=move |_| is_open.set(true)>
            <summary>{say::WRONG.text()}</summary>
            <Show when=move || is_open.get()>
                <Fields filled said page />
            </Show>
        </details>
    }
}

#[component]
fn Fields(
    filled: Filled,
    said: StoredValue<DocumentStatement>,
    page: StoredValue<DocumentPage>,
) -> impl IntoView {
    let lines = move || lines(filled, &said.read_value(), &page.read_value());
    let is = move |kind| move || filled.kind.get() == kind;
    let kinds = [
        (Kind::Speaker, say::WRONG_SPEAKER),
        (Kind::NoStatement, say::WRONG_NOBODY),
        (Kind::Words, say::WRONG_WORDS),
    ];
    let kinds = kinds.into_iter().chain(VALUES.map(|(facet, label)| (Kind::Values(facet), label)));
    let kinds =
        kinds.map(|(kind, label)| radio("wrong", filled.kind, kind, label.text().to_owned()));
    let others = filled.values.map(|values| {
        view! { <Show when=is(Kind::Values(values.facet))><ValuesForm values /></Show> }
    });
    view! {
        <div class="wrong__kinds" role="radiogroup" aria-label=say::WRONG_WHAT.text()>
            {kinds.collect_view()}
        </div>
        <Show when=is(Kind::Speaker)>
            <Field value=filled.speaker label=say::WRONG_WHO list=NAMES />
            <Names of=Facet::Speaker />
        </Show>
        <Show when=is(Kind::Words)>
            <Field value=filled.words label=say::WRONG_RIGHT_WORDS />
        </Show>
        {others.into_iter().collect_view()}
        <Field value=filled.reason label=say::WRONG_WHY />
        <Lines lines=Signal::derive(lines) />
        <p class="wrong__note">{say::WRONG_NOTE.text()}</p>
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
    let (speaker, words, reason) =
        (filled.speaker.read(), filled.words.read(), filled.reason.read());
    let kind = filled.kind.get();
    let (add, remove) = match filled.values.iter().find(|values| kind == Kind::Values(values.facet))
    {
        Some(values) => (values.missing_names(), values.wrong_names()),
        None => (Vec::new(), Vec::new()),
    };
    let (right, is_said) = match kind {
        Kind::Speaker => (Right::Speaker(&speaker), true),
        Kind::NoStatement => (Right::NoStatement, true),
        Kind::Words => {
            let cue = &page.text[said.cue.text.clone()];
            let right = Right::Words { words: &words, cue, speaker: &said.speaker.label };
            (right, !words.trim().is_empty())
        }
        Kind::Values(facet) => {
            let right = Right::Values { facet, add: &add, remove: &remove };
            (right, !add.is_empty() || !remove.is_empty())
        }
    };
    let words = &published(said, page);
    let correction =
        Correction { statement: &said.id, file: &page.file, words, right, reason: &reason };
    let is_whole = is_said && !reason.trim().is_empty();
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
        <Show when=move || !lines.read().is_empty()>
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
