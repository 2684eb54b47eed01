//! The index made from the texts of a pack, in steps, so that nobody waits long for one.
//!
//! Step by step the words of the statements become numbers, noted in reading order. Once all are, the words are put in
//! order; then two walks along the notes count and fill the lists of each term: a counting sort by term, in steps too.

use super::Inverted;
use super::notes::{Notes, Walk};
use super::postings::{MOST_OFTEN, last_position, once, set_more, varint_len, write_varint};
use super::vocabulary::{Sorting, Vocabulary};
use crate::analysis::{for_each_term, stem};
use crate::corpus::Repair;
use crate::{DocumentIdx, Pack, ReadingText, StatementIdx};

/// How many statements the walks along the notes take in the time of reading one, about; and how many stems are found.
const WALK: usize = 8;

/// The words of a pack's statements on their way into its index. See [`Pack::indexing`].
pub struct Indexing<'p> {
    pack: &'p Pack,
    /// The document of the statement read last, with its repairs.
    document: Option<(DocumentIdx, Vec<Repair>)>,
    vocabulary: Vocabulary,
    /// Of all statements so far.
    notes: Notes,
    n_tokens: Vec<u32>,
    /// Once all is read.
    sorting: Option<Sorting>,
    /// Once all words are in order.
    filling: Option<Filling>,
}

impl<'p> Indexing<'p> {
    pub(crate) fn new(pack: &'p Pack) -> Self {
        Self {
            pack,
            document: None,
            vocabulary: Vocabulary::default(),
            notes: Notes::default(),
            n_tokens: Vec::with_capacity(pack.n_statements()),
            sorting: None,
            filling: None,
        }
    }

    /// Goes on for about as long as reading `n` statements takes; says whether there is more to do. One step is longer
    /// than the others: that which begins to put the words in order.
    pub fn step(&mut self, n: usize) -> bool {
        if self.pack.is_indexed() || !self.pack.is_whole() {
            return false;
        }
        let (from, all) = (self.n_tokens.len(), self.pack.n_statements());
        if let Some(filling) = &mut self.filling {
            return filling.step(&self.notes, n.saturating_mul(WALK));
        }
        if from == all {
            self.sort(n.saturating_mul(WALK));
            return true;
        }
        (from..all.min(from + n)).for_each(|idx| self.read(idx.into()));
        true
    }

    /// Puts the next `n` words in order; once all are, the lists are to be filled.
    fn sort(&mut self, n: usize) {
        let sorting = self.sorting.get_or_insert_with(|| Sorting::new(&self.vocabulary));
        if !sorting.step(&self.vocabulary, n)
            && let Some(sorting) = self.sorting.take()
        {
            let (n_tokens, vocabulary) =
                (std::mem::take(&mut self.n_tokens), std::mem::take(&mut self.vocabulary));
            self.filling = Some(Filling::new(&vocabulary, &sorting.sorted(), n_tokens));
        }
    }

    fn read(&mut self, idx: StatementIdx) {
        let pack = self.pack;
        let document = pack.statement_document(idx);
        if self.document.as_ref().is_none_or(|(last, _)| *last != document) {
            self.document = Some((document, pack.repairs(document)));
        }
        let repairs = self.document.as_ref().map_or(&[][..], |(_, repairs)| repairs);
        let text = pack.document_text(document);
        let (vocabulary, mut note) = (&mut self.vocabulary, self.notes.statement());
        let mut n_tokens = 0;
        for (nth, span) in pack.searched_spans(idx).enumerate() {
            if nth > 0 {
                note.gap();
            }
            let read = ReadingText::borrowed(text, repairs, span);
            for_each_term(&read, |term| {
                n_tokens += 1;
                note.word(vocabulary.number(term.as_bytes()));
            });
        }
        note.end();
        self.n_tokens.push(n_tokens);
    }

    /// Does what is left, and gives the index to the pack, unless it has made one meanwhile or is not whole.
    pub fn end(self) {
        let pack = self.pack;
        if pack.is_whole() {
            pack.set_inverted(|| self.finish());
        }
    }

    /// Does what is left.
    pub(crate) fn finish(mut self) -> Inverted {
        while self.step(self.pack.n_statements().max(1)) {}
        self.filling.map_or_else(Inverted::default, |filling| filling.index)
    }
}

/// The index while its lists are filled.
struct Filling {
    index: Inverted,
    /// The places of words in byte order, by their number.
    ranks: Vec<u32>,
    /// For each term how far its lists are counted, or filled.
    ends: Vec<End>,
    is_counted: bool,
    walk: Walk,
}

impl Filling {
    /// The words, whose numbers are in `order`, with nothing in their lists.
    fn new(vocabulary: &Vocabulary, order: &[u32], n_tokens: Vec<u32>) -> Self {
        let mut ranks = vec![0; order.len()];
        (0..).zip(order).for_each(|(rank, number)| ranks[*number as usize] = rank);
        let index = Inverted {
            terms: vocabulary.sorted(order),
            n_tokens_in_all: n_tokens.iter().sum(),
            n_tokens,
            ..Inverted::default()
        };
        let ends = vec![End::default(); order.len()];
        Self { index, ranks, ends, is_counted: false, walk: Walk::default() }
    }

