//! The choices that attribution leaves to weights, and who makes them: in comes a question with the description of
//! each option, out goes the option taken.
//!
//! How options are described has a module for each kind of question; all speak in the words of `atoms`.

mod atoms;
mod ends;
mod links;
mod sides;
mod sources;
mod starts;

use std::ops::Range;

use super::sites::Site;
use super::sources::Candidate;
use super::weights::{Atom, Options, Weights};

pub(super) use ends::describe_ends;
pub(super) use links::{Linking, describe_link};
pub(super) use sides::{Surroundings, describe_sides};
pub(super) use sources::describe_sources;
pub(super) use starts::{describe_left_starts, describe_starts};

/// One choice. Positions are indices of tokens.
#[derive(Clone, Copy, Debug)]
pub(super) enum Question<'q> {
    /// On which sides of this site does content stand? The options are [`Sides::ALL`].
    Sides(&'q Site, Before),
    /// Where behind the cue does content start?
    Start(&'q Site, &'q [usize]),
    /// Where does the content behind the cue end?
    End(&'q Site, &'q [usize]),
    /// Where does the content before the cue start?
    LeftStart(&'q Site, &'q [usize]),
    /// Which words name who said what this site reports?
    Source(&'q Site, &'q [Candidate]),
    /// Does this quotation belong to the statement of this site? No, yes.
    Link(&'q Site, &'q Range<usize>),
}

/// On which sides of a cue content stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides {
    /// It is no cue.
    None,
    Left,
    Right,
    Both,
}

impl Sides {
    pub(super) const ALL: [Sides; 4] = [Sides::None, Sides::Left, Sides::Right, Sides::Both];

    pub(super) fn atom(self) -> Atom<'static> {
        match self {
            Sides::None => const { Atom::new("none") },
            Sides::Left => const { Atom::new("left") },
            Sides::Right => const { Atom::new("right") },
            Sides::Both => const { Atom::new("both") },
        }
    }
}

/// Who answers questions: the weights, or gold when they are learned.
pub(super) trait Chooser {
    /// The index of the option taken of those that `describe` describes.
    fn choose(&mut self, question: Question, describe: impl FnOnce(&mut Options)) -> usize;
}

/// Answers with weights.
pub(super) struct Weighing<'w> {
    weights: &'w Weights,
    options: Options,
}

impl<'w> Weighing<'w> {
    pub(super) fn by(weights: &'w Weights) -> Self {
        Self { weights, options: Options::default() }
    }
}

impl Chooser for Weighing<'_> {
    fn choose(&mut self, _: Question, describe: impl FnOnce(&mut Options)) -> usize {
        self.options.clear();
        describe(&mut self.options);
        self.weights.best(&self.options)
    }
}

/// What stands before a source, as far as it may be content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    /// A quotation, and nothing else.
    Quotation,
    /// Something that ends in a quotation.
    QuotationTail,
    /// A sentence that ends in a quotation with a full stop.
    QuotationSentence,
    /// A sentence that ends in a quotation with a question mark or exclamation mark.
    QuotedQuestion,
    Comma,
    Adverbial,
    Dash,
}

impl Before {
    fn atom(self) -> Atom<'static> {
        match self {
            Before::Nothing => const { Atom::new("nothing") },
            Before::Quotation => const { Atom::new("quotation") },
            Before::QuotationTail => const { Atom::new("tail") },
            Before::QuotationSentence => const { Atom::new("sentence") },
            Before::QuotedQuestion => const { Atom::new("asked") },
            Before::Comma => const { Atom::new("comma") },
            Before::Adverbial => const { Atom::new("adverbial") },
            Before::Dash => const { Atom::new("dash") },
        }
    }
}
