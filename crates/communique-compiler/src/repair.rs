//! Repairs: what reading and matching change against the published text, as a layer over it. Nothing is
//! shown repaired without the published bytes one click away, so each repair names its rule.
//!
//! A repair is made only where one reading is left; what is doubtful is reported instead. Order matters:
//! apostrophes first, since a possessive tells where a lost quotation mark stood.

use communique_index::corpus::{Repair, SegmentRole};
use communique_index::{Segment, TextSpan};

mod apostrophes;
mod quotes;
mod spaces;

/// The repairs of a document, and what was found odd.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    /// In order, disjoint.
    pub repairs: Vec<Repair>,
    /// Byte offsets in the text with what is odd there, in order.
    pub findings: Vec<(usize, &'static str)>,
}

/// Finds the repairs of `text`, which `flat` is without the line breaks inside of its paragraphs
/// ([`unwrapped`](crate::wrapping::unwrapped)). Words are mended in body paragraphs only, white space everywhere.
pub fn repair(text: &str, flat: &str, segments: &[Segment]) -> Repairs {
    let bodies: Vec<TextSpan> = (segments.iter())
        .filter(|segment| segment.role == SegmentRole::Body)
        .map(|segment| segment.text_span)
        .collect();
    let apostrophes = apostrophes::lost(flat, &bodies);
    let mut found = Repairs::default();
    let paragraphs: Vec<quotes::Paragraph<'_>> = (bodies.iter().enumerate())
        .map(|(idx, body)| {
            let next = bodies.get(idx + 1).map(|next| &flat[next.range()]);
            quotes::Paragraph { text: flat, span: *body, next }
        })
        .collect();
    quotes::mend(&paragraphs, &apostrophes, &mut found);
    found.repairs.extend(apostrophes.into_iter().map(|at| insertion(at, "’", apostrophes::RULE)));
    for segment in segments {
        found.repairs.extend(spaces::repairs(text, segment.text_span));
    }
    found.repairs.sort_by_key(|repair| (repair.text_span, repair.replacement.clone()));
    separate(&mut found.repairs);
    found
}

/// Moves what is put in amid a run of spaces behind the run, so that repairs stay disjoint.
fn separate(repairs: &mut [Repair]) {
    let mut end = 0;
    for repair in repairs {
        if repair.text_span.start < end {
            repair.text_span = TextSpan { start: end, end: end.max(repair.text_span.end) };
        }
        end = repair.text_span.end;
    }
}

/// A repair that puts `words` in at `at`.
fn insertion(at: usize, words: &str, rule: &str) -> Repair {
    Repair {
        text_span: TextSpan::new(at, at),
        replacement: words.to_owned(),
        rule: rule.to_owned(),
    }
}

#[cfg(test)]
mod tests;
