//! Quotations that go on: in come all claims of an article, and those that later quotations belong to get them.

use std::ops::Range;

use super::Claim;
use crate::attribution::choices::{Chooser, Linking, Question, describe_link};
use crate::attribution::sites::Subject;
use crate::attribution::text::Text;

/// Gives quotations that start a sentence, and that no cue claims, to the statement before them.
pub(super) fn link_quotations(text: &Text, claims: &mut [Claim], chooser: &mut impl Chooser) {
    let mut owned = vec![false; text.prose.tokens.len()];
    for claim in claims.iter() {
        for part in claim.left.iter().chain(&claim.right).chain(&claim.more) {
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

/// Gives quotations that fill the paragraphs before a claim, and that no cue claims, to that claim where they were
/// left open: a quotation over several paragraphs closes in the last one only ("“We lost.¶ “We start again,” Lee
/// said.").
pub(super) fn link_open_quotations(text: &Text, claims: &mut [Claim]) {
    let paragraph_of = |at: usize| text.prose.sentences[text.sentence(at)].paragraph;
    let mut free = 0;
    for claim in claims {
        let before = free;
        let parts = claim.left.iter().chain(&claim.right).chain(&claim.more);
        free = parts.map(|part| part.end).fold(free.max(claim.site.group.end), usize::max);
        let quoted = claim.left.as_ref().filter(|left| text.opens_quotation(left.start));
        let Some(first) = quoted.map(|left| left.start) else { continue };
        let mut paragraph = paragraph_of(first);
        if text.prose.paragraphs[paragraph].start != first {
            continue;
        }
        while let Some(previous) = paragraph.checked_sub(1) {
            let whole = &text.prose.paragraphs[previous];
            let open = text.quotes.of(whole.start).is_some_and(|q| q.tokens == *whole && !q.closed);
            if whole.start < before || !open {
                break;
            }
            claim.more.push(whole.clone());
            paragraph = previous;
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
