//! An opened pack that answers questions.

use std::sync::OnceLock;

use communique_index::{
    DocumentIdx, Facet, FacetMap, FacetValue, Pack, PackError, Site, StatementIdx, ValueIdx,
};

use communique_words::say;

use crate::answer::{Answer, FacetCount, Totals};
use crate::pattern::Patterns;
use crate::query::Query;
use crate::search::evaluate::{everything, matches};
use crate::search::filter::{Filter, unknown_values};
use crate::search::order::ordered;
use crate::search::plan::Plan;
use crate::search::tally::Tally;
use crate::view::{Question, Sort};
use crate::{Choice, Diagnostic, words};

/// Answers questions over one corpus.
#[derive(Clone)]
pub struct Engine {
    pack: Pack,
    patterns: Patterns,
    /// For each statement the next one that says the same, once somebody asked.
    pub(crate) next_said: OnceLock<Vec<u32>>,
}

/// A facet value as a reader sees it, with the key that a view holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueLabel {
    /// Its facet.
    pub facet: Facet,
    /// Stable key.
    pub key: String,
    /// What a reader sees.
    pub label: String,
}

impl Engine {
    /// Opens a pack in place.
    ///
    /// # Errors
    /// As [`Pack::open`].
    pub fn open(bytes: Vec<u8>) -> Result<Engine, PackError> {
        Pack::open(bytes).map(Self::of)
    }

    /// Opens what has arrived of a pack, which [`Pack::add_texts`] then completes. Meanwhile it has no words to search, and of
    /// the texts that are missing cards and documents are without.
    ///
    /// # Errors
    /// As [`Pack::open_begun`].
    pub fn open_begun(bytes: Vec<u8>) -> Result<Engine, PackError> {
        Pack::open_begun(bytes).map(Self::of)
    }

    fn of(pack: Pack) -> Engine {
        Self { pack, patterns: Patterns::default(), next_said: OnceLock::new() }
    }

    /// Answers a question. Costs a pass over the candidates: the statements that match the query, or all.
    /// Patterns of the query that were not [searched](Engine::search_patterns) yet are left out.
    pub fn answer(&self, question: &Question) -> Answer {
        let pack = &self.pack;
        let (query, mut diagnostics) = Query::parse(&question.query);
        let (plan, unknown) = Plan::new(pack, &self.patterns, &query);
        for diagnostic in unknown.diagnostics {
            // One complaint about a part is enough.
            if diagnostics.iter().all(|other| other.place != diagnostic.place) {
                diagnostics.push(diagnostic);
            }
        }
        diagnostics.extend(unknown_values(pack, &question.selections));
        diagnostics.extend(empty_range(question));
        let candidates = match &plan {
            Some(plan) => matches(pack, plan),
            None => everything(pack),
        };
        let tally = Tally::new(pack, &Filter::new(pack, question), candidates);
        let totals = self.totals(&tally);
        let order = question.order(self.site_order());
        Answer {
            order,
            statements: ordered(pack, &tally.passed, order),
            totals,
            facets: self.facet_counts(question, &tally.counts),
            diagnostics,
            lacks_words: unknown.words,
            plan,
            question: question.clone(),
            is_meanwhile: false,
        }
    }

    /// The answer to a question without its query, for as long as the index of words is being made; it says so.
    pub fn answer_meanwhile(&self, question: &Question) -> Answer {
        let mut answer = self.answer(&Question { query: String::new(), ..question.clone() });
        let message = say::ODD_UNREAD.text();
        answer.diagnostics.push(Diagnostic::query(0..question.query.len(), message));
        answer.question = question.clone();
        answer.is_meanwhile = true;
        answer
    }

