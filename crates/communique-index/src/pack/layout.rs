//! The sections of a pack and the fields of their records, one list for writer and reader.
//!
//! The fields that a pack holds as differences are in `guess.rs`.

use crate::Encoding;
use crate::corpus::{Confidence, Kind, SegmentRole, Via};

/// The version of the format written and read here. Any change of layout, analysis or facets raises it.
pub const VERSION: u32 = 7;

/// The first bytes of every pack.
pub(super) const MAGIC: [u8; 8] = *b"communiq";
/// Bytes before the section table.
pub(super) const HEADER_LEN: usize = 24;
/// Numbers of the site that are always there.
pub(super) const N_SITE_NUMBERS: usize = 5;
/// Stands for an absent number.
pub(super) const NONE: u32 = u32::MAX;

/// Stands for an absent date: days that no date has.
pub(super) const NO_DATE: i32 = i32::MIN;

/// The parts of a pack, in the order of the section table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Title, description, language and order of the site (strings), whether its themes are suggested (0 or 1),
    /// then the sentences on its quality (strings).
    Meta,
    /// Ends of the strings in `Strings`.
    StringEnds,
    /// Every string of the corpus but the texts of its documents, each once, in order of first use.
    Strings,
    /// Runs of numbers that records point into: aliases and steps (strings).
    Lists,
    /// Table of [`document`] records.
    Documents,
    /// 32 bytes of SHA-256 for each document.
    Digests,
    /// Table of [`segment`] records, those of a document side by side.
    Segments,
    /// Table of [`repair`] records, those of a document side by side.
    Repairs,
    /// How many values each facet has, in the order of `Facet::ALL`.
    FacetSizes,
    /// Table of [`value`] records, facet by facet, each sorted by key.
    FacetValues,
    /// Table of [`statement`] records.
    Statements,
    /// Table of [`span`] records: contents, those of a statement side by side.
    Contents,
    /// Facet by facet, statement by statement: how many values it has, as `u16`.
    ColumnSizes,
    /// The values themselves, in the same order.
    ColumnValues,
    /// Ends of the texts in `Texts`.
    TextEnds,
    /// Table of [`block`] records: the parts in which texts arrive.
    Blocks,
    /// The texts of the documents, in the order in which the site shows them. Last of all: here a pack may be cut.
    Texts,
}

impl Section {
    /// How many sections there are.
    pub(super) const COUNT: usize = Section::Texts as usize + 1;
}

/// Fields of a document's record.
pub(super) mod document {
    pub(in super::super) const FILE: usize = 0;
    /// Its place in `Texts`.
    pub(in super::super) const TEXT: usize = 1;
    pub(in super::super) const TITLE: usize = 2;
    /// String or `NONE`.
    pub(in super::super) const OUTLET: usize = 3;
    /// Days since 1970-01-01 as `i32`, or `NO_DATE`.
    pub(in super::super) const DATE: usize = 4;
    pub(in super::super) const DATE_NOTE: usize = 5;
    /// String or `NONE`.
    pub(in super::super) const URL: usize = 6;
    /// Place in `ENCODINGS`.
    pub(in super::super) const ENCODING: usize = 7;
    /// One past its last record in `Segments`.
    pub(in super::super) const SEGMENTS_END: usize = 8;
    /// One past its last record in `Repairs`.
    pub(in super::super) const REPAIRS_END: usize = 9;
    pub(in super::super) const WIDTH: usize = 10;
}

/// Fields of a segment's record.
pub(super) mod segment {
    pub(in super::super) const START: usize = 0;
    pub(in super::super) const END: usize = 1;
    pub(in super::super) const LINE: usize = 2;
    /// Place in `ROLES`.
    pub(in super::super) const ROLE: usize = 3;
    pub(in super::super) const RULE: usize = 4;
    pub(in super::super) const WIDTH: usize = 5;
}

/// Fields of a repair's record.
pub(super) mod repair {
    pub(in super::super) const START: usize = 0;
    pub(in super::super) const END: usize = 1;
    pub(in super::super) const REPLACEMENT: usize = 2;
    pub(in super::super) const RULE: usize = 3;
    pub(in super::super) const WIDTH: usize = 4;
}

