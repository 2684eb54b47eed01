//! The text as it is read and matched: a document's text with its repairs applied, cut into paragraphs
//! with roles, and the way back from every byte of it to the published text.

use communique_index::corpus::{Repair, SegmentRole};
use communique_index::{Segment, TextSpan};

/// A range of bytes of a [`Reading`]'s text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReadSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A document as the later steps read it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document's text with its repairs applied.
    pub text: String,
    /// Headlines, body paragraphs and the rest, in order. Only [`SegmentRole::Body`] makes statements.
    pub paragraphs: Vec<Paragraph>,
}

/// A segment in the space of the reading text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its place in the reading text.
    pub span: ReadSpan,
    /// 1-based line of the file.
    pub line: u32,
    /// What it is.
    pub role: SegmentRole,
}
