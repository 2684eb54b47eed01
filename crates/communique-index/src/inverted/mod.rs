//! The inverted index: for each term the statements that hold it, and the places of the word in each.
//!
//! In goes an opened pack, out come lookups by word, by beginning and by stem. The index is not part of the pack but made
//! from its texts ([`Indexing`]): compressed for the way to a browser, posting lists with positions weigh as
//! much as the texts they are made of, and making them takes a fraction of the time that their bytes would.

mod build;
mod notes;
mod postings;
mod vocabulary;

pub use build::Indexing;
pub(crate) use postings::MOST_STATEMENTS;
pub use postings::{GAP, Postings};

use std::ops::Range;

use vocabulary::{SortedWords, Vocabulary};

/// Terms in byte order with their posting lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inverted {
    terms: SortedWords,
    /// What the words of a group of forms have in common.
    stems: Vocabulary,
    /// For each term its stem's number in `stems`.
    stem_of: Vec<u32>,
    /// The statements of each term, term by term: see [`postings`].
    statements: Vec<u8>,
    /// For each term one past its last byte in `statements`.
    statement_ends: Vec<u32>,
    /// The positions of each term, in the order of `statements`.
    positions: Vec<u8>,
    /// For each term one past its last byte in `positions`.
    position_ends: Vec<u32>,
    /// For each statement how many of its words are searched.
    n_tokens: Vec<u32>,
    n_tokens_in_all: u32,
}

impl Inverted {
    /// A term of the dictionary.
    pub(crate) fn term(&self, idx: usize) -> &str {
        self.terms.at(idx)
    }

    /// Where `term` stands among all. Costs a binary search.
    pub(crate) fn find(&self, term: &str) -> Option<usize> {
        self.terms.find(term).ok()
    }

    /// The terms that begin with `prefix`.
    pub(crate) fn with_prefix(&self, prefix: &str) -> Range<usize> {
        let first = self.terms.find(prefix).unwrap_or_else(|first| first);
        let n = (first..self.terms.len())
            .take_while(|idx| self.terms.bytes_at(*idx).starts_with(prefix.as_bytes()))
            .count();
        first..first + n
    }

    /// The terms that end in `suffix`, in order. Costs a look at every term.
    pub(crate) fn with_suffix<'i>(&'i self, suffix: &'i str) -> impl Iterator<Item = usize> + 'i {
        let ends = move |idx: &usize| self.terms.bytes_at(*idx).ends_with(suffix.as_bytes());
        (0..self.terms.len()).filter(ends)
    }

    /// The terms with this stem, in order. Costs a look at the number of every stem.
    pub(crate) fn with_stem<'i>(&'i self, stem: &str) -> impl Iterator<Item = usize> + use<'i> {
        let stem = self.stems.find(stem.as_bytes());
        let has = move |(idx, of): (usize, &u32)| (Some(*of) == stem).then_some(idx);
        self.stem_of.iter().enumerate().filter_map(has)
    }

    /// How many statements have the term. Costs a walk along them.
    pub(crate) fn doc_freq(&self, idx: usize) -> u32 {
        let mut postings = self.postings(idx);
        (0..).take_while(|_| postings.next_freq().is_some()).count() as u32
    }

    /// The statements that have the term, with its positions.
    pub(crate) fn postings(&self, idx: usize) -> Postings<'_> {
        Postings::new(
            &self.statements[run(&self.statement_ends, idx)],
            &self.positions[run(&self.position_ends, idx)],
        )
    }

    /// How many words of a statement are searched.
    pub(crate) fn n_tokens(&self, statement: usize) -> u32 {
        // Before a pack is whole no words are known.
        self.n_tokens.get(statement).copied().unwrap_or(0)
    }

    /// Words of all statements together.
    pub(crate) fn n_tokens_in_all(&self) -> u32 {
        self.n_tokens_in_all
    }
}

/// The run that ends where number `idx` says and begins where the one before ends.
fn run(ends: &[u32], idx: usize) -> Range<usize> {
    idx.checked_sub(1).map_or(0, |before| ends[before] as usize)..ends[idx] as usize
}
