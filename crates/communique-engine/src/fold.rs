//! Repeated claims: which statements say the same, and an answer with each claim once.

use communique_index::StatementIdx;

use crate::engine::Engine;

/// A claim of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The statement that comes first in the answer.
    pub statement: StatementIdx,
    /// Those of the answer that say the same, in the order of the answer.
    pub repeats: Vec<StatementIdx>,
}

impl Engine {
    /// The other statements that say the same, in document order. Costs a look at one number of each statement.
    pub fn repeats(&self, idx: StatementIdx) -> Vec<StatementIdx> {
        let pack = self.pack();
        let first = pack.first_said(idx);
        (first.get()..pack.n_statements())
            .map(StatementIdx::from)
            .filter(|other| *other != idx && pack.first_said(*other) == first)
            .collect()
    }

    /// Each claim of `statements` once, in their order.
    pub fn folded(&self, statements: &[StatementIdx]) -> Vec<Claim> {
        // The place of each group's claim, by the group's first statement.
        let mut places = vec![usize::MAX; self.pack().n_statements()];
        let mut claims: Vec<Claim> = Vec::new();
        for idx in statements {
            let place = &mut places[self.pack().first_said(*idx).get()];
            match claims.get_mut(*place) {
                Some(claim) => claim.repeats.push(*idx),
                None => {
                    *place = claims.len();
                    claims.push(Claim { statement: *idx, repeats: Vec::new() });
                }
            }
        }
        claims
    }
}
