//! Turns of an interview or a hearing: paragraphs that begin with a label and a colon ("VENN: It is safe.", "A: It is
//! safe.", "Venn: It is safe."). In comes a marked-up text, out go the turns.
//!
//! A label alone may be a heading, so that turns count only where two different labels take turns, three times or
//! more. Labels that are not in capitals may be the headings of a list ("Where: …"): these count only where most
//! of them come again and the article names whom they name.

use std::ops::Range;

use super::text::Text;
use super::words::Class;
use crate::tokens::{Case, TokenKind};

/// The most words of a label.
const LONGEST_LABEL: usize = 4;
/// Fewer paragraphs with labels are no conversation.
const FEWEST_TURNS: usize = 3;
/// Labels of those who only ask, and of whom nobody says who they are.
const ASKING: &[&str] = &["Q", "QUESTION", "Question", "REPORTER", "Reporter", "INTERVIEWER"];
/// How many paragraphs without a label may go on with a turn, in front of the next one.
const MOST_FURTHER: usize = 4;

/// What one says until the next takes over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// The words that name who has it.
    pub(super) label: Range<usize>,
    /// What is said behind the colon, and then in each further paragraph; empty in turns that only ask.
    pub(super) said: Vec<Range<usize>>,
    /// Where it ends.
    pub(super) end: usize,
}

/// The turns of `text`, in order; none where nobody takes turns. `is_body` tells of which paragraphs statements are
/// made.
pub(super) fn turns(text: &Text, is_body: impl Fn(usize) -> bool) -> Vec<Turn> {
    let labels: Vec<(usize, Range<usize>)> = (text.prose.paragraphs.iter().enumerate())
        .filter(|&(idx, _)| is_body(idx))
        .filter_map(|(idx, paragraph)| Some((idx, label(text, paragraph)?)))
        .collect();
    let capitals: Vec<_> = labels.iter().filter(|(_, l)| in_capitals(text, l)).cloned().collect();
    let labels = match capitals.is_empty() {
        true if come_again(text, &labels) => labels,
        _ => capitals,
    };
    let differ = labels.iter().any(|(_, l)| words(text, l) != words(text, &labels[0].1));
    if labels.len() < FEWEST_TURNS || !differ {
        return Vec::new();
    }
    let next = |i: usize| labels.get(i + 1).map(|&(paragraph, _)| paragraph);
    let turn = |(i, (paragraph, label)): (usize, &(usize, Range<usize>))| {
        let further = next(i).filter(|next| next - paragraph <= MOST_FURTHER + 1);
        let last = further.map_or(*paragraph, |next| next - 1);
        let own = label.end + 1..text.prose.paragraphs[*paragraph].end;
        let further = (*paragraph + 1..=last).filter(|&idx| is_body(idx));
        let further = further.map(|idx| text.prose.paragraphs[idx].clone());
        let said: Vec<_> = std::iter::once(own).chain(further).filter(|p| !p.is_empty()).collect();
        let end = said.last().map_or(label.end + 1, |last| last.end);
        let asks = ASKING.contains(&words(text, label));
        Turn { label: label.clone(), said: if asks { Vec::new() } else { said }, end }
    };
    labels.iter().enumerate().map(turn).collect()
}

fn words<'t>(text: &Text<'t>, label: &Range<usize>) -> &'t str {
    &text.prose.text[text.prose.span(label).range()]
}

/// The words in front of the colon near the start of `paragraph`, with something behind it, if each has a capital.
fn label(text: &Text, paragraph: &Range<usize>) -> Option<Range<usize>> {
    let reach = paragraph.end.min(paragraph.start + LONGEST_LABEL + 1);
    let colon = (paragraph.start..reach).find(|&at| text.kind(at) == TokenKind::Colon)?;
    let label = paragraph.start..colon;
    let word = |at: usize| {
        let token = text.prose.tokens[at];
        matches!(token.kind, TokenKind::Word | TokenKind::Abbreviation) && token.is_capitalized()
    };
    (!label.is_empty() && label.clone().all(word) && colon + 1 < paragraph.end).then_some(label)
}

fn in_capitals(text: &Text, label: &Range<usize>) -> bool {
    label.clone().all(|at| {
        let case = text.prose.tokens[at].case;
        case == Case::Upper || case == Case::Capitalized && text.word(at).chars().count() == 1
    })
}

/// Whether most of `labels` come more than once, and each of these names somebody whom the article names elsewhere, or
/// says that it asks or answers.
fn come_again(text: &Text, labels: &[(usize, Range<usize>)]) -> bool {
    let n_same = |label: &Range<usize>| {
        labels.iter().filter(|(_, other)| words(text, other) == words(text, label)).count()
    };
    let again: Vec<_> = labels.iter().map(|(_, l)| l).filter(|l| n_same(l) > 1).collect();
    let outside = |at: usize| !labels.iter().any(|(_, label)| label.contains(&at));
    let named = |name: &str| {
        let tokens = 0..text.prose.tokens.len();
        tokens
            .into_iter()
            .any(|at| text.word(at) == name && outside(at) && !text.begins_sentence(at))
    };
    let somebody = |label: &Range<usize>| {
        let last = label.end - 1;
        let asks_or_answers = matches!(words(text, label), "Question" | "Answer");
        asks_or_answers || !text.words[last].class.is(Class::TIME) && named(text.word(last))
    };
    again.len() > FEWEST_TURNS && 2 * again.len() > labels.len() && again.into_iter().all(somebody)
}
