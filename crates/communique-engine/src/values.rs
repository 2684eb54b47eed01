//! Looking for a value inside a facet, and why a value has no statements.

use communique_index::analysis::words;
use communique_index::{Facet, ValueIdx};

use crate::engine::Engine;
use crate::view::{Action, Choice, Question, View};
use crate::ways_out::{Obstacle, WayOut};

/// Why a facet value has the count 0 in a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyZero {
    /// Each of these parts of the question alone takes all its statements away: taking one back, and choosing
    /// the value alone of its facet, gives statements.
    Each(Vec<WayOut>),
    /// Several parts of the question do so together, and none alone.
    Together,
    /// No statement of the corpus has it.
    Nowhere,
}

impl Engine {
    /// The values of `facet` that `typed` can mean, in dictionary order: each word typed begins a word of the
    /// label, or of one and the same alias. Case, accents and apostrophes do not matter. All of them where no
    /// word is typed. Costs a look at every name.
    pub fn find_values(&self, facet: Facet, typed: &str) -> Vec<ValueIdx> {
        let folded = |text: &str| {
            // Capitals set some words apart in articles (US); whoever looks for a name need not know.
            words(text).map(|word| word.term.to_ascii_lowercase()).collect::<Vec<_>>()
        };
        let wanted = folded(typed);
        let is_called = |name: &str| {
            let name = folded(name);
            wanted.iter().all(|word| name.iter().any(|other| other.starts_with(word)))
        };
        let is_meant = |idx: &ValueIdx| self.value(facet, *idx).names().any(is_called);
        (0..self.pack().n_values(facet)).map(ValueIdx::from).filter(is_meant).collect()
    }

    /// Why the value `key` of `facet` counts no statements. Costs as [`Engine::ways_out`]; for a value with
    /// statements it says nothing of use.
    pub fn why_zero(&self, question: &Question, facet: Facet, key: &str) -> WhyZero {
        let view = View { question: question.clone(), ..View::default() };
        let choose = Action::Choose(facet, key.to_owned(), Choice::Included);
        let alone = view.after([Action::ClearFacet(facet), choose.clone()]);
        let of_corpus = View::default().apply(choose);
        if self.n_answers(of_corpus.question()) == 0 {
            return WhyZero::Nowhere;
        }
        let mut ways = self.ways_out(alone.question());
        ways.retain(|way| match &way.obstacle {
            Obstacle::Value(value, _) => value.facet != facet,
            Obstacle::Facet(other) | Obstacle::All(other) => *other != facet,
            Obstacle::Query | Obstacle::Dates => true,
        });
        match ways.is_empty() {
            true => WhyZero::Together,
            false => WhyZero::Each(ways),
        }
    }
}
