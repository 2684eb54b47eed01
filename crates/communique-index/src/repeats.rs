//! Repeated claims: statements of one speaker that say the same, as a lede and the quotation below it do, or two
//! articles on one speech.
//!
//! Two statements of a speaker say the same when the shorter one is nearly all in the other: at least four in
//! five of its different words (forms alike), and eleven in twenty of its pairs of neighboring words. That is
//! Broder's *containment* ("On the resemblance and containment of documents", 1997) with shingles of one and of two words. A statement
//! of fewer than six different words is too short to tell, and one whose speaker is not resolved is nobody's repetition.
//!
//! Each statement joins the first statement of the corpus that it repeats. Found when a pack is written.

use std::collections::HashMap;

use crate::analysis::{stem, words};
use crate::corpus::{Corpus, Statement};
use crate::facet::UNRESOLVED;
use crate::{Facet, ReadingText, ValueIdx};

/// Different words below which nothing is called a repetition.
const FEWEST_WORDS: usize = 6;
/// Shares in hundredths of the shorter statement's words and pairs.
const WORDS: usize = 80;
const PAIRS: usize = 55;
/// Pairs of words that more statements of a speaker have say nothing.
const MOST_WITH_PAIR: usize = 64;

/// For each statement the first one that says the same; itself where none before it does.
pub(crate) fn first_of_each(corpus: &Corpus) -> Vec<usize> {
    let mut terms = HashMap::new();
    let mut first: Vec<usize> = (0..corpus.statements.len()).collect();
    let shingles: Vec<_> =
        corpus.statements.iter().map(|one| Shingles::new(corpus, one, &mut terms)).collect();
    let mut with_pair: HashMap<(ValueIdx, u64), Vec<usize>> = HashMap::new();
    for (idx, statement) in corpus.statements.iter().enumerate() {
        let Some(speaker) = speaker(corpus, statement) else { continue };
        let mut earlier = Vec::new();
        for pair in &shingles[idx].pairs {
            let having = with_pair.entry((speaker, *pair)).or_default();
            if having.len() < MOST_WITH_PAIR {
                earlier.extend_from_slice(having);
                having.push(idx);
            }
        }
        earlier.sort_unstable();
        earlier.dedup();
        let same = earlier.into_iter().find(|other| shingles[idx].says_the_same(&shingles[*other]));
        if let Some(same) = same {
            first[idx] = first[same];
        }
    }
    first
}

fn speaker(corpus: &Corpus, statement: &Statement) -> Option<ValueIdx> {
    let value = *statement.values[Facet::Speaker].first()?;
    let key = &corpus.facet_values[Facet::Speaker][value.get()].key;
    (key != UNRESOLVED).then_some(value)
}

/// The different words and pairs of neighboring words of a statement's content, sorted.
struct Shingles {
    words: Vec<u64>,
    pairs: Vec<u64>,
}

impl Shingles {
    /// `terms` numbers the words in the order in which they are met.
    fn new(corpus: &Corpus, statement: &Statement, terms: &mut HashMap<String, u64>) -> Self {
        let document = &corpus.documents[statement.document.get()];
        let mut shingles = Self { words: Vec::new(), pairs: Vec::new() };
        for span in &statement.content {
            let read = ReadingText::new(&document.text, &document.repairs, *span).text;
            let mut last = None;
            for word in words(&read) {
                let next = terms.len() as u64;
                let term = *terms.entry(stem(&word.term).into_owned()).or_insert(next);
                shingles.words.push(term);
                shingles.pairs.extend(last.map(|last: u64| last << 32 | term));
                last = Some(term);
            }
        }
        for shingles in [&mut shingles.words, &mut shingles.pairs] {
            shingles.sort_unstable();
            shingles.dedup();
        }
        shingles
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.words.len().min(other.words.len()) >= FEWEST_WORDS
            && contains(&self.words, &other.words, WORDS)
            && contains(&self.pairs, &other.pairs, PAIRS)
    }
}

/// Whether the smaller of two sorted sets is in the other, at least so many hundredths of it.
fn contains(a: &[u64], b: &[u64], hundredths: usize) -> bool {
    let n_shared = a.iter().filter(|one| b.binary_search(one).is_ok()).count();
    n_shared * 100 >= a.len().min(b.len()) * hundredths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Said, corpus};

    fn check(said: &[(&str, &str)], expected: &[usize]) {
        let said: Vec<_> = said.iter().map(|(who, what)| Said::new("a.txt", who, what)).collect();
        assert_eq!(first_of_each(&corpus(&said)), expected);
    }

    #[test]
    fn a_quotation_repeats_its_lede() {
        check(
            &[
                (
                    "ann",
                    "that the requirement for a withdrawal is to have friendly and lasting ties with neighbors",
                ),
                ("ann", "that trade grows"),
                (
                    "ann",
                    "“The requirement for a withdrawal is to have lasting, friendly ties with the neighbors, and this is a decision of the cabinet.”",
                ),
            ],
            &[0, 1, 0],
        );
    }

    #[test]
    fn forms_of_words_and_repetitions_of_repetitions_are_the_same() {
        let lede = "that foreign forces leave the region within this year";
        let quote = "foreign forces leaving the region within this year, and never return";
        check(&[("ann", lede), ("ann", quote), ("ann", lede)], &[0, 0, 0]);
    }

    #[test]
    fn others_short_words_and_other_claims_are_not() {
        let claim = "that foreign forces leave the region within this year";
        let other = "that foreign trade leaves this region within the year of forces";
        check(&[("ann", claim), ("bob", claim), ("", claim), ("", claim)], &[0, 1, 2, 3]);
        check(&[("ann", "they must leave now"), ("ann", "they must leave now")], &[0, 1]);
        check(&[("ann", claim), ("ann", other)], &[0, 1]);
    }
}
