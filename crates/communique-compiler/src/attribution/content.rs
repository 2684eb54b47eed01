//! From sites to attributions: what was said, on which side of the cue, from where to where.

use std::ops::Range;

use communique_index::corpus::Kind;

use super::lexicon::lexicon;
use super::sites::{Mood, Site, Subject};
use super::text::Text;
use super::words::Class;
use super::{Attribution, Pattern};
use crate::tokens::TokenKind;

/// A site that is taken for a cue, with its content.
#[derive(Clone, Debug)]
struct Claim<'s> {
    site: &'s Site,
    left: Option<Range<usize>>,
    right: Option<Range<usize>>,
    /// Quotations of later sentences.
    more: Vec<Range<usize>>,
}

/// The attributions of `sites`, which are in order.
pub(super) fn attributions(text: &Text, sites: &[Site]) -> Vec<Attribution> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut covered = 0;
    for (idx, site) in sites.iter().enumerate() {
        if site.head < covered {
            continue;
        }
        let Some(claim) = claim(text, site, &sites[idx + 1..], covered) else { continue };
        if let Some(right) = &claim.right {
            covered = covered.max(right.end);
        }
        if let Some(left) = &claim.left {
            claims.retain(|c| c.site.head < left.start);
        }
        claims.push(claim);
    }
    link_quotations(text, &mut claims);
    let mut out: Vec<Attribution> = Vec::new();
    for claim in &claims {
        let attribution = build(text, claim, &out);
        out.push(attribution);
    }
    out
}

fn claim<'s>(text: &Text, site: &'s Site, later: &[Site], covered: usize) -> Option<Claim<'s>> {
    if matches!(site.mood, Mood::Negated | Mood::Infinitive | Mood::Passive | Mood::Modal) {
        return None;
    }
    let left = left_content(text, site, covered);
    let after = match site.subject {
        Subject::Inverted => site.source.as_ref().map_or(site.group.end, |s| s.end),
        _ => site.group.end,
    };
    let right = right_content(text, site, after, later, left.is_some());
    (left.is_some() || right.is_some()).then_some(Claim { site, left, right, more: Vec::new() })
}

/// What stands before source and cue, ended by a comma or closing mark.
fn left_content(text: &Text, site: &Site, covered: usize) -> Option<Range<usize>> {
    if matches!(
        site.subject,
        Subject::Shared | Subject::Governed | Subject::Absent | Subject::Relative
    ) {
        return None;
    }
    let anchor = match &site.source {
        Some(source) => source.start.min(site.group.start),
        None => site.group.start,
    };
    let sentence = text.sentence_tokens(anchor);
    if text.is_behind_quotation(anchor) {
        return text.quotes.of(anchor - 1).map(|q| q.tokens.clone());
    }
    if anchor < sentence.start + 2 {
        return None;
    }
    let last = anchor - 1;
    if let Some(quotation) = text.quotes.of(last).filter(|q| q.closed && q.tokens.end == anchor) {
        let start = quotation.tokens.start;
        return Some(if start <= sentence.start {
            start..anchor
        } else {
            sentence.start.max(covered)..anchor
        });
    }
    if !text.is_comma(last) {
        return None;
    }
    let start = sentence.start.max(covered);
    let before_comma = text.quotes.of(last - 1).filter(|q| q.tokens.end == last);
    let start = before_comma
        .map_or(start, |q| if q.tokens.start <= sentence.start { q.tokens.start } else { start });
    // An adverbial in front of "Lee said" is none: "On Tuesday, Lee said".
    let class = text.words[start].class;
    let adverbial = class.is(Class::PREPOSITION | Class::SUBORDINATOR | Class::ADVERB)
        || text.lower(start).ends_with("ing");
    let content = start < last && (!adverbial || before_comma.is_some());
    content.then_some(start..last)
}

/// What stands behind the cue.
fn right_content(
    text: &Text,
    site: &Site,
    after: usize,
    later: &[Site],
    has_left: bool,
) -> Option<Range<usize>> {
    let sentence = text.sentence_tokens(site.head);
    let mut start = after;
    if has_left || site.subject == Subject::Inverted {
        if !(text.is_comma(start) && start + 1 < sentence.end) {
            return None;
        }
        start += 1;
        if text.words[start].cue.is_some()
            || site.subject != Subject::Inverted
                && !text.opens_quotation(start)
                && sentence.end - start < 4
        {
            return None;
        }
    } else {
        start = content_start(text, site, start, sentence.end)?;
    }
    if let Some(quotation) = text.quotes.of(start).filter(|q| q.tokens.start == start) {
        let end = quotation.tokens.end;
        let ends_inside =
            end >= 2 && matches!(text.kind(end - 2), TokenKind::Terminator | TokenKind::Comma);
        if end >= sentence.end || ends_inside || !text.prose.tokens[end].is_word() {
            return Some(start..end);
        }
    }
    let end = content_end(text, start, sentence.end, later);
    (end > start).then_some(start..end)
}

