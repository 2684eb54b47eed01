//! Sources that are roles ("the top Irish diplomat") and common nouns for bodies ("the ministry").

use std::ops::Range;

use communique_index::corpus::{Confidence, Via};
use communique_words::say;

use super::{Answer, Resolver};
use crate::people::cast::{MemberIdx, MemberKind};
use crate::people::roles::Description;
use crate::people::words::Words;
use crate::resolution::Finding;
use crate::resolution::article::normalized;
use crate::resolution::role::Found;

/// Common nouns for bodies whose names do not end in them.
const ANY_BODY: &[&str] = &["company", "firm", "group", "organization", "organisation"];
/// Last words of the names of such bodies.
const FIRMS: &[&str] =
    &["holdings", "plc", "inc.", "corp.", "ltd.", "llc", "co.", "partners", "industries"];

/// How many sentences back a common noun for a body looks for its name.
const NEAR: usize = 8;

impl Resolver<'_> {
    /// The person whose office `role` can mean; where it fits several, that is a finding for the publisher.
    pub(super) fn by_role(
        &mut self,
        role: &Description,
        words: &str,
        at: usize,
        tokens: &Range<usize>,
    ) -> Answer {
        match self.holder(role, at) {
            Found::One { member, office, listed, alone } => {
                if let Some(country) = role.country {
                    self.countries.entry(member).or_insert(country);
                }
                let name = &self.article.cast[member].name;
                let step = if listed {
                    say::STEP_LISTED_OFFICE.told([words, name])
                } else {
                    let line = self.article.line_of(office.tokens.start);
                    let office = normalized(self.article.words_of(&office.tokens));
                    say::STEP_OFFICE.told([words, name, &office, &line.to_string()])
                };
                let confidence = if alone { Confidence::High } else { Confidence::Medium };
                Answer::resolved(member, Via::Role, confidence, step)
            }
            Found::Several(members) => self.by_role_of_several(&members, words, tokens),
            Found::Nobody => Answer::unresolved(Via::Role, say::STEP_NO_OFFICE.told([words])),
        }
    }

    fn by_role_of_several(
        &mut self,
        members: &[MemberIdx],
        words: &str,
        tokens: &Range<usize>,
    ) -> Answer {
        let names: Vec<&str> =
            members.iter().map(|&m| self.article.cast[m].name.as_str()).collect();
        let message = format!(
            "source “{words}” fits {} speakers ({}), left unresolved; add an alias in lexicon/speakers.toml",
            members.len(),
            names.join(", ")
        );
        let span = self.article.prose.span(tokens);
        self.findings.push(Finding { span, message });
        Answer::unresolved(Via::Role, say::STEP_ALIKE.told([words, &names.join(", ")]))
    }

    /// "The ministry": the last body named before whose name ends in that noun.
    pub(super) fn by_body_noun(&self, noun: &[String], words: &str, at: usize) -> Answer {
        let names = &self.article.names;
        let before = names.partition_point(|m| m.name.start < at);
        // Far back there may be others of the kind that the article does not name.
        let sentence = self.article.sentence_of(at);
        let near = (0..before).rev().take_while(|&i| names[i].sentence + NEAR >= sentence);
        let fits = |member: MemberIdx| {
            let body = &self.article.cast[member];
            body.kind == MemberKind::Body
                && body.words.last() == noun.last()
                && noun.iter().all(|w| body.words.contains(w))
        };
        let mut members = near.filter_map(|i| Some((i, self.article.cast.of(i)?)));
        match members.find(|&(_, member)| fits(member)) {
            Some((i, member)) => {
                let line = self.article.line_of(names[i].name.start);
                let name = &self.article.cast[member].name;
                let step = say::STEP_BODY.told([words, name, &line.to_string()]);
                Answer::resolved(member, Via::Role, Confidence::Medium, step)
            }
            None => self
                .by_common_body(noun, words)
                .unwrap_or_else(|| Answer::unresolved(Via::Role, say::STEP_WHOSE.told([words]))),
        }
    }

    /// "The company", "the group": the body that spoke last, if its name does not call it something else.
    fn by_common_body(&self, noun: &[String], words: &str) -> Option<Answer> {
        let [noun] = noun else { return None };
        let last = self.discourse.last_source().filter(|_| ANY_BODY.contains(&noun.as_str()))?;
        let body = &self.article.cast[last.member];
        let other = body.words.last().is_some_and(|word| {
            word != noun
                && Words::builtin().body_heads.contains(word)
                && !FIRMS.contains(&word.as_str())
        });
        if body.kind != MemberKind::Body || other {
            return None;
        }
        let line = self.article.line_of(last.token);
        let step = say::STEP_BODY_SPEAKS.told([words, &body.name, &line.to_string()]);
        Some(Answer::resolved(last.member, Via::Role, Confidence::Medium, step))
    }
}