    /// Finds the stems of the next terms, or walks along the next `n` statements; says whether there is more to do.
    fn step(&mut self, notes: &Notes, n: usize) -> bool {
        if self.stem(n) {
            return true;
        }
        let is_more = match self.is_counted {
            false => self.count(notes, n),
            true => self.fill(notes, n),
        };
        if is_more || self.is_counted {
            return is_more;
        }
        self.make_room();
        (self.is_counted, self.walk) = (true, Walk::default());
        true
    }

    /// Says whether there were any left to stem.
    fn stem(&mut self, n: usize) -> bool {
        let Inverted { terms, stems, stem_of, .. } = &mut self.index;
        let (from, all) = (stem_of.len(), terms.len());
        let next = from..all.min(from.saturating_add(n));
        stem_of.extend(next.map(|idx| stems.number(stem(terms.at(idx)).as_bytes())));
        from < all
    }

    fn count(&mut self, notes: &Notes, n: usize) -> bool {
        let Self { ranks, ends, walk, .. } = self;
        walk.go_on(notes, n, |word, statement, position| {
            ends[ranks[word] as usize].add(statement, position);
        })
    }

    /// Where each term's lists end is where the next one's begin.
    fn make_room(&mut self) {
        let (mut statements, mut positions) = (0, 0);
        for end in &mut self.ends {
            let begin = End { statements, positions, ..End::default() };
            (statements, positions) = (statements + end.statements, positions + end.positions);
            *end = begin;
            self.index.statement_ends.push(statements);
            self.index.position_ends.push(positions);
        }
        self.index.statements = vec![0; statements as usize];
        self.index.positions = vec![0; positions as usize];
    }

    fn fill(&mut self, notes: &Notes, n: usize) -> bool {
        let Self { index: Inverted { statements, positions, .. }, ranks, ends, walk, .. } = self;
        walk.go_on(notes, n, |word, statement, position| {
            let end = &mut ends[ranks[word] as usize];
            let before = *end;
            match end.add(statement, position) {
                1 => put(statements, before.statements, once(statement - before.next_statement)),
                freq => {
                    set_more(&mut statements[before.last_statement as usize]);
                    statements[end.statements as usize - 1] = freq.min(MOST_OFTEN) as u8;
                    set_more(&mut positions[before.last_position as usize]);
                }
            }
            put(positions, before.positions, last_position(position));
        })
    }
}

/// Puts a varint into `list` from `at` on.
fn put(list: &mut [u8], at: u32, number: u32) {
    let mut room = list[at as usize..].iter_mut();
    write_varint(number, |byte| {
        if let Some(to) = room.next() {
            *to = byte;
        }
    });
}

/// How far the lists of a term are filled, in bytes.
#[derive(Clone, Copy, Default)]
struct End {
    statements: u32,
    positions: u32,
    /// Where its last statement and position begin.
    last_statement: u32,
    last_position: u32,
    /// One past its last statement, and how often that has the term.
    next_statement: u32,
    freq: u32,
}

impl End {
    /// Makes room for one more place; says how often its statement has the term by now.
    fn add(&mut self, statement: u32, position: u32) -> u32 {
        if statement < self.next_statement {
            self.freq += 1;
            // A byte tells how often, if it is not once.
            self.statements += u32::from(self.freq == 2);
        } else {
            self.last_statement = self.statements;
            self.statements += varint_len(once(statement - self.next_statement));
            (self.next_statement, self.freq) = (statement + 1, 1);
        }
        self.last_position = self.positions;
        self.positions += varint_len(last_position(position));
        self.freq
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::analysis::words;
    use crate::fixture::{Random, Said, corpus};
    use crate::{Pack, StatementIdx, pack};

    /// The words of each statement are few, so that some come several hundred times in one, and one only in the first and the
    /// last; all together are more than a chunk of notes.
    #[test]
    fn every_word_is_found_where_it_stands() {
        let mut random = Random::new(7);
        let mut said = |n: usize| {
            let n_words = [3, 40, 900][random.below(3)];
            let mut words: Vec<_> =
                (0..n_words).map(|_| random.pick(&["a", "of", "trade", "US", "Zoë"])).collect();
            words.extend(n.is_multiple_of(299).then_some("rare"));
            Said::new(&format!("{:03}.txt", n / 3), "ada", &words.join(" "))
        };
        let said: Vec<_> = (0..300).map(&mut said).collect();
        let pack = Pack::open(pack::write(&corpus(&said))).unwrap();
        // In the smallest steps; whoever does not take any gets it all at once in the same way.
        let mut indexing = pack.indexing();
        let n_steps = (1..).find(|_| !indexing.step(1)).unwrap();
        assert!(n_steps > 300 && !pack.is_indexed());
        indexing.end();
        assert!(pack.is_indexed());
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
