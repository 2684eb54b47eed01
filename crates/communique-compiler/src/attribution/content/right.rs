//! Content behind a cue: in comes a site, out goes the stretch behind it that is chosen of those the grammar allows.

use std::ops::Range;

use crate::attribution::choices::{Chooser, Question, describe_ends, describe_starts};
use crate::attribution::lexicon::Form;
use crate::attribution::sites::{Cue, Mood, Site, Subject};
use crate::attribution::text::Text;
use crate::attribution::words::Class;
use crate::tokens::TokenKind;

/// How many tokens behind a cue its content may start: listener and manner stand between.
const LONGEST_MANNER: usize = 16;

/// The longest content in one sentence, in tokens, so that text without full stops costs no more.
const LONGEST_CONTENT: usize = 400;

/// The most places in one sentence where content may end, besides its own end.
const MOST_ENDS: usize = 40;

/// What stands behind the cue, in its sentence or in a quotation that starts there.
pub(super) fn right_content(
    text: &Text,
    site: &Site,
    quoted: bool,
    later: &[Site],
    chooser: &mut impl Chooser,
) -> Option<Range<usize>> {
    let sentence = text.sentence_tokens(site.head);
    let after = site.after();
    let mut starts = content_starts(text, after, sentence.end);
    if site.takes("feeling") {
        starts.truncate(1);
    }
    if quoted {
        // "“We won,” Lee said, adding, “It is over”": what follows another cue is not this one's.
        let next_cue = later.first().map_or(usize::MAX, |cue| cue.head);
        starts.retain(|&at| text.opens_quotation(at) && at < next_cue);
    }
    let idx = match starts.len() {
        0 => return paragraph_after_colon(text, &sentence),
        1 => 0,
        _ => chooser.choose(Question::Start(site, &starts), |out| {
            describe_starts(text, site, after, &starts, out);
        }),
    };
    let start = starts[idx];
    let barrier = barrier(text, site, start, sentence.end, later);
    let mut ends = content_ends(text, start, barrier);
    if let Some(least) = least_content(text, site, start, barrier) {
        let last = ends.last().copied();
        ends.retain(|&end| end >= least || Some(end) == last);
    }
    let idx = match ends.len() {
        0 => return None,
        1 => 0,
        _ => chooser.choose(Question::End(site, &ends), |out| {
            describe_ends(text, site, start, &ends, later, out);
        }),
    };
    Some(start..ends[idx])
}

/// The paragraph behind one that ends in a colon ("Lee wrote:"), or the quotation that it starts with.
fn paragraph_after_colon(text: &Text, sentence: &Range<usize>) -> Option<Range<usize>> {
    let paragraph = text.prose.sentences[text.sentence(sentence.start)].paragraph;
    let ends_in_colon = text.kind(sentence.end - 1) == TokenKind::Colon
        && sentence.end == text.prose.paragraphs[paragraph].end;
    let next =
        text.prose.paragraphs.get(paragraph + 1).filter(|p| ends_in_colon && !p.is_empty())?;
    let quotation = text.quotes.of(next.start).filter(|q| q.tokens.start == next.start);
    Some(quotation.map_or(next.clone(), |q| q.tokens.clone()))
}

/// Where content behind a cue can start: at any word near it, up to the first quotation or colon.
fn content_starts(text: &Text, after: usize, end: usize) -> Vec<usize> {
    let mut starts = Vec::with_capacity(LONGEST_MANNER);
    for at in after..end.min(after + 3 * LONGEST_MANNER) {
        if at >= after + LONGEST_MANNER
            && !(text.opens_quotation(at)
                || text.kind(at) == TokenKind::Colon
                || text.word(at) == "that")
        {
            continue;
        }
        if text.opens_quotation(at) {
            starts.push(at);
            break;
        }
        if text.prose.tokens[at].is_word() && !text.quotes.covers(at) {
            starts.push(at);
        }
        if text.kind(at) == TokenKind::Colon {
            starts.extend((at + 1 < end).then_some(at + 1));
            break;
        }
    }
    starts
}

/// Where content cannot end before: behind the verb of a "that" clause, behind the "as" of "describe".
fn least_content(text: &Text, site: &Site, start: usize, end: usize) -> Option<usize> {
    let mut near = start + 1..end.min(start + 40);
    if text.words[start].class.is(Class::COMPLEMENTIZER) {
        return near.find(|&at| text.is_finite(at)).map(|at| at + 1);
    }
    if site.takes("as") {
        let stop = near.find(|&at| text.word(at) == "as" || !text.prose.tokens[at].is_word());
        return stop.filter(|&at| text.word(at) == "as").map(|at| at + 1);
    }
    None
}

