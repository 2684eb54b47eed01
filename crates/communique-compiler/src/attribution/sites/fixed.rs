//! Cues that are no verbs: "according to", "in her words", a colon. In comes the place of one, out goes its site, or
//! nothing where the words around it make it none.

use std::ops::Range;

use super::{Cue, Mood, Site, Subject, name_or_noun};
use crate::attribution::text::Text;
use crate::attribution::words::Class;
use crate::tokens::TokenKind;

/// The most tokens between "in" and "words".
const LONGEST_OWNER: usize = 8;
/// The longest apposition to a source behind "according to", in tokens.
const LONGEST_APPOSITION: usize = 16;

pub(super) fn according_site(text: &Text, head: usize, sentence: &Range<usize>) -> Option<Site> {
    let to = head + 1;
    if to + 1 >= sentence.end || !text.word(to).eq_ignore_ascii_case("to") {
        return None;
    }
    // A comma or the sentence's end ends the source: "According to a report by the bank, sales fell".
    let ends =
        |&at: &usize| !(text.prose.tokens[at].is_word() || text.kind(at) == TokenKind::Other);
    let source = to + 1..(to + 1..sentence.end.min(to + 40)).find(ends)?;
    if source.is_empty() {
        return None;
    }
    let source = source.start..apposition_end(text, &source, sentence);
    Some(Site {
        head,
        group: head..to + 1,
        cue: Cue::According,
        mood: Mood::Finite,
        subject: Subject::Inverted,
        source: Some(source),
    })
}

/// "In her words, “…”", "in the words of Lee, “…”": only with the quotation right behind, which is what these words
/// announce.
pub(super) fn words_site(text: &Text, head: usize, sentence: &Range<usize>) -> Option<Site> {
    let lowest = sentence.start.max(head.saturating_sub(LONGEST_OWNER));
    let open = (lowest..head).rev().find(|&at| text.word(at).eq_ignore_ascii_case("in"))?;
    let announces = |end: usize| text.opens_quotation(end + usize::from(text.is_comma(end)));
    let owned = open + 1..head;
    let (group, subject, source) = if text.lower(open + 1) == "the" && owned.len() == 1 {
        let of = Some(head + 1).filter(|&of| of < sentence.end && text.word(of) == "of")?;
        let source = text.phrase_after(of + 1, sentence.end)?;
        (open..of + 1, Subject::Inverted, source)
    } else {
        // "in Lee’s own words"
        let end = owned.end - usize::from(text.word(owned.end - 1) == "own");
        let clitic = end > owned.start && text.kind(end - 1) == TokenKind::Clitic;
        let end = end - usize::from(clitic);
        let possessor = clitic || matches!(text.word(owned.start), "his" | "her" | "their");
        let source = Some(owned.start..end).filter(|owner| possessor && !owner.is_empty())?;
        (head..head + 1, name_or_noun(text, &source), source)
    };
    let behind = if subject == Subject::Inverted { source.end } else { group.end };
    let site =
        Site { head, group, cue: Cue::Words, mood: Mood::Finite, subject, source: Some(source) };
    announces(behind).then_some(site)
}

/// The colon behind a label that starts a sentence, or in front of a quotation.
pub(super) fn colon_site(
    text: &Text,
    head: usize,
    floor: usize,
    sentence: &Range<usize>,
) -> Option<Site> {
    let quoted = text.opens_quotation(head + 1);
    let label = head - sentence.start <= 8 && head > sentence.start;
    let behind_cue = floor == head;
    if head + 1 >= sentence.end || behind_cue || !(quoted || label) {
        return None;
    }
    let source = text.phrase_before(head, floor);
    let subject = match &source {
        Some(source) => name_or_noun(text, source),
        None => Subject::Absent,
    };
    Some(Site { head, group: head..head + 1, cue: Cue::Colon, mood: Mood::Finite, subject, source })
}

/// Where the source `name` ends with the apposition behind it: "According to Lee, the mayor, sales fell". What has a
/// verb right behind its second comma was a subject with an insertion: "According to Lee, the port, once full, is
/// empty".
fn apposition_end(text: &Text, name: &Range<usize>, sentence: &Range<usize>) -> usize {
    let open = name.end;
    let named = text.prose.tokens[open - 1].is_capitalized();
    if !named
        || open + 1 >= sentence.end
        || !text.is_comma(open)
        || !text.opens_apposition(open + 1)
    {
        return open;
    }
    let finite = |at: usize| text.words[at].class.is(Class::AUXILIARY) || text.looks_like_verb(at);
    let mark = |&at: &usize| !text.prose.tokens[at].is_word() || text.quotes.covers(at);
    let reach = sentence.end.min(open + LONGEST_APPOSITION);
    let Some(close) = (open + 1..reach).find(mark) else { return open };
    let clause = !text.words[open + 1].class.is(Class::RELATIVE) && (open + 1..close).any(finite);
    let ends = text.kind(close) == TokenKind::Terminator && close + 1 == sentence.end;
    let rest = close + 1..sentence.end;
    let goes_on = text.is_comma(close)
        && rest.clone().any(finite)
        && !rest.clone().any(|at| text.is_comma(at - 1) && finite(at))
        && !text.words[rest.start].class.is(Class::RELATIVE | Class::CONJUNCTION);
    if !clause && (ends || goes_on) { close } else { open }
}
