//! The text as it is read and searched: the published text with its repairs applied.

use std::borrow::Cow;
use std::ops::Range;

use crate::TextSpan;
use crate::corpus::Repair;

/// A stretch of a document's text with its repairs applied, and the way from published places to places in it.
///
/// A repair counts when it lies within the stretch, an insertion at either end included. One that
/// crosses an end is left out, so that the words stay as published there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingText {
    /// The repaired text.
    pub text: String,
    published: TextSpan,
    /// For each repair its place as published and how long its replacement is, in order.
    edits: Vec<(TextSpan, usize)>,
}

impl ReadingText {
    /// The repaired text alone; a part of `text` itself where nothing is repaired.
    ///
    /// # Panics
    /// As [`ReadingText::new`].
    pub fn borrowed<'t>(text: &'t str, repairs: &[Repair], span: TextSpan) -> Cow<'t, str> {
        if repairs.iter().any(|repair| span.contains(repair.text_span)) {
            Cow::Owned(Self::new(text, repairs, span).text)
        } else {
            Cow::Borrowed(&text[span.range()])
        }
    }

    /// Reads `span` of `text` with `repairs`, which are in order and disjoint.
    ///
    /// # Panics
    /// If a span does not lie on character boundaries of `text`.
    pub fn new(text: &str, repairs: &[Repair], span: TextSpan) -> Self {
        let mut read = Self { text: String::new(), published: span, edits: Vec::new() };
        let mut at = span.start;
        for repair in repairs.iter().filter(|repair| span.contains(repair.text_span)) {
            read.text.push_str(&text[TextSpan { start: at, end: repair.text_span.start }.range()]);
            read.text.push_str(&repair.replacement);
            read.edits.push((repair.text_span, repair.replacement.len()));
            at = repair.text_span.end;
        }
        read.text.push_str(&text[TextSpan { start: at, end: span.end }.range()]);
        read
    }

    /// The bytes of [`ReadingText::text`] that read `span`, cut to the stretch. Insertions at either end
    /// of `span` belong to it; an end inside a repair takes the whole replacement.
    pub fn range(&self, span: TextSpan) -> Range<usize> {
        let start = self.offset(span.start, false);
        start..self.offset(span.end, true).max(start)
    }

    /// Where the published place `at` is read: before or after an insertion that stands there, before or
    /// after a replacement that holds it.
    fn offset(&self, at: u32, after: bool) -> usize {
        let at = at.clamp(self.published.start, self.published.end);
        let mut from = self.published.start;
        let mut offset = 0;
        for (span, len) in &self.edits {
            let is_passed = span.end < at || (span.end == at && (after || !span.is_empty()));
            if is_passed {
                offset += (span.start - from) as usize + len;
                from = span.end;
            } else if span.start < at {
                offset += (span.start - from) as usize;
                return if after { offset + len } else { offset };
            } else {
                break;
            }
        }
        offset + (at - from) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repair(start: usize, end: usize, replacement: &str) -> Repair {
        Repair {
            text_span: TextSpan::new(start, end),
            replacement: replacement.to_owned(),
            rule: String::new(),
        }
    }

    #[test]
    fn repairs_within_the_stretch_are_read() {
        // An insertion at the start, a replacement, one that crosses the end.
        let text = "Irans  guests stay";
        let repairs =
            [repair(0, 0, "“"), repair(4, 5, "’s"), repair(6, 7, ""), repair(16, 17, "x")];
        let check = |start, end, read| {
            assert_eq!(ReadingText::new(text, &repairs, TextSpan::new(start, end)).text, read);
        };
        check(0, 18, "“Iran’s guests stxy");
        check(1, 5, "ran’s");
        check(5, 6, " ");
        check(7, 13, "guests");
    }

    #[test]
    fn ranges_take_whole_replacements() {
        let text = "Irans guests stay";
        let repairs = [repair(0, 0, "“"), repair(4, 5, "’s"), repair(17, 17, "”")];
        let read = ReadingText::new(text, &repairs, TextSpan::new(0, 17));
        let check = |start, end, words: &str| {
            assert_eq!(&read.text[read.range(TextSpan::new(start, end))], words);
        };
        check(0, 5, "“Iran’s");
        check(1, 5, "ran’s");
        check(5, 6, " ");
        check(6, 12, "guests");
        check(13, 17, "stay”");
        check(0, 17, "“Iran’s guests stay”");
    }
}