    fn totals(&self, tally: &Tally) -> Totals {
        let places = self.pack.places();
        let statements = || tally.passed.iter().map(|s| s.statement);
        // Document and line in one number: one sort for all, see `order`.
        let passage = |s| u64::from(places.document(s).0) << 32 | u64::from(places.line(s));
        let mut passages: Vec<_> = statements().map(passage).collect();
        passages.sort_unstable();
        passages.dedup();
        let mut documents: Vec<_> = passages.iter().map(|passage| passage >> 32).collect();
        documents.dedup();
        Totals {
            statements: tally.passed.len(),
            passages: passages.len(),
            documents: documents.len(),
            undated: statements().filter(|s| places.date(*s).is_none()).count(),
            undated_left_out: tally.n_undated_left_out,
        }
    }

    fn facet_counts(
        &self,
        question: &Question,
        counts: &FacetMap<Vec<u32>>,
    ) -> FacetMap<Vec<FacetCount>> {
        FacetMap::from_fn(|facet| {
            let selection = &question.selections[facet];
            let choice = |value| match selection.is_empty() {
                true => Choice::Neutral,
                false => selection.choice(self.pack.value_key(facet, value)),
            };
            let values = (0..).map(ValueIdx).zip(&counts[facet]);
            values
                .map(|(value, count)| FacetCount { value, count: *count, choice: choice(value) })
                .collect()
        })
    }
}

/// A range of dates that ends before it begins.
fn empty_range(question: &Question) -> Option<Diagnostic> {
    let (from, to) = question.from.zip(question.to).filter(|(from, to)| from > to)?;
    let part = format!("from={from}&to={to}");
    Some(Diagnostic::address(&part, say::ODD_RANGE.text()))
}

/// What the corpus holds.
impl Engine {
    pub(crate) fn patterns(&self) -> &Patterns {
        &self.patterns
    }

    /// The opened pack.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// What the publisher says of the site.
    pub fn site(&self) -> Site {
        self.pack.site()
    }

    /// Whether the values of `facet` are not the publisher's, but suggested by the articles' own words.
    pub fn is_suggested(&self, facet: Facet) -> bool {
        facet == Facet::Theme && self.site().has_suggested_themes
    }

    /// The order that the publisher chose for views that ask for none.
    pub fn site_order(&self) -> Option<Sort> {
        Sort::from_key(self.pack.site_order())
    }

    /// The name of this edition: 16 hexadecimal digits, the same for the same corpus.
    pub fn edition(&self) -> String {
        format!("{:016x}", self.pack.checksum())
    }

    /// How many statements there are.
    pub fn n_statements(&self) -> usize {
        self.pack.n_statements()
    }

    /// How many documents there are.
    pub fn n_documents(&self) -> usize {
        self.pack.n_documents()
    }

    /// The statement with this id.
    pub fn statement(&self, id: &str) -> Option<StatementIdx> {
        self.pack.find_statement(id)
    }

    /// The document of this file.
    pub fn document_of(&self, file: &str) -> Option<DocumentIdx> {
        self.pack.find_document(file)
    }

    /// A facet value with its label and aliases.
    pub fn value(&self, facet: Facet, value: ValueIdx) -> FacetValue {
        FacetValue { label: self.value_label(facet, value), ..self.pack.value(facet, value) }
    }

    /// What a reader sees of a value: its name in the corpus, or the page's word where it is the same in every corpus.
    pub fn value_label(&self, facet: Facet, value: ValueIdx) -> String {
        let word = words::value(facet, self.pack.value_key(facet, value));
        word.unwrap_or_else(|| self.pack.value_label(facet, value).to_owned())
    }

    /// What a reader sees of the value with this key; the key itself where the corpus does not have it.
    pub fn label(&self, facet: Facet, key: &str) -> String {
        let value = self.pack.find_value(facet, key);
        value.map_or_else(|| key.to_owned(), |value| self.value_label(facet, value))
    }

    /// A statement's values of `facet`.
    pub(crate) fn labels(&self, facet: Facet, statement: StatementIdx) -> Vec<ValueLabel> {
        let label = |value| ValueLabel {
            facet,
            key: self.pack.value_key(facet, value).to_owned(),
            label: self.value_label(facet, value),
        };
        self.pack.statement_values(facet, statement).map(label).collect()
    }
}
