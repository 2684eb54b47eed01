//! The steps from a view to the part of its answer that has one more value: where a mark of a picture leads.

use communique_index::Facet;

use super::{Action, Choice, Question};

impl Question {
    /// The steps after which those statements of the present answer remain, and no other, that have the
    /// value `key` of `facet`.
    ///
    /// `None` where no selection says so: for a value that is not among those chosen of a facet whose
    /// statements have one value, or where two or more of several are asked for *either*; and for an excluded one.
    pub fn narrowed_to(&self, facet: Facet, key: &str) -> Option<Vec<Action>> {
        let selection = &self.selections[facet];
        let choose = |choice| Action::Choose(facet, key.to_owned(), choice);
        let n_included = selection.included().count();
        match selection.choice(key) {
            Choice::Excluded => None,
            // All of them have it.
            Choice::Included if selection.all() => Some(Vec::new()),
            Choice::Included => {
                let others = selection.included().filter(|other| *other != key);
                let let_go = |other: &str| Action::Choose(facet, other.to_owned(), Choice::Neutral);
                Some(others.map(let_go).collect())
            }
            Choice::Neutral if n_included == 0 => Some(vec![choose(Choice::Included)]),
            Choice::Neutral if facet.is_multivalued() && (n_included == 1 || selection.all()) => {
                Some(vec![choose(Choice::Included), Action::MatchAll(facet, true)])
            }
            Choice::Neutral => None,
        }
    }
}
