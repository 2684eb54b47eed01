//! The countries, themes and listeners of a statement, put right one by one: those that it has can be unticked, and those
//! that it lacks named.

use leptos::prelude::*;

use communique_index::pack::Pack;
use communique_index::{Facet, StatementIdx, ValueIdx};
use communique_ui::Reading;
use communique_words::say;

use super::Field;

/// Id of the list of names that the field before it may hold. There is one at a time.
pub(super) const NAMES: &str = "known-names";

/// What a reader has filled in about a facet of a statement.
#[derive(Clone, Copy)]
pub(super) struct Values {
    /// Which facet.
    pub(super) facet: Facet,
    statement: StatementIdx,
    pack: &'static Pack,
    /// Names of the values that the statement has and should not, in order.
    wrong: RwSignal<Vec<String>>,
    /// Names of those that it lacks, with `;` between.
    missing: RwSignal<String>,
}

impl Values {
    pub(super) fn new(facet: Facet, statement: StatementIdx) -> Self {
        let (wrong, missing) = (RwSignal::new(Vec::new()), RwSignal::new(String::new()));
        Self { facet, statement, pack: Reading::expect().engine.pack(), wrong, missing }
    }

    /// The values that do not belong, as `corrections.toml` calls them.
    pub(super) fn wrong_names(&self) -> Vec<String> {
        self.wrong.get()
    }

    /// The values that are missing, as `corrections.toml` calls them, or else as they were typed.
    pub(super) fn missing_names(&self) -> Vec<String> {
        let (pack, facet) = (self.pack, self.facet);
        let typed = self.missing.get();
        let names = typed.split(';').map(str::trim).filter(|name| !name.is_empty());
        let in_file = |name: &str| {
            let mut known = (0..pack.n_values(facet)).map(ValueIdx::from);
            let known = known.find(|idx| pack.value_label(facet, *idx) == name);
            known.map_or_else(|| name.to_owned(), |idx| name_in_file(pack, facet, idx))
        };
        names.map(in_file).collect()
    }

    /// Notes whether the value called `name` belongs.
    fn tick(&self, name: &str, belongs: bool) {
        self.wrong.update(|wrong| {
            wrong.retain(|other| other != name);
            if !belongs {
                wrong.push(name.to_owned());
            }
        });
    }
}

/// What `corrections.toml` calls a value: a country by its letters, a theme by its id, a person by name.
fn name_in_file(pack: &Pack, facet: Facet, idx: ValueIdx) -> String {
    if facet == Facet::Country {
        pack.value_key(facet, idx).to_uppercase()
    } else if facet == Facet::Theme {
        pack.value_key(facet, idx).to_owned()
    } else {
        pack.value_label(facet, idx).to_owned()
    }
}

/// The values of the statement, each to be unticked, and a field for those it lacks.
#[component]
pub(super) fn ValuesForm(values: Values) -> impl IntoView {
    let (pack, facet) = (values.pack, values.facet);
    let own = pack.statement_values(facet, values.statement).map(|idx| {
        let (name, label) = (name_in_file(pack, facet, idx), pack.value_label(facet, idx).to_owned());
        let belongs = !values.wrong.read_untracked().contains(&name);
        let change = move |event| values.tick(&name, event_target_checked(&event));
        view! { <label><input type="checkbox" prop:checked=belongs on:change=change /> {label}</label> }
    });
    let own = own.collect_view();
    let group = (!own.is_empty()).then(|| {
        view! {
            <p class="wrong__note" id="wrong-own">{say::WRONG_OWN.text()}</p>
            <div class="wrong__kinds" role="group" aria-labelledby="wrong-own">{own}</div>
        }
    });
    // Whoever speaks may have been spoken to.
    let known = if facet == Facet::Listener { Facet::Speaker } else { facet };
    view! {
        {group}
        <Field value=values.missing label=say::WRONG_MISSING list=NAMES />
        <Names of=known />
    }
}

/// The names that the collection knows: of speakers, countries or themes.
#[component]
pub(super) fn Names(of: Facet) -> impl IntoView {
    let pack = Reading::expect().engine.pack();
    let name = |idx: usize| {
        let label = pack.value_label(of, idx.into()).to_owned();
        view! { <option value=label></option> }
    };
    let names = (0..pack.n_values(of)).map(name).collect_view();
    view! { <datalist id=NAMES>{names}</datalist> }
}
