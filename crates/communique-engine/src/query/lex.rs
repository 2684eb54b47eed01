//! A query cut into its smallest parts: operators, parentheses and what is searched for.

mod field;
mod pattern;

use std::ops::Range;

use communique_index::analysis::words;
use communique_words::say;

use super::Clause;
use crate::Diagnostic;

/// `NEAR` without a number.
const DEFAULT_DISTANCE: u32 = 10;

/// The smallest parts of a query.
pub(super) struct Lexeme {
    pub(super) kind: Kind,
    pub(super) text_span: Range<usize>,
}

#[derive(Clone, PartialEq)]
pub(super) enum Kind {
    Open,
    Close,
    /// `-` before something, or `NOT`.
    Not,
    Or,
    And,
    Near(u32),
    /// Anything that is searched for; several words where they were not understood together.
    Clauses(Vec<Clause>),
}

/// The lexemes of `text`, in order, and what could not be read.
pub(super) fn lex(text: &str) -> (Vec<Lexeme>, Vec<Diagnostic>) {
    let mut lexer = Lexer { text, at: 0, diagnostics: Vec::new() };
    let mut lexemes = Vec::new();
    while let Some(skipped) = text[lexer.at..].find(|c: char| !c.is_whitespace()) {
        let start = lexer.at + skipped;
        lexer.at = start;
        let kind = lexer.kind();
        lexemes.extend(kind.map(|kind| Lexeme { kind, text_span: start..lexer.at }));
    }
    (lexemes, lexer.diagnostics)
}

struct Lexer<'q> {
    text: &'q str,
    at: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Lexer<'_> {
    /// The lexeme that starts here; `None` where there is nothing to search for.
    fn kind(&mut self) -> Option<Kind> {
        let start = self.at;
        let rest = &self.text[start..];
        let first = rest.chars().next()?;
        self.at += first.len_utf8();
        match first {
            '(' => Some(Kind::Open),
            ')' => Some(Kind::Close),
            '-' => {
                // A dash between words is no operator.
                let is_operator = self.text[self.at..]
                    .starts_with(|c: char| !c.is_whitespace() && !matches!(c, '-' | ')'));
                is_operator.then_some(Kind::Not)
            }
            '/' if pattern::starts(rest) => self.pattern(start),
            _ if is_quote(first) => self.phrase(start),
            _ => self.word(start),
        }
    }

    /// What stands in quotes, the first of them read.
    fn phrase(&mut self, start: usize) -> Option<Kind> {
        let words = self.quoted(start);
        self.clause(start, Clause::Phrase, words)
    }

    /// Reads up to the closing quote or the end.
    fn quoted(&mut self, start: usize) -> String {
        let rest = &self.text[self.at..];
        let end = rest.find(is_quote);
        let inner = rest[..end.unwrap_or(rest.len())].trim().to_owned();
        match end {
            Some(end) => {
                let quote = rest[end..].chars().next().map_or(0, char::len_utf8);
                self.at += end + quote;
            }
            None => {
                self.at = self.text.len();
                self.report(start..self.at, say::ODD_QUOTE.text());
            }
        }
        inner
    }

    fn word(&mut self, start: usize) -> Option<Kind> {
        let is_end = |c: char| c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c);
        let len = self.text[start..].find(is_end).unwrap_or(self.text.len() - start);
        self.at = start + len;
        let word = &self.text[start..self.at];
        match word {
            "OR" | "|" => return Some(Kind::Or),
            "AND" => return Some(Kind::And),
            "NOT" => return Some(Kind::Not),
            "NEAR" => return Some(Kind::Near(DEFAULT_DISTANCE)),
            _ => {}
        }
        if let Some(distance) = word.strip_prefix("NEAR/") {
            if let Ok(distance) = distance.parse() {
                return Some(Kind::Near(distance));
            }
            self.report(start..self.at, say::ODD_NEAR.text());
            return self.plain_words(start..self.at);
        }
        let word = word.to_owned();
        if let Some((name, value)) = word.split_once(':').filter(|(name, _)| is_name(name)) {
            return self.field(start, name, value);
        }
        match (word.strip_prefix('*'), word.strip_suffix('*')) {
            (_, Some(prefix)) if !prefix.contains('*') => {
                self.clause(start, Clause::Prefix, prefix.to_owned())
            }
            (Some(suffix), _) if !suffix.contains('*') => {
                self.clause(start, Clause::Suffix, suffix.to_owned())
            }
            _ if word.contains('*') => {
                self.report(start..self.at, say::ODD_STAR.text());
                self.plain_words(start..self.at)
            }
            _ => self.clause(start, Clause::Word, word),
        }
    }

    /// The clause of `text`, or nothing where it has neither letters nor digits.
    fn clause(&mut self, start: usize, make: fn(String) -> Clause, text: String) -> Option<Kind> {
        if words(&text).next().is_none() {
            self.report(start..self.at, say::ODD_NO_LETTER.text());
            return None;
        }
        Some(Kind::Clauses(vec![make(text)]))
    }

    fn report(&mut self, text_span: Range<usize>, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::query(text_span, message));
    }

    /// The words of something that was not understood.
    fn plain_words(&self, text_span: Range<usize>) -> Option<Kind> {
        let clauses: Vec<_> =
            words(&self.text[text_span]).map(|word| Clause::Word(word.term)).collect();
        (!clauses.is_empty()).then_some(Kind::Clauses(clauses))
    }
}

/// Whether a field may be called so.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}
