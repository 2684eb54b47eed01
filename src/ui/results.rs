//! The statements that answer the view, one card each.

mod entries;

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use communique_engine::{Action, Engine, Question, Sort};
use communique_index::{DocumentIdx, StatementIdx};
use communique_ui::browser::focus;
use communique_ui::dynamic::{For, Show, attribute, dynamic, dynamic_view, effect, memo, views};
use communique_ui::link::ViewLink;
use communique_ui::words;
use communique_words::say;

use crate::store::Store;
use crate::ui::statement::{Statement, card_id};
use entries::Entry;

pub use entries::PAGE_LEN;

/// How many questions a reader may come back to and find as many cards as before.
const N_REMEMBERED: usize = 32;

/// Cards, and more cards on demand.
#[component]
pub fn Results() -> impl IntoView {
    let store = Store::expect();
    // What is asked for belongs to its question; any other begins with the first page.
    let asked = RwSignal::new(Vec::<(Question, Range<usize>)>::new());
    let wanted = move || {
        let (asked, question) = (asked.read(), store.question.read());
        let entry = asked.iter().find(|(other, _)| *other == *question);
        entry.map_or(0..PAGE_LEN, |(_, wanted)| wanted.clone())
    };
    let ask = move |wanted| {
        asked.update(|asked| {
            let question = store.question.get_untracked();
            asked.retain(|(other, _)| *other != question);
            asked.insert(0, (question, wanted));
            asked.truncate(N_REMEMBERED);
        });
    };
    // What is listed of the answer: all of it, or each claim once.
    let listed = memo(move || {
        let mut answer = store.answer.get();
        if store.view.read().fold {
            let claims = store.engine.without_repeats(&answer.statements);
            Arc::make_mut(&mut answer).statements = claims;
        }
        answer
    });
    let shown = move || entries::shown(&listed.read().statements, wanted(), store.statement());
    let entries = move || {
        let Range { start, end } = shown();
        let (listed, pack) = (listed.read(), store.engine.pack());
        let hits = &listed.statements[start..end];
        let (height, n_beyond) = store.laid_out.get();
        let n_in_sight = entries::n_in_sight(hits, height, |hit| store.engine.n_letters(hit));
        let hits = &hits[..n_in_sight.saturating_add(n_beyond).min(hits.len())];
        entries::entries(hits, listed.order, n_in_sight, |hit| pack.statement_document(hit))
    };
    let n_left = move |side| match side {
        Side::Before => shown().start,
        Side::Behind => listed.read().statements.len() - shown().end,
    };
    let show = move |side| {
        let (wanted, first_new) = match side {
            Side::Before => (entries::with_earlier(shown()), shown().start - 1),
            Side::Behind => (entries::with_later(shown()), shown().end),
        };
        let first_new = listed.with_untracked(|listed| listed.statements[first_new]);
        ask(wanted);
        go_on_from(store.engine, first_new);
    };
    let more = move |side| {
        let text = move || {
            let form = match side {
                Side::Before => say::MORE_BEFORE,
                Side::Behind => say::MORE,
            };
            let [some, left] = [n_left(side).min(PAGE_LEN), n_left(side)].map(words::number);
            form.fill([&some, &left])
        };
        view! {
            <Show when=move || { n_left(side) > 0 }>
                <button class="more-button tnum" type="button" on:click=move |_| show(side)>
                    {dynamic(text)}
                </button>
            </Show>
        }
    };
    effect(move || {
        if let Some(idx) = untrack(|| store.statement()) {
            let id = card_id(store.engine.pack().statement_id(idx));
            request_animation_frame(move || focus::scroll_to(&id));
        }
    });
    view! {
        {more(Side::Before)}
        <For each=entries key=Entry::key let:entry>
            {match entry {
                Entry::Article(idx) => view! { <ArticleHead idx /> }.into_any(),
                Entry::Statement { idx, names_article, is_in_sight } => view! { <Statement idx names_article is_in_sight /> }.into_any(),
            }}
        </For>
        {more(Side::Behind)}
    }
}

/// A side of the cards that are in the page.
#[derive(Clone, Copy)]
enum Side {
    Before,
    Behind,
}

/// Moves focus to the card of `hit`, which has just come, so that reading goes on from there. The cards taken away on the
/// other side move nothing: the browser keeps what is looked at in its place.
fn go_on_from(engine: &'static Engine, hit: StatementIdx) {
    request_animation_frame(move || focus::focus(&card_id(engine.pack().statement_id(hit))));
}

/// Folds repeated claims, or shows each again; nothing where the answer has none. No paint of statements waits for it.
#[component]
pub fn FoldLink() -> impl IntoView {
    let store = Store::expect();
    let is_folded = memo(move || store.view.read().fold);
    dynamic_view(move || {
        store.is_painted.track();
        let answer = store.answer.read_untracked();
        let hits = &answer.statements;
        let n_repeats = hits.len() - store.engine.without_repeats(hits).len();
        let is_folded = is_folded.get();
        let text = match is_folded {
            true => say::REPEATS_SHOW.of(n_repeats),
            false => say::REPEATS_FOLD.of(n_repeats),
        };
        (n_repeats > 0).then(|| {
            view! {
                <ViewLink class="quiet-button" actions=vec![Action::Fold(!is_folded)]>
                    {text}
                </ViewLink>
            }
            .into_any()
        })
    })
}

/// Date and title of the article that the next cards are from.
#[component]
fn ArticleHead(idx: DocumentIdx) -> impl IntoView {
    let pack = Store::expect().engine.pack();
    let date =
        pack.document_date(idx).map_or(say::UNDATED_HEAD.text().to_owned(), words::short_date);
    let file = pack.document_file(idx).to_owned();
    view! {
        <h2 class="article-head">
            <span class="article-head__date">{date}</span>
            <ViewLink class="article-head__title" actions=vec![Action::SingleOut(None), Action::OpenDocument(file)]>
                {pack.document_title(idx).to_owned()}
            </ViewLink>
        </h2>
    }
}

/// The order of the statements.
#[component]
pub fn SortMenu() -> impl IntoView {
    let store = Store::expect();
    let order = move || store.answer.read().order;
    let has_query = memo(move || store.question.read().has_query());
    let offered = dynamic_view(move || {
        let has_query = has_query.get();
        let is_offered = move |sort: &Sort| *sort != Sort::Relevance || has_query;
        let option = |sort: Sort| {
            view! {
                <option {..attribute("value", sort.key())} prop:selected=dynamic(move || order() == sort)>
                    {sort.label()}
                </option>
            }
        };
        views(Sort::ALL.into_iter().filter(is_offered).map(option))
    });
    let on_change = move |event| {
        store.dispatch(Action::SortBy(Sort::from_key(&event_target_value(&event))));
    };
    view! {
        <label class="sort">
            {say::ORDER.text()} " "
            <select on:change=on_change prop:value=dynamic(move || order().key().to_owned())>
                {offered}
            </select>
        </label>
    }
}
