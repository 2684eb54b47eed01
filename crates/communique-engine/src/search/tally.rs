//! Totals and facet counts of the candidates.
//!
//! A statement that passes every test counts for all its values. One that fails only a facet's own
//! selection counts for the values of that facet alone: that is what disjunctive faceting means.

use communique_index::pack::Column;
use communique_index::{FacetMap, Pack, StatementIdx};

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
        let mut n_undated_left_out = 0;
        let mut nearly: FacetMap<Vec<StatementIdx>> = FacetMap::default();
        let places = pack.places();
        let mut passed = candidates;
        passed.retain(|Scored { statement, .. }| {
            let failed = filter.failed(*statement);
            if let Some(facet) = failed.only_facet() {
                nearly[facet].push(*statement);
            } else if failed == Failed::DATES && places.date(*statement).is_none() {
                n_undated_left_out += 1;
            }
            failed == Failed::NONE
        });
        // Of two sets that are all statements together, the smaller one is quicker to count.
        let others = (2 * passed.len() > pack.n_statements()).then(|| others(pack, &passed));
        let counts = FacetMap::from_fn(|facet| {
            let column = pack.column(facet);
            let mut counts = match &others {
                Some(others) => {
                    let mut counts = column.totals().to_vec();
                    each_value(column, others, |value| counts[value] -= 1);
                    counts
                }
                None => {
                    let mut counts = vec![0; pack.n_values(facet)];
                    let passed = passed.iter().map(|scored| &scored.statement);
                    each_value(column, passed, |value| counts[value] += 1);
                    counts
                }
            };
            each_value(column, &nearly[facet], |value| counts[value] += 1);
            counts
        });
        Self { passed, counts, n_undated_left_out }
    }
}

/// Calls `see` with each value of `statements`, once for each statement that has it.
fn each_value<'s>(
    column: Column<'_>,
    statements: impl IntoIterator<Item = &'s StatementIdx>,
    mut see: impl FnMut(usize),
) {
    for statement in statements {
        column.values(*statement).for_each(|value| see(value.get()));
    }
}

/// The statements that did not pass. Those that did are in document order.
fn others(pack: &Pack, passed: &[Scored]) -> Vec<StatementIdx> {
    let mut passed = passed.iter().map(|scored| scored.statement).peekable();
    let all = (0..pack.n_statements()).map(StatementIdx::from);
    all.filter(|idx| passed.next_if_eq(idx).is_none()).collect()
}
