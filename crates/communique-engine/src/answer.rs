//! The engine's whole reply to a question, as plain data.

use communique_index::{FacetMap, StatementIdx, ValueIdx};

use crate::Diagnostic;
use crate::search::plan::Plan;
use crate::view::{Choice, Question, Sort};

/// The statements that answer a question, their totals, and the counts of every facet.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// The order used.
    pub order: Sort,
    /// All of them, in order.
    pub statements: Vec<StatementIdx>,
    /// Their totals.
    pub totals: Totals,
    /// For each facet every value of the corpus in dictionary order, zeros included. A facet's counts leave
    /// out its own selection, included and excluded values, any or all alike.
    pub facets: FacetMap<Vec<FacetCount>>,
    /// What was not understood, and chosen values that the corpus does not have.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the query has words that no statement has; see [`crate::Engine::unknown_words`] for others like them.
    pub lacks_words: bool,
    /// Whether it is the answer without the query, because the words are still being read.
    pub is_meanwhile: bool,
    /// The query, for marking matches.
    pub(crate) plan: Option<Plan>,
}

/// How much was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Statements.
    pub statements: usize,
    /// Paragraphs they stand in.
    pub passages: usize,
    /// Documents they stand in.
    pub documents: usize,
    /// Statements of documents without a date.
    pub undated: usize,
    /// Statements that a range of dates leaves out for lack of a date, and nothing else does.
    pub undated_left_out: usize,
}

/// One value of a facet with the statements behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub value: ValueIdx,
    /// Statements with it that pass everything but the facet's own selection.
    pub count: u32,
    /// What the reader chose.
    pub choice: Choice,
}
