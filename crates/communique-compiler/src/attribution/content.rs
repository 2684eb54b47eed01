//! From sites to claims: which sites are cues, on which side their content stands, from where to where.
//!
//! The grammar offers the options, a [`Chooser`] takes one. Sites are visited from left to right; one inside
//! the content of an earlier claim is nested and skipped, and content before a cue swallows the claims in it.

use std::ops::Range;

use super::choices::{
    Before, Chooser, Linking, Question, Sides, Surroundings, describe_ends, describe_left_starts,
    describe_link, describe_sides, describe_starts,
};
use super::sites::{Site, Subject};
use super::text::Text;
use super::words::Class;
use crate::tokens::TokenKind;

/// How many tokens behind a cue its content may start: listener and manner stand between.
const LONGEST_MANNER: usize = 16;

/// A site that is taken for a cue, with its content. Ranges are of tokens.
#[derive(Clone, Debug)]
pub(super) struct Claim<'s> {
    pub(super) site: &'s Site,
    /// Content before source and cue.
    pub(super) left: Option<Range<usize>>,
    /// Content behind the cue in its sentence.
    pub(super) right: Option<Range<usize>>,
    /// Quotations of later sentences.
    pub(super) more: Vec<Range<usize>>,
}

/// The claims among `sites`, which are in order.
pub(super) fn claims<'s>(
    text: &Text,
    sites: &'s [Site],
    chooser: &mut impl Chooser,
) -> Vec<Claim<'s>> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut covered = 0;
    for (idx, site) in sites.iter().enumerate() {
        if site.head < covered {
            continue;
        }
        let sentence = text.sentence_tokens(site.head);
        let previous = idx.checked_sub(1).map(|p| &sites[p]).filter(|p| p.head >= sentence.start);
        let left = LeftContent::before(text, site);
        let around = Surroundings { before: left.before, after: site.after(), previous, covered };
        let question = Question::Sides(site, left.before);
        let sides = chooser.choose(question, |out| describe_sides(text, site, &around, out));
        let sides = Sides::ALL[sides];
        let mut claim = Claim { site, left: None, right: None, more: Vec::new() };
        if matches!(sides, Sides::Left | Sides::Both) {
            claim.left = left.choose(text, site, covered, chooser);
        }
        if matches!(sides, Sides::Right | Sides::Both) {
            claim.right = right_content(text, site, &sites[idx + 1..], chooser);
        }
        if let Some(left) = &claim.left {
            // "“We won,” Lee said, the agency reported": the statement is Lee's, not the agency's.
            let quoted = |earlier: &Claim| {
                earlier.left.as_ref().is_some_and(|l| text.quotes.covers(l.start))
            };
            if claims.iter().rev().take_while(|c| c.site.head >= left.start).any(quoted) {
                continue;
            }
            claims.retain(|earlier| earlier.site.head < left.start);
        }
        if let Some(right) = &claim.right {
            covered = covered.max(right.end);
        }
        if claim.left.is_some() || claim.right.is_some() {
            claims.push(claim);
        }
    }
    link_quotations(text, &mut claims, chooser);
    claims
}

/// What stands before source and cue, as far as it may be content.
struct LeftContent {
    before: Before,
    /// From the earliest start to the end.
    whole: Range<usize>,
}

impl LeftContent {
    fn before(text: &Text, site: &Site) -> Self {
        let anchor = site.start();
        let sentence = text.sentence_tokens(anchor);
        if text.is_behind_quotation(anchor)
            && let Some(quotation) = text.quotes.of(anchor - 1)
        {
            return Self { before: Before::QuotationSentence, whole: quotation.tokens.clone() };
        }
        let nothing = Self { before: Before::Nothing, whole: anchor..anchor };
        if anchor < sentence.start + 2 {
            return nothing;
        }
        let ends_in_quotation = |end: usize| {
            let quotation = text.quotes.of(end - 1).filter(|q| q.tokens.end == end)?;
            let start = quotation.tokens.start.min(sentence.start);
            Some(Self { before: Before::Quotation, whole: start..end })
        };
        let mark = anchor - 1;
        if let Some(left) = ends_in_quotation(anchor) {
            return left;
        }
        let before = match text.kind(mark) {
            TokenKind::Comma => Before::Comma,
            TokenKind::Dash => Before::Dash,
            _ => return nothing,
        };
        if let Some(left) = ends_in_quotation(mark) {
            return left;
        }
        let class = text.words[sentence.start].class;
        let adverbial = class.is(Class::PREPOSITION | Class::SUBORDINATOR | Class::ADVERB)
            || text.word(sentence.start).ends_with("ing");
        let before = if adverbial && before == Before::Comma { Before::Adverbial } else { before };
        Self { before, whole: sentence.start..mark }
    }

    /// The content before the cue, from the start that is chosen.
    fn choose(
        self,
        text: &Text,
        site: &Site,
        covered: usize,
        chooser: &mut impl Chooser,
    ) -> Option<Range<usize>> {
        if self.whole.is_empty() {
            return None;
        }
        let end = self.whole.end;
        let whole_quotation =
            text.quotes.of(end - 1).is_some_and(|q| q.tokens.start == self.whole.start);
        if whole_quotation {
            return Some(self.whole);
        }
        let first = self.whole.start;
        let lowest = first.max(end.saturating_sub(120));
        let starts: Vec<usize> = std::iter::once(first)
            .chain((lowest + 1..end).filter(|&at| at == covered || can_start(text, at)))
            .collect();
        let question = Question::LeftStart(site, &starts);
        let idx =
            chooser.choose(question, |out| describe_left_starts(text, site, &starts, end, out));
        Some(starts[idx]..end)
    }
}

