//! A recursive-descent parser that takes any string.

use std::ops::Range;

use communique_words::say;

use super::lex::{Kind, Lexeme, lex};
use super::{Clause, Node, Query};
use crate::{Diagnostic, Place};

/// Parentheses deeper than this are ignored, so that no query exhausts the stack.
const MAX_DEPTH: usize = 32;

impl Query {
    /// Reads what was typed. Never fails: the diagnostics say what was not understood, where, and what
    /// was done instead, in the order of their places.
    pub fn parse(text: &str) -> (Query, Vec<Diagnostic>) {
        let (lexemes, diagnostics) = lex(text);
        let mut parser = Parser { lexemes: &lexemes, depth: 0, diagnostics };
        let mut nodes = Vec::new();
        while !parser.lexemes.is_empty() {
            nodes.extend(parser.or());
            // What stops it before the end is a parenthesis that nobody opened.
            if let Some(span) = parser.take(Kind::Close) {
                parser.report(span, say::ODD_UNOPENED.text());
            }
        }
        (Query { root: and(nodes) }, parser.diagnostics)
    }
}

struct Parser<'l> {
    /// What is still to be read.
    lexemes: &'l [Lexeme],
    depth: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Parser<'_> {
    fn or(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        let mut before: Option<Range<usize>> = None;
        loop {
            let operand = self.and();
            let after = self.take(Kind::Or);
            // An OR needs an operand on either side; of two in a row the second is the odd one.
            if operand.is_none()
                && let Some(lonely) = after.as_ref().or(before.as_ref())
            {
                self.report(lonely.clone(), say::ODD_OR.text());
            }
            nodes.extend(operand);
            if after.is_none() {
                return or(nodes);
            }
            before = after;
        }
    }

    fn and(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            while self.take(Kind::And).is_some() {}
            let n_left = self.lexemes.len();
            nodes.extend(self.near());
            if self.lexemes.len() == n_left {
                return and(nodes);
            }
        }
    }

    /// An operand, and a second one where `NEAR` stands between the two.
    fn near(&mut self) -> Option<Node> {
        let left = self.operand();
        let [Lexeme { kind: Kind::Near(distance), text_span }, rest @ ..] = self.lexemes else {
            return left;
        };
        self.lexemes = rest;
        let right = self.operand();
        match (left, right) {
            (Some(left), Some(right)) if is_placed(&left) && is_placed(&right) => {
                let span = left.text_span.start..right.text_span.end;
                Some(node(span, Clause::Near(Box::new(left), *distance, Box::new(right))))
            }
            (left, right) => {
                self.report(text_span.clone(), say::ODD_NEAR_SIDES.text());
                and(left.into_iter().chain(right).collect())
            }
        }
    }

    fn operand(&mut self) -> Option<Node> {
        let (first, negated) = self.negations();
        let n_left = self.lexemes.len();
        let operand = self.unsigned();
        match (first, operand) {
            (Some(not), None) if self.lexemes.len() == n_left => {
                self.report(not, say::ODD_NOT.text());
                None
            }
            (Some(not), Some(operand)) if negated => Some(negate(not.start, operand)),
            (_, operand) => operand,
        }
    }

    /// Reads what turns the next operand round: the first of them, and whether their number is odd.
    fn negations(&mut self) -> (Option<Range<usize>>, bool) {
        let first = self.take(Kind::Not);
        let mut negated = first.is_some();
        while self.take(Kind::Not).is_some() {
            negated = !negated;
        }
        (first, negated)
    }

    fn unsigned(&mut self) -> Option<Node> {
        let [Lexeme { kind: Kind::Clauses(clauses), text_span }, rest @ ..] = self.lexemes else {
            return self.take(Kind::Open).and_then(|open| self.group(open));
        };
        self.lexemes = rest;
        and(clauses.iter().map(|clause| node(text_span.clone(), clause.clone())).collect())
    }

    /// What stands in parentheses, the first of them read.
    fn group(&mut self, open: Range<usize>) -> Option<Node> {
        if self.depth == MAX_DEPTH {
            self.report(open, say::ODD_DEEP.text());
            while self.take(Kind::Open).is_some() {}
            return None;
        }
        self.depth += 1;
        let inner = self.or();
        self.depth -= 1;
        match self.take(Kind::Close) {
            None => self.report(open, say::ODD_PARENTHESIS.text()),
            Some(close) if inner.is_none() => {
                self.report(open.start..close.end, say::ODD_PARENTHESES.text());
            }
            Some(_) => {}
        }
        inner
    }

    /// Reads the next lexeme if it is of this kind.
    fn take(&mut self, kind: Kind) -> Option<Range<usize>> {
        let (next, rest) = self.lexemes.split_first().filter(|(next, _)| next.kind == kind)?;
        self.lexemes = rest;
        Some(next.text_span.clone())
    }

    /// Adds a finding where its place belongs among those before.
    fn report(&mut self, text_span: Range<usize>, message: &str) {
        let is_before = |other: &Diagnostic| match &other.place {
            Place::Query(span) => span.start <= text_span.start,
            Place::Address(_) => true,
        };
        let at = self.diagnostics.partition_point(is_before);
        self.diagnostics.insert(at, Diagnostic::query(text_span, message));
    }
}

/// The opposite of a node. Two negations cancel out.
pub(super) fn negate(start: usize, operand: Node) -> Node {
    match operand.clause {
        Clause::Not(inner) => *inner,
        _ => node(start..operand.text_span.end, Clause::Not(Box::new(operand))),
    }
}

/// Whether a node has places in a text that another can be near to.
fn is_placed(node: &Node) -> bool {
    matches!(
        node.clause,
        Clause::Word(_) | Clause::Phrase(_) | Clause::Prefix(_) | Clause::Suffix(_)
    )
}

fn node(text_span: Range<usize>, clause: Clause) -> Node {
    Node { text_span, clause }
}

pub(super) fn and(nodes: Vec<Node>) -> Option<Node> {
    join(nodes, Clause::And, |clause| match clause {
        Clause::And(nodes) => Ok(nodes),
        other => Err(other),
    })
}

pub(super) fn or(nodes: Vec<Node>) -> Option<Node> {
    join(nodes, Clause::Or, |clause| match clause {
        Clause::Or(nodes) => Ok(nodes),
        other => Err(other),
    })
}

/// One node of several, those of the same kind dissolved; the node itself where there is one.
fn join(
    nodes: Vec<Node>,
    make: fn(Vec<Node>) -> Clause,
    dissolve: fn(Clause) -> Result<Vec<Node>, Clause>,
) -> Option<Node> {
    let mut joined = Vec::new();
    for Node { text_span, clause } in nodes {
        match dissolve(clause) {
            Ok(inner) => joined.extend(inner),
            Err(clause) => joined.push(Node { text_span, clause }),
        }
    }
    if joined.len() < 2 {
        return joined.pop();
    }
    let span = joined[0].text_span.start..joined[joined.len() - 1].text_span.end;
    Some(node(span, make(joined)))
}
