//! Terms, spans, facet columns and posting lists, and the *pack*: one versioned, checksummed byte
//! string that holds a compiled corpus and is read in place.
//!
//! This crate is on both sides of the build: the compiler hands it a [`Corpus`] to write, the engine
//! reads the same bytes back. It knows nothing of files, news, cues, queries or URLs; in particular it
//! never decides what a statement is or what a reader meant.

pub mod analysis;
pub mod corpus;
pub mod date;
pub mod encoding;
pub mod facet;
pub mod find;
pub mod fixture;
pub mod ids;
pub mod inverted;
pub mod pack;
pub mod reading;
mod repeats;
pub mod span;

pub use corpus::{Corpus, Document, FacetValue, Segment, SegmentRole, Site, Statement};
pub use date::Date;
pub use encoding::Encoding;
pub use facet::{Facet, FacetMap};
pub use ids::{DocumentIdx, StatementIdx, TermIdx, ValueIdx};
pub use pack::{Pack, PackError};
pub use reading::ReadingText;
pub use span::{Span, TextSpan};
