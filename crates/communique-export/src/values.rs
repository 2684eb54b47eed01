//! The values of a facet as its list on the page has them: those that were typed for, with their counts, and why a
//! count is zero.

use communique_engine::{Action, Choice, Obstacle, View, WayOut, WhyZero};
use communique_index::Facet;
use serde_json::{Value, json};

use crate::Export;

impl Export<'_> {
    /// The values of `facet` that `typed` can mean, all of them where it is empty: `value`, `label`, `count`, `state`
    /// (`included`, `excluded` or `null`), and for a count of zero `why`: a `reason`, which is `each` where each of
    /// some parts of the view alone takes all its statements away, `together` where only several do so, `nowhere` where
    /// no statement of the collection has it; and under `ways` for each such part what it is (`without`, as in an
    /// address), the `address` of the view with the value and without that part, and its `total`.
    pub fn values(self, facet: Facet, typed: &str) -> Vec<Value> {
        let value = |idx| {
            let value = self.engine.value(facet, idx);
            let row = &self.answer.facets[facet][idx.get()];
            let state = match row.choice {
                Choice::Neutral => None,
                Choice::Included => Some("included"),
                Choice::Excluded => Some("excluded"),
            };
            let why = (row.count == 0).then(|| self.why_zero(facet, &value.key));
            json!({
                "value": value.key,
                "label": value.label,
                "count": row.count,
                "state": state,
                "why": why,
            })
        };
        self.engine.find_values(facet, typed).into_iter().map(value).collect()
    }

    fn why_zero(&self, facet: Facet, key: &str) -> Value {
        let choose = Action::Choose(facet, key.to_owned(), Choice::Included);
        let alone = self.view.after([Action::ClearFacet(facet), choose]);
        let way = |way: &WayOut| {
            json!({
                "without": part(&way.obstacle),
                "total": way.n_statements,
                "address": format!("{}?{}", self.site, alone.apply(way.action.clone()).encode()),
            })
        };
        let (reason, ways) = match self.engine.why_zero(&self.answer.question, facet, key) {
            WhyZero::Each(ways) => ("each", ways.iter().map(way).collect()),
            WhyZero::Together => ("together", Vec::new()),
            WhyZero::Nowhere => ("nowhere", Vec::new()),
        };
        json!({ "reason": reason, "ways": ways })
    }
}

/// A part of a view, as it stands in an address.
fn part(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Query => "q".to_owned(),
        Obstacle::Value(value, choice) => {
            View::default().apply(Action::Choose(value.facet, value.key.clone(), *choice)).encode()
        }
        Obstacle::Facet(facet) => facet.key().to_owned(),
        Obstacle::All(facet) => facet.all_key().to_owned(),
        Obstacle::Dates => "from,to".to_owned(),
    }
}
