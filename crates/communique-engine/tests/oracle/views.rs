//! Random views over any corpus, and what the query of each wants.

use communique_engine::{Action, Choice, Sort, View};
use communique_index::fixture::Random;
use communique_index::{Corpus, Date, Facet};

use crate::wanted::Wanted;

/// What the queries and dates of random views are made of.
pub(crate) struct Vocabulary {
    /// The first ones come up more often.
    pub(crate) words: &'static [&'static str],
    /// Where there are none, phrases are made of any words.
    pub(crate) phrases: &'static [&'static [&'static str]],
    pub(crate) prefixes: &'static [&'static str],
    pub(crate) suffixes: &'static [&'static str],
    pub(crate) patterns: &'static [&'static str],
    pub(crate) fields: &'static [(Facet, &'static str)],
    /// As a query has them.
    pub(crate) dates: &'static [&'static str],
    /// Where ranges begin and end.
    pub(crate) days: &'static [&'static str],
}

/// Makes random views over a corpus.
pub(crate) struct Views<'r> {
    pub(crate) random: &'r mut Random,
    pub(crate) vocabulary: &'static Vocabulary,
}

impl Views<'_> {
    /// A view, and what its query wants.
    pub(crate) fn view(&mut self, corpus: &Corpus) -> (View, Option<Wanted>) {
        let mut actions = Vec::new();
        for facet in Facet::ALL {
            let n_chosen = if self.random.one_in(5) { 1 + self.random.below(3) } else { 0 };
            for _ in 0..n_chosen {
                let keys = &corpus.facet_values[facet];
                let key = match keys.is_empty() || self.random.one_in(8) {
                    true => "nowhere".to_owned(),
                    false => keys[self.random.below(keys.len())].key.clone(),
                };
                let choice =
                    if self.random.one_in(3) { Choice::Excluded } else { Choice::Included };
                actions.push(Action::Choose(facet, key, choice));
            }
            if self.random.one_in(4) {
                actions.push(Action::MatchAll(facet, true));
            }
        }
        if self.random.one_in(4) {
            actions.push(Action::SetDates(self.day(), self.day()));
        }
        let sorts = [None, None, Some(Sort::Relevance), Some(Sort::Newest), Some(Sort::Oldest)];
        let more_sorts = [Some(Sort::Speaker), Some(Sort::Document)];
        actions.push(Action::SortBy(self.random.pick(&[&sorts[..], &more_sorts].concat())));
        let wanted = (!self.random.one_in(3)).then(|| self.wanted(2));
        if let Some(wanted) = &wanted {
            actions.push(Action::SetQuery(wanted.written()));
        }
        (View::default().after(actions), wanted)
    }

    /// The end of a range, or none.
    fn day(&mut self) -> Option<Date> {
        let days = self.vocabulary.days;
        let day = self.random.below(days.len() + 1);
        Date::parse(days.get(day)?)
    }

    fn wanted(&mut self, depth: usize) -> Wanted {
        let vocabulary = self.vocabulary;
        let kind = self.random.below(if depth == 0 { 9 } else { 13 });
        let several = |views: &mut Self| {
            let n = 2 + views.random.below(2);
            (0..n).map(|_| views.wanted(depth - 1)).collect()
        };
        match kind {
            0 | 1 => Wanted::Word(self.pick_word()),
            2 => self.phrase(),
            3 => Wanted::Prefix(self.random.pick(vocabulary.prefixes)),
            4 | 5 => {
                let (facet, key) = self.random.pick(vocabulary.fields);
                Wanted::Value(facet, key)
            }
            6 => Wanted::Suffix(self.random.pick(vocabulary.suffixes)),
            7 => Wanted::Pattern(self.random.pick(vocabulary.patterns)),
            8 => Wanted::Near(self.placed(), self.random.below(6) as u32, self.placed()),
            9 => Wanted::Not(Box::new(self.wanted(depth - 1))),
            10 => Wanted::Date(self.random.pick(vocabulary.dates)),
            11 => Wanted::Or(several(self)),
            _ => Wanted::And(several(self)),
        }
    }

    /// What can stand beside NEAR.
    fn placed(&mut self) -> Box<Wanted> {
        Box::new(match self.random.below(4) {
            0 => self.phrase(),
            1 => Wanted::Prefix(self.random.pick(self.vocabulary.prefixes)),
            _ => Wanted::Word(self.pick_word()),
        })
    }

    fn phrase(&mut self) -> Wanted {
        let n_words = 1 + self.random.below(3);
        Wanted::Phrase(match self.vocabulary.phrases {
            [] => (0..n_words).map(|_| self.pick_word()).collect(),
            phrases => self.random.pick(phrases).to_vec(),
        })
    }

    fn pick_word(&mut self) -> &'static str {
        let words = self.vocabulary.words;
        let (a, b) = (self.random.below(words.len()), self.random.below(words.len()));
        words[a.min(b)]
    }
}
