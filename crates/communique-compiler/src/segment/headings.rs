//! Headline, headline printed twice, and subheadings.

use communique_index::corpus::SegmentRole;

use super::shape::Shape;
use super::{Line, Verdict};

/// A longer line, in words, is no heading.
const LONGEST_HEADLINE: usize = 30;
/// A longer line, in words, is no heading within the article.
const LONGEST_SUBHEADING: usize = 14;

/// Finds the headings among the lines without a verdict.
///
/// The headline is the first line that looks like one, if prose follows; the same line again is removed;
/// another heading must stand right before prose. Without any prose (a poem, a list) there is no heading.
pub(super) fn judge(lines: &[Line<'_>], shapes: &[Shape], verdicts: &mut [Option<Verdict>]) {
    let open: Vec<usize> = (0..lines.len()).filter(|&idx| verdicts[idx].is_none()).collect();
    let shapes: Vec<Shape> = open.iter().map(|&idx| shapes[idx]).collect();
    let Some(first_prose) = shapes.iter().position(|shape| shape.is_prose()) else { return };
    let headline = (shapes[..first_prose].iter().zip(&open))
        .take(1)
        .find(|(shape, idx)| is_headline(lines[**idx].text, **shape))
        .map(|(_, idx)| *idx);
    for (at, &idx) in open.iter().enumerate() {
        let text = lines[idx].text;
        if Some(idx) == headline {
            verdicts[idx] = Some(Verdict::new(SegmentRole::Headline, ""));
        } else if headline.is_some_and(|first| is_same(lines[first].text, text)) {
            let rule = "headline printed a second time";
            verdicts[idx] = Some(Verdict::new(SegmentRole::Boilerplate, rule));
        } else if is_subheading(text, shapes[at])
            && shapes.get(at + 1).is_some_and(|next| next.is_prose())
            && (at < first_prose
                || at > 0 && shapes[at - 1].is_prose()
                || is_headed(&verdicts[..idx]))
        {
            verdicts[idx] = Some(Verdict::new(SegmentRole::Subheading, ""));
        }
    }
}

/// Whether the line before the next one is a heading too.
fn is_headed(before: &[Option<Verdict>]) -> bool {
    before.last().is_some_and(|verdict| {
        (verdict.as_ref())
            .is_some_and(|v| matches!(v.role, SegmentRole::Headline | SegmentRole::Subheading))
    })
}

/// No full stop at its end, except in title case, where some archives add one; others put a semicolon
/// between its lines.
fn is_headline(text: &str, shape: Shape) -> bool {
    (1..=LONGEST_HEADLINE).contains(&shape.n_words)
        && (!shape.ends_with_stop || shape.is_title_case)
        && !leads_on(text.trim_end_matches(';'))
}

fn is_subheading(text: &str, shape: Shape) -> bool {
    (1..=LONGEST_SUBHEADING).contains(&shape.n_words)
        && !shape.ends_sentence
        && !leads_on(text)
        && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '‘' | '\''))
}

/// Whether the line belongs to what follows or to a quotation: "He said:", "“We won", a list entry.
fn leads_on(text: &str) -> bool {
    text.ends_with([':', ',', ';', '—', '–', '-'])
        || text.starts_with(['-', '–', '—', '•', '*', '"', '“', '«'])
        || text.matches('“').count() != text.matches('”').count()
}

/// Whether the lines say the same, marks, case and spaces aside.
fn is_same(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(a) == letters(b)
}
