//! A query resolved against a pack: words have become terms, field values facet values.

use std::sync::Arc;

use communique_index::analysis::{stem, words};
use communique_index::find::split_once;
use communique_index::{Date, Facet, Pack, TermIdx, ValueIdx};
use communique_words::say;

use crate::Diagnostic;
use crate::pattern::{PatternHits, Patterns};
use crate::query::{Clause, Node, Query};
use crate::words::facet_bare;

/// What to look for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Plan {
    Words(Sequence),
    Near(Sequence, u32, Sequence),
    Pattern(Arc<PatternHits>),
    /// Statements with any of these values, sorted.
    Values(Facet, Vec<ValueIdx>),
    Dates(Option<Date>, Option<Date>),
    Not(Box<Plan>),
    And(Vec<Plan>),
    Or(Vec<Plan>),
}

/// Words side by side: for each the terms that will do, sorted. None where the corpus has no such word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sequence(pub(crate) Vec<Vec<TermIdx>>);

impl Plan {
    /// The plan of a query, and what the corpus does not know of it. `None` where nothing of the query can be
    /// searched, now or at all.
    pub(crate) fn new(pack: &Pack, patterns: &Patterns, query: &Query) -> (Option<Plan>, Unknown) {
        let mut resolver = Resolver { pack, patterns, unknown: Unknown::default() };
        let plan = query.root.as_ref().and_then(|root| resolver.resolve(root));
        (plan, resolver.unknown)
    }

    /// The parts that an answer must or may have and that stand somewhere in its text.
    pub(crate) fn wanted<'p>(&'p self, wanted: &mut Vec<Wanted<'p>>) {
        match self {
            Plan::Words(sequence) => wanted.push(Wanted::Words(sequence)),
            Plan::Near(left, distance, right) => wanted.push(Wanted::Near(left, *distance, right)),
            Plan::Pattern(hits) => wanted.push(Wanted::Pattern(hits)),
            Plan::And(plans) | Plan::Or(plans) => plans.iter().for_each(|plan| plan.wanted(wanted)),
            Plan::Values(..) | Plan::Dates(..) | Plan::Not(_) => {}
        }
    }
}

/// What the corpus does not know of a query.
#[derive(Default)]
pub(crate) struct Unknown {
    /// Which parts.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Whether words are among them.
    pub(crate) words: bool,
}

/// What to mark in a statement.
pub(crate) enum Wanted<'p> {
    Words(&'p Sequence),
    Near(&'p Sequence, u32, &'p Sequence),
    Pattern(&'p PatternHits),
}

struct Resolver<'r> {
    pack: &'r Pack,
    patterns: &'r Patterns,
    unknown: Unknown,
}

impl Resolver<'_> {
    /// The plan of a node; `None` where it is left out.
    fn resolve(&mut self, node: &Node) -> Option<Plan> {
        Some(match &node.clause {
            Clause::Word(_) | Clause::Phrase(_) | Clause::Prefix(_) | Clause::Suffix(_) => {
                Plan::Words(self.words(node))
            }
            Clause::Near(left, distance, right) => {
                Plan::Near(self.words(left), *distance, self.words(right))
            }
            Clause::Pattern(source) => return self.pattern(node, source),
            Clause::Value(facet, text) => self.values(node, *facet, text),
            Clause::Date(text) => self.dates(node, text),
            Clause::Not(node) => Plan::Not(Box::new(self.resolve(node)?)),
            Clause::And(nodes) => return self.several(nodes, Plan::And),
            Clause::Or(nodes) => return self.several(nodes, Plan::Or),
        })
    }

    fn several(&mut self, nodes: &[Node], make: fn(Vec<Plan>) -> Plan) -> Option<Plan> {
        let plans: Vec<_> = nodes.iter().filter_map(|node| self.resolve(node)).collect();
        (!plans.is_empty()).then(|| make(plans))
    }

    fn words(&mut self, node: &Node) -> Sequence {
        let sequence = sequence(self.pack, node);
        if sequence.0.iter().any(Vec::is_empty) {
            self.unknown.words = true;
            self.report(node, say::ODD_WORD.text());
        }
        sequence
    }

    fn pattern(&mut self, node: &Node, source: &str) -> Option<Plan> {
        match self.patterns.find(source) {
            Some(Ok(hits)) => return Some(Plan::Pattern(hits)),
            Some(Err(reason)) => self.report(node, say::ODD_PATTERN.fill([&reason])),
            None => self.report(node, say::ODD_PATTERN_SEARCHED.text()),
        }
        None
    }

    fn values(&mut self, node: &Node, facet: Facet, text: &str) -> Plan {
        let values = values(self.pack, facet, text);
        if values.is_empty() {
            self.report(node, say::ODD_VALUE.fill([facet_bare(facet), text]));
        }
        Plan::Values(facet, values)
    }

    fn dates(&mut self, node: &Node, text: &str) -> Plan {
        if let Some((from, to)) = date_range(text) {
            return Plan::Dates(from, to);
        }
        self.report(node, say::ODD_DATE_FIELD.text());
        Plan::Or(Vec::new())
    }

    fn report(&mut self, node: &Node, message: impl Into<String>) {
        self.unknown.diagnostics.push(Diagnostic::query(node.text_span.clone(), message));
    }
}

