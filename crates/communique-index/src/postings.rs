//! Posting lists: for a term the statements that hold it, in order, and the places of the word in each.
//!
//! Bytes of a list, all numbers as LEB128 varints (seven bits a byte, lowest first, the high bit
//! says that more follow): for each statement its distance from the one before (from -1 for the first), how
//! many positions it has, then each position's distance from the one before (the first from 0).
//!
//! Positions count the words of a statement's [searched pieces](crate::Statement::searched) from 0.
//! Between two pieces lie [`GAP`] unused positions, so that no phrase runs from one into the next.

use crate::StatementIdx;

/// Unused positions between two searched pieces of a statement.
pub const GAP: u32 = 64;

/// Appends one statement to a posting list. `distance` is from the statement before; positions are sorted.
pub(crate) fn push_posting(list: &mut Vec<u8>, distance: u32, positions: &[u32]) {
    push_varint(list, distance);
    push_varint(list, positions.len() as u32);
    let mut previous = 0;
    for position in positions {
        push_varint(list, position - previous);
        previous = *position;
    }
}

fn push_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// A walk along one posting list. Bytes that make no sense end the walk.
#[derive(Clone, Debug)]
pub struct Postings<'p> {
    bytes: &'p [u8],
    /// One past the statement before.
    next: u32,
    n_statements: u32,
}

impl<'p> Postings<'p> {
    pub(crate) fn new(bytes: &'p [u8], n_statements: usize) -> Self {
        Self { bytes, next: 0, n_statements: n_statements as u32 }
    }

    /// The next statement and how often it has the term.
    pub fn next_freq(&mut self) -> Option<(StatementIdx, u32)> {
        let (statement, n_positions) = self.head()?;
        for _ in 0..n_positions {
            self.varint()?;
        }
        Some((statement, n_positions))
    }

    /// The next statement; its positions are appended to `positions`, in order.
    pub fn next_positions(&mut self, positions: &mut Vec<u32>) -> Option<StatementIdx> {
        let (statement, n_positions) = self.head()?;
        let mut position = 0_u32;
        for _ in 0..n_positions {
            position = position.checked_add(self.varint()?)?;
            positions.push(position);
        }
        Some(statement)
    }

    fn head(&mut self) -> Option<(StatementIdx, u32)> {
        if self.bytes.is_empty() {
            return None;
        }
        let statement = self.next.checked_add(self.varint()?)?;
        let n_positions = self.varint()?;
        self.next = statement.checked_add(1)?;
        (statement < self.n_statements && n_positions > 0)
            .then_some((StatementIdx(statement), n_positions))
    }

    fn varint(&mut self) -> Option<u32> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return u32::try_from(value).ok();
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(bytes: &[u8]) -> Vec<(u32, Vec<u32>)> {
        let mut walk = Postings::new(bytes, 1_000_000);
        let mut found = Vec::new();
        let mut positions = Vec::new();
        while let Some(statement) = walk.next_positions(&mut positions) {
            found.push((statement.0, std::mem::take(&mut positions)));
        }
        found
    }

    proptest::proptest! {
        #[test]
        fn what_is_pushed_is_read(list in proptest::collection::btree_map(
            0..1_000_000_u32, proptest::collection::btree_set(0..u32::MAX, 1..5), 0..20
        )) {
            let list: Vec<_> =
                list.into_iter().map(|(s, p)| (s, p.into_iter().collect::<Vec<_>>())).collect();
            let mut bytes = Vec::new();
            let mut next = 0;
            for (statement, positions) in &list {
                push_posting(&mut bytes, statement - next, positions);
                next = statement + 1;
            }
            proptest::prop_assert_eq!(walk(&bytes), list);
        }

        #[test]
        fn any_bytes_end(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..100)) {
            let found = walk(&bytes);
            proptest::prop_assert!(found.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
    }
}
