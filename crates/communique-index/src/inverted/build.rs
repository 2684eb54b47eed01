//! The index made from the texts of a pack, in steps, so that nobody waits long for one.
//!
//! Step by step the words of the statements become numbers, noted in reading order. At the end two walks along these
//! notes count and then fill the lists of each term: a counting sort by term.

use super::Inverted;
use super::postings::{GAP, last_position, once, once_more, read_varint, set_more, write_varint};
use super::vocabulary::Vocabulary;
use crate::analysis::{for_each_term, stem};
use crate::corpus::Repair;
use crate::{DocumentIdx, Pack, ReadingText, StatementIdx};

/// In the notes: the end of a statement, the gap between two of its pieces, and the first word.
const END: u32 = 0;
const BETWEEN: u32 = 1;
const FIRST_WORD: u32 = 2;

/// The words of a pack's statements on their way into its index. See [`Pack::indexing`].
pub struct Indexing<'p> {
    pack: &'p Pack,
    /// The document of the statement read last, with its repairs.
    document: Option<(DocumentIdx, Vec<Repair>)>,
    vocabulary: Vocabulary,
    /// Of all statements so far: their words, as varints.
    notes: Vec<u8>,
    n_tokens: Vec<u32>,
}

impl<'p> Indexing<'p> {
    pub(crate) fn new(pack: &'p Pack) -> Self {
        Self {
            pack,
            document: None,
            vocabulary: Vocabulary::default(),
            notes: Vec::new(),
            n_tokens: Vec::with_capacity(pack.n_statements()),
        }
    }

    /// Reads the next statements, at most `n`; says whether there is more to do.
    pub fn step(&mut self, n: usize) -> bool {
        if self.pack.is_indexed() {
            return false;
        }
        let (from, all) = (self.n_tokens.len(), self.pack.n_statements());
        let to = all.min(from + n);
        (from..to).for_each(|idx| self.read(idx.into()));
        to < all
    }

    fn read(&mut self, idx: StatementIdx) {
        let pack = self.pack;
        let document = pack.statement_document(idx);
        if self.document.as_ref().is_none_or(|(last, _)| *last != document) {
            self.document = Some((document, pack.repairs(document)));
        }
        let repairs = self.document.as_ref().map_or(&[][..], |(_, repairs)| repairs);
        let text = pack.document_text(document);
        let (vocabulary, notes) = (&mut self.vocabulary, &mut self.notes);
        let mut note = |number| write_varint(number, |byte| notes.push(byte));
        let mut n_tokens = 0;
        for (nth, span) in pack.searched_spans(idx).enumerate() {
            if nth > 0 {
                note(BETWEEN);
            }
            let read = ReadingText::borrowed(text, repairs, span);
            for_each_term(&read, |term| {
                n_tokens += 1;
                note(FIRST_WORD + vocabulary.number(term.as_bytes()));
            });
        }
        note(END);
        self.n_tokens.push(n_tokens);
    }

    /// Reads what is left, and gives the index to the pack, unless it has made one meanwhile.
    pub fn end(self) {
        let pack = self.pack;
        pack.set_inverted(|| self.finish());
    }

    /// Reads what is left, and puts all in order.
    pub(crate) fn finish(mut self) -> Inverted {
        self.step(self.pack.n_statements());
        let order = self.vocabulary.in_order();
        let mut ranks = vec![0; order.len()];
        (0..).zip(&order).for_each(|(rank, number)| ranks[*number as usize] = rank);
        let terms = self.vocabulary.sorted(&order);
        let mut stems = Vocabulary::default();
        let mut stem_of = |idx| stems.number(stem(terms.at(idx)).as_bytes());
        let mut index = Inverted {
            stem_of: (0..terms.len()).map(&mut stem_of).collect(),
            n_tokens_in_all: self.n_tokens.iter().sum(),
            n_tokens: self.n_tokens,
            ..Inverted::default()
        };
        (index.terms, index.stems) = (terms, stems);
        fill(&mut index, &self.notes, &ranks);
        index
    }
}

