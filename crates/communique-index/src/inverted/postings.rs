//! Posting lists: for a term the statements that hold it, in order, and the places of the word in each.
//!
//! Two lists a term. Its *statements*, a number each: the statement in the upper 24 bits, how often it has the term in the
//! lower 8, where 255 stands for more as well. Its *positions*, a varint each (seven bits a byte, lowest first, the
//! high bit says that more follow): twice the position, plus one where the next position is of the same statement.
//! Whoever asks only which statements hold a term never looks at positions.
//!
//! Positions count the words of a statement's [searched pieces](crate::Statement::searched) from 0.
//! Between two pieces lie [`GAP`] unused positions, so that no phrase runs from one into the next.

use crate::StatementIdx;

/// Unused positions between two searched pieces of a statement.
pub const GAP: u32 = 64;

/// How many statements posting lists can tell apart.
pub(crate) const MOST_STATEMENTS: usize = 1 << 24;

/// The number of a statement that has a term once.
pub(super) fn once(statement: u32) -> u32 {
    statement << 8 | 1
}

/// The number of a statement that has the term once more than `entry` says.
pub(super) fn once_more(entry: u32) -> u32 {
    if entry & 0xff == 0xff { entry } else { entry + 1 }
}

/// The number of a position. More of the same statement may follow: see [`set_more`].
pub(super) fn last_position(position: u32) -> u32 {
    position << 1
}

/// Says in the first byte of a position that another one of the same statement follows.
pub(super) fn set_more(byte: &mut u8) {
    *byte |= 1;
}

/// Hands the bytes of a varint to `put`.
pub(super) fn write_varint(mut value: u32, mut put: impl FnMut(u8)) {
    while value >= 0x80 {
        put(value as u8 | 0x80);
        value >>= 7;
    }
    put(value as u8);
}

/// Takes a varint from the front of `bytes`; `None` where there is none.
pub(super) fn read_varint(bytes: &mut &[u8]) -> Option<u32> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7f) << shift;
        if *byte < 0x80 || shift == 28 {
            return Some(value);
        }
        shift += 7;
    }
}

/// A walk along the lists of one term.
#[derive(Clone, Debug)]
pub struct Postings<'p> {
    statements: std::slice::Iter<'p, u32>,
    positions: &'p [u8],
    /// Statements passed whose positions were not asked for.
    n_unread: usize,
}

impl<'p> Postings<'p> {
    pub(super) fn new(statements: &'p [u32], positions: &'p [u8]) -> Self {
        Self { statements: statements.iter(), positions, n_unread: 0 }
    }

    /// The next statement and how often it has the term; more than 255 times counts as 255.
    pub fn next_freq(&mut self) -> Option<(StatementIdx, u32)> {
        let entry = self.statements.next()?;
        self.n_unread += 1;
        Some((StatementIdx(entry >> 8), entry & 0xff))
    }

    /// The next statement; its positions are appended to `positions`, in order.
    pub fn next_positions(&mut self, positions: &mut Vec<u32>) -> Option<StatementIdx> {
        for _ in 0..std::mem::take(&mut self.n_unread) {
            while self.position()?.1 {}
        }
        let entry = self.statements.next()?;
        loop {
            let (position, goes_on) = self.position()?;
            positions.push(position);
            if !goes_on {
                return Some(StatementIdx(entry >> 8));
            }
        }
    }

    /// The next position, and whether another one of the same statement follows.
    fn position(&mut self) -> Option<(u32, bool)> {
        read_varint(&mut self.positions).map(|number| (number >> 1, number & 1 == 1))
    }
}
