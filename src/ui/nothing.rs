//! Nothing found: each filter as a way out, with what taking it back would leave.

use leptos::prelude::*;

use communique_engine::{Action, Choice, Obstacle, WayOut};
use communique_ui::dynamic::{dynamic_view, memo};
use communique_ui::link::ViewLink;
use communique_ui::words;

use crate::store::Store;

/// In place of the statements where there are none.
#[component]
pub fn Nothing() -> impl IntoView {
    let store = Store::expect();
    let ways_out = memo(move || store.engine.ways_out(&store.question.read()));
    let lead = move || match (store.engine.n_statements(), ways_out.read().len()) {
        (0, _) => "This collection holds no statements.",
        (_, 0) => "No statement has all of this together, nor without any single part of it.",
        (_, 1) => "No statement has all of this together. One step back leads to some:",
        (_, _) => "No statement has all of this together. Any one step back leads to some:",
    };
    view! {
        <section class="nothing">
            <p class="nothing__lead">{move || lead().to_owned()}</p>
            <ul class="ways-out">
                {dynamic_view(move || ways_out.get().into_iter().map(way_out).collect_view())}
                <li class="ways-out__entry">
                    <ViewLink class="ways-out__link" actions=vec![Action::Clear]>
                        "Start again from everything"
                    </ViewLink>
                </li>
            </ul>
        </section>
    }
}

fn way_out(way_out: WayOut) -> impl IntoView {
    let count = words::count(way_out.n_statements, "statement", "statements");
    view! {
        <li class="ways-out__entry">
            <ViewLink class="ways-out__link" actions=vec![way_out.action]>
                <span>{step(&way_out.obstacle)}</span>
                " "
                <span class="ways-out__count">{count}</span>
            </ViewLink>
        </li>
    }
}

/// The step that takes an obstacle away, in words.
fn step(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Query => "Without the search words".to_owned(),
        Obstacle::Value(value, Choice::Excluded) => {
            format!("With {} ({}) no longer left out", value.label, facet(value.facet))
        }
        Obstacle::Value(value, Choice::Included | Choice::Neutral) => {
            format!("Without {} ({})", value.label, facet(value.facet))
        }
        Obstacle::Facet(of) => format!("Without any choice of {}", facet(*of)),
        Obstacle::All(of) => format!("With any instead of all, for {}", facet(*of)),
        Obstacle::Dates => "At any time".to_owned(),
    }
}

fn facet(facet: communique_index::Facet) -> String {
    // Labels of facets are ASCII letters, and the tables behind `to_lowercase` would travel with the page.
    facet.label().to_ascii_lowercase()
}
