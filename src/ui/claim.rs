//! The view in one sentence, which is also the window's title, and how much answers to it.

use leptos::prelude::*;

use communique_engine::sentence::Piece;
use communique_engine::{Choice, Totals};
use communique_ui::browser::address;
use communique_ui::dynamic::{attribute, dynamic, dynamic_view, effect, views};
use communique_words::say;

use crate::store::Store;

/// Id of the heading, which takes focus when a link asks something new.
pub const HEADING: &str = "claim";

/// Heading and tally.
#[component]
pub fn Claim() -> impl IntoView {
    let store = Store::expect();
    let site = store.engine.site().title;
    let sentence = move || store.engine.sentence(&store.question.read());
    effect(move || address::set_title(&title(&sentence().to_string(), &site)));
    let heading = dynamic_view(move || sentence().0.into_iter().map(piece).collect::<Vec<_>>());
    let tally = dynamic_view(move || {
        let tally = tally(&store.answer.read().totals);
        views(tally.into_iter().map(|count| view! { <span>{count}</span> " " }))
    });
    // Read aloud once a change has settled, see www/settled.js.
    let settled = dynamic(move || {
        store.is_painted.track();
        let answer = store.answer.read_untracked();
        settled(answer.totals.statements, store.engine.n_speakers(&answer))
    });
    view! {
        <h1 class="claim" {..attribute("tabindex", "-1")} id=HEADING>
            {heading}
        </h1>
        <p class="tally" {..attribute("data-settled", settled)}>
            {tally}
        </p>
    }
}

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Value(value, choice) => {
            let is_excluded = choice == Choice::Excluded;
            view! { <em data-excluded=is_excluded.then_some("")>{value.label}</em> }.into_any()
        }
        Piece::Query(text) | Piece::Date(text) => view! { <em>{text}</em> }.into_any(),
    }
}

/// The sentence as the window's title, with the collection's name.
fn title(sentence: &str, site: &str) -> String {
    let site = if site.is_empty() { "Communiqué" } else { site };
    say::TITLE.fill([sentence, site])
}

/// How much answers to the view, statements first.
fn tally(totals: &Totals) -> Vec<String> {
    let mut tally = vec![
        say::STATEMENTS.of(totals.statements),
        say::PASSAGES.of(totals.passages),
        say::ARTICLES.of(totals.documents),
    ];
    if totals.undated > 0 {
        tally.push(say::TALLY_UNDATED.of(totals.undated));
    }
    if totals.undated_left_out > 0 {
        tally.push(say::TALLY_LEFT_OUT.of(totals.undated_left_out));
    }
    tally
}

/// The same in short, for whom it is read aloud.
fn settled(n_statements: usize, n_speakers: usize) -> String {
    let statements = say::STATEMENTS.of(n_statements);
    match n_speakers {
        0 => statements,
        n => say::TALLY_SETTLED.fill([&statements, &say::SPEAKERS.of(n)]),
    }
}

#[cfg(test)]
mod tests {
    use communique_words::{Language, within};

    use super::*;

    #[test]
    fn what_is_read_aloud_names_the_speakers_if_there_are_any() {
        assert_eq!(settled(5, 1), "5 statements by 1 speaker");
        within(Language::Persian, || assert_eq!(settled(5, 1), "۵ گفته از ۱ گوینده"));
        assert_eq!(settled(1, 2), "1 statement by 2 speakers");
        assert_eq!(settled(0, 0), "0 statements");
    }

    #[test]
    fn the_tally_mentions_dates_only_where_they_are_missing() {
        let totals = Totals { statements: 1, passages: 1, documents: 1, ..Totals::default() };
        assert_eq!(tally(&totals), ["1 statement", "1 passage", "1 article"]);
        let totals = Totals { statements: 1204, undated: 18, undated_left_out: 2, ..totals };
        assert_eq!(tally(&totals)[0], "1,204 statements");
        assert_eq!(tally(&totals)[3..], ["18 undated", "2 left out for lack of a date"]);
    }

    #[test]
    fn a_collection_without_a_name_goes_by_ours() {
        assert_eq!(title("What was said", ""), "What was said · Communiqué");
        assert_eq!(title("What was said", "Iran"), "What was said · Iran");
    }
}
