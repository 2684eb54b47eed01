//! The query language: what a reader types, as a tree, and back.
//!
//! Words (any form of them), `"exact phrases"`, `prefix*`, `*suffix`, `-without`, `this OR that`, parentheses,
//! `a NEAR/5 b`, `/patterns?/`, fields such as `speaker:shamkhani` and `date:2020..2021`; a space means AND. Operators are
//! written in capitals. [`Query::parse`] takes any string: what it cannot read it reports, and
//! searches for the plain words of it. `parse(print(query)) == query`, spans aside.
//!
//! Deliberately absent: the corpus. What a word matches is for `search` to find out.

mod examples;
mod lex;
mod parse;
mod print;
#[cfg(test)]
mod tests;

use std::ops::Range;

use communique_index::Facet;

pub use examples::{QueryExample, QueryForm};

/// A query as a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// `None` where nothing is searched for, and so nothing ruled out.
    pub root: Option<Node>,
}

impl Query {
    /// The regular expressions in it, in order, each once.
    pub fn patterns(&self) -> Vec<&str> {
        let mut patterns = Vec::new();
        self.root.iter().for_each(|root| root.patterns(&mut patterns));
        patterns
    }
}

/// A part of a query.
#[derive(Clone, Debug)]
pub struct Node {
    /// Bytes of the query it was read from.
    pub text_span: Range<usize>,
    /// What it asks for.
    pub clause: Clause,
}

impl Node {
    fn patterns<'q>(&'q self, patterns: &mut Vec<&'q str>) {
        match &self.clause {
            Clause::Pattern(source) if !patterns.contains(&source.as_str()) => {
                patterns.push(source);
            }
            Clause::Not(node) => node.patterns(patterns),
            Clause::And(nodes) | Clause::Or(nodes) => {
                nodes.iter().for_each(|node| node.patterns(patterns));
            }
            Clause::Pattern(_)
            | Clause::Word(_)
            | Clause::Phrase(_)
            | Clause::Prefix(_)
            | Clause::Suffix(_)
            | Clause::Near(..)
            | Clause::Value(..)
            | Clause::Date(_) => {}
        }
    }
}

/// Where it was read from makes no difference to what is asked.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.clause == other.clause
    }
}

impl Eq for Node {}

/// What a part of a query asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// Any form of a word; of hyphenated words the parts side by side.
    Word(String),
    /// These words in this order, as they are; names may lack the apostrophe of their possessive.
    Phrase(String),
    /// Words that begin so. Without the star.
    Prefix(String),
    /// Words that end so. Without the star.
    Suffix(String),
    /// What a regular expression matches. Without the slashes.
    Pattern(String),
    /// Two words or phrases at most so many words apart, in either order.
    Near(Box<Node>, u32, Box<Node>),
    /// A facet value, by key or by words of its label.
    Value(Facet, String),
    /// A day, month, year or a range of them, as typed.
    Date(String),
    /// What must not be there.
    Not(Box<Node>),
    /// All of these, two or more, none of them `And`.
    And(Vec<Node>),
    /// Any of these, two or more, none of them `Or`.
    Or(Vec<Node>),
}
