//! What content is about, and to whom it was said, where the sentence says so outside the content.
//!
//! A topic is an adverbial in front of the source that names a subject matter ("Referring to the strike, Lee
//! said …", "As to the talks, she said …"), or the object of a pointing verb whose only purpose is to introduce
//! a quotation ("pointed to the ties between the two, saying, “…”"). Where an indirect statement follows
//! ("pointed to the ties, noting that …"), both are statements: each conveys something of its own.

use std::ops::Range;

use super::content::Claim;
use super::lexicon::lexicon;
use super::sites::{Mood, Site};
use super::text::Text;
use super::words::Class;

/// Words that an adverbial of subject matter starts with.
const OPENINGS: &[&[&str]] = &[
    &["referring", "to"],
    &["pointing", "to"],
    &["alluding", "to"],
    &["turning", "to"],
    &["commenting", "on"],
    &["speaking", "about"],
    &["speaking", "on"],
    &["touching", "on"],
    &["touching", "upon"],
    &["reacting", "to"],
    &["responding", "to"],
    &["giving", "importance", "to"],
    &["asked", "about"],
    &["asked", "if"],
    &["asked", "whether"],
    &["when", "asked", "about"],
    &["when", "asked", "if"],
    &["when", "asked", "whether"],
    &["as", "to"],
    &["as", "for"],
    &["with", "regard", "to"],
    &["with", "respect", "to"],
    &["in", "reference", "to"],
    &["in", "reaction", "to"],
    &["in", "response", "to"],
    &["on", "the", "issue", "of"],
    &["on", "the", "subject", "of"],
    &["on", "the", "topic", "of"],
    &["on", "the", "question", "of"],
    &["regarding"],
    &["concerning"],
    &["about"],
];

/// The adverbial of subject matter that the sentence of `site` starts with, without the comma between it and
/// the source.
pub(super) fn leading(text: &Text, site: &Site) -> Option<Range<usize>> {
    let start = text.sentence_tokens(site.head).start;
    let end = site.start().checked_sub(1).filter(|&comma| comma > start && text.is_comma(comma))?;
    starts_topic(text, start, end).then_some(start..end)
}

/// Whether an adverbial of subject matter starts at `start`.
pub(super) fn starts_topic(text: &Text, start: usize, end: usize) -> bool {
    OPENINGS.iter().any(|words| {
        start + words.len() < end
            && words.iter().zip(start..).all(|(word, at)| text.word(at).eq_ignore_ascii_case(word))
    })
}

/// Whether `site` stands in the adverbial that its sentence starts with, so that it is no cue.
pub(super) fn is_within_leading(text: &Text, site: &Site) -> bool {
    let sentence = text.sentence_tokens(site.head);
    let is_asked = site.lemma().text == "ask" && site.head <= sentence.start + 1;
    (site.mood == Mood::Participle && site.head == sentence.start || is_asked)
        && starts_topic(text, sentence.start, sentence.end)
}

/// Turns each claim that only points at something, with a quotation right behind it by the same speaker, into
/// the topic of that quotation.
pub(super) fn fold_pointers(text: &Text, claims: &mut Vec<Claim>) {
    let mut at = 1;
    while at < claims.len() {
        let (pointer, quoting) = (&claims[at - 1], &claims[at]);
        let points = matches!(pointer.site.lemma().text, "point" | "refer" | "allude")
            && text.word(pointer.site.group.end - 1) == "to"
            && pointer.left.is_none();
        let follows = quoting.site.mood == Mood::Participle
            && quoting.site.source.is_none()
            && quoting.right.as_ref().is_some_and(|right| text.quotes.covers(right.start));
        let adjacent = pointer.right.as_ref().is_some_and(|right| {
            quoting.site.group.start.checked_sub(right.end).is_some_and(|gap| gap <= 1)
        });
        if points && follows && adjacent {
            let pointer = claims.remove(at - 1);
            let quoting = &mut claims[at - 1];
            quoting.topic = pointer.right;
            quoting.source = pointer.source;
            quoting.own_source = pointer.own_source;
        } else {
            at += 1;
        }
    }
}

/// The words between the cue and its content that name to whom it was said.
pub(super) fn listener(text: &Text, claim: &Claim) -> Option<Range<usize>> {
    let form = claim.site.form()?;
    let verb = lexicon().verb(form);
    if !verb.takes("listener") {
        return None;
    }
    let start = claim.site.group.end;
    let sentence = text.sentence_tokens(claim.site.head);
    let behind = |range: &&Range<usize>| range.start >= start;
    let end = claim.right.as_ref().filter(behind).map_or(sentence.end, |right| right.start);
    if start < end && text.words[start].class.is(Class::OBJECT) {
        return Some(start..start + 1);
    }
    if start < end && text.words[start].class.is(Class::PREPOSITION | Class::TIME | Class::ADVERB) {
        return None;
    }
    text.plain_phrase_after(start, end).map(|end| start..end)
}
