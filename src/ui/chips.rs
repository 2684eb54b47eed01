//! What is applied, each thing with a way to take it back.

use leptos::prelude::*;

use communique_engine::{Action, Choice, Engine, Question};
use communique_index::{Date, Facet};
use communique_ui::dynamic::{For, Show, attribute, dynamic};
use communique_ui::link::ViewLink;
use communique_ui::words;
use communique_words::say;

use crate::store::Store;

/// The applied filters, and on a small screen the button that opens the filters.
#[component]
pub fn Chips(
    /// Whether the sheet of filters is open.
    is_sheet_open: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::expect();
    let chips = move || store.question.with(|question| chips(store.engine, question));
    let filters_text = dynamic(move || match chips().len() {
        0 => say::FILTERS.text().to_owned(),
        n => say::FILTERS_CHOSEN.fill([&words::number(n)]),
    });
    view! {
        <div class="chips">
            <button
                class="filters-button tnum"
                type="button"
                {..attribute("aria-haspopup", "dialog")}
                on:click=move |_| is_sheet_open.set(true)
            >
                {filters_text}
            </button>
            <Show when=move || !chips().is_empty()>
                <ul class="chips__list" {..attribute("aria-label", say::FILTERS_APPLIED.text())}>
                    <For each=chips key=|chip| format!("{} {}", chip.is_excluded, chip.label) let:chip>
                        <li>{chip_link(chip)}</li>
                    </For>
                    <Show when=move || { chips().len() > 1 }>
                        <li>
                            <ViewLink class="quiet-button" actions=vec![Action::Clear]>
                                {say::FILTERS_CLEAR.text()}
                            </ViewLink>
                        </li>
                    </Show>
                </ul>
            </Show>
        </div>
    }
}

fn chip_link(chip: Chip) -> impl IntoView {
    let label = match chip.is_excluded {
        true => say::CHIP_RESTORE.fill([&chip.label]),
        false => say::CHIP_REMOVE.fill([&chip.label]),
    };
    let excluded = chip.is_excluded.then_some("");
    view! {
        <ViewLink class="chip" actions=vec![chip.undo] label attr:data-excluded=excluded>
            <span class="chip__label">{chip.label}</span>
            <span class="chip__cross" {..attribute("aria-hidden", "true")}>
                "✕"
            </span>
        </ViewLink>
    }
}

/// One applied filter.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chip {
    label: String,
    is_excluded: bool,
    undo: Action,
}

/// What `question` applies: the query, each facet value chosen, the dates.
fn chips(engine: &Engine, question: &Question) -> Vec<Chip> {
    let chip = |label: String, undo: Action| Chip { label, is_excluded: false, undo };
    let query = question.query.trim();
    let mut chips = Vec::new();
    if !query.is_empty() {
        // A phrase has its quotation marks already.
        let label = match query.contains(['"', '“']) {
            true => query.to_owned(),
            false => say::CHIP_QUOTED.fill([query]),
        };
        chips.push(chip(label, Action::SetQuery(String::new())));
    }
    for (facet, selection) in question.selections.iter() {
        chips.extend(selection.iter().map(|(key, choice)| Chip {
            label: in_words(facet, engine.label(facet, key)),
            is_excluded: choice == Choice::Excluded,
            undo: Action::Choose(facet, key.to_owned(), Choice::Neutral),
        }));
    }
    if let Some(label) = dates(question.from, question.to) {
        chips.push(chip(label, Action::SetDates(None, None)));
    }
    chips
}

/// A value as a chip names it: what it is of goes with it where the value alone would not tell.
fn in_words(facet: Facet, label: String) -> String {
    match facet {
        Facet::Speaker | Facet::Theme | Facet::Kind | Facet::Outlet | Facet::Year => label,
        Facet::Country => say::CHIP_ABOUT.fill([&label]),
        Facet::SpeakerCountry => say::CHIP_SPEAKING_FOR.fill([&label]),
        Facet::Listener => say::CHIP_TO.fill([&label]),
        Facet::Cue => say::CHIP_QUOTED.fill([&label]),
    }
}

/// A range of dates in words, both ends included.
fn dates(from: Option<Date>, to: Option<Date>) -> Option<String> {
    match (from.map(words::short_date), to.map(words::short_date)) {
        (Some(from), Some(to)) => Some(say::DATES_BETWEEN.fill([&from, &to])),
        (Some(from), None) => Some(say::DATES_FROM.fill([&from])),
        (None, Some(to)) => Some(say::DATES_UNTIL.fill([&to])),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use communique_engine::View;
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;

    #[test]
    fn each_part_of_a_question_has_a_chip_that_takes_it_back() {
        let said = Said::new("a.txt", "ada-lovelace", "that engines compose").about("gb");
        let engine = Engine::open(pack::write(&corpus(&[said]))).expect("a sound pack");
        let (view, _) =
            View::decode("q=oil&speaker=ada-lovelace&country=!gb&cue=say&from=2020-01-02");
        let chips = chips(&engine, view.question());
        let spelt: Vec<_> =
            chips.iter().map(|chip| (chip.label.as_str(), chip.is_excluded)).collect();
        assert_eq!(
            spelt,
            [
                ("“oil”", false),
                ("Ada Lovelace", false),
                ("about Gb", true),
                ("“say”", false),
                ("from 2 Jan 2020", false)
            ]
        );
        let phrase = View::decode("q=%22foreign+forces%22").0;
        assert_eq!(super::chips(&engine, phrase.question())[0].label, "\"foreign forces\"");
        let undone = view.after(chips.into_iter().map(|chip| chip.undo));
        assert!(undone.question().is_unrestricted());
    }
}