/// Where another cue certainly begins: at a participle with content of its own ("…, adding that"), or at a
/// second verb of the same subject in the same form ("… and said: “We won.”"). Else the end of the sentence.
fn barrier(text: &Text, site: &Site, start: usize, end: usize, later: &[Site]) -> usize {
    let opens_content = |cue: &Site| {
        let at = cue.after();
        let at = at + usize::from(text.is_comma(at));
        at < end
            && (text.opens_quotation(at)
                || text.word(at) == "that"
                || text.kind(at) == TokenKind::Colon)
    };
    let begins = |cue: &&Site| {
        let Some(before) = cue.group.start.checked_sub(1).filter(|&before| before > start) else {
            return false;
        };
        let own = match cue.subject {
            Subject::Absent | Subject::Name | Subject::Noun => cue.mood == Mood::Participle,
            Subject::Shared => {
                matches!(text.word(before), "and" | "but" | "then")
                    && cue.mood == Mood::Finite
                    && site.form().map(|form| form.form) == cue.form().map(|form| form.form)
            }
            Subject::Pronoun | Subject::Relative | Subject::Inverted | Subject::Governed => false,
        };
        // "said it is late and expressed regret": the tense tells whose verb it is.
        let other_tense = cue.subject == Subject::Shared
            && cue.form().is_some_and(|form| form.form == Form::Past)
            && text.speaks_of_present(start..before);
        let particle = text.is_comma(before) && cue.group.len() > 1 && cue.mood == Mood::Participle;
        own && (opens_content(cue) || other_tense || particle)
    };
    let mut cues = later.iter().take_while(|cue| cue.group.start < end).take(8);
    let closing = cues.clone().find_map(|cue| closing_comma(text, cue, start, end));
    let next = cues.find(begins).map(|cue| {
        let before = cue.group.start - 1;
        let joins = text.is_comma(before) || cue.subject == Subject::Shared;
        if joins { before } else { cue.group.start }
    });
    next.into_iter().chain(closing).min().unwrap_or(end)
}

/// The comma in front of a source and cue that close their sentence: all before it is said by that source ("Lee
/// had warned that it was late, Ray added.", "…, according to Ray.").
fn closing_comma(text: &Text, cue: &Site, start: usize, end: usize) -> Option<usize> {
    let source = cue.source.as_ref()?;
    let last = cue.group.end.max(source.end);
    let closes = (last..end).all(|at| text.kind(at) == TokenKind::Terminator);
    let comma = cue.start().checked_sub(1).filter(|&at| at > start && text.is_comma(at))?;
    let subject = matches!(cue.subject, Subject::Name | Subject::Noun | Subject::Pronoun);
    let reports = subject && cue.mood == Mood::Finite && cue.takes("clause") && source.len() <= 8;
    (closes && (reports || cue.cue == Cue::According)).then_some(comma)
}

/// Where content that starts at `start` can end: before marks and words that begin something else, behind
/// quotations, and at the end of the sentence, which comes last.
fn content_ends(text: &Text, start: usize, sentence_end: usize) -> Vec<usize> {
    let sentence_end = sentence_end.min(start + LONGEST_CONTENT);
    let mut ends = Vec::new();
    let mut at = start;
    let mut depth = 0u32;
    if let Some(quotation) = text.quotes.of(start).filter(|q| q.tokens.start == start) {
        at = quotation.tokens.end;
        if at >= sentence_end {
            return vec![at];
        }
        ends.push(at);
    }
    let mut last = sentence_end;
    while last > start + 1
        && matches!(text.kind(last - 1), TokenKind::Terminator | TokenKind::Comma)
    {
        last -= 1;
    }
    at = at.max(start + 1);
    while at < last {
        if let Some(quotation) = text.quotes.of(at) {
            at = quotation.tokens.end;
            if at < last {
                ends.push(at);
            }
            continue;
        }
        let outside = depth == 0;
        match text.kind(at) {
            TokenKind::OpenBracket => depth += 1,
            TokenKind::CloseBracket => depth = depth.saturating_sub(1),
            _ => {}
        }
        if outside && can_end(text, at) && ends.last() != Some(&at) {
            ends.push(at);
        }
        at += 1;
    }
    // A quotation at the end of the sentence may reach beyond it.
    let end = text.quotes.of(last - 1).map_or(last, |q| q.tokens.end.max(last));
    ends.truncate(MOST_ENDS);
    if end > start && ends.last() != Some(&end) {
        ends.push(end);
    }
    ends
}

/// Whether content can end in front of token `at`, which stands in no brackets and no quotation.
fn can_end(text: &Text, at: usize) -> bool {
    let breaks = Class::CONJUNCTION | Class::SUBORDINATOR | Class::PREPOSITION | Class::TIME;
    match text.kind(at) {
        // "…; therefore, …" goes on with the same thought.
        TokenKind::Semicolon => {
            !matches!(text.word(at + 1), "therefore" | "thus" | "hence" | "so" | "otherwise")
        }
        TokenKind::Comma | TokenKind::Dash | TokenKind::Colon | TokenKind::OpenBracket => true,
        TokenKind::Word => {
            text.words[at].class.is(breaks)
                || text.word(at).ends_with("ing")
                || text.prose.tokens[at].is_capitalized() && text.words[at].class.is(Class::TIME)
        }
        _ => false,
    }
}
