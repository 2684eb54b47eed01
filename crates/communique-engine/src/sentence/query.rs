//! A query in words: "withdrawal and “foreign forces” but not Iran".

use crate::query::{Clause, Node};

use super::{Piece, Writer};

impl Writer<'_> {
    /// ", mentioning …": what the query asks for, each search word a piece of its own.
    pub(super) fn in_query_words(&mut self, root: &Node) {
        let (is_not, node) = match &root.clause {
            Clause::Not(inner) => (true, &**inner),
            _ => (false, root),
        };
        self.text(match (is_not, is_mentioned(node)) {
            (false, true) => ", mentioning ",
            (true, true) => ", not mentioning ",
            (false, false) => ", matching ",
            (true, false) => ", not matching ",
        });
        self.clause(node);
    }

    fn clause(&mut self, node: &Node) {
        match &node.clause {
            Clause::Word(word) => self.word("", word.clone()),
            Clause::Phrase(words) => self.word("", format!("“{words}”")),
            Clause::Prefix(prefix) => self.word("words that begin with ", prefix.clone()),
            Clause::Suffix(suffix) => self.word("words that end in ", suffix.clone()),
            Clause::Pattern(source) => self.word("the pattern ", format!("/{source}/")),
            Clause::Near(left, distance, right) => {
                self.clause(left);
                let plural = if *distance == 1 { "" } else { "s" };
                self.text(format!(" within {distance} word{plural} of "));
                self.clause(right);
            }
            Clause::Value(facet, value) => {
                self.word(format!("{} ", facet.label().to_ascii_lowercase()), value.clone());
            }
            Clause::Date(date) => self.word("the date ", date.clone()),
            Clause::Not(node) => {
                self.text("not ");
                self.grouped(node);
            }
            Clause::And(nodes) => self.all_of(nodes),
            Clause::Or(nodes) => self.list(nodes, " or "),
        }
    }

    /// What must be there, then what must not.
    fn all_of(&mut self, nodes: &[Node]) {
        let is_not = |node: &&Node| matches!(node.clause, Clause::Not(_));
        let (without, with): (Vec<_>, Vec<_>) = nodes.iter().partition(is_not);
        self.list(with.iter().copied(), " and ");
        if !with.is_empty() && !without.is_empty() {
            self.text(" but ");
        }
        self.list(without, " and ");
    }

    fn list<'n>(&mut self, nodes: impl IntoIterator<Item = &'n Node>, conjunction: &str) {
        for (n, node) in nodes.into_iter().enumerate() {
            self.text(if n > 0 { conjunction } else { "" });
            self.grouped(node);
        }
    }

    /// A part of several, in parentheses where it has several parts itself.
    fn grouped(&mut self, node: &Node) {
        let has_parts = matches!(node.clause, Clause::And(_) | Clause::Or(_));
        self.text(if has_parts { "(" } else { "" });
        self.clause(node);
        self.text(if has_parts { ")" } else { "" });
    }

    fn word(&mut self, before: impl Into<String>, word: String) {
        self.text(before);
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
