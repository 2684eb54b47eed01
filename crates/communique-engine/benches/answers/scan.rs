//! The same answers without an index: every statement is looked at for every view. Words are compared as they
//! stand between quotation marks, which is all that the invented corpus needs.

use communique_engine::query::{Clause, Node};
use communique_engine::{Choice, Query, Question};
use communique_index::{Corpus, Facet, FacetMap, Statement};

pub(crate) struct Scan<'c> {
    corpus: &'c Corpus,
    words: Vec<Vec<&'c str>>,
}

impl<'c> Scan<'c> {
    pub(crate) fn new(corpus: &'c Corpus) -> Self {
        let words = |statement: &Statement| {
            let text = &corpus.documents[statement.document.get()].text;
            let content = text[statement.content[0].range()].trim_matches(['“', '”']);
            content.split_whitespace().collect()
        };
        Self { corpus, words: corpus.statements.iter().map(words).collect() }
    }

    pub(crate) fn answer(&self, question: &Question) -> FacetMap<Vec<u32>> {
        let (query, _) = Query::parse(&question.query);
        let mut counts = FacetMap::from_fn(|facet| vec![0; self.corpus.facet_values[facet].len()]);
        for (statement, words) in self.corpus.statements.iter().zip(&self.words) {
            let found = query.root.as_ref().is_none_or(|root| matches(root, words));
            let date = self.corpus.documents[statement.document.get()].date;
            let in_dates = !question.has_dates()
                || date.is_some_and(|date| {
                    question.from.is_none_or(|from| from <= date)
                        && question.to.is_none_or(|to| date <= to)
                });
            if !found || !in_dates {
                continue;
            }
            for facet in Facet::ALL {
                let passes = Facet::ALL
                    .into_iter()
                    .all(|other| other == facet || self.passes(statement, other, question));
                for value in statement.values[facet].iter().filter(|_| passes) {
                    counts[facet][value.get()] += 1;
                }
            }
        }
        counts
    }

    fn passes(&self, statement: &Statement, facet: Facet, question: &Question) -> bool {
        let selection = &question.selections[facet];
        let choice = |choice: Choice| {
            let dictionary = &self.corpus.facet_values[facet];
            let chosen = |value: &communique_index::ValueIdx| {
                selection.choice(&dictionary[value.get()].key) == choice
            };
            statement.values[facet].iter().any(chosen)
        };
        selection.is_empty()
            || !choice(Choice::Excluded)
                && (selection.included().next().is_none() || choice(Choice::Included))
    }
}

fn matches(node: &Node, words: &[&str]) -> bool {
    match &node.clause {
        Clause::Word(word) => words.contains(&word.as_str()),
        Clause::Prefix(prefix) => words.iter().any(|word| word.starts_with(prefix.as_str())),
        Clause::Suffix(suffix) => words.iter().any(|word| word.ends_with(suffix.as_str())),
        Clause::Phrase(phrase) => {
            let phrase: Vec<_> = phrase.split(' ').collect();
            words.windows(phrase.len()).any(|window| window == phrase)
        }
        Clause::Near(left, distance, right) => {
            let places = |node: &Node| {
                let is_here = |at: &usize| matches(node, &words[*at..=*at]);
                (0..words.len()).filter(is_here).collect::<Vec<_>>()
            };
            let right = places(right);
            places(left).iter().any(|a| right.iter().any(|b| a.abs_diff(*b) <= *distance as usize))
        }
        Clause::Not(node) => !matches(node, words),
        Clause::And(nodes) => nodes.iter().all(|node| matches(node, words)),
        Clause::Or(nodes) => nodes.iter().any(|node| matches(node, words)),
        Clause::Pattern(_) | Clause::Value(..) | Clause::Date(_) => false,
    }
}