fn content_start(text: &Text, site: &Site, after: usize, end: usize) -> Option<usize> {
    let verb = lexicon().verb(site.form?);
    let opens = |at: usize| {
        at < end && (text.opens_quotation(at) || text.words[at].class.is(Class::COMPLEMENTIZER))
    };
    if opens(after) {
        return Some(after);
    }
    // A colon, a quotation or "that" behind listener and manner.
    for at in after..end.min(after + 16) {
        if text.kind(at) == TokenKind::Colon && at + 1 < end {
            return Some(at + 1);
        }
        let clause = text.word(at) == "that" || text.word(at) == "whether";
        if at > after
            && (text.opens_quotation(at) && text.is_comma(at - 1) || clause && verb.takes("that"))
        {
            return Some(at);
        }
        if text.kind(at) == TokenKind::Terminator || text.words[at].cue.is_some() {
            break;
        }
    }
    let mut at = after;
    if verb.takes("listener")
        && at < end
        && text.is_nominal(at) | text.words[at].class.is(Class::OBJECT)
    {
        at += 1;
        while at < end
            && text.is_nominal(at)
            && !text.words[at].class.is(Class::SUBJECT | Class::DETERMINER)
        {
            at += 1;
        }
    }
    while at < end && text.words[at].class.is(Class::TIME | Class::ADVERB) {
        at += 1;
    }
    let next = text.prose.tokens.get(at).filter(|_| at + 1 < end)?;
    let class = text.words[at].class;
    if verb.takes("to") && (text.word(at) == "to" || verb.takes("object")) {
        return Some(at);
    }
    let preposition = class.is(Class::PREPOSITION);
    (next.is_word() && !preposition && (verb.takes("clause") || verb.takes("object"))
        || text.opens_quotation(at))
    .then_some(at)
}

fn content_end(text: &Text, start: usize, end: usize, later: &[Site]) -> usize {
    for site in later {
        let at = site.group.start;
        if at >= end {
            break;
        }
        let stop = match site.subject {
            Subject::Absent if site.mood == Mood::Participle && text.is_comma(at - 1) => at - 1,
            Subject::Shared if site.mood == Mood::Finite => at - 1,
            Subject::Inverted if site.form.is_none() && text.is_comma(at - 1) => at - 1,
            _ => continue,
        };
        if stop > start {
            return stop;
        }
    }
    let mut end = end;
    while end > start && matches!(text.kind(end - 1), TokenKind::Terminator | TokenKind::Comma) {
        end -= 1;
    }
    end
}

/// Gives quotations that no cue of their own sentence claims to the statement before them.
fn link_quotations(text: &Text, claims: &mut [Claim]) {
    let mut owned = vec![false; text.prose.tokens.len()];
    for claim in claims.iter() {
        for part in claim.left.iter().chain(&claim.right) {
            owned[part.clone()].fill(true);
        }
    }
    let mut next_claim = 0;
    for quotation in &text.quotes.list {
        let start = quotation.tokens.start;
        while next_claim < claims.len() && claims[next_claim].site.head < start {
            next_claim += 1;
        }
        if owned[start] || next_claim == 0 || text.sentence_tokens(start).start != start {
            continue;
        }
        let claim = &mut claims[next_claim - 1];
        let last =
            claim.more.last().or(claim.right.as_ref()).map_or(claim.site.group.end, |r| r.end);
        let same = text.same_paragraph(last.min(start), start);
        let quoted = |part: &Option<Range<usize>>| {
            part.as_ref().is_some_and(|p| text.quotes.covers(p.start))
        };
        let direct = quoted(&claim.left) || quoted(&claim.right);
        if same && direct {
            claim.more.push(quotation.tokens.clone());
        }
    }
}

fn build(text: &Text, claim: &Claim, before: &[Attribution]) -> Attribution {
    let site = claim.site;
    let sentence = text.sentence(site.head);
    let parts: Vec<Range<usize>> =
        claim.left.iter().chain(&claim.right).chain(&claim.more).cloned().collect();
    let implied = site.source.is_none();
    let source_from = implied.then(|| before.len().checked_sub(1)).flatten().filter(|&idx| {
        let cue = before[idx].cue;
        cue.start >= text.prose.span(&text.prose.sentences[sentence].tokens).start
    });
    let source = match (&site.source, source_from) {
        (Some(source), _) => Some(text.prose.span(source)),
        (None, Some(idx)) => before[idx].source,
        (None, None) => text
            .leading_subject(text.prose.sentences[sentence].tokens.clone())
            .map(|s| text.prose.span(&s)),
    };
    let kind = kind(text, &parts);
    Attribution {
        paragraph: text.prose.sentences[sentence].paragraph,
        source,
        implied,
        source_from,
        cue: text.prose.span(&site.group),
        cue_lemma: site.form.map_or("accord", |form| lexicon().verb(form).lemma).to_owned(),
        content: parts.iter().map(|part| text.prose.span(part)).collect(),
        kind,
        topic: None,
        listener: None,
        pattern: pattern(text, claim, kind),
    }
}

/// How much of `parts` is quoted: nine words in ten make it direct.
fn kind(text: &Text, parts: &[Range<usize>]) -> Kind {
    let words = || parts.iter().cloned().flatten().filter(|&at| text.prose.tokens[at].is_word());
    let (n_words, n_quoted) =
        (words().count(), words().filter(|&at| text.quotes.covers(at)).count());
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
    if site.form.is_none() {
        return Pattern::AccordingTo;
    }
    let after = claim.right.is_some() || !claim.more.is_empty();
    match (claim.left.is_some(), after, kind) {
        (true, false, Kind::Direct) => Pattern::QuotationBefore,
        (true, true, Kind::Direct) => Pattern::QuotationAround,
        (false, _, Kind::Direct) => Pattern::QuotationAfter,
        (true, false, Kind::Mixed | Kind::Indirect) => Pattern::ContentBefore,
        (true, true, Kind::Mixed | Kind::Indirect) => Pattern::ContentAround,
        (false, _, Kind::Mixed | Kind::Indirect) => {
            let first = claim.right.as_ref().map_or(site.group.end, |r| r.start);
            if site.subject == Subject::Shared {
                Pattern::SharedSubject
            } else if site.mood == Mood::Participle {
                Pattern::Participle
            } else if text.words[first].class.is(Class::COMPLEMENTIZER) {
                Pattern::ThatClause
            } else if site.form.is_some_and(|form| lexicon().verb(form).takes("clause")) {
                Pattern::Clause
            } else {
                Pattern::Object
            }
        }
    }
}
