//! Keyword in context: each match on a line of its own, aligned on the match.

use leptos::prelude::*;

use communique_engine::{Action, Kwic, KwicLine, KwicSort, Side};
use communique_index::Facet;
use communique_ui::Reading;
use communique_ui::dynamic::{Show, dynamic, dynamic_view};
use communique_ui::link::{Follow, ViewLink};
use communique_ui::words;
use communique_words::say;

/// Statements that are read for lines; more would make the page wait.
const MOST_READ: usize = 2_000;
/// Lines shown before more are asked for.
const PAGE_LEN: usize = 200;

/// The lines and how they are sorted.
#[component]
pub fn Concordance() -> impl IntoView {
    let reading = Reading::expect();
    let sort = Memo::new(move |_| reading.view.read().kwic_sort);
    let kwic =
        Memo::new(move |_| reading.engine.kwic(&reading.answer.read(), sort.get(), MOST_READ));
    let n_wanted = RwSignal::new(PAGE_LEN);
    let n_lines = move || kwic.read().lines.len();
    let sentence = dynamic(move || sentence(&kwic.read(), sort.get()));
    let rows = dynamic_view(move || {
        let kwic = kwic.read();
        kwic.lines.iter().take(n_wanted.get()).map(|line| row(reading, line)).collect_view()
    });
    let no_lines = || view! { <NoLines /> };
    view! {
        <h2 class="visually-hidden">{say::KWIC.text()}</h2>
        <Show when=move || { n_lines() > 0 } fallback=no_lines>
            <div class="picture-controls">
                <SortLines sort />
            </div>
            <p class="picture__sentence">{sentence.clone()}</p>
            <div class="kwic__frame">
                <table class="kwic">
                    <thead class="visually-hidden">
                        <tr>
                            <th scope="col">{say::KWIC_COLUMNS.nth(0)}</th>
                            <th scope="col">{say::KWIC_COLUMNS.nth(1)}</th>
                            <th scope="col">{say::KWIC_COLUMNS.nth(2)}</th>
                            <th scope="col">{say::KWIC_COLUMNS.nth(3)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.clone()}</tbody>
                </table>
            </div>
            <Show when=move || { n_lines() > n_wanted.get() }>
                <button class="more-button" type="button" on:click=move |_| n_wanted.update(|n| *n += PAGE_LEN)>
                    {say::KWIC_MORE.text()}
                </button>
            </Show>
        </Show>
    }
}

/// A line: its match leads to the article at the statement.
fn row(reading: Reading, line: &KwicLine) -> impl IntoView + use<> {
    let pack = reading.engine.pack();
    let id = pack.statement_id(line.statement).to_owned();
    let speaker = pack.statement_values(Facet::Speaker, line.statement).next();
    let speaker = speaker.map(|value| reading.engine.value_label(Facet::Speaker, value));
    let actions = vec![Action::Close, Action::SingleOut(Some(id))];
    let name = format!(
        "{}: {}{}{}",
        speaker.as_deref().unwrap_or_default(),
        line.left(),
        line.keyword(),
        line.right()
    );
    let word = line.sorted_by.clone();
    let (left_word, right_word) = match word {
        Some(word) if word.start < line.keyword.start => (Some(word), None),
        Some(word) => (None, Some(word.start - line.keyword.end..word.end - line.keyword.end)),
        None => (None, None),
    };
    let (left, right) = (marked(line.left(), left_word), marked(line.right(), right_word));
    let keyword = line.keyword().to_owned();
    view! {
        <tr class="kwic__line">
            <td class="kwic__left">
                <span class="kwic__words">{left}</span>
            </td>
            <td class="kwic__keyword">
                <ViewLink class="kwic__link" actions label=name>
                    {keyword}
                </ViewLink>
            </td>
            <td class="kwic__right">{right}</td>
            <td class="kwic__speaker">{speaker}</td>
        </tr>
    }
}

/// Text with the word that the lines are sorted by.
fn marked(text: &str, word: Option<std::ops::Range<usize>>) -> impl IntoView + use<> {
    let word = word.unwrap_or(0..0);
    let (before, after) = (text[..word.start].to_owned(), text[word.end..].to_owned());
    let word =
        (!word.is_empty()).then(|| view! { <b class="kwic__word">{text[word].to_owned()}</b> });
    view! {
        {before}
        {word}
        {after}
    }
}

/// The choice of the word that lines are sorted by.
#[component]
fn SortLines(sort: Memo<Option<KwicSort>>) -> impl IntoView {
    let reading = Reading::expect();
    let Follow(follow) = Follow::expect();
    let key = move || sort.get().map(KwicSort::key).unwrap_or_default();
    let option = move |offered: KwicSort| {
        view! {
            <option value=offered.key() prop:selected=move || sort.get() == Some(offered)>
                {label(offered)}
            </option>
        }
    };
    let on_change = move |event| {
        let sort = KwicSort::from_key(&event_target_value(&event));
        follow.run(reading.view.with_untracked(|view| view.apply(Action::SortKwic(sort))));
    };
    view! {
        <label class="picture-control">
            {say::KWIC_SORT.text()} " "
            <select class="picture-control__input" on:change=on_change prop:value=key>
                <option value="" prop:selected=move || sort.get().is_none()>
                    {say::KWIC_UNSORTED.text()}
                </option>
                {KwicSort::all().map(option).collect_view()}
            </select>
        </label>
    }
}

fn label(KwicSort { side, nth }: KwicSort) -> &'static str {
    let words = match side {
        Side::Left => say::KWIC_BEFORE,
        Side::Right => say::KWIC_AFTER,
    };
    words.nth(usize::from(nth) - 1)
}

/// "12 matches, sorted by the first word before."
fn sentence(kwic: &Kwic, sort: Option<KwicSort>) -> String {
    let matches = say::KWIC_MATCHES.of(kwic.lines.len());
    let order = match sort {
        Some(sort) => say::KWIC_SORTED.fill([label(sort)]),
        None => say::KWIC_IN_ORDER.text().to_owned(),
    };
    match kwic.n_unread {
        0 => say::KWIC_SENTENCE.fill([&matches, &order]),
        n => {
            let [read, unread] = [MOST_READ, n].map(words::number);
            say::KWIC_SENTENCE_UNREAD.fill([&matches, &read, &unread, &order])
        }
    }
}

/// What to do where the query has no words.
#[component]
fn NoLines() -> impl IntoView {
    let reading = Reading::expect();
    let examples = reading.engine.query_examples().into_iter().take(6).map(|example| {
        view! {
            <li>
                <ViewLink class="quiet-link" actions=vec![Action::SetQuery(example.query.clone())]>
                    {example.query.clone()}
                </ViewLink>
            </li>
        }
    });
    view! {
        <p class="picture__sentence">
            {say::KWIC_NONE.text()}
        </p>
        <ul class="kwic__examples">{examples.collect_view()}</ul>
    }
}
