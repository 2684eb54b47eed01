//! Regular expressions in queries: `/foreign (forces|troops)/`.
//!
//! The engine knows no regular expressions. Whoever asks it *hands* it something that finds one in texts, natively
//! or from a module of its own, and keeps what was found: a [`PatternSearch`] walks all statements in steps as small as
//! one likes, may be dropped at any time, and leaves its hits with the engine. From then on every answer
//! has them; before that an answer leaves the pattern out and says so.
//!
//! A pattern sees each topic and each stretch of content apart, as read, in *plain* writing: straight quotes and
//! apostrophes, ordinary spaces and hyphens. The same is done to the pattern, so that neither has to know how the
//! other is typed.

use std::sync::{Arc, Mutex, PoisonError};

use communique_index::StatementIdx;

use crate::Query;
use crate::engine::Engine;
use crate::searched::searched_texts;
use crate::view::Question;

/// Patterns whose hits are kept; the one not asked for longest makes room.
const N_KEPT: usize = 16;
/// Bytes of text that a search takes in one step where nobody has to wait for it.
const ALL_AT_ONCE: usize = 1 << 16;

/// A search for one pattern through all statements, step by step.
pub struct PatternSearch<'e> {
    engine: &'e Engine,
    source: String,
    /// The statement to look at next.
    next: usize,
    hits: PatternHits,
}

/// Where a pattern matches.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PatternHits {
    /// The statements that have it, in order, each with one past its last hit.
    statements: Vec<(StatementIdx, u32)>,
    /// Start and end of each hit in the plain writing of the statement's texts side by side.
    hits: Vec<[u32; 2]>,
}

/// What is known of a pattern: where it matches, or why it is none.
pub(crate) type Found = Result<Arc<PatternHits>, String>;

/// What was found so far, the pattern asked for last at the end.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns(Arc<Mutex<Vec<(String, Found)>>>);

impl Engine {
    /// The patterns of a question's query that answers do not have yet, in order, each once.
    pub fn unsearched_patterns(&self, question: &Question) -> Vec<String> {
        let (query, _) = Query::parse(&question.query);
        let is_unknown = |source: &&str| self.patterns().find(source).is_none();
        query.patterns().into_iter().filter(is_unknown).map(str::to_owned).collect()
    }

    /// Begins to look for a pattern.
    pub fn search_pattern(&self, source: &str) -> PatternSearch<'_> {
        let hits = PatternHits::default();
        PatternSearch { engine: self, source: source.to_owned(), next: 0, hits }
    }

    /// Keeps in mind that a pattern is none, and why: lower case, no full stop.
    pub fn refuse_pattern(&self, source: &str, reason: String) {
        self.patterns().keep(source, Err(reason));
    }

    /// Knows nothing of a pattern any more, so that it can be searched anew.
    pub fn forget_pattern(&self, source: &str) {
        self.patterns().forget(source);
    }

    /// Searches all patterns of a question at once. `compile` is handed each in plain writing and gives what finds it, as
    /// in [`PatternSearch::step`], or why it is none.
    pub fn search_patterns<F: Fn(&str, &[u32]) -> Vec<u32>>(
        &self,
        question: &Question,
        compile: impl Fn(&str) -> Result<F, String>,
    ) {
        for source in self.unsearched_patterns(question) {
            match compile(&plain(&source)) {
                Ok(find) => {
                    let mut search = self.search_pattern(&source);
                    while search.step(ALL_AT_ONCE, &find) {}
                }
                Err(reason) => self.refuse_pattern(&source, reason),
            }
        }
    }
}

