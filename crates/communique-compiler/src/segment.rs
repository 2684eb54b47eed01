//! From a document's text to its segments: runs with one role, so that only the article's own prose makes
//! statements. One line of the file is one paragraph; what lies between segments is white space.

use communique_index::Segment;
use communique_index::corpus::SegmentRole;

mod lines;

pub use lines::{Line, lines};

/// The segments of `text`, in order, disjoint, none of them empty.
pub fn segment(text: &str) -> Vec<Segment> {
    (lines(text).into_iter())
        .map(|line| Segment {
            text_span: line.text_span,
            line: line.number,
            role: SegmentRole::Body,
            rule: String::new(),
        })
        .collect()
}
