//! Random corpora made of [`WORDS`].

use communique_index::fixture::{self, Random, Said};
use communique_index::{Corpus, TextSpan};

use crate::words::WORDS;

/// Makes random corpora.
pub(crate) struct Corpora<'r>(pub(crate) &'r mut Random);

impl Corpora<'_> {
    fn keys(&mut self, from: &[&str]) -> Vec<String> {
        from.iter().filter(|_| self.0.one_in(4)).map(|key| (*key).to_owned()).collect()
    }

    fn words(&mut self, most: usize) -> String {
        let n_words = 1 + self.0.below(most);
        let mut words = Vec::new();
        for _ in 0..n_words {
            // The first words are the frequent ones.
            let (a, b) = (self.0.below(WORDS.len()), self.0.below(WORDS.len()));
            let comma = if self.0.one_in(8) { "," } else { "" };
            words.push(format!("{}{comma}", WORDS[a.min(b)].written));
        }
        words.join(" ")
    }

    pub(crate) fn corpus(&mut self) -> Corpus {
        let n_statements = self.0.below(40);
        let said: Vec<_> = (0..n_statements).map(|_| self.said()).collect();
        let mut corpus = fixture::corpus(&said);
        for idx in 0..corpus.statements.len() {
            if self.0.one_in(4) {
                self.interrupt(&mut corpus, idx);
            }
            if self.0.one_in(4) && idx > 0 {
                self.join_passages(&mut corpus, idx);
            }
        }
        corpus
    }

    fn said(&mut self) -> Said {
        let content = self.words(12);
        let one_of = |corpora: &mut Self, keys: &[&str]| corpora.0.pick(keys).to_owned();
        Said {
            file: one_of(self, &["a.txt", "b.txt", "c.txt", "d.txt"]),
            date: one_of(self, &["", "", "2020-02-29", "2021-04-12", "2021-12-31"]),
            outlet: one_of(self, &["", "gazette", "herald"]),
            speaker: one_of(self, &["", "ada", "zoë-b", "carl", "émile"]),
            cue: one_of(self, &["", "stressed", "added"]),
            topic: if self.0.one_in(3) { self.words(3) } else { String::new() },
            content: if self.0.one_in(3) { format!("“{content}”") } else { content },
            countries: self.keys(&["us", "ir", "iq", "il"]),
            themes: self.keys(&["withdrawal", "security", "trade"]),
            listeners: self.keys(&["ada", "carl"]),
            speaker_country: one_of(self, &["", "", "ir", "us"]),
        }
    }

    /// Cuts a statement's content in two, with what lies between not part of it.
    fn interrupt(&mut self, corpus: &mut Corpus, idx: usize) {
        let statement = &mut corpus.statements[idx];
        let text = &corpus.documents[statement.document.get()].text;
        let whole = statement.content[0];
        let spaces: Vec<_> = text[whole.range()].match_indices(' ').map(|(at, _)| at).collect();
        if let [first, .., last] = spaces[..] {
            let start = whole.start as usize;
            statement.content = vec![
                TextSpan::new(start, start + first),
                TextSpan::new(start + last + 1, whole.end as usize),
            ];
        }
    }

    /// Puts a statement into the passage of the one before.
    fn join_passages(&mut self, corpus: &mut Corpus, idx: usize) {
        corpus.statements[idx].line = corpus.statements[idx - 1].line;
    }
}
