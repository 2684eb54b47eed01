//! What to take back so that an empty answer is no longer empty.

use communique_index::Facet;

use crate::Query;
use crate::engine::{Engine, ValueLabel};
use crate::search::evaluate::{everything, matches};
use crate::search::filter::Filter;
use crate::search::plan::Plan;
use crate::view::{Action, Choice, Question, View};

/// One step back that gives statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// What is taken back.
    pub obstacle: Obstacle,
    /// The step.
    pub action: Action,
    /// How many statements the view then has; never zero.
    pub n_statements: usize,
}

/// A part of a question that leaves statements out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The query.
    Query,
    /// A chosen value, included or excluded.
    Value(ValueLabel, Choice),
    /// Several chosen values of one facet together.
    Facet(Facet),
    /// Asking for all included values of a facet rather than any.
    All(Facet),
    /// The range of dates.
    Dates,
}

impl Engine {
    /// The single steps back from a question that lead to statements, in the order of the question's parts:
    /// query, facets, dates. Costs one answer without counts for each part.
    pub fn ways_out(&self, question: &Question) -> Vec<WayOut> {
        let view = View { question: question.clone(), ..View::default() };
        self.obstacles(question)
            .into_iter()
            .filter_map(|(obstacle, action)| {
                let n_statements = self.n_answers(view.apply(action.clone()).question());
                (n_statements > 0).then_some(WayOut { obstacle, action, n_statements })
            })
            .collect()
    }

    fn obstacles(&self, question: &Question) -> Vec<(Obstacle, Action)> {
        let mut obstacles = Vec::new();
        if question.has_query() {
            obstacles.push((Obstacle::Query, Action::SetQuery(String::new())));
        }
        for (facet, selection) in question.selections.iter() {
            for (key, choice) in selection.iter() {
                let label = self.label(facet, key);
                let value = ValueLabel { facet, key: key.to_owned(), label };
                let action = Action::Choose(facet, key.to_owned(), Choice::Neutral);
                obstacles.push((Obstacle::Value(value, choice), action));
            }
            if selection.iter().count() > 1 {
                obstacles.push((Obstacle::Facet(facet), Action::ClearFacet(facet)));
            }
            if selection.all() && selection.included().count() > 1 {
                obstacles.push((Obstacle::All(facet), Action::MatchAll(facet, false)));
            }
        }
        if question.has_dates() {
            obstacles.push((Obstacle::Dates, Action::SetDates(None, None)));
        }
        obstacles
    }

    /// How many statements answer a question.
    pub fn n_answers(&self, question: &Question) -> usize {
        let pack = self.pack();
        let (query, _) = Query::parse(&question.query);
        let (plan, _) = Plan::new(pack, self.patterns(), &query);
        let candidates = plan.map_or_else(|| everything(pack), |plan| matches(pack, &plan));
        let filter = Filter::new(pack, question);
        candidates.iter().filter(|s| filter.passes(s.statement)).count()
    }
}
