//! From claims to attributions: source, kind, pattern, and spans in place of tokens.

use std::ops::Range;

use communique_index::corpus::Kind;

use super::content::Claim;
use super::sites::{Cue, Mood, Subject};
use super::text::Text;
use super::topic;
use super::words::Class;
use super::{Attribution, Pattern};
use crate::quotes::Quotations;
use crate::reading::ReadSpan;
use crate::sentences::Prose;
use crate::tokens::TokenKind;

/// The attributions of `claims`, in order.
pub(super) fn attributions(text: &Text, claims: &[Claim]) -> Vec<Attribution> {
    let mut out = Vec::with_capacity(claims.len());
    for claim in claims {
        let attribution = attribution(text, claim, &out);
        out.push(attribution);
    }
    out
}

fn attribution(text: &Text, claim: &Claim, before: &[Attribution]) -> Attribution {
    let site = claim.site;
    let sentence = &text.prose.sentences[text.sentence(site.head)];
    let parts: Vec<Range<usize>> =
        claim.left.iter().chain(&claim.right).chain(&claim.more).cloned().collect();
    let sentence_start = text.prose.span(&sentence.tokens).start;
    let implied = !claim.own_source;
    let source = claim.source.as_ref().map(|source| text.prose.span(&trimmed(text, source)));
    let last = before.len().checked_sub(1).filter(|_| implied);
    let in_sentence = last.filter(|&last| before[last].cue.start >= sentence_start);
    let source_from = match source {
        // The nearest statement that has these words for its source.
        Some(source) => (0..before.len())
            .rev()
            .filter(|_| implied)
            .take_while(|&idx| before[idx].cue.start >= sentence_start)
            .find(|&idx| before[idx].source.is_some_and(|other| other.overlaps(source))),
        None => in_sentence.filter(|_| site.subject != Subject::Governed),
    };
    let source = match (source, source_from) {
        (Some(source), _) => Some(source),
        (None, Some(idx)) => before[idx].source,
        (None, None) => text.leading_subject(sentence.tokens.clone()).map(|s| text.prose.span(&s)),
    };
    let kind = kind_of(text.prose, text.quotes, &parts);
    Attribution {
        paragraph: sentence.paragraph,
        source,
        implied,
        source_from,
        cue: text.prose.span(&site.group),
        cue_lemma: site.lemma().text.to_owned(),
        content: spans(text, &parts),
        kind,
        topic: claim.topic.as_ref().map(|topic| text.prose.span(topic)),
        listener: topic::listener(text, claim).map(|listener| text.prose.span(&listener)),
        pattern: pattern(text, claim, kind),
    }
}

/// The spans of `parts`, without commas at their ends; sorted and disjoint.
fn spans(text: &Text, parts: &[Range<usize>]) -> Vec<ReadSpan> {
    let mut spans: Vec<ReadSpan> = (parts.iter())
        .map(|part| trimmed(text, part))
        .filter(|part| !part.is_empty())
        .map(|part| text.prose.span(&part))
        .collect();
    spans.sort();
    spans
}

/// `tokens` without commas and stray marks at its ends; all of it where it holds nothing else.
fn trimmed(text: &Text, tokens: &Range<usize>) -> Range<usize> {
    let mark = |at: usize| {
        matches!(
            text.kind(at),
            TokenKind::Comma | TokenKind::Semicolon | TokenKind::Colon | TokenKind::Dash
        )
    };
    let start = tokens.clone().find(|&at| !mark(at));
    let end = tokens.clone().rfind(|&at| !mark(at));
    start.zip(end).map_or(tokens.clone(), |(start, end)| start..end + 1)
}

/// How much of `parts`, ranges of the tokens of `prose`, is quoted: nine words in ten make it direct.
pub fn kind_of(prose: &Prose, quotes: &Quotations, parts: &[Range<usize>]) -> Kind {
    let words = || parts.iter().cloned().flatten().filter(|&at| prose.tokens[at].is_word());
    let (n_words, n_quoted) = (words().count(), words().filter(|&at| quotes.covers(at)).count());
    if n_quoted == 0 {
        Kind::Indirect
    } else if n_quoted * 10 >= n_words * 9 {
        Kind::Direct
    } else {
        Kind::Mixed
    }
}

fn pattern(text: &Text, claim: &Claim, kind: Kind) -> Pattern {
    let site = claim.site;
    match site.cue {
        Cue::According | Cue::Words => return Pattern::AccordingTo,
        Cue::Colon => return Pattern::Label,
        Cue::Verb(_) => {}
    }
    let after = claim.right.is_some() || !claim.more.is_empty();
    match (claim.left.is_some(), after, kind) {
        (true, false, Kind::Direct) => Pattern::QuotationBefore,
        (true, true, Kind::Direct) => Pattern::QuotationAround,
        (true, false, Kind::Mixed | Kind::Indirect) => Pattern::ContentBefore,
        (true, true, Kind::Mixed | Kind::Indirect) => Pattern::ContentAround,
        (false, _, _) if site.mood == Mood::Participle => Pattern::Participle,
        (false, _, _) if site.subject == Subject::Shared => Pattern::SharedSubject,
        (false, _, Kind::Direct) => Pattern::QuotationAfter,
        (false, _, Kind::Mixed | Kind::Indirect) => {
            let first = claim.right.as_ref().map_or(site.group.end, |right| right.start);
            if text.words[first].class.is(Class::COMPLEMENTIZER) {
                Pattern::ThatClause
            } else if site.takes("clause") {
                Pattern::Clause
            } else {
                Pattern::Object
            }
        }
    }
}
