//! What a parsed query wants, its fields resolved by looking at every name of the corpus.

use communique_engine::query::{Clause, Node};
use communique_index::{Corpus, Facet};
use regex::Regex;

use crate::reader::{interned, tokens};
use crate::wanted::Wanted;

/// What `node` wants; `None` where it is left out, as a pattern is that is none.
pub(crate) fn wanted(corpus: &Corpus, node: &Node) -> Option<Wanted> {
    let inner = |node: &Node| wanted(corpus, node).map(Box::new);
    let several = |nodes: &[Node]| -> Vec<_> {
        nodes.iter().filter_map(|node| wanted(corpus, node)).collect()
    };
    Some(match &node.clause {
        Clause::Word(text) => Wanted::Word(interned(text)),
        Clause::Phrase(text) => phrase(corpus, text),
        Clause::Prefix(text) => Wanted::Prefix(interned(text)),
        Clause::Suffix(text) => Wanted::Suffix(interned(text)),
        Clause::Pattern(source) => {
            Regex::new(source).ok()?;
            Wanted::Pattern(interned(source))
        }
        Clause::Near(left, distance, right) => Wanted::Near(inner(left)?, *distance, inner(right)?),
        Clause::Value(facet, text) => value(corpus, *facet, text),
        Clause::Date(text) => Wanted::Date(interned(text)),
        Clause::Not(node) => Wanted::Not(inner(node)?),
        Clause::And(nodes) => Wanted::And(several(nodes)),
        Clause::Or(nodes) => Wanted::Or(several(nodes)),
    })
}

/// The phrase as typed; or with the first name in it that has lost its apostrophe put right, of which the queries
/// here have one at most.
fn phrase(corpus: &Corpus, text: &str) -> Wanted {
    let words: Vec<_> = tokens(text).into_iter().map(|(exact, _)| exact).collect();
    let as_typed = Wanted::Phrase(words.clone());
    let names: Vec<_> = [Facet::Country, Facet::Speaker]
        .into_iter()
        .flat_map(|facet| &corpus.facet_values[facet])
        .flat_map(|value| value.names().flat_map(tokens))
        .map(|(exact, _)| exact)
        .collect();
    let name_in = |word: &&str| names.iter().copied().find(|name| format!("{name}s") == **word);
    match words.iter().enumerate().find_map(|(at, word)| Some((at, name_in(word)?))) {
        Some((at, name)) => {
            let mut mended = words;
            mended[at] = name;
            Wanted::Or(vec![as_typed, Wanted::Phrase(mended)])
        }
        None => as_typed,
    }
}

/// The value with this key; else those that have every word of `text` in one of their names.
fn value(corpus: &Corpus, facet: Facet, text: &str) -> Wanted {
    let values = &corpus.facet_values[facet];
    let value = |key: &str| Wanted::Value(facet, interned(key));
    if values.iter().any(|other| other.key == text.to_lowercase()) {
        return value(&text.to_lowercase());
    }
    let words = |text: &str| text.to_lowercase().split([' ', '-']).map(str::to_owned).collect();
    let typed: Vec<String> = words(text);
    let has_all = |name: &str| {
        let name: Vec<String> = words(name);
        typed.iter().all(|word| name.contains(word))
    };
    let meant = values.iter().filter(|other| other.names().any(has_all));
    Wanted::Or(meant.map(|other| value(&other.key)).collect())
}
