//! The text as it is read and matched: a document's text with its repairs applied, cut into paragraphs
//! with roles, and the way back from every byte of it to the published text.
//!
//! Invariants: copying the published text and applying the repairs in order gives [`Reading::text`];
//! a byte that no repair touched is the same byte in both; no span handed back ever cuts a character.

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

impl ReadSpan {
    /// The span from `start` to `end`, which must not be before `start`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// The span as a `Range`, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A document as the later steps read it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The document's text with its repairs applied.
    pub text: String,
    /// Headlines, body paragraphs and the rest, in order. Only [`SegmentRole::Body`] makes statements.
    pub paragraphs: Vec<Paragraph>,
    /// Where the two texts differ, in order.
    edits: Vec<Edit>,
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

/// One repair, placed in both texts.
#[derive(Clone, Copy, Debug)]
struct Edit {
    read: ReadSpan,
    text: TextSpan,
}

impl Reading {
    /// The reading of `text` with `repairs` applied. Repairs and segments are sorted and disjoint, and lie on
    /// character boundaries of `text`; both as in [`Document`](communique_index::Document).
    pub fn new(text: &str, segments: &[Segment], repairs: &[Repair]) -> Self {
        let mut reading = Self { text: String::with_capacity(text.len()), ..Self::default() };
        let mut copied = 0;
        for repair in repairs {
            let published = repair.text_span.range();
            reading.text.push_str(&text[copied..published.start]);
            let start = reading.text.len();
            reading.text.push_str(&repair.replacement);
            let read = ReadSpan::new(start, reading.text.len());
            reading.edits.push(Edit { read, text: repair.text_span });
            copied = published.end;
        }
        reading.text.push_str(&text[copied..]);
        reading.paragraphs = (segments.iter())
            .map(|segment| Paragraph {
                span: reading.from_text(segment.text_span),
                line: segment.line,
                role: segment.role,
            })
            .collect();
        reading
    }

    /// The words of `span`.
    pub fn slice(&self, span: ReadSpan) -> &str {
        &self.text[span.range()]
    }

    /// The published text that `span` reads. An end inside a replacement moves outwards to the end of what was
    /// replaced, so that the span never points at less than its words; it is empty where all of `span` was
    /// inserted.
    pub fn to_text(&self, span: ReadSpan) -> TextSpan {
        // A removal right before the start, or right after the end, stays outside.
        let before = &self.edits[..self.edits.partition_point(|e| e.read.end <= span.start)];
        let shift = before.last().map_or(0, |e| i64::from(e.text.end) - i64::from(e.read.end));
        let start = match self.edits.get(before.len()) {
            Some(edit) if edit.read.start < span.start => edit.text.start,
            _ => moved(span.start, shift),
        };
        let before_end = self.edits.partition_point(|e| {
            e.read.end < span.end || (e.read.end == span.end && e.read.start < span.end)
        });
        let shift = match before_end.checked_sub(1).map(|i| self.edits[i]) {
            Some(edit) => i64::from(edit.text.end) - i64::from(edit.read.end),
            None => 0,
        };
        let end = match self.edits.get(before_end) {
            Some(edit) if edit.read.start < span.end => edit.text.end,
            _ => moved(span.end, shift),
        };
        TextSpan { start, end: end.max(start) }
    }

    /// Where the reading shows the published `span`. What was inserted at one of its ends belongs to it; an end
    /// inside a replaced stretch moves outwards.
    pub fn from_text(&self, span: TextSpan) -> ReadSpan {
        let before = self.edits.partition_point(|e| {
            e.text.end < span.start || (e.text.end == span.start && !e.text.is_empty())
        });
        let shift = match before.checked_sub(1).map(|i| self.edits[i]) {
            Some(edit) => i64::from(edit.read.end) - i64::from(edit.text.end),
            None => 0,
        };
        let start = match self.edits.get(before) {
            Some(edit) if edit.text.start < span.start => edit.read.start,
            _ => moved(span.start, shift),
        };
        let through = self.edits.partition_point(|e| {
            e.text.start < span.end || (e.text.is_empty() && e.text.start == span.end)
        });
        let end = match through.checked_sub(1).map(|i| self.edits[i]) {
            Some(edit) if edit.text.end > span.end => edit.read.end,
            Some(edit) => moved(span.end, i64::from(edit.read.end) - i64::from(edit.text.end)),
            None => span.end,
        };
        ReadSpan { start, end: end.max(start) }
    }
}

/// `offset` moved by `shift`, which the edits before it add up to.
fn moved(offset: u32, shift: i64) -> u32 {
    u32::try_from(i64::from(offset) + shift).expect("an offset moves to one of the other text")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn repair(start: usize, end: usize, replacement: &str) -> Repair {
        let text_span = TextSpan::new(start, end);
        Repair { text_span, replacement: replacement.to_owned(), rule: "test".to_owned() }
    }

    #[test]
    fn spans_walk_back_over_insertions_replacements_and_removals() {
        let text = "Irans  top official";
        let reading = Reading::new(text, &[], &[repair(4, 4, "’"), repair(6, 7, "")]);
        assert_eq!(reading.text, "Iran’s top official");
        let published = |words: &str| {
            let at = reading.text.find(words).unwrap();
            let span = reading.to_text(ReadSpan::new(at, at + words.len()));
            &text[span.range()]
        };
        assert_eq!(published("Iran’s"), "Irans");
        assert_eq!(published("Iran"), "Iran");
        assert_eq!(published("s"), "s");
        assert_eq!(published("top"), "top");
        assert_eq!(published("’s top"), "s  top");
        assert_eq!(published("’"), "");
    }

    /// A text and disjoint repairs of it, on character boundaries.
    fn repaired() -> impl Strategy<Value = (String, Vec<Repair>)> {
        let pieces = prop::collection::vec(("[a-zé“ ]{0,6}", prop::option::of("[x’]{0,3}")), 0..12);
        pieces.prop_map(|pieces| {
            let (mut text, mut repairs) = (String::new(), Vec::new());
            for (published, replacement) in pieces {
                let start = text.len();
                text.push_str(&published);
                if let Some(replacement) = replacement {
                    repairs.push(repair(start, text.len(), &replacement));
                }
                // A stretch nobody repairs keeps insertions apart.
                text.push('.');
            }
            (text, repairs)
        })
    }

    proptest! {
        #[test]
        fn untouched_bytes_are_the_same_in_both_texts((text, repairs) in repaired()) {
            let reading = Reading::new(&text, &[], &repairs);
            let touched = |at: usize| repairs.iter().any(|r| r.text_span.range().contains(&at));
            for (at, c) in text.char_indices().filter(|(at, _)| !touched(*at)) {
                let span = TextSpan::new(at, at + c.len_utf8());
                let read = reading.from_text(span);
                prop_assert!(reading.slice(read).contains(c));
                prop_assert_eq!(reading.to_text(read), span);
            }
        }

        #[test]
        fn every_span_of_the_reading_slices_the_text((text, repairs) in repaired()) {
            let reading = Reading::new(&text, &[], &repairs);
            let ends: Vec<usize> =
                (0..=reading.text.len()).filter(|at| reading.text.is_char_boundary(*at)).collect();
            for (i, &start) in ends.iter().enumerate() {
                for &end in &ends[i..] {
                    let span = reading.to_text(ReadSpan::new(start, end));
                    let published = text.get(span.range());
                    prop_assert!(published.is_some());
                    if repairs.is_empty() {
                        prop_assert_eq!(published, reading.text.get(start..end));
                    }
                }
            }
        }
    }
}
