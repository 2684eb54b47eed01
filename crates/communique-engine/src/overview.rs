//! What a corpus holds at a glance, and questions to begin with.

use communique_index::corpus::Kind;
use communique_index::facet::UNRESOLVED;
use communique_index::{Date, DocumentIdx, Facet, ValueIdx};

use crate::Answer;
use crate::answer::Totals;
use crate::engine::{Engine, ValueLabel};
use crate::view::{Action, Choice, View};

/// What a reader asks by first.
const FIRST_MET: [Facet; 3] = [Facet::Speaker, Facet::Country, Facet::Theme];

/// A corpus in a few figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Everything there is.
    pub totals: Totals,
    /// Speakers with a name.
    pub n_speakers: usize,
    /// Countries spoken about.
    pub n_countries: usize,
    /// Day of the earliest and of the latest dated document; `None` where none has a date.
    pub days: Option<(Date, Date)>,
    /// For speaker, country and theme the values most said, highest count first, at most [`N_MOST_SAID`] of each.
    pub most_said: Vec<(Facet, Vec<(ValueLabel, u32)>)>,
    /// Questions that this corpus answers, each of another form; none of them twice.
    pub examples: Vec<Example>,
}

/// How many values of a facet an overview names.
pub const N_MOST_SAID: usize = 5;

/// A question that has an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The steps that lead to it from everything.
    pub actions: Vec<Action>,
    /// How many statements answer it; never zero.
    pub n_statements: usize,
}

impl Example {
    /// The question as a view.
    pub fn view(&self) -> View {
        View::default().after(self.actions.clone())
    }
}

impl Engine {
    /// What the corpus holds. Costs a few answers, so it is asked for once and not with every view.
    pub fn overview(&self) -> Overview {
        let everything = self.answer(View::default().question());
        let dates = || {
            let document = |idx| self.pack().document_date(DocumentIdx::from(idx));
            (0..self.n_documents()).filter_map(document)
        };
        Overview {
            totals: everything.totals,
            n_speakers: self.values_said(&everything, Facet::Speaker).len(),
            n_countries: self.values_said(&everything, Facet::Country).len(),
            days: dates().min().zip(dates().max()),
            most_said: FIRST_MET
                .map(|facet| (facet, self.with_counts(&everything, facet)))
                .into_iter()
                .filter(|(_, values)| !values.is_empty())
                .collect(),
            examples: self.examples(&everything),
        }
    }

    /// The values most said of `facet`, with their counts.
    fn with_counts(&self, everything: &Answer, facet: Facet) -> Vec<(ValueLabel, u32)> {
        let labelled = |key: String| {
            let value = self.pack().find_value(facet, &key)?;
            let label = self.label(facet, &key);
            let count = everything.facets[facet][value.get()].count;
            Some((ValueLabel { facet, key, label }, count))
        };
        let keys = self.values_said(everything, facet).into_iter().take(N_MOST_SAID);
        keys.filter_map(labelled).collect()
    }

    /// The most said in four forms: who on which country, whose direct words on a theme, two countries together,
    /// and a theme without the speaker heard most on it.
    fn examples(&self, everything: &Answer) -> Vec<Example> {
        let country = self.most_said(everything, Facet::Country, &[]);
        let speaker = self.most_said(everything, Facet::Speaker, &[]);
        let mut themes = self.values_said(everything, Facet::Theme).into_iter();
        let (theme, other_theme) = (themes.next(), themes.next());
        let forms = [
            speaker
                .and_then(|key| self.narrowed(vec![include(Facet::Speaker, key)], Facet::Country)),
            theme.and_then(|key| {
                let direct = include(Facet::Kind, Kind::Direct.key().to_owned());
                self.narrowed(vec![include(Facet::Theme, key), direct], Facet::Speaker)
            }),
            country.and_then(|key| {
                let both = Action::MatchAll(Facet::Country, true);
                self.narrowed(vec![include(Facet::Country, key), both], Facet::Country)
            }),
            other_theme.and_then(|key| {
                let theme = include(Facet::Theme, key);
                let on_it = self.answer(View::default().apply(theme.clone()).question());
                let most = self.most_said(&on_it, Facet::Speaker, &[])?;
                Some(vec![theme, Action::Choose(Facet::Speaker, most, Choice::Excluded)])
            }),
        ];
        let mut examples: Vec<Example> = Vec::new();
        for actions in forms.into_iter().flatten() {
            let view = View::default().after(actions.clone());
            let n_statements = self.n_answers(view.question());
            if n_statements > 0 && examples.iter().all(|example| example.view() != view) {
                examples.push(Example { actions, n_statements });
            }
        }
        examples
    }

