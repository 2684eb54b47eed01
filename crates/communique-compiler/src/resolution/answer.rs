//! One source and what is known where it stands, to one answer: whom it means, how, how surely, and in which
//! steps.
//!
//! [`Resolver`] is that knowledge. The [walk](super::walk) feeds it with references in the order of the text and
//! asks it about sources. What a name, a role or a pronoun means has a module each; each of them also words the
//! steps that a reader is shown. A source that fits nobody, or several alike, is answered, too: unresolved.

mod interview;
mod name;
mod pronoun;
mod role;
mod sourceless;

use std::collections::HashMap;
use std::ops::Range;

use communique_index::corpus::{Confidence, Via};
use communique_words::say;

use super::Finding;
use super::article::{Article, normalized};
use super::discourse::{Discourse, Place, Reference};
use super::place::{place_of_name, place_of_pronoun};
use super::role::{Found, Holder, find_holder};
use super::source::SourceForm;
use crate::gazetteer::CountryKey;
use crate::people::Gender;
use crate::people::cast::MemberIdx;
use crate::people::roles::Description;

pub(super) use sourceless::lend_answers;

/// Whom one source means.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    /// `None`: not resolved.
    pub member: Option<MemberIdx>,
    pub via: Via,
    pub confidence: Confidence,
    /// The mention whose own description is the office, for names.
    pub mention: Option<usize>,
    /// From the source to the member: told texts.
    pub steps: Vec<String>,
}

impl Answer {
    fn unresolved(via: Via, step: String) -> Self {
        Self { member: None, via, confidence: Confidence::Low, mention: None, steps: vec![step] }
    }

    /// The same source, meaning nobody after all, for the reason that `step` tells.
    pub(super) fn take_back(&mut self, step: String) {
        self.steps.push(step);
        (self.member, self.mention, self.confidence) = (None, None, Confidence::Low);
    }

    fn resolved(member: MemberIdx, via: Via, confidence: Confidence, step: String) -> Self {
        Self { member: Some(member), via, confidence, mention: None, steps: vec![step] }
    }
}

/// What is known at one point of the walk.
pub(super) struct Resolver<'a> {
    article: &'a Article<'a>,
    /// Members that no name mention names, by the first token of the source that does.
    named: &'a HashMap<usize, MemberIdx>,
    holders: Vec<Holder<'a>>,
    discourse: Discourse,
    /// Whom the interview is with, once an answer has asked for it.
    interviewee: Option<Option<MemberIdx>>,
    /// Sources that mean somebody and are left unresolved.
    pub findings: Vec<Finding>,
    /// Countries that roles said of persons: "the Irish president" tells whose president Lee is.
    pub countries: HashMap<MemberIdx, CountryKey>,
}

impl<'a> Resolver<'a> {
    /// Knows nothing of the text yet.
    pub(super) fn new(
        article: &'a Article<'a>,
        named: &'a HashMap<usize, MemberIdx>,
        holders: Vec<Holder<'a>>,
    ) -> Self {
        let (discourse, interviewee, findings, countries) = Default::default();
        Self { article, named, holders, discourse, interviewee, findings, countries }
    }

    /// Takes note that token `token` refers to `member`.
    pub(super) fn refer(&mut self, member: MemberIdx, token: usize, place: Place) {
        let sentence = self.article.sentence_of(token);
        self.discourse.add(Reference { member, sentence, token, place });
    }

    /// Takes note of name mention `i`, which is no source.
    pub(super) fn see_name(&mut self, i: usize) {
        let Some(member) = self.article.cast.of(i) else { return };
        let name = &self.article.names[i];
        self.refer(member, name.name.start, place_of_name(self.article, name));
    }

    /// Takes note of "he" or "she" at token `at`, which is no source.
    pub(super) fn see_pronoun(&mut self, gender: Gender, at: usize) {
        let sentence = self.article.sentence_of(at);
        let candidates = self.discourse.candidates(&self.article.cast, sentence, Some(gender));
        if let Some(heaviest) = candidates.first() {
            self.refer(heaviest.member, at, place_of_pronoun(self.article, at));
        }
    }

    /// Takes note of a role at token `at`, which is a subject and no source.
    pub(super) fn see_role(&mut self, role: &Description, at: usize) {
        if let Found::One { member, .. } = self.holder(role, at) {
            self.refer(member, at, Place::Subject);
        }
    }

    /// Whom the source `form` at `tokens` means; `at` is the token that refers.
    pub(super) fn answer(&mut self, tokens: &Range<usize>, form: &SourceForm, at: usize) -> Answer {
        let words = normalized(self.article.words_of(tokens));
        match form {
            SourceForm::Name(i) => self.by_name(*i, &words),
            SourceForm::Body(body) | SourceForm::Words(body) => self.by_words(body, &words),
            SourceForm::Pronoun(gender) => self.by_pronoun(*gender, tokens, at, &[]),
            SourceForm::Epithet => self.by_epithet(&words, at),
            SourceForm::Answerer => self.by_interview(&words, at),
            SourceForm::Role(role) => self.by_role(role, &words, at, tokens),
            SourceForm::BodyNoun(noun) => self.by_body_noun(noun, &words, at),
            SourceForm::It => self.by_it(&words),
            SourceForm::Relative => self.by_relative(&words, tokens.start),
            SourceForm::Group => Answer::unresolved(Via::Role, say::STEP_SEVERAL.told([&words])),
            SourceForm::Other => Answer::unresolved(Via::Role, say::STEP_NOBODY.told([&words])),
        }
    }

    fn holder(&self, role: &Description, at: usize) -> Found<'a> {
        let sentence = self.article.sentence_of(at);
        find_holder(self.article, &self.holders, &self.discourse, role, sentence, at)
    }
}