/// The terms of a word, phrase, prefix or suffix.
fn sequence(pack: &Pack, node: &Node) -> Sequence {
    let forms = |term: &str| pack.terms_with_stem(&stem(term)).collect();
    let terms = |text: &str| words(text).map(|word| word.term).collect::<Vec<_>>();
    match &node.clause {
        Clause::Phrase(text) => {
            Sequence(terms(text).iter().map(|term| exact(pack, term)).collect())
        }
        Clause::Prefix(text) => {
            let mut terms = terms(text);
            let prefix = terms.pop().unwrap_or_default();
            let mut slots: Vec<_> = terms.iter().map(|term| forms(term)).collect();
            slots.push(pack.terms_with_prefix(&prefix).collect());
            Sequence(slots)
        }
        Clause::Suffix(text) => {
            let mut terms = terms(text);
            let suffix = terms.drain(..1.min(terms.len())).next().unwrap_or_default();
            let rest = terms.iter().map(|term| forms(term));
            Sequence([pack.terms_with_suffix(&suffix).collect()].into_iter().chain(rest).collect())
        }
        Clause::Word(text) => Sequence(terms(text).iter().map(|term| forms(term)).collect()),
        Clause::Near(..)
        | Clause::Pattern(_)
        | Clause::Value(..)
        | Clause::Date(_)
        | Clause::Not(_)
        | Clause::And(_)
        | Clause::Or(_) => {
            unreachable!("the parser puts only words, phrases, prefixes and suffixes here")
        }
    }
}

/// The terms of a word in a phrase: as it is, and of a name that has lost its apostrophe (`Iraqs` for `Iraq’s`) the
/// name, which is what a possessive is searched by.
fn exact(pack: &Pack, term: &str) -> Vec<TermIdx> {
    let name = term.strip_suffix('s').filter(|name| is_name(pack, name));
    // The shorter one is before the other in the order of terms.
    name.into_iter().chain([term]).filter_map(|term| pack.find_term(term)).collect()
}

/// Whether some country or person here is called so, or has it in its name.
fn is_name(pack: &Pack, term: &str) -> bool {
    [Facet::Country, Facet::Speaker].iter().any(|facet| !values(pack, *facet, term).is_empty())
}

/// The value with this key, else all those whose label or an alias has every word of `text`.
fn values(pack: &Pack, facet: Facet, text: &str) -> Vec<ValueIdx> {
    let by_key = |key: &str| pack.find_value(facet, key);
    if let Some(value) = by_key(text).or_else(|| by_key(&text.to_ascii_lowercase())) {
        return vec![value];
    }
    let wanted: Vec<_> = words(text).map(|word| word.term).collect();
    let is_called = |name: &str| {
        let name: Vec<_> = words(name).map(|word| word.term).collect();
        // Here "US" may be written small.
        let has = |term: &String| name.iter().any(|other| other.eq_ignore_ascii_case(term));
        wanted.iter().all(has)
    };
    let is_meant = |idx: &ValueIdx| pack.value(facet, *idx).names().any(is_called);
    if wanted.is_empty() {
        return Vec::new();
    }
    (0..pack.n_values(facet)).map(ValueIdx::from).filter(is_meant).collect()
}

/// Reads `2021`, `2021-04`, `2021-04-12`, or two of them around `..`, either of which may be absent.
fn date_range(text: &str) -> Option<(Option<Date>, Option<Date>)> {
    match split_once(text, "..") {
        None => period(text).map(|(from, to)| (Some(from), Some(to))),
        Some(("", "")) => None,
        Some(("", to)) => Some((None, Some(period(to)?.1))),
        Some((from, "")) => Some((Some(period(from)?.0), None)),
        Some((from, to)) => Some((Some(period(from)?.0), Some(period(to)?.1))),
    }
}

/// First and last day of a year, month or day.
fn period(text: &str) -> Option<(Date, Date)> {
    let text = text.trim();
    let day = |text: &str| Date::parse(text);
    match text.len() {
        4 => Some((day(&format!("{text}-01-01"))?, day(&format!("{text}-12-31"))?)),
        7 => {
            let last = (28..=31).rev().find_map(|n| day(&format!("{text}-{n}")));
            Some((day(&format!("{text}-01"))?, last?))
        }
        _ => day(text).map(|date| (date, date)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_ranges_cover_whole_periods() {
        for (text, from, to) in [
            ("2021", "2021-01-01", "2021-12-31"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("2020-02-03", "2020-02-03", "2020-02-03"),
            ("2019..2020-06", "2019-01-01", "2020-06-30"),
            ("2019..", "2019-01-01", ""),
            ("..2019", "", "2019-12-31"),
        ] {
            assert_eq!(date_range(text), Some((Date::parse(from), Date::parse(to))), "{text}");
        }
        for wrong in ["", "..", "20", "2021-13", "2021-2-3", "x..2020", "2020..x", "äöüß"] {
            assert_eq!(date_range(wrong), None, "{wrong}");
        }
    }
}