/// Whether content before a cue can start at `at`, in the middle of a sentence.
fn can_start(text: &Text, at: usize) -> bool {
    if text.quotes.covers(at) {
        return text.opens_quotation(at);
    }
    let class = text.words[at - 1].class;
    text.prose.tokens[at].is_word()
        && (!text.prose.tokens[at - 1].is_word()
            || class.is(Class::CONJUNCTION | Class::SUBORDINATOR)
            || text.words[at].class.is(Class::COMPLEMENTIZER))
}

/// What stands behind the cue, in its sentence or in a quotation that starts there.
fn right_content(
    text: &Text,
    site: &Site,
    later: &[Site],
    chooser: &mut impl Chooser,
) -> Option<Range<usize>> {
    let sentence = text.sentence_tokens(site.head);
    let after = site.after();
    let starts = content_starts(text, after, sentence.end);
    let idx = match starts.len() {
        0 => return paragraph_after_colon(text, &sentence),
        1 => 0,
        _ => chooser.choose(Question::Start(site, &starts), |out| {
            describe_starts(text, site, after, &starts, out);
        }),
    };
    let start = starts[idx];
    let ends = content_ends(text, start, sentence.end);
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

/// Where content that starts at `start` can end: before marks and words that begin something else, behind
/// quotations, and at the end of the sentence, which comes last.
fn content_ends(text: &Text, start: usize, sentence_end: usize) -> Vec<usize> {
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
    let breaks = Class::CONJUNCTION | Class::SUBORDINATOR | Class::PREPOSITION | Class::TIME;
    at = at.max(start + 1);
    while at < last {
        if let Some(quotation) = text.quotes.of(at) {
            at = quotation.tokens.end;
            if at < last {
                ends.push(at);
            }
            continue;
        }
        let possible = match text.kind(at) {
            TokenKind::OpenBracket => {
                depth += 1;
                depth == 1
            }
            TokenKind::CloseBracket => {
                depth = depth.saturating_sub(1);
                false
            }
            _ if depth > 0 => false,
            // "…; therefore, …" goes on with the same thought.
            TokenKind::Semicolon => {
                !matches!(text.word(at + 1), "therefore" | "thus" | "hence" | "so" | "otherwise")
            }
            TokenKind::Comma | TokenKind::Dash | TokenKind::Colon => true,
            TokenKind::Word => {
                text.words[at].class.is(breaks)
                    || text.word(at).ends_with("ing")
                    || text.prose.tokens[at].is_capitalized()
                        && text.words[at].class.is(Class::TIME)
            }
            _ => false,
        };
        if possible && ends.last() != Some(&at) {
            ends.push(at);
        }
        at += 1;
    }
    // A quotation at the end of the sentence may reach beyond it.
    let end = text.quotes.of(last - 1).map_or(last, |q| q.tokens.end.max(last));
    if end > start && ends.last() != Some(&end) {
        ends.push(end);
    }
    ends
}

/// Gives quotations that start a sentence, and that no cue claims, to the statement before them.
fn link_quotations(text: &Text, claims: &mut [Claim], chooser: &mut impl Chooser) {
    let mut owned = vec![false; text.prose.tokens.len()];
    for claim in claims.iter() {
        for part in claim.left.iter().chain(&claim.right) {
            owned[part.clone()].fill(true);
        }
    }
    let mut next_claim = 0;
    for quotation in &text.quotes.list {
        let quotation = &quotation.tokens;
        while next_claim < claims.len() && claims[next_claim].site.head < quotation.start {
            next_claim += 1;
        }
        let Some(claim) = next_claim.checked_sub(1).map(|idx| &mut claims[idx]) else { continue };
        if owned[quotation.start] || text.sentence_tokens(quotation.start).start != quotation.start
        {
            continue;
        }
        let Some(linking) = linking(text, claim, quotation) else { continue };
        let site = claim.site;
        let question = Question::Link(site, quotation);
        if chooser.choose(question, |out| describe_link(text, site, quotation, &linking, out)) == 1
        {
            claim.more.push(quotation.clone());
        }
    }
}

/// What is known of `quotation` and the claim before it; `None` where they are too far apart.
fn linking(text: &Text, claim: &Claim, quotation: &Range<usize>) -> Option<Linking> {
    let parts = claim.left.iter().chain(&claim.right).chain(&claim.more);
    let last = parts.map(|part| part.end).max()?.max(claim.site.group.end) - 1;
    let (from, to) = (text.sentence(last), text.sentence(quotation.start));
    let n_sentences = (to - from).saturating_sub(1);
    let paragraph = |sentence: usize| text.prose.sentences[sentence].paragraph;
    let n_paragraphs = paragraph(to) - paragraph(from);
    if n_sentences > 3 || n_paragraphs > 2 {
        return None;
    }
    let tokens = &text.prose.paragraphs[paragraph(to)];
    let before = text.quotes.of(last).or_else(|| {
        let left =
            claim.left.as_ref().filter(|_| claim.right.is_none() && claim.more.is_empty())?;
        text.quotes.of(left.end - 1)
    });
    let ends_sentence = text.sentence(quotation.end - 1) >= to
        && text.sentence_tokens(quotation.end - 1).end <= quotation.end + 1;
    Some(Linking {
        after_quotation: before.is_some(),
        closed: before.is_none_or(|q| q.closed),
        n_paragraphs,
        n_sentences,
        whole_paragraph: quotation.start == tokens.start && quotation.end + 1 >= tokens.end,
        starts_paragraph: quotation.start == tokens.start,
        goes_on: !claim.more.is_empty(),
        ends_sentence,
        inverted: claim.site.subject == Subject::Inverted,
    })
}
