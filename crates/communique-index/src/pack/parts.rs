//! Views of the bytes of sections: numbers, records, strings.

use std::ops::Range;

/// Numbers side by side.
#[derive(Clone, Copy)]
pub(super) struct Numbers<'p>(pub(super) &'p [[u8; 4]]);

impl Numbers<'_> {
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    pub(super) fn at(self, idx: usize) -> u32 {
        u32::from_le_bytes(self.0[idx])
    }

    /// The run that ends where number `idx` says and begins where the one before ends.
    pub(super) fn run(self, idx: usize) -> Range<usize> {
        self.before(idx)..self.at(idx) as usize
    }

    /// The number before `idx`, or zero.
    pub(super) fn before(self, idx: usize) -> usize {
        idx.checked_sub(1).map_or(0, |before| self.at(before) as usize)
    }
}

/// `n` records, field by field.
#[derive(Clone, Copy)]
pub(super) struct Table<'p> {
    pub(super) numbers: Numbers<'p>,
    pub(super) n: usize,
}

impl<'p> Table<'p> {
    pub(super) fn at(self, field: usize, idx: usize) -> u32 {
        self.field(field).at(idx)
    }

    /// One field of all records.
    pub(super) fn field(self, field: usize) -> Numbers<'p> {
        Numbers(&self.numbers.0[field * self.n..(field + 1) * self.n])
    }
}

/// Strings side by side.
#[derive(Clone, Copy)]
pub(super) struct Strings<'p> {
    pub(super) ends: Numbers<'p>,
    pub(super) bytes: &'p [u8],
}

impl<'p> Strings<'p> {
    pub(super) fn len(self) -> usize {
        self.ends.len()
    }

    pub(super) fn bytes_at(self, idx: usize) -> &'p [u8] {
        &self.bytes[self.ends.run(idx)]
    }

    pub(super) fn at(self, idx: usize) -> &'p str {
        std::str::from_utf8(self.bytes_at(idx)).expect("opening checked that strings are UTF-8")
    }
}
