//! The articles of the view, where there is room for them and none is open.

use leptos::prelude::*;

use communique_engine::Action;
use communique_index::{DocumentIdx, Pack, StatementIdx};
use communique_ui::dynamic::{For, Show, dynamic};
use communique_ui::link::AddingLink;
use communique_ui::words;
use communique_words::say;

use crate::store::Store;

/// How many articles are listed at most: laying out thousands would take longer than all else on the page.
const MOST: usize = 50;

/// The articles that the statements of the view are from, each with how many; of many the first, and how many more there
/// are.
#[component]
pub fn Contents() -> impl IntoView {
    let store = Store::expect();
    let pack = store.engine.pack();
    // No paint of statements waits for it.
    let listed = move || {
        if !store.is_painted.get() {
            return Vec::new();
        }
        let document = |idx| pack.statement_document(idx);
        let mut articles =
            articles(&store.answer.read_untracked().statements, pack.n_documents(), document);
        articles.truncate(MOST);
        articles
    };
    let rest = move || match store.answer.read().totals.documents {
        0..=MOST => String::new(),
        n => ["… + ", &say::ARTICLES.of(n - MOST)].concat(),
    };
    view! {
        <Show when=move || !store.answer.read().statements.is_empty()>
            <section class="contents">
                <h2 class="contents__head">{say::ARTICLES_HEAD.text()}</h2>
                <ul>
                    <For each=listed key=|(idx, n_statements)| format!("{} {n_statements}", idx.0) let((idx, n_statements))>
                        {entry(pack, idx, n_statements)}
                    </For>
                </ul>
                <p class="contents__facts tnum">{dynamic(rest)}</p>
            </section>
        </Show>
    }
}

fn entry(pack: &'static Pack, idx: DocumentIdx, n_statements: usize) -> impl IntoView {
    let date = pack.document_date(idx).map_or(say::UNDATED.text().to_owned(), words::long_date);
    let file = pack.document_file(idx).to_owned();
    view! {
        <li class="contents__entry">
            <AddingLink
                class="contents__title"
                actions=vec![Action::OpenDocument(file)]
                text=pack.document_title(idx).to_owned()
            />
            <span class="contents__facts tnum">
                {date} " · " {say::STATEMENTS.of(n_statements)}
            </span>
        </li>
    }
}

/// The documents of `hits` in the order of their first statement, each with how many are its. There are `n_documents`.
fn articles(
    hits: &[StatementIdx],
    n_documents: usize,
    document: impl Fn(StatementIdx) -> DocumentIdx,
) -> Vec<(DocumentIdx, usize)> {
    let mut counts = vec![0; n_documents];
    let mut articles = Vec::new();
    for idx in hits.iter().map(|hit| document(*hit)) {
        if counts[idx.get()] == 0 {
            articles.push((idx, 0));
        }
        counts[idx.get()] += 1;
    }
    articles.iter_mut().for_each(|(idx, n)| *n = counts[idx.get()]);
    articles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_stand_in_the_order_of_their_first_statement() {
        let hits = [9, 1, 2, 8].map(StatementIdx);
        let found = articles(&hits, 3, |hit| DocumentIdx(hit.0 / 4));
        assert_eq!(found, [(DocumentIdx(2), 2), (DocumentIdx(0), 2)]);
    }
}
