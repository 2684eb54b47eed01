//! Words and their numbers: by first sight while an index is made, by byte order once it is.

use std::ops::Range;

use super::run;

/// Bytes of a word that are compared at once.
const CHUNK: usize = size_of::<u32>();

/// Distinct words, numbered from 0 in the order of first sight.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    words: SortedWords,
    /// A hash table with open addressing: one more than the number of a word, or 0. Its length is a power of two,
    /// at least twice the number of words.
    slots: Vec<u32>,
}

impl Vocabulary {
    /// The number of `word`, a new one where it has none yet.
    pub(super) fn number(&mut self, word: &[u8]) -> u32 {
        if 2 * (self.words.len() + 1) > self.slots.len() {
            self.grow();
        }
        let slot = self.slot(word);
        if self.slots[slot] == 0 {
            self.words.push(word);
            self.slots[slot] = self.words.len() as u32;
        }
        self.slots[slot] - 1
    }

    /// The number of `word`, if it has one.
    pub(super) fn find(&self, word: &[u8]) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(word)].checked_sub(1)
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The words of these numbers, in that order, which is the byte order.
    pub(super) fn sorted(&self, numbers: &[u32]) -> SortedWords {
        let mut sorted = SortedWords {
            bytes: Vec::with_capacity(self.words.bytes.len()),
            ends: Vec::with_capacity(numbers.len()),
        };
        numbers.iter().for_each(|number| sorted.push(self.words.bytes_at(*number as usize)));
        sorted
    }

    /// Where `word` stands in the table, or the free slot where it would.
    fn slot(&self, word: &[u8]) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = hash(word) as usize & last;
        while let Some(number) = self.slots[slot].checked_sub(1) {
            if self.words.bytes_at(number as usize) == word {
                break;
            }
            slot = (slot + 1) & last;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (2 * self.slots.len()).max(1 << 10)];
        for number in 0..self.len() {
            let slot = self.slot(self.words.bytes_at(number));
            self.slots[slot] = number as u32 + 1;
        }
    }
}

/// The numbers of all words on their way into the byte order of the words.
pub(super) struct Sorting {
    numbers: Vec<u32>,
    /// Stretches of words that are alike in so many bytes, and not in order yet.
    unsorted: Vec<(Range<usize>, usize)>,
}

impl Sorting {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let n = vocabulary.len();
        Self { numbers: (0..n as u32).collect(), unsorted: vec![(0..n, 0)] }
    }

    /// Goes on with about `n` words; says whether there is more to do. The first stretch, which is all words, is one step.
    pub(super) fn step(&mut self, vocabulary: &Vocabulary, n: usize) -> bool {
        let mut n_sorted = 0;
        while n_sorted < n
            && let Some((alike, from)) = self.unsorted.pop()
        {
            n_sorted += alike.len();
            self.sort(&vocabulary.words, alike, from);
        }
        !self.unsorted.is_empty()
    }

    /// The numbers, once there is nothing more to do.
    pub(super) fn sorted(self) -> Vec<u32> {
        self.numbers
    }

    /// Sorts words that are alike in `from` bytes by the four behind them.
    fn sort(&mut self, words: &SortedWords, alike: Range<usize>, from: usize) {
        // Bytes and number of a word are one `u64`, which the engine sorts anyway: each type that is sorted is a sort of
        // its own, and kilobytes of module.
        let key = |number: &u32| u64::from(words.chunk(*number, from)) << 32 | u64::from(*number);
        let mut keys: Vec<_> = self.numbers[alike.clone()].iter().map(key).collect();
        keys.sort_unstable();
        let mut start = alike.start;
        for alike in keys.chunk_by(|a, b| a >> 32 == b >> 32) {
            let end = start + alike.len();
            (start..end).zip(alike).for_each(|(at, key)| self.numbers[at] = *key as u32);
            if alike.len() > 1 {
                self.unsorted.push((start..end, from + CHUNK));
            }
            start = end;
        }
    }
}

/// FNV-1a (Fowler, Noll, Vo), its better mixed upper half.
fn hash(word: &[u8]) -> u32 {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    (word.iter().fold(0xcbf2_9ce4_8422_2325, step) >> 32) as u32
}

/// Words side by side; sorted, unless they are part of a [`Vocabulary`] in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct SortedWords {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl SortedWords {
    fn push(&mut self, word: &[u8]) {
        self.bytes.extend_from_slice(word);
        self.ends.push(self.bytes.len() as u32);
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn at(&self, idx: usize) -> &str {
        std::str::from_utf8(self.bytes_at(idx)).expect("terms are made of whole characters")
    }

    /// The bytes of a word from `from` on, as a number that sorts as they do. No word holds the byte 0, which stands
    /// behind the end.
    fn chunk(&self, number: u32, from: usize) -> u32 {
        let mut chunk = [0; CHUNK];
        let rest = self.bytes_at(number as usize).get(from..).unwrap_or_default();
        chunk.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        u32::from_be_bytes(chunk)
    }

    pub(super) fn bytes_at(&self, idx: usize) -> &[u8] {
        &self.bytes[run(&self.ends, idx)]
    }

    /// Where `word` stands, or where it would.
    pub(super) fn find(&self, word: &str) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.bytes_at(middle).cmp(word.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Ok(middle),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        Err(low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In the smallest steps.
    fn in_order(vocabulary: &Vocabulary) -> Vec<u32> {
        let mut sorting = Sorting::new(vocabulary);
        while sorting.step(vocabulary, 1) {}
        sorting.sorted()
    }

    #[test]
    fn words_keep_their_numbers_however_many_there_are() {
        let mut vocabulary = Vocabulary::default();
        assert_eq!(vocabulary.find(b"0"), None);
        let words: Vec<_> = (0..5_000).map(|n| n.to_string()).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(vocabulary.number(word.as_bytes()), number as u32);
            assert_eq!(vocabulary.number(word.as_bytes()), number as u32);
        }
        assert_eq!(vocabulary.find(b"4321"), Some(4321));
        assert_eq!(vocabulary.find(b"x"), None);
        let sorted = vocabulary.sorted(&in_order(&vocabulary));
        let mut expected = words.clone();
        expected.sort();
        assert!((0..sorted.len()).map(|idx| sorted.at(idx)).eq(&expected));
        assert_eq!(sorted.find("4321"), Ok(expected.binary_search(&"4321".to_owned()).unwrap()));
        assert_eq!(sorted.find(""), Err(0));
    }

    #[test]
    fn words_are_put_in_the_order_of_their_bytes_however_long() {
        let long = "a".repeat(100_000);
        let words =
            ["abcde", "abcd", "ab", "abcdefgh", "b", "é", "abce", &long, &long[1..], "abcdef"];
        let mut vocabulary = Vocabulary::default();
        words.iter().for_each(|word| _ = vocabulary.number(word.as_bytes()));
        let in_order: Vec<_> =
            in_order(&vocabulary).iter().map(|number| words[*number as usize]).collect();
        let mut expected = words.to_vec();
        expected.sort_unstable();
        assert_eq!(in_order, expected);
    }
}