    /// `actions` and the choice of the value of `facet` that most of their statements have beside what is chosen;
    /// `None` where they have no other.
    fn narrowed(&self, mut actions: Vec<Action>, facet: Facet) -> Option<Vec<Action>> {
        let view = View::default().after(actions.clone());
        let chosen: Vec<&str> = view.question().selections[facet].included().collect();
        let most = self.most_said(&self.answer(view.question()), facet, &chosen)?;
        actions.push(include(facet, most));
        Some(actions)
    }

    /// The value of `facet` that most statements of an answer have, but for those in `except`.
    fn most_said(&self, answer: &Answer, facet: Facet, except: &[&str]) -> Option<String> {
        // A facet's counts leave out its own choice, so the statements themselves are asked.
        let mut counts = vec![0_u32; self.pack().n_values(facet)];
        for statement in &answer.statements {
            for value in self.pack().statement_values(facet, *statement) {
                counts[value.get()] += 1;
            }
        }
        self.ranked(facet, &counts).into_iter().find(|key| !except.contains(&key.as_str()))
    }

    /// Keys of the values of `facet` that any statement of an answer has, most said first.
    fn values_said(&self, answer: &Answer, facet: Facet) -> Vec<String> {
        let counts: Vec<u32> = answer.facets[facet].iter().map(|value| value.count).collect();
        self.ranked(facet, &counts)
    }

    /// Keys of the values with a count, highest first, ties in the order of the labels; nobody is not a speaker.
    fn ranked(&self, facet: Facet, counts: &[u32]) -> Vec<String> {
        let pack = self.pack();
        let mut said: Vec<ValueIdx> = (0..)
            .map(ValueIdx)
            .zip(counts)
            .filter(|(_, n)| **n > 0)
            .map(|(value, _)| value)
            .collect();
        let count = |value: ValueIdx| counts[value.get()];
        said.sort_by_key(|value| (u32::MAX - count(*value), pack.value_rank(facet, *value)));
        let keys = said.into_iter().map(|value| pack.value_key(facet, value));
        keys.filter(|key| *key != UNRESOLVED).map(str::to_owned).collect()
    }
}

fn include(facet: Facet, key: String) -> Action {
    Action::Choose(facet, key, Choice::Included)
}

#[cfg(test)]
mod tests {
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;

    fn engine(said: &[Said]) -> Engine {
        Engine::open(pack::write(&corpus(said))).expect("a sound pack")
    }

    #[test]
    fn examples_take_the_most_said_and_all_have_answers() {
        let engine = engine(&[
            Said::new("a.txt", "ada", "“one”").about("gb fr").on("trade").dated("2020-01-02"),
            Said::new("a.txt", "ada", "two").about("gb").on("trade"),
            Said::new("a.txt", "ada", "three").on("trade"),
            Said::new("b.txt", "bob", "four").about("fr").on("peace").dated("2021-03-04"),
            Said::new("b.txt", "bob", "five").on("peace"),
            Said::new("b.txt", "cem", "six").about("gb").on("peace"),
            Said::new("c.txt", "", "seven").on("trade"),
        ]);
        let overview = engine.overview();
        assert_eq!((overview.n_speakers, overview.n_countries), (3, 2));
        assert_eq!(overview.days, Date::new(2020, 1, 2).zip(Date::new(2021, 3, 4)));
        let most: Vec<_> = overview
            .most_said
            .iter()
            .map(|(facet, values)| {
                (*facet, values.iter().map(|(value, n)| (value.label.as_str(), *n)).collect())
            })
            .collect();
        let expected: [(Facet, Vec<(&str, u32)>); 3] = [
            (Facet::Speaker, vec![("Ada", 3), ("Bob", 2), ("Cem", 1)]),
            (Facet::Country, vec![("Gb", 3), ("Fr", 2)]),
            (Facet::Theme, vec![("Trade", 4), ("Peace", 3)]),
        ];
        assert_eq!(most, expected);
        let asked = |example: &Example| (example.view().encode(), example.n_statements);
        let asked: Vec<_> = overview.examples.iter().map(asked).collect();
        let expected = [
            ("speaker=ada&country=gb", 2),
            ("speaker=ada&theme=trade&kind=direct", 1),
            ("country=fr,gb&country-all=1", 1),
            ("speaker=!bob&theme=peace", 1),
        ];
        assert_eq!(asked, expected.map(|(address, n)| (address.to_owned(), n)));
        for example in &overview.examples {
            let answer = engine.answer(example.view().question());
            assert_eq!(answer.statements.len(), example.n_statements);
            assert!(example.n_statements > 0);
        }
    }

    #[test]
    fn an_empty_corpus_has_nothing_to_ask() {
        let overview = engine(&[]).overview();
        assert_eq!((overview.days, overview.examples), (None, vec![]));
        let nobody = engine(&[Said::new("a.txt", "", "words")]).overview();
        assert_eq!((nobody.n_speakers, nobody.examples), (0, vec![]));
    }
}
