//! Nothing found: each filter as a way out, with what taking it back would leave.

use leptos::prelude::*;

use communique_engine::{Action, Choice, Obstacle, WayOut};
use communique_ui::dynamic::{dynamic_view, views};
use communique_ui::link::ViewLink;
use communique_ui::words;
use communique_words::say;

use crate::store::Store;

/// In place of the statements where there are none.
#[component]
pub fn Nothing() -> impl IntoView {
    let store = Store::expect();
    let content = move || {
        // The question that was answered: as long as words are being read, the one without its query.
        let mut question = store.question.get();
        if store.answer.read().is_meanwhile {
            question.query.clear();
        }
        let ways_out = store.engine.ways_out(&question);
        let lead = match (store.engine.n_statements(), ways_out.len()) {
            (0, _) => say::NOTHING_AT_ALL,
            (_, 0) => say::NOTHING_NO_WAY,
            (_, 1) => say::NOTHING_ONE_WAY,
            (_, _) => say::NOTHING_WAYS,
        };
        let again = link(say::NOTHING_AGAIN.text().to_owned(), None, Action::Clear);
        view! {
            <p class="nothing__lead">{lead.text()}</p>
            <ul class="ways-out">{views(ways_out.into_iter().map(way_out))} {again}</ul>
        }
    };
    view! { <section class="nothing">{dynamic_view(content)}</section> }
}

fn way_out(way_out: WayOut) -> impl IntoView {
    let count = say::STATEMENTS.of(way_out.n_statements);
    link(step(&way_out.obstacle), Some(count), way_out.action)
}

fn link(step: String, count: Option<String>, action: Action) -> impl IntoView {
    let count =
        count.map(|count| view! { <span class="ways-out__count">{count}</span> }.into_any());
    view! {
        <li class="ways-out__entry">
            <ViewLink class="ways-out__link" actions=vec![action]>
                <span>{step}</span>
                " "
                {count}
            </ViewLink>
        </li>
    }
}

/// The step that takes an obstacle away, in words.
fn step(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Query => say::WAY_QUERY.text().to_owned(),
        Obstacle::Value(value, Choice::Excluded) => {
            say::WAY_RESTORE.fill([&value.label, words::facet_within(value.facet)])
        }
        Obstacle::Value(value, Choice::Included | Choice::Neutral) => {
            say::WAY_VALUE.fill([&value.label, words::facet_within(value.facet)])
        }
        Obstacle::Facet(of) => say::WAY_FACET.fill([words::facet_within(*of)]),
        Obstacle::All(of) => say::WAY_ALL.fill([words::facet_within(*of)]),
        Obstacle::Dates => say::WAY_DATES.text().to_owned(),
    }
}
