//! Random corpora, views and queries from a seed.

use communique_engine::{Action, Choice, Sort, View};
use communique_index::fixture::{self, Random, Said};
use communique_index::{Corpus, Date, Facet, TextSpan};

use crate::wanted::Wanted;
use crate::words::WORDS;

/// What random corpora and views are made by.
pub(crate) struct Generator(Random);

/// Fields with a value that random statements have.
const FIELDS: [(Facet, &str); 9] = [
    (Facet::Speaker, "ada"),
    (Facet::Country, "us"),
    (Facet::Theme, "trade"),
    (Facet::Kind, "direct"),
    (Facet::Outlet, "gazette"),
    (Facet::Year, "2021"),
    (Facet::SpeakerCountry, "ir"),
    (Facet::Listener, "carl"),
    (Facet::Cue, "stressed"),
];

/// Patterns across words, within words, with marks as they are typed, and of nothing.
const PATTERNS: [&str; 9] = [
    "withdraw(al|ing)?",
    r"\bUS\b",
    "troop['’]?s",
    "foreign forces",
    r"\w+-\w+",
    "^the|raïsi$",
    "(?-i)US",
    "ایران",
    "xyzzy",
];

impl Generator {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Random::new(seed))
    }

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
        let one_of = |generator: &mut Self, keys: &[&str]| generator.0.pick(keys).to_owned();
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

    /// A view, and what its query wants.
    pub(crate) fn view(&mut self, corpus: &Corpus) -> (View, Option<Wanted>) {
        let mut actions = Vec::new();
        for facet in Facet::ALL {
            let n_chosen = if self.0.one_in(5) { 1 + self.0.below(3) } else { 0 };
            for _ in 0..n_chosen {
                let keys = &corpus.facet_values[facet];
                let key = match keys.is_empty() || self.0.one_in(8) {
                    true => "nowhere".to_owned(),
                    false => keys[self.0.below(keys.len())].key.clone(),
                };
                let choice = if self.0.one_in(3) { Choice::Excluded } else { Choice::Included };
                actions.push(Action::Choose(facet, key, choice));
            }
            if self.0.one_in(4) {
                actions.push(Action::MatchAll(facet, true));
            }
        }
        let dates = [None, Date::new(2020, 2, 29), Date::new(2021, 4, 12), Date::new(2021, 6, 1)];
        if self.0.one_in(4) {
            actions.push(Action::SetDates(self.0.pick(&dates), self.0.pick(&dates)));
        }
        let sorts = [None, None, Some(Sort::Relevance), Some(Sort::Newest), Some(Sort::Oldest)];
        let more_sorts = [Some(Sort::Speaker), Some(Sort::Document)];
        actions.push(Action::SortBy(self.0.pick(&[&sorts[..], &more_sorts].concat())));
        let wanted = (!self.0.one_in(3)).then(|| self.wanted(2));
        if let Some(wanted) = &wanted {
            actions.push(Action::SetQuery(wanted.written()));
        }
        (View::default().after(actions), wanted)
    }

    fn wanted(&mut self, depth: usize) -> Wanted {
        let kind = self.0.below(if depth == 0 { 9 } else { 13 });
        let several = |generator: &mut Self| {
            let n = 2 + generator.0.below(2);
            (0..n).map(|_| generator.wanted(depth - 1)).collect()
        };
        match kind {
            0 | 1 => Wanted::Word(self.pick_word()),
            2 => self.phrase(),
            3 => Wanted::Prefix(self.0.pick(&["with", "withdraw", "f", "ira", "US", "us", "x"])),
            4 | 5 => {
                let (facet, key) = self.0.pick(&FIELDS);
                Wanted::Value(facet, key)
            }
            6 => Wanted::Suffix(self.0.pick(&["drawal", "ing", "s", "US", "us", "an", "x"])),
            7 => Wanted::Pattern(self.0.pick(&PATTERNS)),
            8 => Wanted::Near(self.placed(), self.0.below(6) as u32, self.placed()),
            9 => Wanted::Not(Box::new(self.wanted(depth - 1))),
            10 => Wanted::Date(self.0.pick(&["2020", "2021"])),
            11 => Wanted::Or(several(self)),
            _ => Wanted::And(several(self)),
        }
    }

    /// What can stand beside NEAR.
    fn placed(&mut self) -> Box<Wanted> {
        Box::new(match self.0.below(4) {
            0 => self.phrase(),
            1 => Wanted::Prefix("with"),
            _ => Wanted::Word(self.pick_word()),
        })
    }

    fn phrase(&mut self) -> Wanted {
        let n_words = 1 + self.0.below(3);
        Wanted::Phrase((0..n_words).map(|_| self.pick_word()).collect())
    }

    fn pick_word(&mut self) -> &'static str {
        let (a, b) = (self.0.below(WORDS.len()), self.0.below(WORDS.len()));
        // The one with a blank inside is two words when typed.
        let written = WORDS[a.min(b)].written;
        if written.contains('\u{a0}') { "troops" } else { written }
    }
}
