//! The selections and the range of dates of a question, as tests of one statement.

use communique_index::pack::{Column, Places};
use communique_index::{Date, Facet, FacetMap, Pack, StatementIdx};

use communique_words::say;

use super::evaluate::in_range;
use crate::Diagnostic;
use crate::view::{Choice, Question, Selection};
use crate::words::facet_bare;

/// The tests of a question. Only facets with a selection have one.
pub(crate) struct Filter<'p> {
    facets: Vec<FacetFilter<'p>>,
    dates: Option<(Option<Date>, Option<Date>)>,
    places: Places<'p>,
}

struct FacetFilter<'p> {
    facet: Facet,
    column: Column<'p>,
    /// By [`ValueIdx`](communique_index::ValueIdx).
    choices: Vec<Choice>,
    /// Included values, those included that the corpus does not have.
    n_included: usize,
    all: bool,
}

/// Which tests a statement fails: a bit for each facet, one for the dates.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failed(u16);

impl<'p> Filter<'p> {
    pub(crate) fn new(pack: &'p Pack, question: &Question) -> Self {
        let facets = question
            .selections
            .iter()
            .filter(|(_, selection)| !selection.is_empty())
            .map(|(facet, selection)| FacetFilter::new(pack, facet, selection))
            .collect();
        let dates = question.has_dates().then_some((question.from, question.to));
        Self { facets, dates, places: pack.places() }
    }

    /// Whether a statement fails no test; later tests wait for the earlier ones.
    pub(crate) fn passes(&self, statement: StatementIdx) -> bool {
        let date = || self.places.date(statement);
        self.facets.iter().all(|filter| filter.passes(statement))
            && self.dates.is_none_or(|(from, to)| in_range(date(), from, to))
    }

    pub(crate) fn failed(&self, statement: StatementIdx) -> Failed {
        let mut failed = Failed::NONE;
        for filter in &self.facets {
            if !filter.passes(statement) {
                failed.0 |= Failed::of(filter.facet).0;
            }
        }
        if let Some((from, to)) = self.dates
            && !in_range(self.places.date(statement), from, to)
        {
            failed.0 |= Failed::DATES.0;
        }
        failed
    }
}

impl Failed {
    pub(crate) const NONE: Failed = Failed(0);
    pub(crate) const DATES: Failed = Failed(1 << Facet::ALL.len());

    pub(crate) fn of(facet: Facet) -> Failed {
        Failed(1 << facet as u16)
    }

    /// The facet whose test fails, where no other does.
    pub(crate) fn only_facet(self) -> Option<Facet> {
        let is_one = self.0.is_power_of_two();
        Facet::ALL.get(self.0.trailing_zeros() as usize).copied().filter(|_| is_one)
    }
}

impl<'p> FacetFilter<'p> {
    fn new(pack: &'p Pack, facet: Facet, selection: &Selection) -> Self {
        let mut choices = vec![Choice::Neutral; pack.n_values(facet)];
        for (key, choice) in selection.iter() {
            if let Some(value) = pack.find_value(facet, key) {
                choices[value.get()] = choice;
            }
        }
        Self {
            facet,
            column: pack.column(facet),
            choices,
            n_included: selection.included().count(),
            all: selection.all(),
        }
    }

    fn passes(&self, statement: StatementIdx) -> bool {
        let mut n_found = 0;
        for value in self.column.values(statement) {
            match self.choices[value.get()] {
                Choice::Neutral => {}
                Choice::Included => n_found += 1,
                Choice::Excluded => return false,
            }
        }
        match self.all {
            true => n_found == self.n_included,
            false => n_found > 0 || self.n_included == 0,
        }
    }
}

/// Values chosen that the corpus does not have.
pub(crate) fn unknown_values(pack: &Pack, selections: &FacetMap<Selection>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (facet, selection) in selections.iter() {
        for (key, choice) in selection.iter() {
            if pack.find_value(facet, key).is_none() {
                let sign = if choice == Choice::Excluded { "!" } else { "" };
                let part = format!("{}={sign}{key}", facet.key());
                let message = say::ODD_KEY.fill([facet_bare(facet), key]);
                diagnostics.push(Diagnostic::address(&part, message));
            }
        }
    }
    diagnostics
}
