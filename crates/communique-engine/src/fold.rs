//! Repeated claims: which statements say the same, and an answer with each claim once.

use communique_index::{Pack, StatementIdx};

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
    /// The other statements that say the same, in document order. The first time costs a pass over all statements.
    pub fn repeats(&self, idx: StatementIdx) -> Vec<StatementIdx> {
        let next = self.next_said.get_or_init(|| next_said(self.pack()));
        let said = std::iter::successors(Some(self.pack().first_said(idx)), |said| {
            let next = next[said.get()];
            (next != LAST).then_some(StatementIdx(next))
        });
        said.filter(|said| *said != idx).collect()
    }

    /// Those of `statements`, in their order, that say what none before them in that order says.
    pub fn without_repeats(&self, statements: &[StatementIdx]) -> Vec<StatementIdx> {
        let mut is_said = vec![false; self.pack().n_statements()];
        let is_new = |idx: &StatementIdx| {
            !std::mem::replace(&mut is_said[self.pack().first_said(*idx).get()], true)
        };
        statements.iter().copied().filter(is_new).collect()
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

/// Stands where no further statement says the same.
const LAST: u32 = u32::MAX;

/// For each statement the next one that says the same.
fn next_said(pack: &Pack) -> Vec<u32> {
    let mut next = vec![LAST; pack.n_statements()];
    // By the first that says it, the one that was come upon last.
    let mut last = next.clone();
    for idx in (0..pack.n_statements()).rev().map(StatementIdx::from) {
        let said = &mut last[pack.first_said(idx).get()];
        next[idx.get()] = std::mem::replace(said, idx.0);
    }
    next
}
