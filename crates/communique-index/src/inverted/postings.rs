//! Posting lists: for a term the statements that hold it, in order, and the places of the word in each.
//!
//! Two lists a term, of varints (seven bits a byte, lowest first, the high bit says that more follow). Its *statements*:
//! twice how many were passed since the one before, plus one where the term is in it more than once; then a byte says how
//! often, where 255 stands for more as well. Its *positions*: twice the position, plus one where the next position is of the
//! same statement. Whoever asks only which statements hold a term never looks at positions.
//!
//! Positions count the words of a statement's [searched pieces](crate::Statement::searched) from 0.
//! Between two pieces lie [`GAP`] unused positions, so that no phrase runs from one into the next.

use crate::StatementIdx;

/// Unused positions between two searched pieces of a statement.
pub const GAP: u32 = 64;

/// How many statements posting lists can tell apart.
pub(crate) const MOST_STATEMENTS: usize = 1 << 31;

/// What stands for all that is as often or more so.
pub(super) const MOST_OFTEN: u32 = 255;

/// The number of a statement that has a term once, with so many `passed` since the one before. It may have it again: see
/// [`set_more`].
pub(super) fn once(passed: u32) -> u32 {
    passed << 1
}

/// The number of a position. More of the same statement may follow: see [`set_more`].
pub(super) fn last_position(position: u32) -> u32 {
    position << 1
}

/// Says in the first byte of a position that another one of the same statement follows; in that of a statement, that a
/// byte with how often.
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

/// How many bytes a varint has.
pub(super) fn varint_len(value: u32) -> u32 {
    (u32::BITS - (value | 1).leading_zeros()).div_ceil(7)
}

/// Takes a varint from the front of `bytes`; `None` where there is none.
pub(super) fn read_varint(bytes: &mut &[u8]) -> Option<u32> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *bytes.split_off_first()?;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 || shift == 28 {
            return Some(value);
        }
        shift += 7;
    }
}

/// A walk along the lists of one term.
#[derive(Clone, Debug)]
pub struct Postings<'p> {
    statements: &'p [u8],
    positions: &'p [u8],
    /// One past the last statement.
    next: u32,
    /// Statements passed whose positions were not asked for.
    n_unread: usize,
}

impl<'p> Postings<'p> {
    pub(super) fn new(statements: &'p [u8], positions: &'p [u8]) -> Self {
        Self { statements, positions, next: 0, n_unread: 0 }
    }

    /// The next statement and how often it has the term; more than 255 times counts as 255.
    pub fn next_freq(&mut self) -> Option<(StatementIdx, u32)> {
        let found = self.statement()?;
        self.n_unread += 1;
        Some(found)
    }

    /// The next statement; its positions are appended to `positions`, in order.
    pub fn next_positions(&mut self, positions: &mut Vec<u32>) -> Option<StatementIdx> {
        for _ in 0..std::mem::take(&mut self.n_unread) {
            while self.position()?.1 {}
        }
        let (statement, _) = self.statement()?;
        loop {
            let (position, goes_on) = self.position()?;
            positions.push(position);
            if !goes_on {
                return Some(statement);
            }
        }
    }

    fn statement(&mut self) -> Option<(StatementIdx, u32)> {
        let number = read_varint(&mut self.statements)?;
        let statement = self.next + (number >> 1);
        self.next = statement + 1;
        let freq = match number & 1 {
            0 => 1,
            _ => u32::from(*self.statements.split_off_first()?),
        };
        Some((StatementIdx(statement), freq))
    }

    /// The next position, and whether another one of the same statement follows.
    fn position(&mut self) -> Option<(u32, bool)> {
        read_varint(&mut self.positions).map(|number| (number >> 1, number & 1 == 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_survive_in_as_many_bytes_as_they_are_said_to_have() {
        for shift in 0..u32::BITS {
            for number in [(1 << shift) - 1, 1 << shift, u32::MAX >> shift] {
                let mut bytes = Vec::new();
                write_varint(number, |byte| bytes.push(byte));
                assert_eq!(varint_len(number) as usize, bytes.len());
                assert_eq!(read_varint(&mut bytes.as_slice()), Some(number));
            }
        }
        assert_eq!(read_varint(&mut &[0x80][..]), None, "cut");
    }
}
