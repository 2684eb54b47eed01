//! What a picture is made of: marks that lead somewhere, and words beside them.

use communique_engine::{Action, Layout, Question};
use communique_index::Facet;
use communique_words::say;

/// Statements behind one mark of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is called: "Ali Shamkhani, Terrorism: 6 statements".
    pub name: String,
    /// How many statements; never zero.
    pub count: usize,
    /// The steps from the present view to the list of these statements, and no other.
    pub steps: Vec<Action>,
}

/// A place with an extent, in units of the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// To the right.
    pub width: i32,
    /// Downwards.
    pub height: i32,
}

/// Words at a place; the place is that of the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// The words.
    pub text: String,
}

impl Mark {
    /// The statements of an answer that have all of `values`, under the name of what they are. `None` where no view shows
    /// just these, see [`Question::narrowed_to`], or there are none.
    pub(crate) fn of_values(
        question: &Question,
        values: &[(Facet, &str)],
        name: &str,
        count: usize,
    ) -> Option<Mark> {
        let steps = values.iter().map(|(facet, key)| question.narrowed_to(*facet, key));
        let steps = steps.collect::<Option<Vec<_>>>()?.concat();
        (count > 0).then(|| Mark::new(name, count, steps))
    }

    /// The mark whose list is found by `steps`.
    pub(crate) fn new(name: &str, count: usize, mut steps: Vec<Action>) -> Mark {
        steps.push(Action::LayOut(Layout::List));
        Mark { name: say::PICTURE_MARK.fill([name, &say::STATEMENTS.of(count)]), count, steps }
    }
}
