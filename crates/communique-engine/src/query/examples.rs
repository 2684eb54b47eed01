//! Examples of the query language in the words of a corpus, so that each of them finds something in it.

use std::collections::BTreeMap;

use communique_index::analysis::words;
use communique_index::{Facet, StatementIdx};

use crate::answer::Answer;
use crate::engine::Engine;
use crate::view::{Question, View};

/// How many statements are looked at: enough to tell frequent words from rare ones.
const MAX_READ: usize = 500;
/// Letters from which a word is taken to say something by itself.
const LONG: usize = 6;
/// Letters of a word that may stand beside one.
const NOT_SHORT: usize = 4;

/// A query that finds something, and what it is an example of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryExample {
    /// What it shows.
    pub form: QueryForm,
    /// The query, to be typed as it is.
    pub query: String,
    /// How many statements it finds; never zero.
    pub n_statements: usize,
}

/// What can be asked in a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryForm {
    /// A word in all its forms.
    Word,
    /// Words in this order.
    Phrase,
    /// Words that begin so.
    Prefix,
    /// Either of two.
    Either,
    /// One without the other.
    Without,
    /// Two close to each other.
    Near,
    /// A facet value.
    Value,
    /// A range of dates.
    Date,
}

impl Engine {
    /// One example of each form that has one in this corpus, in the order of [`QueryForm`].
    pub fn query_examples(&self) -> Vec<QueryExample> {
        let everything = self.answer(View::default().question());
        let texts = self.first_texts(&everything);
        let Some(word) = most_frequent(texts.iter().flatten().filter(|w| is_long(w, LONG))) else {
            return Vec::new();
        };
        let beside = texts.iter().flat_map(|text| text.windows(2)).filter_map(|pair| {
            (pair[0] == word && pair[1] != word && is_long(&pair[1], NOT_SHORT)).then_some(&pair[1])
        });
        let beside = most_frequent(beside);
        let other =
            most_frequent(texts.iter().flatten().filter(|w| is_long(w, LONG) && **w != word));
        let prefix: String = word.chars().take(LONG - 1).collect();
        let forms = [
            (QueryForm::Word, Some(word.clone())),
            (QueryForm::Phrase, beside.as_ref().map(|beside| format!("\"{word} {beside}\""))),
            (QueryForm::Prefix, Some(format!("{prefix}*"))),
            (QueryForm::Either, other.as_ref().map(|other| format!("{word} OR {other}"))),
            (QueryForm::Without, other.map(|other| format!("{word} -{other}"))),
            (QueryForm::Near, beside.map(|beside| format!("{word} NEAR/5 {beside}"))),
            (QueryForm::Value, self.most_said_country(&word)),
            (QueryForm::Date, self.years(&everything)),
        ];
        let examples = forms.into_iter().filter_map(|(form, query)| {
            let query = query?;
            let n_statements = self.n_answers(&asking(&query));
            (n_statements > 0).then_some(QueryExample { form, query, n_statements })
        });
        examples.collect()
    }

    /// The words of the first statements, in small letters.
    fn first_texts(&self, answer: &Answer) -> Vec<Vec<String>> {
        let text = |idx: &StatementIdx| {
            let text = self.card(*idx, answer).content.text;
            let spelt =
                |word: communique_index::analysis::Word| text[word.text_span].to_lowercase();
            words(&text).map(spelt).collect()
        };
        answer.statements.iter().take(MAX_READ).map(text).collect()
    }

    /// The word together with the country that most statements with it are about.
    fn most_said_country(&self, word: &str) -> Option<String> {
        let answer = self.answer(&asking(word));
        let counts = &answer.facets[Facet::Country];
        // The first of several with the same count: the order of the keys.
        let most = counts.iter().rev().max_by_key(|count| count.count)?;
        Some(format!("{word} country:{}", self.pack().value_key(Facet::Country, most.value)))
    }

    /// From the first to the last year of the corpus, or its only one.
    fn years(&self, everything: &Answer) -> Option<String> {
        let date = |idx: &StatementIdx| self.pack().statement_date(*idx);
        let years = || everything.statements.iter().filter_map(date).map(|date| date.year);
        let (first, last) = years().min().zip(years().max())?;
        Some(if first == last { format!("date:{first}") } else { format!("date:{first}..{last}") })
    }
}

fn asking(query: &str) -> Question {
    Question { query: query.to_owned(), ..Question::default() }
}

/// Whether a word has only letters, and this many of them.
fn is_long(word: &str, n_letters: usize) -> bool {
    word.chars().all(char::is_alphabetic) && word.chars().count() >= n_letters
}

/// The most frequent of them, the first in the alphabet where several are.
fn most_frequent<'w>(words: impl Iterator<Item = &'w String>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    Some(most.0.to_owned())
}

#[cfg(test)]
mod tests {
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;

    #[test]
    fn every_form_finds_something_in_the_words_of_the_corpus() {
        let said = [
            Said::new("a.txt", "ada", "that foreign forces must leave")
                .about("us")
                .dated("2020-01-02"),
            Said::new("b.txt", "bob", "that foreign forces withdraw")
                .about("us")
                .dated("2021-01-02"),
            Said::new("c.txt", "cem", "that foreign money helps").about("gb"),
        ];
        let engine = Engine::open(pack::write(&corpus(&said))).expect("a sound pack");
        let examples = engine.query_examples();
        let asked: Vec<_> = examples.iter().map(|e| (e.query.as_str(), e.n_statements)).collect();
        let expected = [
            ("foreign", 3),
            ("\"foreign forces\"", 2),
            ("forei*", 3),
            ("foreign OR forces", 3),
            ("foreign -forces", 1),
            ("foreign NEAR/5 forces", 2),
            ("foreign country:us", 2),
            ("date:2020..2021", 2),
        ];
        assert_eq!(asked, expected);
    }

    #[test]
    fn a_corpus_without_words_has_no_examples() {
        let engine = Engine::open(pack::write(&corpus(&[]))).expect("a sound pack");
        assert_eq!(engine.query_examples(), []);
    }
}
