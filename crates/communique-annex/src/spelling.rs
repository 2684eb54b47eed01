//! Words that may have been meant, where a word of the query is in no statement.

use leptos::prelude::*;

use communique_engine::{Action, Offer};
use communique_ui::Reading;
use communique_ui::dynamic::dynamic_view;
use communique_ui::link::ViewLink;
use communique_words::{Stretch, say};

/// "Did you mean …", or nothing where every word is known or like none.
#[component]
pub fn Spelling() -> impl IntoView {
    let reading = Reading::expect();
    // As the answer does, this waits for the index of words: looking for one makes it, however long that takes.
    let unknown = move || match reading.answer.read().is_meanwhile {
        true => Vec::new(),
        false => reading.engine.unknown_words(&reading.question.read()),
    };
    dynamic_view(move || {
        let offers: Vec<_> = unknown().into_iter().flat_map(|word| word.offers).collect();
        (!offers.is_empty()).then(|| {
            view! {
                <p class="spelling" role="status">
                    {said(&offers)}
                </p>
            }
        })
    })
}

fn said(offers: &[Offer]) -> impl IntoView + use<> {
    let stretch = |stretch| match stretch {
        Stretch::Words(words) => words.into_any(),
        Stretch::Slot(_) => offers.iter().cloned().enumerate().map(offer).collect_view().into_any(),
    };
    say::SPELLING.stretches().into_iter().map(stretch).collect_view()
}

fn offer((n, offer): (usize, Offer)) -> impl IntoView {
    let separator = if n > 0 { say::LIST_COMMA.text() } else { "" };
    view! {
        {separator}
        <ViewLink class="spelling__word" actions=vec![Action::SetQuery(offer.query)]>
            {offer.word}
        </ViewLink>
    }
}