/// Fills the posting lists of all terms. `ranks` are the places of words in byte order, by their number.
fn fill(index: &mut Inverted, notes: &[u8], ranks: &[u32]) {
    let mut ends = vec![End::default(); ranks.len()];
    walk(notes, |word, statement, position| {
        ends[ranks[word] as usize].add(statement, position);
    });
    // Where each term's lists end is where the next one's begin.
    let (mut n_statements, mut n_bytes) = (0, 0);
    for end in &mut ends {
        let begin = End { n_statements, n_bytes, ..End::default() };
        (n_statements, n_bytes) = (n_statements + end.n_statements, n_bytes + end.n_bytes);
        *end = begin;
        index.statement_ends.push(n_statements);
        index.position_ends.push(n_bytes);
    }
    index.statements = vec![0; n_statements as usize];
    index.positions = vec![0; n_bytes as usize];
    walk(notes, |word, statement, position| {
        let end = &mut ends[ranks[word] as usize];
        let (mut at, before) = (end.n_bytes as usize, end.last_position as usize);
        let is_first = end.add(statement, position);
        let entry = &mut index.statements[end.n_statements as usize - 1];
        if is_first {
            *entry = once(statement);
        } else {
            *entry = once_more(*entry);
            set_more(&mut index.positions[before]);
        }
        write_varint(last_position(position), |byte| {
            index.positions[at] = byte;
            at += 1;
        });
    });
}

/// How far the lists of a term are filled.
#[derive(Clone, Default)]
struct End {
    n_statements: u32,
    n_bytes: u32,
    /// Where its last position begins.
    last_position: u32,
    /// One past its last statement.
    next_statement: u32,
}

impl End {
    /// Makes room for one more place; says whether it is the first of its statement.
    fn add(&mut self, statement: u32, position: u32) -> bool {
        let is_first = self.next_statement != statement + 1;
        self.n_statements += u32::from(is_first);
        self.next_statement = statement + 1;
        self.last_position = self.n_bytes;
        write_varint(last_position(position), |_| self.n_bytes += 1);
        is_first
    }
}

/// Calls `see` with the number, statement and position of each word.
fn walk(mut notes: &[u8], mut see: impl FnMut(usize, u32, u32)) {
    let (mut statement, mut position) = (0, 0);
    while let Some(note) = read_varint(&mut notes) {
        match note {
            END => (statement, position) = (statement + 1, 0),
            BETWEEN => position += GAP,
            word => {
                see((word - FIRST_WORD) as usize, statement, position);
                position += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::analysis::words;
    use crate::fixture::{Random, Said, corpus};
    use crate::{Pack, StatementIdx, pack};

    /// The words of each statement are few, so that some come several hundred times in one.
    #[test]
    fn every_word_is_found_where_it_stands() {
        let mut random = Random::new(7);
        let mut said = |n: usize| {
            let n_words = [3, 40, 900][random.below(3)];
            let words: Vec<_> =
                (0..n_words).map(|_| random.pick(&["a", "of", "trade", "US", "Zoë"])).collect();
            Said::new(&format!("{:02}.txt", n / 3), "ada", &words.join(" "))
        };
        let said: Vec<_> = (0..40).map(&mut said).collect();
        let pack = Pack::open(pack::write(&corpus(&said))).unwrap();
        let mut expected: BTreeMap<String, Vec<(StatementIdx, Vec<u32>)>> = BTreeMap::new();
        for (idx, one) in said.iter().enumerate() {
            for (position, word) in (0..).zip(words(&one.content)) {
                let lists = expected.entry(word.term).or_default();
                match lists.last_mut().filter(|(last, _)| last.get() == idx) {
                    Some((_, positions)) => positions.push(position),
                    None => lists.push((idx.into(), vec![position])),
                }
            }
        }
        for (term, lists) in expected {
            let term = pack.find_term(&term).unwrap();
            let mut postings = pack.postings(term);
            for (nth, (statement, expected)) in lists.iter().enumerate() {
                let mut positions = Vec::new();
                // Every third one is passed without a look at its positions.
                if nth % 3 == 2 {
                    let freq = expected.len().min(255) as u32;
                    assert_eq!(postings.next_freq(), Some((*statement, freq)));
                } else {
                    assert_eq!(postings.next_positions(&mut positions), Some(*statement));
                    assert_eq!(positions, *expected);
                }
            }
            assert_eq!(postings.next_freq(), None);
        }
        assert_eq!(
            pack.statement_n_tokens(StatementIdx(0)),
            words(&said[0].content).count() as u32
        );
    }
}
