//! Named changes to a view. [`View::apply`] is the only way a view changes.

use communique_index::{Date, Facet};

use super::{Choice, KwicSort, Layout, Selection, Sort, View};

/// One step a reader takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Types another query; empty for none.
    SetQuery(String),
    /// Includes or excludes a facet value, by key, or takes the choice back.
    Choose(Facet, String, Choice),
    /// Takes back everything chosen of one facet.
    ClearFacet(Facet),
    /// Asks for all included values of a facet instead of any. Without effect on a facet of which a
    /// statement has only one value.
    MatchAll(Facet, bool),
    /// Sets the range of dates, both ends included.
    SetDates(Option<Date>, Option<Date>),
    /// Sets the first day, or takes it back.
    SetFrom(Option<Date>),
    /// Sets the last day, or takes it back.
    SetTo(Option<Date>),
    /// Sets the order; `None` for the default.
    SortBy(Option<Sort>),
    /// Lays the answer out in another way.
    LayOut(Layout),
    /// Shows statements that say the same as one, or each by itself.
    Fold(bool),
    /// Sorts concordance lines; `None` for the order of the answer.
    SortKwic(Option<KwicSort>),
    /// Compares two speakers, by key; `None` for the two who say most. Without effect where one is not named.
    Compare(Option<[String; 2]>),
    /// Opens a document, by file name.
    OpenDocument(String),
    /// Singles out a statement, by id, or none.
    SingleOut(Option<String>),
    /// Closes the open document and lets go of the statement.
    Close,
    /// Takes back query, selections and dates; order and layout stay.
    Clear,
}

impl View {
    /// The view after one step.
    #[must_use]
    pub fn apply(&self, action: Action) -> View {
        let mut view = self.clone();
        let question = &mut view.question;
        match action {
            Action::SetQuery(query) => question.query = query,
            Action::Choose(facet, key, choice) => choose(&mut view, facet, key, choice),
            Action::ClearFacet(facet) => question.selections[facet] = Selection::default(),
            Action::MatchAll(facet, all) => {
                question.selections[facet].all = all && facet.is_multivalued();
            }
            Action::SetDates(from, to) => (question.from, question.to) = (from, to),
            Action::SetFrom(from) => question.from = from,
            Action::SetTo(to) => question.to = to,
            Action::SortBy(sort) => question.sort = sort,
            Action::LayOut(layout) => view.layout = layout,
            Action::Fold(fold) => view.fold = fold,
            Action::SortKwic(sort) => view.kwic_sort = sort,
            Action::Compare(Some(pair)) if pair.iter().any(String::is_empty) => {}
            Action::Compare(pair) => view.compared = pair,
            Action::OpenDocument(document) => view.document = non_empty(document),
            Action::SingleOut(statement) => view.statement = statement.and_then(non_empty),
            Action::Close => (view.document, view.statement) = (None, None),
            Action::Clear => {
                let sort = question.sort;
                *question = super::Question { sort, ..Default::default() };
            }
        }
        view
    }
}

/// Country codes and kinds are lower case in every pack, so `US` is taken as `us`. An empty key names nothing.
fn choose(view: &mut View, facet: Facet, key: String, choice: Choice) {
    let key = match facet {
        Facet::Country | Facet::SpeakerCountry | Facet::Kind => key.to_ascii_lowercase(),
        Facet::Speaker
        | Facet::Theme
        | Facet::Outlet
        | Facet::Year
        | Facet::Listener
        | Facet::Cue => key,
    };
    if !key.is_empty() {
        view.question.selections[facet].set(key, choice);
    }
}

fn non_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