impl PatternSearch<'_> {
    /// The pattern in plain writing, as it is to be compiled.
    pub fn pattern(&self) -> String {
        plain(&self.source)
    }

    /// Looks through the next `n_bytes` of text or a little more. Gives whether there is more to search; when there is
    /// not, the engine has the hits.
    ///
    /// `find` is handed texts one behind the other and where each ends, in bytes. It gives start and end of each match by
    /// turns, in order, none empty, none across an end of a text.
    pub fn step(&mut self, n_bytes: usize, find: impl Fn(&str, &[u32]) -> Vec<u32>) -> bool {
        let batch = self.batch(n_bytes);
        let found = find(&batch.text, &batch.ends);
        let mut found = found.as_chunks().0.iter().peekable();
        for (statement, start, end) in batch.statements {
            while let Some([from, to]) = found.next_if(|hit| hit[1] <= end) {
                self.hits.push(statement, [from - start, to - start]);
            }
        }
        if self.next < self.engine.n_statements() {
            return true;
        }
        let hits = Arc::new(std::mem::take(&mut self.hits));
        self.engine.patterns().keep(&self.source, Ok(hits));
        false
    }

    fn batch(&mut self, n_bytes: usize) -> Batch {
        let pack = self.engine.pack();
        let mut batch = Batch::default();
        while self.next < pack.n_statements() && batch.text.len() < n_bytes {
            let statement = StatementIdx::from(self.next);
            let start = batch.text.len() as u32;
            for text in searched_texts(pack, statement) {
                push_plain(&text, &mut batch.text);
                batch.ends.push(batch.text.len() as u32);
            }
            batch.statements.push((statement, start, batch.text.len() as u32));
            self.next += 1;
        }
        batch
    }
}

/// Texts to search in one go.
#[derive(Default)]
struct Batch {
    text: String,
    ends: Vec<u32>,
    /// Each with start and end of its texts.
    statements: Vec<(StatementIdx, u32, u32)>,
}

impl PatternHits {
    fn push(&mut self, statement: StatementIdx, hit: [u32; 2]) {
        self.hits.push(hit);
        let end = self.hits.len() as u32;
        match self.statements.last_mut().filter(|(last, _)| *last == statement) {
            Some((_, last)) => *last = end,
            None => self.statements.push((statement, end)),
        }
    }

    /// How often each statement has the pattern.
    pub(crate) fn freqs(&self) -> Vec<(StatementIdx, u32)> {
        let mut start = 0;
        let freq = |(statement, end): &(StatementIdx, u32)| {
            let freq = end - start;
            start = *end;
            (*statement, freq)
        };
        self.statements.iter().map(freq).collect()
    }

    /// The hits in a statement, in order: start and end in the plain writing of its texts side by side.
    pub(crate) fn of(&self, statement: StatementIdx) -> &[[u32; 2]] {
        let Ok(at) = self.statements.binary_search_by_key(&statement, |(idx, _)| *idx) else {
            return &[];
        };
        let start = if at == 0 { 0 } else { self.statements[at - 1].1 };
        &self.hits[start as usize..self.statements[at].1 as usize]
    }
}

impl Patterns {
    /// What is known of a pattern.
    pub(crate) fn find(&self, source: &str) -> Option<Found> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(other, _)| other == source)?;
        kept[at..].rotate_left(1);
        kept.last().map(|(_, found)| found.clone())
    }

    fn keep(&self, source: &str, found: Found) {
        self.forget(source);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == N_KEPT {
            kept.drain(..1);
        }
        kept.push((source.to_owned(), found));
    }

    fn forget(&self, source: &str) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(other, _)| other != source);
    }
}

/// A text in plain writing.
fn plain(text: &str) -> String {
    let mut written = String::new();
    push_plain(text, &mut written);
    written
}

fn push_plain(text: &str, written: &mut String) {
    written.extend(text.chars().map(plain_char));
}

/// What a character is in plain writing: one for one, so that places can be found again.
fn plain_char(c: char) -> char {
    match c {
        '’' | '‘' | '‛' | 'ʼ' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '\u{a0}' | '\u{2007}' | '\u{202f}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        _ => c,
    }
}

/// Where places in the plain writing of `text`, in bytes and between characters, are in `text` itself.
pub(crate) fn from_plain(text: &str, at: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut lost = Vec::new();
    let mut n_plain = 0;
    for (start, c) in text.char_indices() {
        n_plain += plain_char(c).len_utf8();
        if start + c.len_utf8() - n_plain > lost.last().map_or(0, |(_, n_lost)| *n_lost) {
            lost.push((n_plain, start + c.len_utf8() - n_plain));
        }
    }
    let found = |at| {
        let n_before = lost.partition_point(|(from, _)| *from <= at);
        at + n_before.checked_sub(1).map_or(0, |last| lost[last].1)
    };
    at.map(found).collect()
}
