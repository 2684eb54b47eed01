//! Sources that are pronouns: "he" and "she" take up the heaviest person, "it" the body that spoke last.

use std::ops::Range;

use communique_index::corpus::{Confidence, Via};
use communique_words::say;

use super::{Answer, Resolver};
use crate::people::Gender;
use crate::people::cast::{MemberIdx, MemberKind};
use crate::resolution::article::normalized;
use crate::resolution::discourse::{Candidate, Place, Reference};

impl Resolver<'_> {
    /// The person of that gender who is talked about most at token `at`; of equal ones, nobody. `named` are those
    /// whom the statement names: few speak of themselves by name, so that these give way to others of that gender.
    pub(in crate::resolution) fn by_pronoun(
        &self,
        gender: Gender,
        tokens: &Range<usize>,
        at: usize,
        named: &[MemberIdx],
    ) -> Answer {
        let words = normalized(self.article.words_of(tokens));
        let sentence = self.article.sentence_of(at);
        let mut candidates = self.discourse.candidates(&self.article.cast, sentence, Some(gender));
        let others = |c: &Candidate| !named.contains(&c.member);
        let known = |c: &Candidate| self.article.cast[c.member].gender.is_some();
        if candidates.iter().any(|c| others(c) && known(c)) {
            candidates.retain(others);
        }
        let Some(best) = candidates.first() else {
            let step = say::STEP_NOBODY_BEFORE.told([&words]);
            return Answer::unresolved(Via::Pronoun, step);
        };
        let rival = candidates.get(1);
        if rival.is_some_and(|r| r.weight == best.weight) {
            let equal = candidates.iter().filter(|c| c.weight == best.weight);
            let names: Vec<&str> = equal.map(|c| self.name_of(c)).collect();
            let step = say::STEP_EQUAL.told([&words, &names.join(", ")]);
            return Answer::unresolved(Via::Pronoun, step);
        }
        let confidence = match rival {
            None => Confidence::High,
            Some(rival) if 2 * rival.weight <= best.weight => Confidence::Medium,
            Some(_) => Confidence::Low,
        };
        let step = self.takes_up(&words, best, sentence);
        let mut answer = Answer::resolved(best.member, Via::Pronoun, confidence, step);
        if let Some(rival) = rival.filter(|r| r.best.token > best.best.token) {
            let line = self.article.line_of(rival.best.token);
            let name = self.name_of(rival);
            answer.steps.push(say::STEP_WEIGHS_LESS.told([name, &line.to_string()]));
        }
        answer
    }

    /// The step from a pronoun in `sentence` to `candidate`, with the reference that weighs most.
    fn takes_up(&self, words: &str, candidate: &Candidate, sentence: usize) -> String {
        let reference = candidate.best;
        let what = match reference.place {
            Place::Source => say::STEP_SPEAKS,
            Place::Subject => say::STEP_IS_SUBJECT,
            Place::Other | Place::Owner => say::STEP_IS_NAMED,
            Place::Content | Place::Quoted => say::STEP_IS_SPOKEN_OF,
        };
        let (what, line) = (what.told_within(), self.article.line_of(reference.token).to_string());
        let name = self.name_of(candidate);
        match sentence - reference.sentence.min(sentence) {
            0 => say::STEP_TAKES_UP_SAME.told([words, name, &what, &line]),
            1 => say::STEP_TAKES_UP_BEFORE.told([words, name, &what, &line]),
            n => say::STEP_TAKES_UP_EARLIER.told([words, name, &what, &n.to_string(), &line]),
        }
    }

    /// "The German": whoever is talked about most, if nobody comes near.
    pub(super) fn by_epithet(&self, words: &str, at: usize) -> Answer {
        let sentence = self.article.sentence_of(at);
        let candidates = self.discourse.candidates(&self.article.cast, sentence, None);
        let clear = |rest: &[Candidate], best: &Candidate| {
            rest.first().is_none_or(|rival| 2 * rival.weight <= best.weight)
        };
        match candidates.split_first().filter(|(best, rest)| clear(rest, best)) {
            Some((best, _)) => {
                let step = self.takes_up(words, best, sentence);
                Answer::resolved(best.member, Via::Role, Confidence::Medium, step)
            }
            None => Answer::unresolved(Via::Role, say::STEP_NOBODY_STANDS_OUT.told([words])),
        }
    }

    /// "it": the last source, if that is a body.
    pub(super) fn by_it(&self, words: &str) -> Answer {
        let last = self.discourse.last_source();
        // A name of one word that nothing makes a man or a woman can be a firm's.
        let is_body = |r: &Reference| {
            let member = &self.article.cast[r.member];
            member.kind == MemberKind::Body || member.words.len() == 1 && member.gender.is_none()
        };
        match last.filter(is_body) {
            Some(last) => {
                let name = &self.article.cast[last.member].name;
                let line = self.article.line_of(last.token);
                let step = say::STEP_BODY_SPEAKS.told([words, name, &line.to_string()]);
                Answer::resolved(last.member, Via::Pronoun, Confidence::Medium, step)
            }
            None => Answer::unresolved(Via::Pronoun, say::STEP_NO_BODY.told([words])),
        }
    }

    fn name_of(&self, candidate: &Candidate) -> &str {
        &self.article.cast[candidate.member].name
    }
}
