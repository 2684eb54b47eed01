//! A query in words: "withdrawal and “foreign forces” but not Iran".

use communique_words::{Form, say};

use crate::query::{Clause, Node};
use crate::words::facet_within;

use super::{Piece, Writer};

impl Writer<'_> {
    /// ", mentioning …": what the query asks for, each search word a piece of its own.
    pub(super) fn in_query_words(&mut self, root: &Node) {
        let (is_not, node) = match &root.clause {
            Clause::Not(inner) => (true, &**inner),
            _ => (false, root),
        };
        let form = match (is_not, is_mentioned(node)) {
            (false, true) => say::CLAIM_MENTIONING,
            (true, true) => say::CLAIM_NOT_MENTIONING,
            (false, false) => say::CLAIM_MATCHING,
            (true, false) => say::CLAIM_NOT_MATCHING,
        };
        self.stretches(form, |writer, _| writer.clause(node));
    }

    fn clause(&mut self, node: &Node) {
        match &node.clause {
            Clause::Word(word) => self.word(word.clone()),
            Clause::Phrase(words) => self.word(say::CHIP_QUOTED.fill([words])),
            Clause::Prefix(prefix) => self.words(say::CLAIM_BEGIN, prefix.clone()),
            Clause::Suffix(suffix) => self.words(say::CLAIM_END, suffix.clone()),
            Clause::Pattern(source) => self.words(say::CLAIM_PATTERN, ["/", source, "/"].concat()),
            Clause::Near(left, distance, right) => {
                self.stretches(say::CLAIM_WITHIN, |writer, slot| match slot {
                    0 => writer.clause(left),
                    1 => writer.text(say::CLAIM_WORDS.of(*distance as usize)),
                    _ => writer.clause(right),
                });
            }
            Clause::Value(facet, value) => {
                let slots = |writer: &mut Self, slot| match slot {
                    0 => writer.text(facet_within(*facet)),
                    _ => writer.word(value.clone()),
                };
                self.stretches(say::CLAIM_VALUE, slots);
            }
            Clause::Date(date) => self.words(say::CLAIM_DATE, date.clone()),
            Clause::Not(node) => self.stretches(say::CLAIM_NOT, |writer, _| writer.grouped(node)),
            Clause::And(nodes) => self.all_of(nodes),
            Clause::Or(nodes) => self.list(nodes, say::LIST_OR.text()),
        }
    }

    /// What must be there, then what must not.
    fn all_of(&mut self, nodes: &[Node]) {
        let is_not = |node: &&Node| matches!(node.clause, Clause::Not(_));
        let (without, with): (Vec<_>, Vec<_>) = nodes.iter().partition(is_not);
        self.list(with.iter().copied(), say::LIST_AND.text());
        if !with.is_empty() && !without.is_empty() {
            self.text(say::CLAIM_BUT.text());
        }
        self.list(without, say::LIST_AND.text());
    }

    fn list<'n>(&mut self, nodes: impl IntoIterator<Item = &'n Node>, conjunction: &'static str) {
        for (n, node) in nodes.into_iter().enumerate() {
            self.text(if n > 0 { conjunction } else { "" });
            self.grouped(node);
        }
    }

    /// A part of several, in parentheses where it has several parts itself.
    fn grouped(&mut self, node: &Node) {
        match node.clause {
            Clause::And(_) | Clause::Or(_) => {
                self.stretches(say::CLAIM_GROUP, |writer, _| writer.clause(node));
            }
            _ => self.clause(node),
        }
    }

    fn words(&mut self, form: Form<1>, word: String) {
        self.stretches(form, |writer, _| writer.word(word.clone()));
    }

    fn word(&mut self, word: String) {
        self.pieces.push(Piece::Query(word));
    }
}

/// Whether what a node asks for stands in the words of a statement, so that it can be said to be mentioned.
fn is_mentioned(node: &Node) -> bool {
    match &node.clause {
        Clause::Word(_)
        | Clause::Phrase(_)
        | Clause::Prefix(_)
        | Clause::Suffix(_)
        | Clause::Near(..) => true,
        Clause::Not(node) => is_mentioned(node),
        Clause::And(nodes) | Clause::Or(nodes) => nodes.iter().all(is_mentioned),
        Clause::Pattern(_) | Clause::Value(..) | Clause::Date(_) => false,
    }
}
