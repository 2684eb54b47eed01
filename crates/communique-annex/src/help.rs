//! Help: how to search, with examples that find something here; keys; how statements are found, and how well.

use std::collections::BTreeMap;

use leptos::prelude::*;

use communique_engine::{Action, Engine, QueryExample};
use communique_index::DocumentIdx;
use communique_index::corpus::SegmentRole;
use communique_ui::Reading;
use communique_ui::link::ViewLink;
use communique_words::{Text, say, told};

/// All of it, a section each.
#[component]
pub fn Help() -> impl IntoView {
    let engine = Reading::expect().engine;
    view! {
        <div class="help">
            <Searching engine />
            <Keys />
            <Method />
            <Quality engine />
            <Removed engine />
            <Edition engine />
        </div>
    }
}

#[component]
fn Searching(engine: &'static Engine) -> impl IntoView {
    let row = |QueryExample { form, query, n_statements }: QueryExample| {
        let found = say::STATEMENTS.of(n_statements);
        let actions = vec![Action::Clear, Action::SetQuery(query.clone())];
        view! {
            <tr>
                <td>
                    <ViewLink class="help__query" actions>
                        {query}
                    </ViewLink>
                </td>
                <td>{say::HELP_FORMS.nth(form as usize)}</td>
                <td class="tnum">{found}</td>
            </tr>
        }
    };
    let rows = engine.query_examples().into_iter().map(row).collect_view();
    view! {
        <section>
            <h3>{say::HELP_SEARCH.text()}</h3>
            <p>
                {say::HELP_SEARCH_SPACE.text()}
            </p>
            <p>
                {say::HELP_SEARCH_SUFFIX.text()}
            </p>
            <p>
                {say::HELP_SEARCH_LIST.text()}
            </p>
            <table class="help__table">
                <thead>
                    <tr>
                        <th scope="col">{say::HELP_QUERY.text()}</th>
                        <th scope="col">{say::HELP_FINDS.text()}</th>
                        <th scope="col">{say::HELP_HERE.text()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

#[component]
fn Keys() -> impl IntoView {
    let key = |key: &'static str, does: Text| {
        view! {
            <dt>
                <kbd>{key}</kbd>
            </dt>
            <dd>{does.text()}</dd>
        }
    };
    view! {
        <section>
            <h3>{say::HELP_KEYS.text()}</h3>
            <dl class="help__keys">
                {key("/", say::HELP_KEY_SEARCH)} {key("n", say::HELP_KEY_NEXT)}
                {key("p", say::HELP_KEY_PREVIOUS)} {key("?", say::HELP_KEY_HELP)}
                {key("Esc", say::HELP_KEY_ESCAPE)}
                {key(say::HELP_ALT_CLICK.text(), say::HELP_KEY_ALT)}
            </dl>
            <p>{say::HELP_KEYS_OFF.text()}</p>
        </section>
    }
}

#[component]
fn Method() -> impl IntoView {
    view! {
        <section>
            <h3>{say::HELP_METHOD.text()}</h3>
            <p>
                {say::HELP_METHOD_WORDS.text()}
            </p>
            <p>
                {say::HELP_METHOD_ABOUT.text()}
            </p>
        </section>
    }
}

#[component]
fn Quality(engine: &'static Engine) -> impl IntoView {
    let sentences = engine.site().quality;
    (!sentences.is_empty()).then(|| {
        let sentences = sentences
            .iter()
            .map(|sentence| view! { <li dir="auto">{told(sentence)}</li> })
            .collect_view();
        view! {
            <section>
                <h3>{say::HELP_QUALITY.text()}</h3>
                <ul class="help__list">{sentences}</ul>
            </section>
        }
    })
}

#[component]
fn Removed(engine: &'static Engine) -> impl IntoView {
    let rules = removed(engine);
    (!rules.is_empty()).then(|| {
        let rule = |(rule, n_lines): (String, usize)| {
            view! { <li>{say::HELP_REMOVED_RULE.fill([&rule, &say::LINES.of(n_lines)])}</li> }
        };
        let rules = rules.into_iter().map(rule).collect_view();
        view! {
            <section>
                <h3>{say::HELP_REMOVED.text()}</h3>
                <ul class="help__list">{rules}</ul>
                <p>{say::HELP_REMOVED_WHERE.text()}</p>
            </section>
        }
    })
}

/// The rules that removed lines, most used first, with how many.
fn removed(engine: &Engine) -> Vec<(String, usize)> {
    let mut rules: BTreeMap<String, usize> = BTreeMap::new();
    for idx in (0..engine.n_documents()).map(DocumentIdx::from) {
        let segments = engine.pack().document(idx).segments;
        for segment in segments.into_iter().filter(|s| s.role == SegmentRole::Boilerplate) {
            *rules.entry(told(&segment.rule)).or_default() += 1;
        }
    }
    let mut rules: Vec<_> = rules.into_iter().collect();
    rules.sort_by_key(|(_, n_lines)| usize::MAX - n_lines);
    rules
}

#[component]
fn Edition(engine: &'static Engine) -> impl IntoView {
    let articles = say::ARTICLES.of(engine.n_documents());
    let statements = say::STATEMENTS.of(engine.n_statements());
    view! {
        <section>
            <h3>{say::HELP_EDITION.text()}</h3>
            <p>
                {say::HELP_EDITION_FACTS.fill([&engine.site().title, &articles, &statements, &engine.edition()])}
            </p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;

    #[test]
    fn rules_are_counted_and_the_most_used_comes_first() {
        let said = ["one", "two", "three", "four"].map(|words| Said::new("a.txt", "ada", words));
        let mut corpus = corpus(&said);
        corpus.statements.truncate(1);
        for (segment, rule) in corpus.documents[0].segments[1..].iter_mut().zip(["b", "c", "c"]) {
            segment.role = SegmentRole::Boilerplate;
            segment.rule = rule.to_owned();
        }
        let engine = Engine::open(pack::write(&corpus)).expect("a sound pack");
        assert_eq!(removed(&engine), [("c".to_owned(), 2), ("b".to_owned(), 1)]);
    }
}
