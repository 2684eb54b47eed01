//! Findings about what a reader asked: what part was odd, where it stands, how to mend it.

use std::ops::Range;

/// One part of a view or query that was not understood, or not as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The part it is about.
    pub place: Place,
    /// What was found, what was done, what to do: lower case, no full stop.
    pub message: String,
}

/// Where a [`Diagnostic`] points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The part of the address as it stands there, such as `colour=red`.
    Address(String),
    /// Bytes of the query as typed, on character boundaries.
    Query(Range<usize>),
}

impl Diagnostic {
    /// The message, with the part of `query` that it is about where it is about one.
    pub fn in_words(&self, query: &str) -> String {
        match &self.place {
            Place::Query(span) => {
                let part = query.get(span.clone()).unwrap_or_default();
                format!("{part}: {}", self.message)
            }
            Place::Address(_) => self.message.clone(),
        }
    }

    pub(crate) fn address(part: &str, message: impl Into<String>) -> Self {
        Self { place: Place::Address(part.to_owned()), message: message.into() }
    }

    pub(crate) fn query(text_span: Range<usize>, message: impl Into<String>) -> Self {
        Self { place: Place::Query(text_span), message: message.into() }
    }
}
