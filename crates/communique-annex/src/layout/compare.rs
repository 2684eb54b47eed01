//! Two speakers side by side.

use leptos::prelude::*;

use communique_engine::{Action, Comparison, Question};
use communique_index::Facet;
use communique_layouts::compare::Row;
use communique_layouts::{Compare, Mark, Rect, Text};
use communique_ui::Reading;
use communique_ui::dynamic::dynamic_view;
use communique_ui::link::Follow;
use communique_ui::words;
use communique_words::{Text as Words, say};

use super::figure::{Drawing, Figure, MarkLink, reach, rect, text};
use super::width;

/// A choice of two speakers, and what they share and do not share.
#[component]
pub fn ComparePicture() -> impl IntoView {
    let reading = Reading::expect();
    let comparison = Memo::new(move |_| {
        let pair = reading.view.with(|view| view.compared.clone());
        reading.engine.comparison(&reading.answer.read(), pair.as_ref())
    });
    let picture = move || match comparison.get() {
        Some(comparison) => picture(comparison, reading.question.get()).into_any(),
        None => view! { <p class="picture__sentence">{say::COMPARE_NONE.text()}</p> }.into_any(),
    };
    view! {
        <h2 class="visually-hidden">{say::COMPARE_TITLE.text()}</h2>
        <div class="picture-controls">
            <Speaker nth=0 label=say::COMPARE_FIRST comparison />
            <Speaker nth=1 label=say::COMPARE_SECOND comparison />
        </div>
        {dynamic_view(picture)}
    }
}

/// The choice of one of the two, among the speakers of the view.
#[component]
fn Speaker(nth: usize, label: Words, comparison: Memo<Option<Comparison>>) -> impl IntoView {
    let reading = Reading::expect();
    let Follow(follow) = Follow::expect();
    let keys =
        move || comparison.get().map(|comparison| comparison.speakers.map(|value| value.key));
    let is_chosen = move |key: &str| keys().is_some_and(|keys| keys[nth] == key);
    let offered = dynamic_view(move || {
        let mut speakers = reading.engine.value_counts(&reading.answer.read(), Facet::Speaker);
        // Who is compared is offered, even without statements.
        let compared = comparison.get().map(|comparison| comparison.speakers[nth].clone());
        speakers.extend(compared.filter(|value| value.count == 0));
        let option = |speaker: communique_engine::ValueCount| {
            let text = say::COMPARE_SPEAKER.fill([&speaker.label, &words::number(speaker.count)]);
            let is_selected = is_chosen(&speaker.key);
            view! {
                <option value=speaker.key selected=is_selected>
                    {text}
                </option>
            }
        };
        speakers.into_iter().map(option).collect_view()
    });
    let on_change = move |event| {
        let Some(mut pair) = untrack(keys) else { return };
        pair[nth] = event_target_value(&event);
        let view = reading.view.with_untracked(|view| view.apply(Action::Compare(Some(pair))));
        follow.run(view);
    };
    view! {
        <label class="picture-control">
            {label.text()} <select class="picture-control__input" on:change=on_change>{offered}</select>
        </label>
    }
}

fn picture(comparison: Comparison, question: Question) -> impl IntoView {
    let width = width();
    let Compare { height, heads, rows, sentence, table, .. } =
        Compare::new(&comparison, &question, width);
    view! {
        <Figure sentence table>
            <Drawing label=say::COMPARE_PICTURE size=(width, height) class="compare">
                {heads.into_iter().map(|head| text(head, "compare__head")).collect_view()}
                {rows.into_iter().map(row).collect_view()}
            </Drawing>
        </Figure>
    }
}

fn row(Row { label, bars: [first, second] }: Row) -> impl IntoView {
    view! {
        <g>
            {text(label, "compare__label")} {first.map(|first| bar(first, "compare__number--first"))}
            {second.map(|second| bar(second, "compare__number"))}
        </g>
    }
}

fn bar((place, number, mark): (Rect, Text, Mark), class: &'static str) -> impl IntoView {
    view! {
        <MarkLink mark class="compare__bar">
            {reach(number.x, place.y + place.height / 2)}
            {rect(place)}
            {text(number, class)}
        </MarkLink>
    }
}
