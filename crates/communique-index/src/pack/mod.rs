//! The pack: a compiled corpus in one byte string, opened in place. This room both writes and reads it.
//!
//! All numbers are little endian; `u32` unless said otherwise. Offsets within texts are bytes.
//!
//! | part | bytes | holds |
//! |---|---|---|
//! | magic | 8 | `communiq` |
//! | version | 4 | [`VERSION`] |
//! | sections | 4 | how many entries the section table has |
//! | checksum | 8 | `u64`, FNV-1a over words of eight bytes and the length, of all that follows up to the texts |
//! | section table | 8 each | offset from the start of the pack, length in bytes |
//! | sections | | in the order of `Section` in `layout.rs`, which describes each; each starting at a multiple of four |
//!
//! A *table* section holds `n` records of `w` numbers **field by field**: first all the first fields, then
//! all the second ones. Alike numbers then lie side by side, which compresses better. A *string* section
//! goes with a section of ends: string `i` stands between end `i - 1` and end `i`. `NONE` (all bits set)
//! stands for an absent value.
//!
//! Some fields hold by how much they differ from a guess (`guess.rs`); opening adds the guesses, in place.
//!
//! The texts of the documents come last, in *blocks*, each with a checksum, which stands before the texts. So a pack that is
//! cut behind a block can be opened already ([`Pack::open_begun`]): all is there but the texts that are missing, which
//! follow block by block ([`Pack::add_texts`]). The first block is small, and holds what the site shows first.
//!
//! Opening checks everything that is read later without a look: sizes, references, character boundaries; and so does
//! adding of what it adds. So a damaged pack is an error at once; it never panics. The same corpus gives the same bytes.
//!
//! The words of the statements are not in the pack: see [`crate::inverted`].

mod checksum;
mod error;
mod first;
mod guess;
mod layout;
mod open;
mod parts;
mod read;
mod sign;
mod texts;
mod write;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::OnceLock;

pub use error::PackError;
pub use layout::VERSION;
pub use read::{Column, Places};
pub use sign::sign;
pub use write::{write, write_in_blocks};

use crate::inverted::Inverted;
use crate::{Date, FacetMap};
use layout::Section;

/// An opened pack.
#[derive(Clone)]
pub struct Pack {
    bytes: Vec<u8>,
    sections: [Range<usize>; Section::COUNT],
    n_statements: usize,
    n_documents: usize,
    /// For each facet and statement the place of its first value in [`Section::ColumnValues`], and one past
    /// the last of all. Computed on opening: a running sum compresses worse than its terms.
    starts: FacetMap<Vec<u32>>,
    /// For each facet and value how many statements have it. Counted on opening.
    totals: FacetMap<Vec<u32>>,
    /// Of each document. Computed on opening, as every question looks at them.
    dates: Vec<Option<Date>>,
    /// The blocks of texts that `bytes` does not hold, filled in order as they arrive.
    late: Vec<OnceLock<Vec<u8>>>,
    /// Made when words are first looked for, or before: see [`Pack::indexing`].
    inverted: OnceLock<Inverted>,
}
