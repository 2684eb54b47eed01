//! Help: how to search, with examples that find something here; keys; how statements are found, and how well.

use std::collections::BTreeMap;

use leptos::prelude::*;

use communique_engine::{Action, Engine, QueryExample, QueryForm};
use communique_index::DocumentIdx;
use communique_index::corpus::SegmentRole;
use communique_ui::link::ViewLink;
use communique_ui::{Reading, words};

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
        let found = words::count(n_statements, "statement", "statements");
        let actions = vec![Action::Clear, Action::SetQuery(query.clone())];
        view! {
            <tr>
                <td>
                    <ViewLink class="help__query" actions>
                        {query}
                    </ViewLink>
                </td>
                <td>{meaning(form)}</td>
                <td class="tnum">{found}</td>
            </tr>
        }
    };
    let rows = engine.query_examples().into_iter().map(row).collect_view();
    view! {
        <section>
            <h3>"Searching"</h3>
            <p>
                "A space means and. Capitals, accents and the kind of quotation mark do not matter, except that US in capitals is not us."
            </p>
            <p>
                "A *suffix finds words that end so, and /a pattern/ is a regular expression. What cannot be read is told above the statements, with a remedy; the rest still searches."
            </p>
            <p>
                "A long list is shown 50 statements at a time, so the browser’s own search in the page sees only those; the search box looks through all of them."
            </p>
            <table class="help__table">
                <thead>
                    <tr>
                        <th scope="col">"Query"</th>
                        <th scope="col">"Finds"</th>
                        <th scope="col">"Here"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn meaning(form: QueryForm) -> &'static str {
    match form {
        QueryForm::Word => "the word in all its forms",
        QueryForm::Phrase => "exactly these words in this order",
        QueryForm::Prefix => "words that begin so",
        QueryForm::Either => "one or the other; OR in capitals",
        QueryForm::Without => "the one without the other",
        QueryForm::Near => "both at most five words apart",
        QueryForm::Value => "the word, about a country; speaker:, theme:, kind:, outlet:, cue: too",
        QueryForm::Date => "from one year, month or day to another",
    }
}

#[component]
fn Keys() -> impl IntoView {
    let key = |key: &'static str, does: &'static str| {
        view! {
            <dt>
                <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
        }
    };
    view! {
        <section>
            <h3>"Keys"</h3>
            <dl class="help__keys">
                {key("/", "go to the search box")} {key("n", "next statement in the open article")}
                {key("p", "previous statement in the open article")} {key("?", "this help")}
                {key("Esc", "clear the search, close what is open")}
                {key("Alt + click", "on a speaker, country or theme of a statement: leave it out")}
            </dl>
            <p>"Single keys can be switched off at the foot of the page."</p>
        </section>
    }
}

#[component]
fn Method() -> impl IntoView {
    view! {
        <section>
            <h3>"How statements are found"</h3>
            <p>
                "A program reads each article when the site is built. It looks for reporting words (said, according to, stressed), for the words that name who said it, and for what was said. A name, an office or a pronoun is then followed back to a person; each step is told under “Why this speaker?”. Where it is not sure, the speaker is not resolved: none is better than a wrong one."
            </p>
            <p>
                "A statement is about a country when its words name the country, its people, or its capital or government. Themes are word lists of the publisher. Headlines, captions and removed lines make no statements."
            </p>
        </section>
    }
}

#[component]
fn Quality(engine: &'static Engine) -> impl IntoView {
    let sentences = engine.site().quality;
    (!sentences.is_empty()).then(|| {
        let sentences =
            sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view();
        view! {
            <section>
                <h3>"How well"</h3>
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
            view! { <li>{rule} ": " {words::count(n_lines, "line", "lines")}</li> }
        };
        let rules = rules.into_iter().map(rule).collect_view();
        view! {
            <section>
                <h3>"What was removed for reading"</h3>
                <ul class="help__list">{rules}</ul>
                <p>"Each article shows its own under “Removed lines”."</p>
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
            *rules.entry(segment.rule).or_default() += 1;
        }
    }
    let mut rules: Vec<_> = rules.into_iter().collect();
    rules.sort_by_key(|(_, n_lines)| usize::MAX - n_lines);
    rules
}

#[component]
fn Edition(engine: &'static Engine) -> impl IntoView {
    let articles = words::count(engine.n_documents(), "article", "articles");
    let statements = words::count(engine.n_statements(), "statement", "statements");
    view! {
        <section>
            <h3>"This edition"</h3>
            <p>
                {engine.site().title} ", " {articles} ", " {statements} ", edition "
                <code>{engine.edition()}</code>
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
