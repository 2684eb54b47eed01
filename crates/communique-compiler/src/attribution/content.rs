//! From sites to claims: which sites are cues, on which side their content stands, from where to where.
//!
//! The grammar offers the options, a [`Chooser`] takes one. Sites are visited from left to right; one inside
//! the content of an earlier claim is nested and skipped, and content before a cue swallows the claims in it.

mod left;
mod links;
mod right;

use std::ops::Range;

use self::left::LeftContent;
use self::links::{link_open_quotations, link_quotations};
use self::right::right_content;
use super::Places;
use super::choices::{Before, Chooser, Question, Sides, Surroundings, describe_sides};
use super::sites::{Cue, Mood, Site, Subject};
use super::sources::{self, Candidate, Place};
use super::text::Text;
use super::topic::{self, is_within_leading};
use super::turns::Turn;
use super::words::Class;
use crate::tokens::TokenKind;

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
    /// Whether these are words beside the cue, not the subject of another clause.
    pub(super) own_source: bool,
}

impl<'s> Claim<'s> {
    /// A claim of `site` to which nothing is given yet.
    fn new(site: &'s Site) -> Self {
        let (left, right, more, topic, source) = Default::default();
        Self { site, left, right, more, topic, source, own_source: false }
    }

    /// The claim of a turn at the colon of its label, if it says anything.
    fn of_turn(site: &'s Site, turn: &Turn) -> Option<Self> {
        let (first, further) = turn.said.split_first().filter(|_| site.head == turn.label.end)?;
        let (right, more) = (Some(first.clone()), further.to_vec());
        let source = Some(turn.label.clone());
        Some(Self { right, more, source, own_source: true, ..Self::new(site) })
    }
}

/// The claims among the sites of `places`, which are in order.
pub(super) fn claims<'s>(
    text: &Text,
    places: &'s Places,
    chooser: &mut impl Chooser,
) -> Vec<Claim<'s>> {
    let mut found = Found { text, sites: &places.sites, claims: Vec::new(), covered: 0 };
    let mut turns = places.turns.iter().peekable();
    for (idx, site) in places.sites.iter().enumerate() {
        if site.head < found.covered || is_within_leading(text, site) {
            continue;
        }
        while turns.next_if(|turn| turn.end <= site.head).is_some() {}
        if let Some(turn) = turns.peek().filter(|turn| turn.label.start <= site.head) {
            found.claims.extend(Claim::of_turn(site, turn));
            found.covered = if site.head < turn.label.end { turn.label.end } else { turn.end };
        } else if text.asserts(site) {
            found.visit(idx, chooser);
        } else {
            found.covered = found.covered.max(text.end_of_unsaid(site));
        }
    }
    let mut claims = found.claims;
    topic::fold_pointers(text, &mut claims);
    topic::add_trailing(text, &mut claims);
    link_quotations(text, &mut claims, chooser);
    link_open_quotations(text, &mut claims);
    claims
}

/// What is claimed so far on the way through the sites.
struct Found<'t, 's> {
    text: &'t Text<'t>,
    sites: &'s [Site],
    claims: Vec<Claim<'s>>,
    /// Sites before this token are spoken for.
    covered: usize,
}

