//! Totals and facet counts of the candidates.
//!
//! A statement that passes every test counts for all its values. One that fails only a facet's own
//! selection counts for the values of that facet alone: that is what disjunctive faceting means.

use communique_index::{FacetMap, Pack};

use super::evaluate::Scored;
use super::filter::{Failed, Filter};

/// What the pass finds.
pub(crate) struct Tally {
    /// Statements that pass every test, in document order.
    pub(crate) passed: Vec<Scored>,
    /// Counts by value.
    pub(crate) counts: FacetMap<Vec<u32>>,
    /// Statements left out only because they have no date.
    pub(crate) n_undated_left_out: usize,
}

impl Tally {
    pub(crate) fn new(pack: &Pack, filter: &Filter<'_>, candidates: Vec<Scored>) -> Self {
        let failed: Vec<_> = candidates.iter().map(|s| filter.failed(pack, s.statement)).collect();
        // Facet by facet, so that each loop reads one column from front to back.
        let counts = FacetMap::from_fn(|facet| {
            let column = pack.column(facet);
            let mut counts = vec![0; pack.n_values(facet)];
            for (Scored { statement, .. }, failed) in candidates.iter().zip(&failed) {
                if failed.is_none_but(facet) {
                    column.values(*statement).for_each(|value| counts[value.get()] += 1);
                }
            }
            counts
        });
        let is_left_out = |(Scored { statement, .. }, failed): &(&Scored, &Failed)| {
            **failed == Failed::DATES && pack.statement_date(*statement).is_none()
        };
        let n_undated_left_out = candidates.iter().zip(&failed).filter(is_left_out).count();
        let passed =
            candidates.into_iter().zip(failed).filter(|(_, failed)| *failed == Failed::NONE);
        Self { passed: passed.map(|(scored, _)| scored).collect(), counts, n_undated_left_out }
    }
}
