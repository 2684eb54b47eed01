//! What queries want, and the statements that have it: every word of every statement is looked at.

use communique_index::{Corpus, Facet, Statement};
use regex::Regex;

use crate::evaluate::{Read, Tokens, date, keys, texts};

/// What a query wants.
#[derive(Debug)]
pub(crate) enum Wanted {
    Word(&'static str),
    Phrase(Vec<&'static str>),
    Prefix(&'static str),
    Suffix(&'static str),
    Pattern(&'static str),
    Value(Facet, &'static str),
    /// A day, month or year, or two of them around `..`.
    Date(&'static str),
    /// Two words or phrases.
    Near(Box<Wanted>, u32, Box<Wanted>),
    Not(Box<Wanted>),
    And(Vec<Wanted>),
    Or(Vec<Wanted>),
}

impl Wanted {
    pub(crate) fn written(&self) -> String {
        let join = |all: &[Wanted], between: &str| {
            let all: Vec<_> = all.iter().map(|wanted| format!("({})", wanted.written())).collect();
            all.join(between)
        };
        match self {
            Wanted::Word(word) => (*word).to_owned(),
            Wanted::Phrase(words) => format!("“{}”", words.join(" ")),
            Wanted::Prefix(prefix) => format!("{prefix}*"),
            Wanted::Suffix(suffix) => format!("*{suffix}"),
            Wanted::Pattern(source) => format!("/{source}/"),
            Wanted::Value(facet, key) => format!("{}:{key}", facet.key()),
            Wanted::Date(text) => format!("date:{text}"),
            Wanted::Near(left, distance, right) => {
                format!("{} NEAR/{distance} {}", left.written(), right.written())
            }
            Wanted::Not(wanted) => format!("-({})", wanted.written()),
            Wanted::And(all) => join(all, " "),
            Wanted::Or(all) => join(all, " OR "),
        }
    }
}

/// Looks at every word of every statement.
pub(crate) struct Scorer<'c> {
    pub(crate) corpus: &'c Corpus,
    read: Read,
    /// Of each statement topic and contents, each apart.
    pieces: Vec<Vec<Tokens>>,
}

impl<'c> Scorer<'c> {
    /// Reads `corpus`, whose words `read` gives.
    pub(crate) fn new(corpus: &'c Corpus, read: Read) -> Self {
        let pieces = |s| texts(corpus, s).map(|text| read(&text)).collect();
        Self { corpus, read, pieces: corpus.statements.iter().map(pieces).collect() }
    }

    /// For each statement its BM25 score, or `None` where it does not match.
    pub(crate) fn scores(&self, wanted: &Wanted) -> Vec<Option<f64>> {
        let statements = &self.corpus.statements;
        let each = |of: &dyn Fn(&Statement) -> bool| {
            statements.iter().map(|s| of(s).then_some(0.0)).collect()
        };
        let by_statement = |wanted: &[Wanted], join: &dyn Fn(Vec<Option<f64>>) -> Option<f64>| {
            let scores: Vec<_> = wanted.iter().map(|wanted| self.scores(wanted)).collect();
            let all = |idx: usize| join(scores.iter().map(|scores| scores[idx]).collect());
            (0..statements.len()).map(all).collect()
        };
        match wanted {
            Wanted::Word(_)
            | Wanted::Phrase(_)
            | Wanted::Prefix(_)
            | Wanted::Suffix(_)
            | Wanted::Near(..) => {
                let freq = |pieces: &Vec<Tokens>| {
                    pieces.iter().map(|piece| self.starts_in(wanted, piece).len()).sum()
                };
                bm25(&self.pieces, self.pieces.iter().map(freq).collect())
            }
            Wanted::Pattern(source) => {
                let n_hits = |s| n_hits(self.corpus, s, source);
                bm25(&self.pieces, statements.iter().map(n_hits).collect())
            }
            Wanted::Value(facet, key) => each(&|s| keys(self.corpus, s, *facet).contains(key)),
            Wanted::Date(text) => each(&|s| {
                date(self.corpus, s).is_some_and(|date| is_within(&date.to_string(), text))
            }),
            // Two negations cancel out, and leave the score.
            Wanted::Not(wanted) if let Wanted::Not(inner) = &**wanted => self.scores(inner),
            Wanted::Not(wanted) => {
                let scores = self.scores(wanted).into_iter();
                scores.map(|score| score.is_none().then_some(0.0)).collect()
            }
            Wanted::And(wanted) => by_statement(wanted, &|scores| scores.into_iter().sum()),
            Wanted::Or(wanted) => {
                by_statement(wanted, &|scores| scores.into_iter().flatten().reduce(|a, b| a + b))
            }
        }
    }

    /// Where matches begin in a piece; of near pairs the first word of the left one, once a pair.
    fn starts_in(&self, wanted: &Wanted, piece: &Tokens) -> Vec<usize> {
        match wanted {
            Wanted::Near(left, distance, right) => {
                let (n_left, n_right) = (self.slots(left).len(), self.slots(right).len());
                let mut pairs = Vec::new();
                for a in self.starts_in(left, piece) {
                    for b in self.starts_in(right, piece) {
                        let apart = match a < b {
                            true => b as i64 - (a + n_left - 1) as i64,
                            false => a as i64 - (b + n_right - 1) as i64,
                        };
                        pairs.extend((apart <= i64::from(*distance)).then_some(a));
                    }
                }
                pairs
            }
            _ => {
                let slots = self.slots(wanted);
                let all_fit =
                    |words: &[_]| slots.iter().zip(words).all(|(slot, word)| slot.fits(*word));
                let fits = |at: &usize| piece.get(*at..at + slots.len()).is_some_and(all_fit);
                (0..piece.len()).filter(fits).collect()
            }
        }
    }

    /// What words side by side a word, phrase, prefix or suffix asks for; none for all else.
    fn slots(&self, wanted: &Wanted) -> Vec<Slot> {
        let forms = |text| (self.read)(text).into_iter().map(|(_, stem)| Slot::FormOf(stem));
        match wanted {
            Wanted::Word(text) => forms(text).collect(),
            Wanted::Phrase(words) => {
                let words = words.iter().flat_map(|word| (self.read)(word));
                words.map(|(exact, _)| Slot::Exact(exact)).collect()
            }
            Wanted::Prefix(text) => {
                let (whole, begun) = text.rsplit_once('-').unwrap_or(("", text));
                forms(whole).chain([Slot::Beginning(begun)]).collect()
            }
            Wanted::Suffix(text) => {
                let (ended, whole) = text.split_once('-').unwrap_or((text, ""));
                [Slot::Ending(ended)].into_iter().chain(forms(whole)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A word that is asked for.
enum Slot {
    Exact(&'static str),
    FormOf(&'static str),
    Beginning(&'static str),
    Ending(&'static str),
}

impl Slot {
    fn fits(&self, (exact, stem): (&str, &str)) -> bool {
        match self {
            Slot::Exact(wanted) => exact == *wanted,
            Slot::FormOf(wanted) => stem == *wanted,
            Slot::Beginning(wanted) => exact.starts_with(wanted),
            Slot::Ending(wanted) => exact.ends_with(wanted),
        }
    }
}

/// Whether a day lies in a day, month or year, or between two of them around `..`: as texts, the shorter one
/// telling how much of the day is looked at.
fn is_within(day: &str, text: &str) -> bool {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    text != ".." && day[..from.len()] >= *from && day[..to.len()] <= *to
}

/// For each statement the BM25 score of so many matches, or `None` where there are none.
fn bm25(pieces: &[Vec<Tokens>], freqs: Vec<usize>) -> Vec<Option<f64>> {
    let length = |pieces: &Vec<Tokens>| pieces.iter().map(Vec::len).sum::<usize>() as f64;
    let n_statements = pieces.len() as f64;
    let average = pieces.iter().map(length).sum::<f64>() / n_statements;
    let having = freqs.iter().filter(|freq| **freq > 0).count() as f64;
    let idf = (1.0 + (n_statements - having + 0.5) / (having + 0.5)).ln();
    let score = |(freq, pieces): (usize, &Vec<Tokens>)| {
        let freq = freq as f64;
        let norm = 1.2 * (1.0 - 0.75 + 0.75 * length(pieces) / average);
        (freq > 0.0).then(|| idf * freq * 2.2 / (freq + norm))
    };
    freqs.into_iter().zip(pieces).map(score).collect()
}

/// How often a regular expression matches in topic and contents, each apart, whatever their quotes and blanks.
fn n_hits(corpus: &Corpus, statement: &Statement, source: &str) -> usize {
    let plain =
        |text: &str| text.replace(['“', '”'], "\"").replace('’', "'").replace('\u{a0}', " ");
    let regex = Regex::new(&format!("(?i){}", plain(source))).expect("patterns here are sound");
    texts(corpus, statement).map(|text| regex.find_iter(&plain(&text)).count()).sum()
}
