//! Turns of an interview or a hearing: paragraphs that begin with a label in capitals and a colon ("VENN: It is
//! safe.", "A: It is safe."). In comes a marked-up text, out go the colons that such labels end in.
//!
//! A label alone may be a heading, so that turns count only where two different labels take turns, three times or
//! more. What "Q" asks is no statement.

use std::ops::Range;

use super::text::Text;
use crate::tokens::{Case, TokenKind};

/// The most words of a label.
const LONGEST_LABEL: usize = 4;
/// Fewer paragraphs with labels are no conversation.
const FEWEST_TURNS: usize = 3;
/// Labels of those who only ask.
const ASKING: &[&str] = &["Q", "QUESTION"];

/// The colons of all turns of `text` that answer, in order; none where nobody takes turns.
pub(super) fn turns(text: &Text) -> Vec<usize> {
    let labels: Vec<Range<usize>> =
        text.prose.paragraphs.iter().filter_map(|paragraph| label(text, paragraph)).collect();
    let words = |label: &Range<usize>| &text.prose.text[text.prose.span(label).range()];
    let differ = labels.iter().any(|label| words(label) != words(&labels[0]));
    if labels.len() < FEWEST_TURNS || !differ {
        return Vec::new();
    }
    let answers = labels.iter().filter(|label| !ASKING.contains(&words(label)));
    answers.map(|label| label.end).collect()
}

/// The words in capitals in front of the colon near the start of `paragraph`, with something behind it.
fn label(text: &Text, paragraph: &Range<usize>) -> Option<Range<usize>> {
    let reach = paragraph.end.min(paragraph.start + LONGEST_LABEL + 1);
    let colon = (paragraph.start..reach).find(|&at| text.kind(at) == TokenKind::Colon)?;
    let label = paragraph.start..colon;
    let capitals = |at: usize| {
        let token = text.prose.tokens[at];
        let letter = token.case == Case::Capitalized && text.word(at).chars().count() == 1;
        matches!(token.kind, TokenKind::Word | TokenKind::Abbreviation)
            && (token.case == Case::Upper || letter)
    };
    (!label.is_empty() && label.clone().all(capitals) && colon + 1 < paragraph.end).then_some(label)
}
