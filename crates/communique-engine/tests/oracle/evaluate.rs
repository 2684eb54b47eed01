//! Views answered by looking at every statement of the plain corpus, as the documentation says.

use std::collections::BTreeSet;

use communique_engine::{Choice, Question, Selection, Sort, Totals};
use communique_index::facet::UNRESOLVED;
use communique_index::{Corpus, Date, Facet, FacetMap, Statement};
use regex::Regex;

use crate::words::tokens;

/// What a query wants.
#[derive(Debug)]
pub(crate) enum Wanted {
    Word(&'static str),
    Phrase(Vec<&'static str>),
    Prefix(&'static str),
    Suffix(&'static str),
    Pattern(&'static str),
    Value(Facet, &'static str),
    Year(u16),
    /// Two words or phrases.
    Near(Box<Wanted>, u32, Box<Wanted>),
    Not(Box<Wanted>),
    And(Vec<Wanted>),
    Or(Vec<Wanted>),
}

pub(crate) struct Expected {
    pub(crate) statements: Vec<usize>,
    pub(crate) totals: Totals,
    pub(crate) counts: FacetMap<Vec<u32>>,
}

pub(crate) fn answer(corpus: &Corpus, question: &Question, wanted: Option<&Wanted>) -> Expected {
    let all = || (0..corpus.statements.len()).map(|idx| (idx, &corpus.statements[idx]));
    let scores = match wanted {
        Some(wanted) => wanted.scores(
            corpus,
            &corpus.statements.iter().map(|s| pieces(corpus, s)).collect::<Vec<_>>(),
        ),
        None => vec![Some(0.0); corpus.statements.len()],
    };
    let found = |idx: &usize| scores[*idx].is_some();
    let in_dates = |s: &Statement| {
        !question.has_dates()
            || date(corpus, s).is_some_and(|date| {
                question.from.is_none_or(|from| date >= from)
                    && question.to.is_none_or(|to| date <= to)
            })
    };
    let chosen = |s: &Statement, but: Option<Facet>| {
        question.selections.iter().all(|(facet, selection)| {
            Some(facet) == but || passes(&keys(corpus, s, facet), selection)
        })
    };
    let mut passed: Vec<_> =
        all().filter(|(n, s)| found(n) && in_dates(s) && chosen(s, None)).collect();
    let counts = FacetMap::from_fn(|facet| {
        let values = corpus.facet_values[facet].iter().map(|value| {
            let has = |s: &Statement| keys(corpus, s, facet).contains(&value.key.as_str());
            all()
                .filter(|(n, s)| has(s) && found(n) && in_dates(s) && chosen(s, Some(facet)))
                .count() as u32
        });
        values.collect()
    });
    let distinct = |key: &dyn Fn(&Statement) -> (u32, u32)| {
        passed.iter().map(|(_, s)| key(s)).collect::<BTreeSet<_>>().len()
    };
    let totals = Totals {
        statements: passed.len(),
        passages: distinct(&|s| (s.document.0, s.line)),
        documents: distinct(&|s| (s.document.0, 0)),
        undated: passed.iter().filter(|(_, s)| date(corpus, s).is_none()).count(),
        undated_left_out: all()
            .filter(|(n, s)| {
                found(n) && !in_dates(s) && date(corpus, s).is_none() && chosen(s, None)
            })
            .count(),
    };
    sort(corpus, question, &scores, &mut passed);
    Expected { statements: passed.into_iter().map(|(idx, _)| idx).collect(), totals, counts }
}

fn passes(keys: &[&str], selection: &Selection) -> bool {
    let included: Vec<_> = selection.included().collect();
    let has = |key: &&str| keys.contains(key);
    keys.iter().all(|key| selection.choice(key) != Choice::Excluded)
        && match selection.all() {
            true => included.iter().all(has),
            false => included.is_empty() || included.iter().any(has),
        }
}

fn sort(
    corpus: &Corpus,
    question: &Question,
    scores: &[Option<f64>],
    passed: &mut [(usize, &Statement)],
) {
    let default = if !question.query.is_empty() { Sort::Relevance } else { Sort::Newest };
    let sort = match question.sort {
        Some(Sort::Relevance) | None => default,
        Some(sort) => sort,
    };
    passed.sort_by(|(n, a), (m, b)| match sort {
        Sort::Relevance => {
            let score = |idx: usize| scores[idx].map_or(0, |score| (score * 1e6).round() as u64);
            score(*m).cmp(&score(*n))
        }
        Sort::Newest => date(corpus, b).cmp(&date(corpus, a)),
        Sort::Oldest => {
            let last = Date::new(9999, 12, 31);
            date(corpus, a).or(last).cmp(&date(corpus, b).or(last))
        }
        Sort::Speaker => {
            let rank = |s| {
                let key = keys(corpus, s, Facet::Speaker)[0];
                // As fixture labels fold: "Zoë B" is "zoe b", "Émile" is "emile".
                (key == UNRESOLVED, key.replace(['ë', 'é'], "e"))
            };
            rank(a).cmp(&rank(b))
        }
        Sort::Document => std::cmp::Ordering::Equal,
    });
}

fn date(corpus: &Corpus, statement: &Statement) -> Option<Date> {
    corpus.documents[statement.document.get()].date
}

fn keys<'c>(corpus: &'c Corpus, statement: &Statement, facet: Facet) -> Vec<&'c str> {
    let key =
        |value: &communique_index::ValueIdx| corpus.facet_values[facet][value.get()].key.as_str();
    statement.values[facet].iter().map(key).collect()
}

type Tokens = Vec<(&'static str, &'static str)>;

/// Topic and contents, each apart.
fn pieces(corpus: &Corpus, statement: &Statement) -> Vec<Tokens> {
    let text = &corpus.documents[statement.document.get()].text;
    let spans = statement.topic.iter().chain(&statement.content);
    spans.map(|span| tokens(&text[span.range()])).collect()
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
            Wanted::Year(year) => format!("date:{year}"),
            Wanted::Near(left, distance, right) => {
                format!("{} NEAR/{distance} {}", left.written(), right.written())
            }
            Wanted::Not(wanted) => format!("-({})", wanted.written()),
            Wanted::And(all) => join(all, " "),
            Wanted::Or(all) => join(all, " OR "),
        }
    }

    /// For each statement its BM25 score, or `None` where it does not match.
    fn scores(&self, corpus: &Corpus, pieces: &[Vec<Tokens>]) -> Vec<Option<f64>> {
        let each = |of: &dyn Fn(&Statement) -> bool| {
            corpus.statements.iter().map(|s| of(s).then_some(0.0)).collect()
        };
        let all = |wanted: &[Wanted]| {
            wanted.iter().map(|wanted| wanted.scores(corpus, pieces)).collect::<Vec<_>>()
        };
        let by_statement =
            |scores: &[Vec<Option<f64>>], join: &dyn Fn(Vec<Option<f64>>) -> Option<f64>| {
                (0..pieces.len()).map(|idx| join(scores.iter().map(|s| s[idx]).collect())).collect()
            };
        match self {
            Wanted::Word(_)
            | Wanted::Phrase(_)
            | Wanted::Prefix(_)
            | Wanted::Suffix(_)
            | Wanted::Near(..) => {
                let freq = |tokens: &Vec<Tokens>| {
                    tokens.iter().map(|tokens| self.starts_in(tokens).len()).sum()
                };
                bm25(pieces, pieces.iter().map(freq).collect())
            }
            Wanted::Pattern(source) => {
                bm25(pieces, corpus.statements.iter().map(|s| n_hits(corpus, s, source)).collect())
            }
            Wanted::Value(facet, key) => each(&|s| keys(corpus, s, *facet).contains(key)),
            Wanted::Year(year) => each(&|s| date(corpus, s).is_some_and(|date| date.year == *year)),
            // Two negations cancel out, and leave the score.
            Wanted::Not(wanted) if let Wanted::Not(inner) = &**wanted => {
                inner.scores(corpus, pieces)
            }
            Wanted::Not(wanted) => {
                let scores = wanted.scores(corpus, pieces);
                scores.into_iter().map(|score| score.is_none().then_some(0.0)).collect()
            }
            Wanted::And(wanted) => by_statement(&all(wanted), &|scores| scores.into_iter().sum()),
            Wanted::Or(wanted) => by_statement(&all(wanted), &|scores| {
                scores.into_iter().flatten().reduce(|a, b| a + b)
            }),
        }
    }

    /// Where matches begin in a piece; of near pairs the first word of the left one, once a pair.
    fn starts_in(&self, piece: &Tokens) -> Vec<usize> {
        match self {
            Wanted::Word(word) => {
                let stems: Vec<_> = tokens(word).into_iter().map(|(_, stem)| stem).collect();
                starts(piece, stems.len(), |n, (_, stem)| *stem == stems[n])
            }
            Wanted::Phrase(words) => {
                let exact: Vec<_> =
                    words.iter().flat_map(|word| tokens(word)).map(|(exact, _)| exact).collect();
                starts(piece, exact.len(), |n, (word, _)| *word == exact[n])
            }
            Wanted::Prefix(prefix) => starts(piece, 1, |_, (exact, _)| exact.starts_with(prefix)),
            Wanted::Suffix(suffix) => starts(piece, 1, |_, (exact, _)| exact.ends_with(suffix)),
            Wanted::Near(left, distance, right) => {
                let (n_left, n_right) = (left.n_tokens(), right.n_tokens());
                let mut pairs = Vec::new();
                for a in left.starts_in(piece) {
                    for b in right.starts_in(piece) {
                        let apart = match a < b {
                            true => b as i64 - (a + n_left - 1) as i64,
                            false => a as i64 - (b + n_right - 1) as i64,
                        };
                        pairs.extend((apart <= i64::from(*distance)).then_some(a));
                    }
                }
                pairs
            }
            Wanted::Pattern(_)
            | Wanted::Value(..)
            | Wanted::Year(_)
            | Wanted::Not(_)
            | Wanted::And(_)
            | Wanted::Or(_) => Vec::new(),
        }
    }

    /// How many tokens a match of a word, phrase, prefix or suffix has.
    fn n_tokens(&self) -> usize {
        match self {
            Wanted::Word(word) => tokens(word).len(),
            Wanted::Phrase(words) => words.iter().map(|word| tokens(word).len()).sum(),
            _ => 1,
        }
    }
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
    let text = &corpus.documents[statement.document.get()].text;
    let spans = statement.topic.iter().chain(&statement.content);
    spans.map(|span| regex.find_iter(&plain(&text[span.range()])).count()).sum()
}

/// Where `len` tokens side by side all fit.
fn starts(
    piece: &Tokens,
    len: usize,
    fits: impl Fn(usize, &(&'static str, &'static str)) -> bool,
) -> Vec<usize> {
    let all_fit = |window: &[(&'static str, &'static str)]| {
        window.iter().enumerate().all(|(n, token)| fits(n, token))
    };
    (0..piece.len()).filter(|at| piece.get(*at..at + len).is_some_and(all_fit)).collect()
}
