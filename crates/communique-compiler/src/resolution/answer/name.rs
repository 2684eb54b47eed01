//! Sources that name: a name mention, words that became a member's name, and "who" behind a name.

use std::ops::Range;

use communique_index::corpus::{Confidence, Via};
use communique_words::say;

use super::{Answer, Resolver};
use crate::people::names::NameKind;

impl Resolver<'_> {
    /// The member of name mention `i`.
    pub(super) fn by_name(&self, i: usize, words: &str) -> Answer {
        let name = &self.article.names[i];
        let member = self.article.cast.of(i).or_else(|| self.named.get(&name.name.start).copied());
        let Some(member) = member else {
            return Answer::unresolved(Via::Name, say::STEP_UNKNOWN.told([words]));
        };
        let cast = &self.article.cast;
        let step = if cast[member].words.len() == name.name_words(self.article.prose).len() {
            say::STEP_NAMES.told([words, &cast[member].name])
        } else {
            let first = cast[member].full.map(|m| &self.article.names[m]);
            let line = first.map_or(0, |m| self.article.line_of(m.name.start));
            say::STEP_SHORT.told([words, &cast[member].name, &line.to_string()])
        };
        let answer = Answer::resolved(member, Via::Name, Confidence::High, step);
        Answer { mention: Some(i), ..answer }
    }

    /// The member that the words at `tokens` became before the walk.
    pub(super) fn by_words(&self, tokens: &Range<usize>, words: &str) -> Answer {
        match self.named.get(&tokens.start) {
            Some(&member) => {
                let step = say::STEP_UNDER_THAT_NAME.told([words]);
                Answer::resolved(member, Via::Name, Confidence::High, step)
            }
            None => Answer::unresolved(Via::Name, say::STEP_UNKNOWN.told([words])),
        }
    }

    /// "who" at token `at`: the name right in front, or in front of what is said about it.
    pub(super) fn by_relative(&self, words: &str, at: usize) -> Answer {
        let names = &self.article.names;
        let before = names.partition_point(|m| m.name.end <= at);
        let gap = |i: usize, end: usize| {
            let gap = end.min(at)..at;
            names[i].sentence == self.article.sentence_of(at)
                && gap.len() <= 1
                && gap.clone().all(|t| !self.article.prose.tokens[t].is_word())
        };
        let described = |&i: &usize| names[i].after.as_ref().is_some_and(|d| gap(i, d.tokens.end));
        let plain = |&i: &usize| gap(i, names[i].name.end) && names[i].kind != NameKind::Place;
        let nearest = (0..before).rev().take(3);
        let mention = nearest.clone().find(described).or_else(|| nearest.clone().find(plain));
        match mention.and_then(|i| self.article.cast.of(i)) {
            Some(member) => {
                let step = say::STEP_BELONGS.told([words, &self.article.cast[member].name]);
                let answer = Answer::resolved(member, Via::Pronoun, Confidence::High, step);
                Answer { mention, ..answer }
            }
            None => Answer::unresolved(Via::Pronoun, say::STEP_NO_NAME.told([words])),
        }
    }
}
