//! Words of a query that the corpus lacks, and the words of the corpus that may have been meant.
//!
//! Nearness is the Damerau–Levenshtein distance (a letter left out, put in, changed, or swapped with its
//! neighbor), found with the automata of Schulz and Mihov, "Fast String Correction with Levenshtein-Automata" (2002),
//! through the crate `levenshtein_automata`. Nearest first, then what most statements have, then by the alphabet.

use std::cmp::Reverse;
use std::ops::Range;

use communique_index::analysis::{normalize, stem, words};
use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};

use crate::Query;
use crate::engine::Engine;
use crate::query::{Clause, Node};
use crate::view::Question;

/// How many words are offered for one.
const N_OFFERED: usize = 3;
/// Letters of the shortest word that is corrected, and of the shortest that may differ in two.
const SHORTEST: (usize, usize) = (3, 6);

/// A word of a query that no statement has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// Bytes of the query.
    pub text_span: Range<usize>,
    /// What may have been meant, best first; no two are forms of one word. Never empty.
    pub offers: Vec<Offer>,
}

/// A word that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The word as statements have it, in small letters.
    pub word: String,
    /// The query with it in place of the unknown word.
    pub query: String,
}

impl Engine {
    /// The words of a question's query that no statement has and that are spelt nearly like words that some have, in
    /// order. Costs a look at every term of the corpus for each.
    pub fn unknown_words(&self, question: &Question) -> Vec<UnknownWord> {
        let text = &question.query;
        let (query, _) = Query::parse(text);
        let mut spans = Vec::new();
        query.root.iter().for_each(|root| self.unknown_spans(root, text, &mut spans));
        // Of a part that was not understood, each word stands for the whole of it.
        spans.dedup();
        let unknown = |text_span: Range<usize>| {
            let (before, after) = (&text[..text_span.start], &text[text_span.end..]);
            let offer = |word: String| Offer { query: [before, &word, after].concat(), word };
            let offers: Vec<_> = self.similar(&text[text_span.clone()]).map(offer).collect();
            (!offers.is_empty()).then_some(UnknownWord { text_span, offers })
        };
        spans.into_iter().filter_map(unknown).collect()
    }

    fn unknown_spans(&self, node: &Node, text: &str, spans: &mut Vec<Range<usize>>) {
        match &node.clause {
            Clause::Word(_) | Clause::Phrase(_) => {
                let from = node.text_span.start;
                let unknown = words(&text[node.text_span.clone()])
                    .filter(|word| self.pack().terms_with_stem(&stem(&word.term)).next().is_none());
                spans.extend(
                    unknown.map(|word| word.text_span.start + from..word.text_span.end + from),
                );
            }
            Clause::Near(left, _, right) => {
                self.unknown_spans(left, text, spans);
                self.unknown_spans(right, text, spans);
            }
            Clause::Not(node) => self.unknown_spans(node, text, spans),
            Clause::And(nodes) | Clause::Or(nodes) => {
                nodes.iter().for_each(|node| self.unknown_spans(node, text, spans));
            }
            Clause::Prefix(_)
            | Clause::Suffix(_)
            | Clause::Pattern(_)
            | Clause::Value(..)
            | Clause::Date(_) => {}
        }
    }

    /// Terms spelt nearly like `word`, best first.
    fn similar(&self, word: &str) -> impl Iterator<Item = String> + use<> {
        let term = normalize(word);
        let n_letters = term.chars().count();
        let is_word = term.chars().all(char::is_alphabetic) && n_letters >= SHORTEST.0;
        let most = if n_letters < SHORTEST.1 { 1 } else { 2 };
        let mut near = Vec::new();
        if is_word {
            let dfa = LevenshteinAutomatonBuilder::new(most, true).build_dfa(&term);
            for idx in self.pack().terms_with_prefix("") {
                let other = self.pack().term(idx);
                if let Distance::Exact(distance) = dfa.eval(other) {
                    near.push((distance, Reverse(self.pack().doc_freq(idx)), other.to_owned()));
                }
            }
        }
        near.sort_unstable();
        let mut stems: Vec<String> = Vec::new();
        let is_new = move |(.., term): &(u8, Reverse<u32>, String)| {
            let stem = stem(term).into_owned();
            let is_new = !stems.contains(&stem);
            stems.push(stem);
            is_new
        };
        near.into_iter().filter(is_new).take(N_OFFERED).map(|(.., term)| term)
    }
}

#[cfg(test)]
mod tests {
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;
    use crate::View;

    /// For each unknown word what is offered, and the query with the first.
    fn check(query: &str, expected: &[(&str, &[&str], &str)]) {
        let said = [
            "foreign troops and their withdrawal",
            "the troop and the trooper; Iraq, Iran",
            "no troops, no strops; Tehran-Baku",
        ];
        let said: Vec<_> = said.iter().map(|words| Said::new("a.txt", "ada", words)).collect();
        let engine = Engine::open(pack::write(&corpus(&said))).expect("a sound corpus opens");
        let mut view = View::default();
        view.question.query = query.to_owned();
        let unknown = engine.unknown_words(view.question());
        let found: Vec<_> = unknown
            .iter()
            .map(|word| {
                let offers: Vec<_> = word.offers.iter().map(|offer| offer.word.as_str()).collect();
                (&query[word.text_span.clone()], offers, word.offers[0].query.as_str())
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(word, offers, query)| (*word, offers.to_vec(), *query)).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn near_words_are_offered_by_distance_then_frequency() {
        // "troops" and "strops" are both one letter away; more statements have the first.
        check("trops", &[("trops", &["troops", "strops"], "troops")]);
        check("foreing", &[("foreing", &["foreign"], "foreign")]);
        check(
            "Withdrawl -Irak",
            &[
                ("Withdrawl", &["withdrawal"], "withdrawal -Irak"),
                ("Irak", &["iran", "iraq"], "Withdrawl -iran"),
            ],
        );
        check(
            "\"foriegn troops\" OR Tehran-Bakku",
            &[
                ("foriegn", &["foreign"], "\"foreign troops\" OR Tehran-Bakku"),
                ("Bakku", &["baku"], "\"foriegn troops\" OR Tehran-baku"),
            ],
        );
    }

    #[test]
    fn what_is_known_short_or_like_nothing_is_left_alone() {
        for query in ["troop", "trooping", "xy", "1999", "elephants", "trops*", "/trops/", ""] {
            check(query, &[]);
        }
    }
}
