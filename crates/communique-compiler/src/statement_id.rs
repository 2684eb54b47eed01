//! Stable ids of statements: made of the document's name and the statement's own words, so that a link
//! survives rebuilds, growth of the corpus and a corrected speaker.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

/// Letters of an id: safe in URLs and file names, none mistaken for another (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Letters in an id, five bits each: two statements of a million share one with a chance of 1 to 2 million.
const LEN: usize = 12;

/// Hands out the ids of a corpus, in document order.
#[derive(Debug, Default)]
pub struct StatementIds {
    n_given: HashMap<String, u32>,
}

impl StatementIds {
    /// The id of the next statement of `file` with these published `words`. The same words again in the same
    /// file get a number at the end: `…-2`.
    pub fn next(&mut self, file: &str, words: &str) -> String {
        self.claim(hash(file, words))
    }

    /// The id that is given already, unless another statement has it; then with a number at the end.
    pub fn claim(&mut self, id: String) -> String {
        let n = self.n_given.entry(id.clone()).or_default();
        *n += 1;
        if *n == 1 { id } else { format!("{id}-{n}") }
    }
}

/// What counts of words: letters and digits, in lower case. Marks and spaces come and go with editors.
pub fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn hash(file: &str, words: &str) -> String {
    let digest =
        Sha256::new().chain_update(file).chain_update([0]).chain_update(letters(words)).finalize();
    let bits = u64::from_be_bytes(digest[..8].try_into().expect("eight of thirty-two bytes"));
    (0..LEN).map(|i| char::from(LETTERS[(bits >> (59 - 5 * i)) as usize & 31])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_file_and_words_alone() {
        let mut ids = StatementIds::default();
        let first = ids.next("a.txt", "The talks went well.");
        assert_eq!(first.len(), LEN);
        assert_eq!(StatementIds::default().next("a.txt", "“The talks  went well”"), first);
        assert_ne!(ids.next("b.txt", "The talks went well."), first);
        assert_ne!(ids.next("a.txt", "The talks went wrong."), first);
        assert_eq!(ids.next("a.txt", "The talks went well"), format!("{first}-2"));
    }
}
