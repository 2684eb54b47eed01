//! Statements in the order asked for. Ties keep document order.

use std::cmp::Reverse;

use communique_index::analysis::normalize;
use communique_index::facet::UNRESOLVED;
use communique_index::{Facet, Pack, StatementIdx, ValueIdx};

use super::evaluate::Scored;
use crate::view::Sort;

/// Puts `found`, which is in document order, in the order of `sort`.
pub(crate) fn ordered(pack: &Pack, mut found: Vec<Scored>, sort: Sort) -> Vec<StatementIdx> {
    match sort {
        // Rounded, so that platforms whose logarithms differ in the last digit agree on ties.
        Sort::Relevance => found.sort_by_key(|s| Reverse((s.score * 1e6).round() as u64)),
        Sort::Newest => found.sort_by_key(|s| Reverse(pack.statement_date(s.statement))),
        Sort::Oldest => found.sort_by_key(|s| {
            let date = pack.statement_date(s.statement);
            (date.is_none(), date)
        }),
        Sort::Speaker => {
            let ranks = speaker_ranks(pack);
            found.sort_by_key(|s| {
                pack.statement_values(Facet::Speaker, s.statement)
                    .map(|value| ranks[value.get()])
                    .next()
            });
        }
        Sort::Document => {}
    }
    found.into_iter().map(|s| s.statement).collect()
}

/// For each speaker its place among all by label, case and accents aside; those not resolved come last.
fn speaker_ranks(pack: &Pack) -> Vec<u32> {
    let n_values = pack.n_values(Facet::Speaker);
    let mut speakers: Vec<_> = (0..n_values).map(ValueIdx::from).collect();
    speakers.sort_by_cached_key(|value| {
        let is_unresolved = pack.value_key(Facet::Speaker, *value) == UNRESOLVED;
        (is_unresolved, normalize(pack.value_label(Facet::Speaker, *value)), *value)
    });
    let mut ranks = vec![0; n_values];
    (0..).zip(speakers).for_each(|(rank, value)| ranks[value.get()] = rank);
    ranks
}
