//! Totals and facet counts, in one pass over the candidates.
//!
//! A statement that passes every test counts for all its values. One that fails only a facet's own
//! selection counts for the values of that facet alone: that is what disjunctive faceting means.

use communique_index::{Facet, FacetMap, Pack};

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
    pub(crate) fn new(pack: &Pack, filter: &Filter, candidates: Vec<Scored>) -> Self {
        let mut counts = FacetMap::from_fn(|facet| vec![0; pack.n_values(facet)]);
        let mut n_undated_left_out = 0;
        let mut passed = candidates;
        passed.retain(|Scored { statement, .. }| {
            let failed = filter.failed(pack, *statement);
            let mut count = |facet: Facet| {
                for value in pack.statement_values(facet, *statement) {
                    counts[facet][value.get()] += 1;
                }
            };
            if failed == Failed::NONE {
                Facet::ALL.into_iter().for_each(count);
            } else if failed == Failed::DATES {
                n_undated_left_out += usize::from(pack.statement_date(*statement).is_none());
            } else if let Some(facet) = failed.only_facet() {
                count(facet);
            }
            failed == Failed::NONE
        });
        Self { passed, counts, n_undated_left_out }
    }
}
