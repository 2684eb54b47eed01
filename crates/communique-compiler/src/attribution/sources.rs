//! Which words name who spoke: in comes a claim, out go the words chosen of those that may.
//!
//! Sites are found with a source that the words beside the verb suggest; where content stands is chosen in that
//! light. Once it is known, a better source may be at hand: the subject behind an insertion ("Lee, in a speech,
//! told the council"), that of the main clause ("Lee took the stage, saying"), that of the verb before ("called
//! the plan a gift and said"). All of these are offered.

use std::ops::Range;

use super::choices::{Chooser, Question, Sides, describe_sources};
use super::content::Claim;
use super::sites::{Mood, Subject};
use super::text::Text;
use super::words::Class;
use crate::tokens::TokenKind;

/// How far before its cue a source may start, in tokens.
const REACH: usize = 40;
/// The most candidates of one kind.
const MOST: usize = 10;

/// Words that may name the source of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) place: Place,
    pub(super) tokens: Range<usize>,
    /// Whether the grammar of the site suggests it.
    pub(super) suggested: bool,
}

/// Where words that may name a source stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Nowhere: the sentence does not say.
    Nowhere,
    /// From there to the cue.
    Before,
    /// Right behind the cue.
    Behind,
    /// The subject of another clause before the cue.
    Clause,
    /// The source of the claim before.
    Shared,
}

/// The source of `claim`, whose sides are chosen; `earlier` are the claims before it.
pub(super) fn choose(
    text: &Text,
    claim: &Claim,
    earlier: &[Claim],
    chooser: &mut impl Chooser,
) -> Option<Candidate> {
    let candidates = candidates(text, claim, earlier);
    let site = claim.site;
    let sides = match (&claim.left, &claim.right) {
        (Some(_), Some(_)) => Sides::Both,
        (Some(_), None) => Sides::Left,
        (None, Some(_)) => Sides::Right,
        (None, None) => Sides::None,
    };
    let idx = match candidates.len() {
        1 => 0,
        _ => chooser.choose(Question::Source(site, &candidates), |out| {
            describe_sources(text, site, sides, &candidates, out);
        }),
    };
    candidates.into_iter().nth(idx).filter(|chosen| chosen.place != Place::Nowhere)
}

/// All candidates: first what the site suggests, then nowhere, then the others from the nearest on.
fn candidates(text: &Text, claim: &Claim, earlier: &[Claim]) -> Vec<Candidate> {
    let site = claim.site;
    let mut all: Vec<Candidate> = Vec::with_capacity(2 * MOST);
    let place = match site.subject {
        Subject::Inverted => Place::Behind,
        _ => Place::Before,
    };
    if let Some(source) = &site.source {
        all.push(Candidate { place, tokens: source.clone(), suggested: true });
    }
    let suggested = site.source.is_none();
    all.push(Candidate { place: Place::Nowhere, tokens: 0..0, suggested });
    if site.form().is_none() {
        return all;
    }
    let mut add = |place, tokens: Range<usize>| {
        let known = |c: &Candidate| c.tokens == tokens && c.place == place;
        if !tokens.is_empty() && !all.iter().any(known) {
            all.push(Candidate { place, tokens, suggested: false });
        }
    };
    let sentence = text.sentence_tokens(site.head);
    let group = &site.group;
    let subjects = text.subjects(sentence.start..group.start);
    let loose =
        matches!(site.mood, Mood::Participle | Mood::Infinitive) || site.subject == Subject::Shared;
    if site.subject != Subject::Relative {
        let floor = claim.left.as_ref().map_or(sentence.start, |left| left.end).min(group.start);
        let floor = floor.max(sentence.start).max(group.start.saturating_sub(REACH));
        let unquoted = (floor..group.start).rev().take_while(|&at| !text.quotes.covers(at));
        // "Lee pointed to the ties, saying": all before the participle is a clause, and Lee its subject.
        let is_clause = |at: &usize| loose && subjects.iter().any(|s| s.start == *at);
        let starts = unquoted.filter(|&at| text.starts_phrase(at, sentence.start)).take(MOST);
        let starts = starts.filter(|at| !is_clause(at));
        starts.for_each(|start| add(Place::Before, start..group.start));
    }
    if claim.left.is_some()
        && let Some(behind) = text.phrase_after(group.end, sentence.end)
        && claim.right.as_ref().is_none_or(|right| right.start >= behind.end)
    {
        add(Place::Behind, behind);
    }
    let sharing = earlier.iter().rev().take_while(|c| c.site.head >= sentence.start);
    if let Some(source) = sharing.filter_map(|c| c.source.clone()).next() {
        add(Place::Shared, source);
    }
    for subject in subjects {
        add(Place::Clause, subject);
    }
    all
}

impl Text<'_> {
    /// Whether a phrase may start at token `at` of a sentence that starts at `start`.
    fn starts_phrase(&self, at: usize, start: usize) -> bool {
        let class = self.words[at].class;
        let token = self.prose.tokens[at];
        let possible = token.is_word() && token.kind != TokenKind::Clitic;
        if !possible || class.is(Class::RELATIVE | Class::AUXILIARY | Class::CONJUNCTION) {
            return false;
        }
        if at == start || !self.prose.tokens[at - 1].is_word() {
            return true;
        }
        let before = self.words[at - 1].class;
        let joins = Class::CONJUNCTION | Class::SUBORDINATOR | Class::PREPOSITION | Class::TIME;
        before.is(joins)
            || class.is(Class::DETERMINER | Class::SUBJECT)
            || token.is_capitalized() && !self.prose.tokens[at - 1].is_capitalized()
    }

    /// Phrases in `tokens` with a finite verb right behind, outside quotations: from the last to the first.
    fn subjects(&self, tokens: Range<usize>) -> Vec<Range<usize>> {
        let lowest = tokens.start.max(tokens.end.saturating_sub(2 * REACH));
        let mut found = Vec::new();
        for at in (lowest..tokens.end).rev() {
            if found.len() == MOST
                || !self.starts_phrase(at, tokens.start)
                || self.quotes.covers(at)
            {
                continue;
            }
            let class = self.words[at].class;
            let pronoun = class.is(Class::SUBJECT) && !class.is(Class::RELATIVE);
            let noun = class.is(Class::DETERMINER) || self.prose.tokens[at].is_capitalized();
            let end = if pronoun {
                at + 1
            } else if noun {
                let inside = |&at: &usize| {
                    at < tokens.end && self.is_nominal(at) && !self.looks_like_verb(at)
                };
                (at..).take_while(inside).last().map_or(at, |last| last + 1)
            } else {
                continue;
            };
            let verb = (end..tokens.end.min(end + 3))
                .find(|&at| !self.words[at].class.is(Class::ADVERB))
                .filter(|&at| {
                    self.words[at].class.is(Class::AUXILIARY) || self.looks_like_verb(at)
                });
            if end > at && verb.is_some() {
                found.push(at..end);
            }
        }
        found
    }
}
