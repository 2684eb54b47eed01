//! Who is being talked about: the references of an article in order, and which of them a pronoun or a bare role
//! takes up.
//!
//! The method is Lappin and Leass's (1994): every reference gives its person a weight by its place in the
//! sentence, weights halve from sentence to sentence, and the heaviest person that agrees in gender wins. Who
//! spoke weighs most, then subjects; names inside of what somebody said weigh least, so that "he" after
//! "Lee praised Ray" is Lee.

use crate::people::Gender;
use crate::people::cast::{Cast, MemberIdx, MemberKind};

/// Where in its sentence somebody is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// As the source of a statement.
    Source,
    /// As the subject of a verb.
    Subject,
    /// Elsewhere: object, after a preposition.
    Other,
    /// As an owner, or in front of a noun: "Lee’s plan".
    Owner,
    /// Inside the content of a statement, not quoted.
    Content,
    /// Inside quotation marks.
    Quoted,
}

impl Place {
    /// The weights were set on the train split of PolNeAR; only their order matters much.
    fn weight(self) -> u32 {
        match self {
            Place::Source => 1200,
            Place::Subject => 800,
            Place::Other => 300,
            Place::Owner => 250,
            Place::Content => 120,
            Place::Quoted => 40,
        }
    }
}

/// One reference.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// To whom.
    pub member: MemberIdx,
    /// Index of its sentence.
    pub sentence: usize,
    /// Its first token.
    pub token: usize,
    /// How it stands in its sentence.
    pub place: Place,
}

/// How many sentences back a pronoun looks.
const REACH: usize = 14;
/// How many references back it looks at most, so that the cost stays linear.
const MOST: usize = 80;

/// A person a pronoun may mean.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Who.
    pub member: MemberIdx,
    /// How much speaks for them.
    pub weight: u32,
    /// The reference that weighs most.
    pub best: Reference,
}

/// The references so far, in order of their tokens.
#[derive(Debug, Default)]
pub struct Discourse {
    references: Vec<Reference>,
}

impl Discourse {
    /// Adds a reference behind all others.
    pub fn add(&mut self, reference: Reference) {
        self.references.push(reference);
    }

    /// How often each person or body was referred to so far, the most often first; of equal ones the first.
    pub fn counts(&self) -> Vec<(MemberIdx, usize)> {
        let mut counts: Vec<(MemberIdx, usize)> = Vec::new();
        for reference in &self.references {
            match counts.iter_mut().find(|(member, _)| *member == reference.member) {
                Some((_, n)) => *n += 1,
                None => counts.push((reference.member, 1)),
            }
        }
        counts.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
        counts
    }

    /// The last reference as a source.
    pub fn last_source(&self) -> Option<Reference> {
        self.references.iter().rev().find(|r| r.place == Place::Source).copied()
    }

    /// The last subject or source in `sentence`.
    pub fn last_subject(&self, sentence: usize) -> Option<Reference> {
        let own = self.references.iter().rev().take_while(|r| r.sentence == sentence);
        own.copied().find(|r| matches!(r.place, Place::Source | Place::Subject))
    }

    /// The persons a word in `sentence` can take up, heaviest first, equal ones by nearness.
    pub fn candidates(
        &self,
        cast: &Cast,
        sentence: usize,
        gender: Option<Gender>,
    ) -> Vec<Candidate> {
        let mut found: Vec<(Candidate, usize, u32)> = Vec::new();
        let back = self.references.iter().rev().take(MOST);
        for &reference in back.take_while(|r| sentence - r.sentence.min(sentence) <= REACH) {
            let member = &cast[reference.member];
            let person = member.kind == MemberKind::Person;
            if !person || disagree(member.gender, gender) {
                continue;
            }
            let distance = sentence - reference.sentence.min(sentence);
            let mut weight = reference.place.weight() >> distance.min(12);
            // Somebody of unknown gender may be no person at all.
            if gender.is_some() && member.gender.is_none() {
                weight /= 2;
            }
            let known = found.iter_mut().find(|(c, ..)| c.member == reference.member);
            match known {
                // A sentence counts once, by its heaviest reference.
                Some((candidate, last, in_last)) => {
                    if *last == reference.sentence {
                        if weight > *in_last {
                            candidate.weight += weight - *in_last;
                            *in_last = weight;
                        }
                    } else {
                        candidate.weight += weight;
                        (*last, *in_last) = (reference.sentence, weight);
                    }
                    if reference.place.weight() >> distance.min(12)
                        > candidate.best.place.weight()
                            >> (sentence - candidate.best.sentence.min(sentence)).min(12)
                    {
                        candidate.best = reference;
                    }
                }
                None => {
                    let candidate = Candidate { member: reference.member, weight, best: reference };
                    found.push((candidate, reference.sentence, weight));
                }
            }
        }
        let mut candidates: Vec<Candidate> = found.into_iter().map(|(c, ..)| c).collect();
        // Stable: of equal weights the nearer stays first.
        candidates.sort_by_key(|c| std::cmp::Reverse(c.weight));
        candidates
    }
}

fn disagree(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a != b)
}
