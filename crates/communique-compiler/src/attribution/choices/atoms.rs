//! The words that options are described in: what stands at a token, what a site is, lengths and flags, each as an
//! [`Atom`] that is hashed once.

use std::ops::Range;

use crate::attribution::lexicon::Form;
use crate::attribution::sites::{Mood, Site, Subject};
use crate::attribution::text::Text;
use crate::attribution::weights::Atom;
use crate::attribution::words::Class;

/// The name of a feature's template, hashed when compiled.
macro_rules! t {
    ($name:literal) => {
        const { $crate::attribution::weights::Atom::new($name) }
    };
}
pub(super) use t;

/// A length in tokens, coarse where it is long.
pub(super) fn length(n: usize) -> Atom<'static> {
    const LENGTHS: [Atom; 12] = [
        Atom::new("0"),
        Atom::new("1"),
        Atom::new("2"),
        Atom::new("3"),
        Atom::new("4"),
        Atom::new("5"),
        Atom::new("7"),
        Atom::new("10"),
        Atom::new("15"),
        Atom::new("25"),
        Atom::new("40"),
        Atom::new("more"),
    ];
    LENGTHS[match n {
        0..=5 => n,
        6..=7 => 6,
        8..=10 => 7,
        11..=15 => 8,
        16..=25 => 9,
        26..=40 => 10,
        _ => 11,
    }]
}

pub(super) fn flag(on: bool) -> Atom<'static> {
    if on { t!("yes") } else { t!("no") }
}

pub(super) const NONE: Atom<'static> = Atom::new("none");

impl<'a> Text<'a> {
    pub(super) fn atom(&self, at: usize) -> Atom<'a> {
        match self.prose.tokens.get(at) {
            None => NONE,
            Some(token) if token.is_word() => self.atoms[at],
            Some(_) => self.gists[at],
        }
    }

    pub(super) fn gist(&self, at: usize) -> Atom<'a> {
        self.gists.get(at).copied().unwrap_or(NONE)
    }

    pub(super) fn shape(&self, at: usize) -> Atom<'static> {
        self.shapes.get(at).copied().unwrap_or(NONE)
    }

    /// The token before `at`, if it stands in the same paragraph.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| self.same_paragraph(before, at))
    }

    pub(super) fn gist_before(&self, at: usize) -> Atom<'a> {
        self.before(at).map_or(NONE, |before| self.gist(before))
    }

    pub(super) fn shape_before(&self, at: usize) -> Atom<'static> {
        self.before(at).map_or(NONE, |before| self.shape(before))
    }

    pub(super) fn atom_before(&self, at: usize) -> Atom<'a> {
        self.before(at).map_or(NONE, |before| self.atom(before))
    }
}

impl Text<'_> {
    /// Whether the first finite verb of `tokens` is in the present: "said it is late and expressed …".
    pub(super) fn first_tense(&self, mut tokens: Range<usize>) -> Atom<'static> {
        let finite = tokens.find_map(|at| match self.word(at) {
            "is" | "are" | "has" | "have" | "will" | "can" | "do" | "does" | "may" | "must"
            | "should" => Some(t!("present")),
            "was" | "were" | "had" | "would" | "could" | "did" | "might" => Some(t!("past")),
            _ => None,
        });
        finite.unwrap_or(NONE)
    }

    /// Whether the word at `at` is, or looks like, a finite verb.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.words[at].class.is(Class::AUXILIARY) && !self.is_possessive(at)
            || self.looks_like_verb(at)
    }

    /// What `tokens` are, between two places where content may end: a clause with or without a subject of its own,
    /// a relative clause, a participle, or words without a verb.
    pub(super) fn sort_of(&self, tokens: Range<usize>) -> Atom<'static> {
        let mut words = tokens.filter(|&at| self.prose.tokens[at].is_word());
        let joins = Class::CONJUNCTION | Class::ADVERB;
        let Some(first) = words.find(|&at| !self.words[at].class.is(joins)) else {
            return t!("none");
        };
        let class = self.words[first].class;
        let mut behind = std::iter::once(first).chain(words);
        if class.is(Class::RELATIVE) {
            t!("relative")
        } else if class.is(Class::SUBJECT) {
            t!("pronoun")
        } else if class.is(Class::SUBORDINATOR) && !class.is(Class::PREPOSITION) {
            t!("subordinate")
        } else if self.word(first).ends_with("ing") {
            t!("participle")
        } else if self.is_verb(first) {
            t!("verb")
        } else if class.is(Class::PREPOSITION) {
            if behind.any(|at| self.is_verb(at)) {
                t!("prepositional-verb")
            } else {
                t!("prepositional")
            }
        } else if behind.any(|at| self.is_verb(at)) {
            t!("clause")
        } else {
            t!("rest")
        }
    }

    /// What kind of clause a site stands in, by the word in front of its source: "Although Lee says", "what Lee
    /// called", "and Lee said".
    pub(super) fn clause_of(&self, site: &Site) -> Atom<'_> {
        let start = site.start();
        let sentence = self.sentence_tokens(site.head).start;
        if start == sentence { t!("first") } else { self.gist_before(start) }
    }

    /// Whether the first finite verb of `tokens` is in the present.
    pub(in crate::attribution) fn speaks_of_present(&self, tokens: Range<usize>) -> bool {
        self.first_tense(tokens).text == "present"
    }
}

impl Site {
    pub(super) fn form_name(&self) -> Atom<'static> {
        match self.form().map(|form| form.form) {
            Some(Form::Base) => t!("base"),
            Some(Form::Third) => t!("third"),
            Some(Form::Past) => t!("past"),
            Some(Form::Ing) => t!("ing"),
            None => t!("none"),
        }
    }

    pub(super) fn mood_name(&self) -> Atom<'static> {
        match self.mood {
            Mood::Finite => t!("finite"),
            Mood::Modal => t!("modal"),
            Mood::Passive => t!("passive"),
            Mood::Participle => t!("participle"),
            Mood::Infinitive => t!("infinitive"),
            Mood::Negated => t!("negated"),
        }
    }

    pub(super) fn subject_name(&self) -> Atom<'static> {
        match self.subject {
            Subject::Pronoun => t!("pronoun"),
            Subject::Relative => t!("relative"),
            Subject::Name => t!("name"),
            Subject::Noun => t!("noun"),
            Subject::Inverted => t!("inverted"),
            Subject::Shared => t!("shared"),
            Subject::Governed => t!("governed"),
            Subject::Absent => t!("absent"),
        }
    }
}
