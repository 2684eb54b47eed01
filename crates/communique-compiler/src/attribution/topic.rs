//! What content is about, and to whom it was said, where the sentence says so outside the content.
//!
//! A topic is an adverbial in front of the source that names a subject matter ("Referring to the strike, Lee
//! said …", "As to the talks, she said …"), or the object of a pointing verb whose only purpose is to introduce
//! a quotation ("pointed to the ties between the two, saying, “…”"). It may also stand behind what was said
//! ("Lee said it was over, commenting on the strike"). Where an indirect statement follows
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

/// Gives each claim without a topic the adverbial of subject matter that stands right behind it. A claim of that
/// adverbial's own verb gives way where the verb only names the occasion ("commenting on the strike"); "referring
/// to" may convey something of its own, which was chosen before.
pub(super) fn add_trailing(text: &Text, claims: &mut Vec<Claim>) {
    let mut at = 0;
    while at < claims.len() {
        let Some(topic) = trailing(text, &claims[at]).filter(|_| claims[at].topic.is_none()) else {
            at += 1;
            continue;
        };
        let inside = |claim: &Claim| topic.contains(&claim.site.head);
        let next =
            claims.get(at + 1).filter(|next| inside(next)).map(|next| next.site.lemma().text);
        let gives_way = next.is_some_and(|lemma| matches!(lemma, "comment" | "respond" | "ask"));
        if gives_way {
            claims.remove(at + 1);
        }
        // What a quotation refers to says what it is about, and is said besides.
        let refers = next.is_some_and(|lemma| matches!(lemma, "refer" | "allude"));
        if gives_way || refers || next.is_none() {
            claims[at].topic = Some(topic);
        }
        at += 1;
    }
}

/// The adverbial of subject matter right behind `claim`, up to the next mark.
fn trailing(text: &Text, claim: &Claim) -> Option<Range<usize>> {
    let sentence = text.sentence_tokens(claim.site.head);
    let parts = claim.left.iter().chain(&claim.right).chain(&claim.source);
    let end = parts.map(|part| part.end).fold(claim.site.group.end, usize::max);
    // "Lee said when asked about the strike" has no comma.
    let is_comma = end < sentence.end && text.is_comma(end);
    let start = end + usize::from(is_comma);
    let opens = |word: &str| match word {
        "when" => true,
        "in" | "asked" => is_comma,
        _ => is_comma && word.ends_with("ing"),
    };
    if start >= sentence.end || !opens(text.word(start)) {
        return None;
    }
    if !starts_topic(text, start, sentence.end) {
        return None;
    }
    let ends = |&at: &usize| !text.prose.tokens[at].is_word() || text.quotes.covers(at);
    Some(start..(start..sentence.end).find(ends).unwrap_or(sentence.end))
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
