//! The articles of the view, where there is room for them and none is open.

use leptos::prelude::*;

use communique_engine::Action;
use communique_index::{DocumentIdx, Pack, StatementIdx};
use communique_ui::dynamic::{For, Show};
use communique_ui::link::ViewLink;
use communique_ui::words;
use communique_words::say;

use crate::store::Store;

/// The articles that the statements of the view are from, each with how many.
#[component]
pub fn Contents() -> impl IntoView {
    let store = Store::expect();
    let articles = move || {
        articles(&store.answer.read().statements, |idx| store.engine.pack().statement_document(idx))
    };
    view! {
        <Show when=move || !store.answer.read().statements.is_empty()>
            <section class="contents">
                <h2 class="contents__head">{say::ARTICLES_HEAD.text()}</h2>
                <ul>
                    <For each=articles key=|(idx, n_statements)| format!("{} {n_statements}", idx.0) let((idx, n_statements))>
                        {entry(store.engine.pack(), idx, n_statements)}
                    </For>
                </ul>
            </section>
        </Show>
    }
}

fn entry(pack: &'static Pack, idx: DocumentIdx, n_statements: usize) -> impl IntoView {
    let date = pack.document_date(idx).map_or(say::UNDATED.text().to_owned(), words::long_date);
    let file = pack.document_file(idx).to_owned();
    view! {
        <li class="contents__entry">
            <ViewLink
                class="contents__title"
                actions=vec![Action::SingleOut(None), Action::OpenDocument(file)]
            >
                {pack.document_title(idx)}
            </ViewLink>
            <span class="contents__facts tnum">
                {date} " · " {say::STATEMENTS.of(n_statements)}
            </span>
        </li>
    }
}

/// The documents of `hits` in the order of their first statement, each with how many are its.
fn articles(
    hits: &[StatementIdx],
    document: impl Fn(StatementIdx) -> DocumentIdx,
) -> Vec<(DocumentIdx, usize)> {
    let mut articles: Vec<(DocumentIdx, usize)> = Vec::new();
    for idx in hits.iter().map(|hit| document(*hit)) {
        match articles.iter_mut().find(|article| article.0 == idx) {
            Some(article) => article.1 += 1,
            None => articles.push((idx, 1)),
        }
    }
    articles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_stand_in_the_order_of_their_first_statement() {
        let hits = [9, 1, 2, 8].map(StatementIdx);
        let found = articles(&hits, |hit| DocumentIdx(hit.0 / 4));
        assert_eq!(found, [(DocumentIdx(2), 2), (DocumentIdx(0), 2)]);
    }
}
