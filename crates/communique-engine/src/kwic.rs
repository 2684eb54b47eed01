//! Keyword in context: each match of the query with the words before and after it, one line a match.
//!
//! Left, keyword and right are slices of a statement's topic or content as read; together they are all of it.

use std::ops::Range;

use communique_index::StatementIdx;
use communique_index::analysis::words;

use crate::answer::Answer;
use crate::engine::Engine;
use crate::view::{KwicSort, Side};

/// The lines of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kwic {
    /// In the order asked for; lines that do not differ in it keep the order of the answer.
    pub lines: Vec<KwicLine>,
    /// Statements of the answer that were not read, because there are too many.
    pub n_unread: usize,
}

/// A match with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KwicLine {
    /// The statement it is part of.
    pub statement: StatementIdx,
    /// The statement's topic or content, as read.
    pub text: String,
    /// Bytes of `text` that match.
    pub keyword: Range<usize>,
    /// Bytes of `text` that hold the word the lines are sorted by.
    pub sorted_by: Option<Range<usize>>,
}

impl KwicLine {
    /// What stands before the keyword.
    pub fn left(&self) -> &str {
        &self.text[..self.keyword.start]
    }

    /// The match.
    pub fn keyword(&self) -> &str {
        &self.text[self.keyword.clone()]
    }

    /// What stands after the keyword.
    pub fn right(&self) -> &str {
        &self.text[self.keyword.end..]
    }

    /// The word that `sort` names: its bytes of the text, and its term.
    fn word(&self, sort: KwicSort) -> Option<(Range<usize>, String)> {
        let nth = usize::from(sort.nth.max(1)) - 1;
        let (offset, word) = match sort.side {
            Side::Left => {
                let words: Vec<_> = words(self.left()).collect();
                (0, words.into_iter().nth_back(nth)?)
            }
            Side::Right => (self.keyword.end, words(self.right()).nth(nth)?),
        };
        Some((word.text_span.start + offset..word.text_span.end + offset, word.term))
    }
}

impl Engine {
    /// The concordance of an answer: none where its query names no words. Only the first `n_read` statements
    /// of the answer are read, which costs each of them a look at every word.
    pub fn kwic(&self, answer: &Answer, sort: Option<KwicSort>, n_read: usize) -> Kwic {
        let read = &answer.statements[..n_read.min(answer.statements.len())];
        let mut lines = self.lines(read, answer);
        if let Some(sort) = sort {
            let sort_key = |mut line: KwicLine| {
                let (span, term) = line.word(sort).unzip();
                line.sorted_by = span;
                // A line that ends before the word comes last.
                ((term.is_none(), term.unwrap_or_default()), line)
            };
            let mut keyed: Vec<_> = lines.into_iter().map(sort_key).collect();
            keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
            lines = keyed.into_iter().map(|(_, line)| line).collect();
        }
        Kwic { lines, n_unread: answer.statements.len() - read.len() }
    }

    fn lines(&self, statements: &[StatementIdx], answer: &Answer) -> Vec<KwicLine> {
        let pack = self.pack();
        let mut lines = Vec::new();
        let mut last = None;
        for idx in statements {
            let at = pack.statement_document(*idx);
            // Most orders keep the statements of a document together.
            let repairs = match last.take() {
                Some((last_at, repairs)) if last_at == at => repairs,
                _ => pack.repairs(at),
            };
            let (topic, content) = self.marked(*idx, &pack.statement(*idx), &repairs, answer);
            last = Some((at, repairs));
            for text in topic.into_iter().chain([content]) {
                lines.extend(text.marks.iter().map(|keyword| KwicLine {
                    statement: *idx,
                    text: text.text.clone(),
                    keyword: keyword.clone(),
                    sorted_by: None,
                }));
            }
        }
        lines
    }
}