impl<'s> Found<'_, 's> {
    /// Claims what the site at `idx` says, if it is a cue.
    fn visit(&mut self, idx: usize, chooser: &mut impl Chooser) {
        let (text, site) = (self.text, &self.sites[idx]);
        let left = LeftContent::before(text, site);
        // "Referring to the fire, Lee said it was out, adding that …": the first cue of the sentence has it.
        let start = text.sentence_tokens(site.head).start;
        let is_first = self.claims.last().is_none_or(|last| last.site.head < start);
        let about = topic::leading(text, site).filter(|_| is_first);
        let sides = self.sides(idx, left.before, about.is_some(), chooser);
        let mut claim = self.content(idx, &left, sides, chooser);
        if let Some(rest) = rest_of_label(text, &claim) {
            self.covered = self.covered.max(rest.end);
            claim.more.push(rest);
        }
        if claim.left.as_ref().is_some_and(|left| !self.makes_room_for(left)) {
            return;
        }
        if let Some(right) = &claim.right {
            self.covered = self.covered.max(right.end);
        }
        claim.topic = about;
        if claim.left.is_some() || claim.right.is_some() {
            self.give_source(&mut claim, chooser);
            self.claims.push(claim);
        }
    }

    /// On which sides of the site at `idx` its content stands. `has_topic`: words in front of it name the subject matter.
    fn sides(
        &self,
        idx: usize,
        before: Before,
        has_topic: bool,
        chooser: &mut impl Chooser,
    ) -> Sides {
        let (text, site) = (self.text, &self.sites[idx]);
        let start = text.sentence_tokens(site.head).start;
        let previous = idx.checked_sub(1).map(|p| &self.sites[p]).filter(|p| p.head >= start);
        let around = Surroundings { before, after: site.after(), previous, covered: self.covered };
        let question = Question::Sides(site, before);
        let chosen = chooser.choose(question, |out| describe_sides(text, site, &around, out));
        match Sides::ALL[chosen] {
            _ if site.cue == Cue::Words || opens_with_according(text, site) => Sides::Right,
            Sides::None if surely_reports(text, site) => Sides::Right,
            // What names the subject matter is said about, not said.
            Sides::Left if has_topic => Sides::None,
            Sides::Both if has_topic => Sides::Right,
            sides => sides,
        }
    }

    /// The claim of the site at `idx` with its content on `sides`.
    fn content(
        &self,
        idx: usize,
        left: &LeftContent,
        sides: Sides,
        chooser: &mut impl Chooser,
    ) -> Claim<'s> {
        let (text, site) = (self.text, &self.sites[idx]);
        let mut claim = Claim::new(site);
        if matches!(sides, Sides::Left | Sides::Both) {
            claim.left = left.choose(text, site, self.covered, chooser);
        }
        if matches!(sides, Sides::Right | Sides::Both) {
            // A quotation that is interrupted goes on as a quotation.
            let quoted =
                sides == Sides::Both && left.before == Before::Quotation || site.cue == Cue::Words;
            claim.right = right_content(text, site, quoted, &self.sites[idx + 1..], chooser);
        }
        if claim.right.as_ref().is_some_and(|right| names_listener(text, site, right)) {
            // "The talks go on, Lee told reporters."
            claim.right = None;
            if left.before == Before::Comma {
                claim.left = left.choose(text, site, self.covered, chooser);
            }
        }
        claim
    }

    /// Takes back the claims inside `left`, the content of another; or says no where one of them has the better right.
    fn makes_room_for(&mut self, left: &Range<usize>) -> bool {
        // "“We won,” Lee said, the agency reported": the statement is Lee's, not the agency's.
        let quotes = &self.text.quotes;
        let quoted =
            |earlier: &Claim| earlier.left.as_ref().is_some_and(|left| quotes.covers(left.start));
        let inside = |earlier: &&Claim| earlier.site.head >= left.start;
        let n_inside = self.claims.iter().rev().take_while(inside).count();
        let first = self.claims.len() - n_inside;
        let yields = !self.claims[first..].iter().any(quoted);
        if yields {
            self.claims.truncate(first);
        }
        yields
    }

    /// Gives `claim`, whose content is known, the words that name who said it.
    fn give_source(&self, claim: &mut Claim, chooser: &mut impl Chooser) {
        let source = sources::choose(self.text, claim, &self.claims, chooser);
        // "Lee called it a gift and said": Lee is the subject of both.
        let own = |source: &Candidate| match source.place {
            Place::Before | Place::Behind => true,
            Place::Clause | Place::Shared => claim.site.subject == Subject::Shared,
            Place::Nowhere => false,
        };
        claim.own_source = source.as_ref().is_some_and(own);
        claim.source = source.map(|source| source.tokens);
    }
}

/// Whether `right` is only to whom something is told, and when: "told reporters on Monday".
fn names_listener(text: &Text, site: &Site, right: &Range<usize>) -> bool {
    let listener = text.plain_phrase_after(right.start, right.end);
    site.lemma().text == "tell"
        && right.start == site.group.end
        && !right.clone().any(|at| text.quotes.covers(at) || text.looks_like_verb(at))
        && listener.is_some_and(|end| {
            end == right.end || text.words[end].class.is(Class::TIME | Class::PREPOSITION)
        })
        && !right.clone().any(|at| matches!(text.word(at), "about" | "of" | "to" | "that"))
}

/// What else the paragraph says behind a label in front of it: "Lee: The bridge is safe. We use it."
fn rest_of_label(text: &Text, claim: &Claim) -> Option<Range<usize>> {
    let site = claim.site;
    let sentence = text.sentence_tokens(site.head);
    let right = claim.right.as_ref().filter(|_| site.cue == Cue::Colon && claim.left.is_none())?;
    let paragraph =
        &text.prose.paragraphs[text.prose.sentences[text.sentence(site.head)].paragraph];
    let labels = site.subject == Subject::Name
        && site.start() == paragraph.start
        && !text.quotes.covers(right.start);
    let whole = right.end + 1 >= sentence.end && sentence.end + 1 < paragraph.end;
    (labels && whole).then_some(sentence.end..paragraph.end)
}

/// "According to Lee, …" opens a sentence for nothing else, whoever speaks in the rest of it.
fn opens_with_according(text: &Text, site: &Site) -> bool {
    let after = site.after();
    site.cue == Cue::According
        && text.begins_sentence(site.head)
        && text.is_comma(after)
        && after + 2 < text.sentence_tokens(site.head).end
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
    if !subject || after >= text.sentence_tokens(site.head).end {
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
    // "admitted he had": a pronoun and its verb behind the cue.
    let finite = |at: usize| {
        at < text.prose.tokens.len()
            && (text.words[at].class.is(Class::AUXILIARY) || text.looks_like_verb(at))
    };
    let pronoun = |at: usize| matches!(text.word(at), "he" | "she" | "they" | "it" | "we" | "I");
    let announces = text.kind(after) == TokenKind::Colon && text.opens_quotation(after + 1);
    announces && site.takes("quote")
        || site.takes("that") && (that(after) || site.takes("listener") && behind_listener())
        || site.takes("clause") && pronoun(after) && finite(after + 1)
}
