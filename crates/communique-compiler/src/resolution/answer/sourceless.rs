//! Attributions without a source of their own: the subject of the sentence answers, or the attribution they go
//! with lends its answer.

use communique_index::corpus::{Confidence, Via};
use communique_words::say;

use super::{Answer, Resolver};
use crate::attribution::Attribution;
use crate::reading::Reading;
use crate::resolution::article::normalized;

impl Resolver<'_> {
    /// Whom a cue at `at` without a source goes with: the last subject of its sentence before it. "Lee took the
    /// stage, saying …"
    pub(in crate::resolution) fn by_subject(&self, at: usize) -> Option<Answer> {
        let subject = self.discourse.last_subject(self.article.sentence_of(at))?;
        let line = self.article.line_of(at);
        let name = &self.article.cast[subject.member].name;
        let step = say::STEP_SUBJECT.told([name, &line.to_string()]);
        Some(Answer::resolved(subject.member, Via::Implied, Confidence::Medium, step))
    }
}

/// Fills in the missing `answers`, one for each of `attributions`: each gets that of the attribution it goes with
/// ([`Attribution::source_from`]), over others that have none either, or is unresolved.
pub(in crate::resolution) fn lend_answers(
    reading: &Reading,
    attributions: &[Attribution],
    mut answers: Vec<Option<Answer>>,
) -> Vec<Answer> {
    for a in 0..answers.len() {
        if answers[a].is_some() {
            continue;
        }
        // A chain is as long as the attributions at most; a ring ends it.
        let mut from = attributions[a].source_from;
        let mut steps_left = answers.len();
        while let Some(b) =
            from.filter(|&b| b < answers.len() && answers[b].is_none() && steps_left > 0)
        {
            from = attributions[b].source_from;
            steps_left -= 1;
        }
        let lender = from.and_then(|b| Some((b, answers.get(b)?.as_ref()?)));
        answers[a] = Some(match lender {
            Some((b, lender)) => lent(lender, reading.slice(attributions[b].cue)),
            None => Answer::unresolved(Via::Implied, say::STEP_NO_SOURCE.told()),
        });
    }
    answers.into_iter().flatten().collect()
}

/// The answer of the attribution with that cue, for one that goes with it.
fn lent(lender: &Answer, cue: &str) -> Answer {
    let mut steps = vec![say::STEP_GOES_WITH.told([&normalized(cue)])];
    steps.extend(lender.steps.iter().cloned());
    Answer { via: Via::Implied, steps, ..lender.clone() }
}
