//! From sites to claims: which sites are cues, on which side their content stands, from where to where.
//!
//! The grammar offers the options, a [`Chooser`] takes one. Sites are visited from left to right; one inside
//! the content of an earlier claim is nested and skipped, and content before a cue swallows the claims in it.

use std::ops::Range;

use super::choices::{
    Before, Chooser, Linking, Question, Sides, Surroundings, describe_ends, describe_left_starts,
    describe_link, describe_sides, describe_starts,
};
use super::lexicon::Form;
use super::sites::{Mood, Site, Subject};
use super::text::Text;
use super::topic::{self, is_within_leading};
use super::words::Class;
use crate::tokens::TokenKind;

/// How many tokens behind a cue its content may start: listener and manner stand between.
const LONGEST_MANNER: usize = 16;

/// The longest content in one sentence, in tokens, so that text without full stops costs no more.
const LONGEST_CONTENT: usize = 400;

/// The most places in one sentence where content may end, besides its own end.
const MOST_ENDS: usize = 40;

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
    /// Words outside the content that say what it is about.
    pub(super) topic: Option<Range<usize>>,
    /// The words that name who said it.
    pub(super) source: Option<Range<usize>>,
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
        if site.head < covered || is_within_leading(text, site) {
            continue;
        }
        let sentence = text.sentence_tokens(site.head);
        let previous = idx.checked_sub(1).map(|p| &sites[p]).filter(|p| p.head >= sentence.start);
        let left = LeftContent::before(text, site);
        let around = Surroundings { before: left.before, after: site.after(), previous, covered };
        let question = Question::Sides(site, left.before);
        let sides = chooser.choose(question, |out| describe_sides(text, site, &around, out));
        let about = topic::leading(text, site);
        let sides = match Sides::ALL[sides] {
            Sides::None if surely_reports(text, site) => Sides::Right,
            // What names the subject matter is said about, not said.
            Sides::Left if about.is_some() => Sides::None,
            Sides::Both if about.is_some() => Sides::Right,
            sides => sides,
        };
        let source = site.source.clone();
        let mut claim =
            Claim { site, left: None, right: None, more: Vec::new(), topic: None, source };
        if matches!(sides, Sides::Left | Sides::Both) {
            claim.left = left.choose(text, site, covered, chooser);
        }
        if matches!(sides, Sides::Right | Sides::Both) {
            // A quotation that is interrupted goes on as a quotation.
            let quoted = sides == Sides::Both && left.before == Before::Quotation;
            claim.right = right_content(text, site, quoted, &sites[idx + 1..], chooser);
        }
        if let Some(left) = &claim.left {
            // "“We won,” Lee said, the agency reported": the statement is Lee's, not the agency's.
            let quoted = |earlier: &Claim| {
                earlier.left.as_ref().is_some_and(|l| text.quotes.covers(l.start))
            };
            if claims.iter().rev().take_while(|c| c.site.head >= left.start).any(quoted) {
                continue;
            }
            while claims.last().is_some_and(|earlier| earlier.site.head >= left.start) {
                claims.pop();
            }
        }
        if let Some(right) = &claim.right {
            covered = covered.max(right.end);
        }
        claim.topic = about;
        if claim.left.is_some() || claim.right.is_some() {
            claims.push(claim);
        }
    }
    topic::fold_pointers(text, &mut claims);
    link_quotations(text, &mut claims, chooser);
    claims
}

/// Whether grammar alone makes the site a cue: a subject, a reporting verb and "that", with nothing but a
/// listener between the last two ("the mayor told the farmers that").
fn surely_reports(text: &Text, site: &Site) -> bool {
    let after = site.group.end;
    let subject = match (site.subject, site.mood) {
        (Subject::Pronoun | Subject::Name | Subject::Noun, Mood::Finite) => site.source.is_some(),
        (Subject::Absent, Mood::Participle) => {
            text.sentence_tokens(site.head).start < site.group.start
        }
        _ => false,
    };
    if !subject || !site.takes("that") || after >= text.sentence_tokens(site.head).end {
        return false;
    }
    let that = |at: usize| {
        let next = text.words.get(at + 1).map(|word| word.class);
        at + 1 < text.prose.tokens.len()
            && text.word(at) == "that"
            && text.prose.tokens[at + 1].is_word()
            && !next.is_some_and(|class| class.is(Class::AUXILIARY | Class::PREPOSITION))
    };
    let behind_listener =
        || text.plain_phrase_after(after, text.prose.tokens.len().min(after + 8)).is_some_and(that);
    that(after) || site.takes("listener") && behind_listener()
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
            let before = match text.word(quotation.inside().end - 1) {
                "?" | "!" => Before::QuotedQuestion,
                _ => Before::QuotationSentence,
            };
            return Self { before, whole: quotation.tokens.clone() };
        }
        let nothing = Self { before: Before::Nothing, whole: anchor..anchor };
        if anchor < sentence.start + 2 {
            return nothing;
        }
        let ends_in_quotation = |end: usize| {
            let quotation = text.quotes.of(end - 1).filter(|q| q.tokens.end == end)?;
            let start = quotation.tokens.start.min(sentence.start);
            let pure = start == quotation.tokens.start;
            let before = if pure { Before::Quotation } else { Before::QuotationTail };
            Some(Self { before, whole: start..end })
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
        &self,
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
            return Some(self.whole.clone());
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
    let cues = later.iter().take_while(|cue| cue.group.start < end).take(8);
    match { cues }.find(begins) {
        Some(cue) => {
            let before = cue.group.start - 1;
            let joins = text.is_comma(before) || cue.subject == Subject::Shared;
            if joins { before } else { cue.group.start }
        }
        None => end,
    }
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
    ends.truncate(MOST_ENDS);
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
        let Some(idx) = claim_before(text, claims, next_claim) else { continue };
        let claim = &mut claims[idx];
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

/// The claim that a quotation behind the first `n_before` claims may go on: of those in the last sentence the
/// one that holds a quotation before its cue ("“We won,” Lee said, referring to Ray. “It is over.”").
fn claim_before(text: &Text, claims: &[Claim], n_before: usize) -> Option<usize> {
    let last = n_before.checked_sub(1)?;
    let sentence = text.sentence(claims[last].site.head);
    let quoted =
        |claim: &Claim| claim.left.as_ref().is_some_and(|left| text.quotes.covers(left.start));
    let same =
        claims[..n_before].iter().rev().take_while(|c| text.sentence(c.site.head) == sentence);
    let back = same.take(8).position(quoted).unwrap_or(0);
    Some(last - back)
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
