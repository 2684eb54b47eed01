//! A query in its normal form.

use std::fmt;

use super::{Clause, Node, Query};

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.as_ref().map_or(Ok(()), |root| root.fmt(f))
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.clause {
            Clause::Word(word) => f.write_str(word),
            Clause::Phrase(words) => write!(f, "\"{words}\""),
            Clause::Prefix(prefix) => write!(f, "{prefix}*"),
            Clause::Suffix(suffix) => write!(f, "*{suffix}"),
            Clause::Pattern(source) => write!(f, "/{source}/"),
            Clause::Near(left, distance, right) => write!(f, "{left} NEAR/{distance} {right}"),
            Clause::Value(facet, value) => write!(f, "{}:{}", facet.key(), Quoted(value)),
            Clause::Date(date) => write!(f, "date:{}", Quoted(date)),
            Clause::Not(node) => write!(f, "-{}", Grouped(node, Rank::Not)),
            Clause::And(nodes) => join(f, nodes, " ", Rank::And),
            Clause::Or(nodes) => join(f, nodes, " OR ", Rank::Or),
        }
    }
}

fn join(f: &mut fmt::Formatter<'_>, nodes: &[Node], separator: &str, rank: Rank) -> fmt::Result {
    for (n, node) in nodes.iter().enumerate() {
        if n > 0 {
            f.write_str(separator)?;
        }
        write!(f, "{}", Grouped(node, rank))?;
    }
    Ok(())
}

/// How tightly a clause binds, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Or,
    And,
    Not,
    Leaf,
}

/// A node in parentheses where it binds no tighter than what it stands in.
struct Grouped<'q>(&'q Node, Rank);

impl fmt::Display for Grouped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rank = match &self.0.clause {
            Clause::Or(_) => Rank::Or,
            Clause::And(_) => Rank::And,
            // "-a NEAR/5 b" would read as "(-a) NEAR/5 b".
            Clause::Not(_) | Clause::Near(..) => Rank::Not,
            Clause::Word(_)
            | Clause::Phrase(_)
            | Clause::Prefix(_)
            | Clause::Suffix(_)
            | Clause::Pattern(_)
            | Clause::Value(..)
            | Clause::Date(_) => Rank::Leaf,
        };
        if rank > self.1 { self.0.fmt(f) } else { write!(f, "({})", self.0) }
    }
}

/// A field's value, in quotes where it would not be read as one.
struct Quoted<'q>(&'q str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_plain = !self.0.starts_with('!')
            && !self.0.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')'));
        if is_plain { f.write_str(self.0) } else { write!(f, "\"{}\"", self.0) }
    }
}