/// Fields of a facet value's record.
pub(super) mod value {
    pub(in super::super) const KEY: usize = 0;
    pub(in super::super) const LABEL: usize = 1;
    /// One past its last alias in `Lists`.
    pub(in super::super) const ALIASES_END: usize = 2;
    /// Its place among the values of its facet by label, case and accents aside.
    pub(in super::super) const RANK: usize = 3;
    pub(in super::super) const WIDTH: usize = 4;
}

/// Fields of a statement's record.
pub(super) mod statement {
    pub(in super::super) const ID: usize = 0;
    pub(in super::super) const DOCUMENT: usize = 1;
    pub(in super::super) const LINE: usize = 2;
    /// Places in `KINDS`, `VIAS` and `CONFIDENCES`, and whether it is corrected (0 or 1), a byte each from the
    /// lowest.
    pub(in super::super) const MANNER: usize = 3;
    /// `NONE` where implied.
    pub(in super::super) const SOURCE_START: usize = 4;
    pub(in super::super) const SOURCE_END: usize = 5;
    pub(in super::super) const CUE_START: usize = 6;
    pub(in super::super) const CUE_END: usize = 7;
    /// `NONE` where there is none.
    pub(in super::super) const TOPIC_START: usize = 8;
    pub(in super::super) const TOPIC_END: usize = 9;
    /// One past its last record in `Contents`.
    pub(in super::super) const CONTENTS_END: usize = 10;
    pub(in super::super) const OFFICE: usize = 11;
    /// One past its last step in `Lists`. Steps follow the aliases of all facet values there.
    pub(in super::super) const STEPS_END: usize = 12;
    /// Days since 1970-01-01 as `i32`, or `NO_DATE`.
    pub(in super::super) const SAID_ON: usize = 13;
    /// How far before it the first statement stands that says the same; 0 where none before it does.
    pub(in super::super) const REPEATS: usize = 14;
    pub(in super::super) const WIDTH: usize = 15;
}

/// Fields of a span's record.
pub(super) mod span {
    pub(in super::super) const START: usize = 0;
    pub(in super::super) const END: usize = 1;
    pub(in super::super) const WIDTH: usize = 2;
}

/// Fields of the record of a block: a run of whole texts, with a checksum of its own.
pub(super) mod block {
    /// One past its last byte in `Texts`.
    pub(in super::super) const END: usize = 0;
    /// The lower and the upper half of the checksum.
    pub(in super::super) const SUM_LOW: usize = 1;
    pub(in super::super) const SUM_HIGH: usize = 2;
    pub(in super::super) const WIDTH: usize = 3;
}

/// Encodings by their number in a pack.
pub(super) const ENCODINGS: [Encoding; 7] = Encoding::ALL;
/// Roles by their number in a pack.
pub(super) const ROLES: [SegmentRole; 7] = [
    SegmentRole::Headline,
    SegmentRole::Subheading,
    SegmentRole::Dateline,
    SegmentRole::Caption,
    SegmentRole::Credit,
    SegmentRole::Body,
    SegmentRole::Boilerplate,
];
/// Kinds by their number in a pack.
pub(super) const KINDS: [Kind; 3] = Kind::ALL;
/// Vias by their number in a pack.
pub(super) const VIAS: [Via; 4] = Via::ALL;
/// Confidences by their number in a pack.
pub(super) const CONFIDENCES: [Confidence; 3] = Confidence::ALL;

#[cfg(test)]
mod tests {
    use super::*;

    /// A new variant makes this fail to compile until it has a number above.
    #[test]
    fn every_variant_has_its_number() {
        for (number, encoding) in ENCODINGS.into_iter().enumerate() {
            let expected = match encoding {
                Encoding::Utf8 => 0,
                Encoding::Utf8Bom => 1,
                Encoding::Utf16Le => 2,
                Encoding::Utf16Be => 3,
                Encoding::Windows1252 => 4,
                Encoding::Utf16LeNoBom => 5,
                Encoding::Utf16BeNoBom => 6,
            };
            assert_eq!(number, expected);
        }
        for (number, role) in ROLES.into_iter().enumerate() {
            let expected = match role {
                SegmentRole::Headline => 0,
                SegmentRole::Subheading => 1,
                SegmentRole::Dateline => 2,
                SegmentRole::Caption => 3,
                SegmentRole::Credit => 4,
                SegmentRole::Body => 5,
                SegmentRole::Boilerplate => 6,
            };
            assert_eq!(number, expected);
        }
    }
}
