//! The "A" of an interview: whom the words in front of the first question are about.

use communique_index::corpus::{Confidence, Via};
use communique_words::say;

use super::{Answer, Resolver};
use crate::people::cast::{MemberIdx, MemberKind};

/// Offices of those who ask.
const ASKING: &[&str] = &[
    "reporter",
    "correspondent",
    "editor",
    "journalist",
    "interviewer",
    "moderator",
    "host",
    "anchor",
    "columnist",
    "writer",
];

impl Resolver<'_> {
    /// The person whom the article refers to most before token `at`, where the first answer stands, if it refers to
    /// nobody else half as often. Who asks for a living is not who answers.
    pub(super) fn by_interview(&mut self, words: &str, at: usize) -> Answer {
        let interviewee = self.interviewee.unwrap_or_else(|| self.most_referred_to());
        self.interviewee = Some(interviewee);
        match interviewee {
            Some(member) => {
                let name = &self.article.cast[member].name;
                let line = self.article.line_of(at).to_string();
                let step = say::STEP_INTERVIEW.told([words, name, &line]);
                Answer::resolved(member, Via::Role, Confidence::Medium, step)
            }
            None => Answer::unresolved(Via::Role, say::STEP_WHO_ANSWERS.told([words])),
        }
    }

    fn most_referred_to(&self) -> Option<MemberIdx> {
        let counts = self.discourse.counts().into_iter();
        let mut counts = counts.filter(|&(member, _)| self.may_answer(member));
        let (best, n_best) = counts.next()?;
        counts.next().is_none_or(|(_, n)| 2 * n <= n_best).then_some(best)
    }

    fn may_answer(&self, member: MemberIdx) -> bool {
        let member = &self.article.cast[member];
        let asks = |noun: &str| ASKING.contains(&noun);
        let mut offices = member.descriptions(&self.article.names);
        member.kind == MemberKind::Person && !offices.any(|(_, office)| asks(&office.noun))
    }
}
