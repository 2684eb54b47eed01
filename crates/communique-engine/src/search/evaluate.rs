//! The statements that match a plan, with their BM25 scores.
//!
//! BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
//! k1 = 1.2 and b = 0.75, and the idf of Lucene, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
//! A word with all its forms, a phrase or a pair of near words counts as one term of the query.

use communique_index::{Date, Facet, Pack, StatementIdx, TermIdx, ValueIdx};

use super::places::{near_pairs, places_of, posted_places, statement_of};
use super::plan::{Plan, Sequence};

/// How soon more of the same stops to count.
pub(crate) const K1: f64 = 1.2;
/// How much long statements are held back.
pub(crate) const B: f64 = 0.75;

/// A statement with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scored {
    pub(crate) statement: StatementIdx,
    pub(crate) score: f64,
}

/// Every statement, unscored.
pub(crate) fn everything(pack: &Pack) -> Vec<Scored> {
    (0..pack.n_statements()).map(|idx| unscored(idx.into())).collect()
}

/// The statements that match, in document order.
pub(crate) fn matches(pack: &Pack, plan: &Plan) -> Vec<Scored> {
    match plan {
        Plan::Words(sequence) => score(pack, freqs(pack, sequence)),
        Plan::Near(left, distance, right) => {
            let places = |sequence| places_of(sequence, |terms| posted_places(pack, terms));
            let (n_left, n_right) = (left.0.len() as u64, right.0.len() as u64);
            let pairs = near_pairs((&places(left), n_left), (&places(right), n_right), *distance);
            score(pack, counted(pairs.iter().map(|(a, _)| statement_of(*a))))
        }
        Plan::Pattern(hits) => score(pack, hits.freqs()),
        Plan::Values(facet, values) => with_values(pack, *facet, values),
        Plan::Dates(from, to) => dated(pack, *from, *to),
        Plan::Not(plan) => without(everything(pack), &matches(pack, plan)),
        Plan::And(plans) => all_of(pack, plans),
        Plan::Or(plans) => plans
            .iter()
            .map(|plan| matches(pack, plan))
            .fold(Vec::new(), |all, some| union(&all, &some)),
    }
}

/// What must be there first, then what must not, so that a complement is only taken where it stands alone.
fn all_of(pack: &Pack, plans: &[Plan]) -> Vec<Scored> {
    let (negative, positive): (Vec<_>, Vec<_>) =
        plans.iter().partition(|plan| matches!(plan, Plan::Not(_)));
    let found = positive
        .iter()
        .map(|plan| matches(pack, plan))
        .reduce(|found, more| intersection(&found, &more))
        .unwrap_or_else(|| everything(pack));
    negative.into_iter().fold(found, |found, plan| match plan {
        Plan::Not(plan) => without(found, &matches(pack, plan)),
        _ => found,
    })
}

/// How often each statement has the sequence.
fn freqs(pack: &Pack, sequence: &Sequence) -> Vec<(StatementIdx, u32)> {
    match sequence.0.as_slice() {
        [terms] => term_freqs(pack, terms),
        _ => {
            let places = places_of(sequence, |terms| posted_places(pack, terms));
            counted(places.into_iter().map(statement_of))
        }
    }
}

/// How often each statement has any of `terms`.
fn term_freqs(pack: &Pack, terms: &[TermIdx]) -> Vec<(StatementIdx, u32)> {
    if let [term] = terms {
        let mut postings = pack.postings(*term);
        return std::iter::from_fn(|| postings.next_freq()).collect();
    }
    // A number for each statement, and no sort: a beginning or an ending can have thousands of terms, each in many.
    let mut freqs = vec![0; pack.n_statements()];
    for term in terms {
        let mut postings = pack.postings(*term);
        while let Some((statement, freq)) = postings.next_freq() {
            freqs[statement.get()] += freq;
        }
    }
    (0..).map(StatementIdx).zip(freqs).filter(|(_, freq)| *freq > 0).collect()
}

fn counted(statements: impl Iterator<Item = StatementIdx>) -> Vec<(StatementIdx, u32)> {
    let mut freqs: Vec<(StatementIdx, u32)> = Vec::new();
    for statement in statements {
        match freqs.last_mut().filter(|(last, _)| *last == statement) {
            Some((_, freq)) => *freq += 1,
            None => freqs.push((statement, 1)),
        }
    }
    freqs
}

fn score(pack: &Pack, freqs: Vec<(StatementIdx, u32)>) -> Vec<Scored> {
    let n_statements = pack.n_statements() as f64;
    let average_len = f64::from(pack.n_tokens()) / n_statements;
    let doc_freq = freqs.len() as f64;
    let idf = (1.0 + (n_statements - doc_freq + 0.5) / (doc_freq + 0.5)).ln();
    let scored = |(statement, freq): (StatementIdx, u32)| {
        let freq = f64::from(freq);
        let len = f64::from(pack.statement_n_tokens(statement));
        let saturation = freq + K1 * (1.0 - B + B * len / average_len);
        Scored { statement, score: idf * freq * (K1 + 1.0) / saturation }
    };
    freqs.into_iter().map(scored).collect()
}

fn with_values(pack: &Pack, facet: Facet, values: &[ValueIdx]) -> Vec<Scored> {
    let has = |idx: &StatementIdx| {
        pack.statement_values(facet, *idx).any(|value| values.binary_search(&value).is_ok())
    };
    (0..pack.n_statements()).map(StatementIdx::from).filter(has).map(unscored).collect()
}

fn dated(pack: &Pack, from: Option<Date>, to: Option<Date>) -> Vec<Scored> {
    let places = pack.places();
    let is_in = |idx: &StatementIdx| in_range(places.date(*idx), from, to);
    (0..pack.n_statements()).map(StatementIdx::from).filter(is_in).map(unscored).collect()
}

/// Whether a date lies in a range, both ends included. What has no date lies in none.
pub(crate) fn in_range(date: Option<Date>, from: Option<Date>, to: Option<Date>) -> bool {
    date.is_some_and(|date| from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to))
}

fn unscored(statement: StatementIdx) -> Scored {
    Scored { statement, score: 0.0 }
}

fn intersection(left: &[Scored], right: &[Scored]) -> Vec<Scored> {
    let mut right = right.iter().peekable();
    let mut both = Vec::new();
    for a in left {
        while right.next_if(|b| b.statement < a.statement).is_some() {}
        if let Some(b) = right.next_if(|b| b.statement == a.statement) {
            both.push(Scored { statement: a.statement, score: a.score + b.score });
        }
    }
    both
}

fn union(left: &[Scored], right: &[Scored]) -> Vec<Scored> {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    let mut either = Vec::new();
    while let Some(next) = left.peek().into_iter().chain(right.peek()).map(|s| s.statement).min() {
        let mut score = 0.0;
        for side in [&mut left, &mut right] {
            score += side.next_if(|s| s.statement == next).map_or(0.0, |s| s.score);
        }
        either.push(Scored { statement: next, score });
    }
    either
}

fn without(mut found: Vec<Scored>, ruled_out: &[Scored]) -> Vec<Scored> {
    let mut ruled_out = ruled_out.iter().peekable();
    found.retain(|a| {
        while ruled_out.next_if(|b| b.statement < a.statement).is_some() {}
        ruled_out.peek().is_none_or(|b| b.statement != a.statement)
    });
    found
}
