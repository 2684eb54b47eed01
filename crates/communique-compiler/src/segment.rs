//! From a document's text to its segments: runs with one role, so that only the article's own prose makes
//! statements. One line is one paragraph (wrapped paragraphs were made lines before, by
//! [`wrapping`](crate::wrapping)); what lies between segments is white space.
//!
//! Judged by general features (length, marks at the end, place, repetition, capitals) and the furniture of
//! news pages (`data/furniture.toml`). In doubt a line is body: a line removed wrongly costs statements, a
//! line kept wrongly rarely makes one.

use communique_index::corpus::SegmentRole;
use communique_index::{Segment, TextSpan};

mod captions;
mod edges;
mod furniture;
mod headings;
mod lines;
mod relaxed;
mod shape;

pub use lines::{Line, lines};
use shape::Shape;

/// What a line is, and for what is not prose the rule that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Verdict {
    role: SegmentRole,
    rule: String,
}

impl Verdict {
    fn new(role: SegmentRole, rule: &str) -> Self {
        Self { role, rule: rule.to_owned() }
    }
}

/// The segments of `text`, in order, disjoint, none of them empty.
pub fn segment(text: &str) -> Vec<Segment> {
    let lines = lines(text);
    let shapes: Vec<Shape> = lines.iter().map(|line| Shape::of(line.text)).collect();
    let mut verdicts = furniture::verdicts(&lines, &shapes);
    captions::judge(&lines, &shapes, &mut verdicts);
    headings::judge(&lines, &shapes, &mut verdicts);
    let last_body = verdicts.iter().rposition(Option::is_none);
    let mut segments = Vec::with_capacity(lines.len());
    let mut n_body = 0;
    for (idx, (line, verdict)) in lines.iter().zip(verdicts).enumerate() {
        match verdict {
            Some(verdict) => segments.push(part(line, line.text_span, verdict)),
            None => {
                let place = edges::Place { n_body_before: n_body, is_last: Some(idx) == last_body };
                segments.extend(edges::cut(line, place));
                n_body += 1;
            }
        }
    }
    segments
}

/// A part of `line` as a segment.
fn part(line: &Line<'_>, text_span: TextSpan, verdict: Verdict) -> Segment {
    Segment { text_span, line: line.number, role: verdict.role, rule: verdict.rule }
}

#[cfg(test)]
mod tests;
