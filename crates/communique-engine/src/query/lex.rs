//! A query cut into its smallest parts: operators, parentheses and what is searched for.

use std::ops::Range;

use communique_index::Facet;
use communique_index::analysis::words;

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
            '/' if starts_pattern(rest) => self.pattern(start),
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
                self.report(
                    start..self.at,
                    "this quote is never closed, taken to go on to the end",
                );
            }
        }
        inner
    }

    /// `/…/`, the first slash read. Without a second one all that follows is searched as words, for it is not
    /// known where the pattern would end.
    fn pattern(&mut self, start: usize) -> Option<Kind> {
        if let Some(len) = pattern_len(&self.text[self.at..]) {
            let source = self.text[self.at..self.at + len].to_owned();
            self.at += len + 1;
            return Some(Kind::Clauses(vec![Clause::Pattern(source)]));
        }
        self.at = self.text.len();
        self.report(start..self.at, "a pattern ends with a second slash; searched as words");
        self.plain_words(start..self.at)
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
            let message = "after NEAR/ comes a number of words, as in NEAR/5; searched as words";
            self.report(start..self.at, message);
            return self.plain_words(start..self.at);
        }
        if let Some((name, value)) = word.split_once(':')
            && !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        {
            let value = value.to_owned();
            return self.field(start, name.len(), value);
        }
        match word.strip_suffix('*') {
            Some(prefix) if !prefix.contains('*') => {
                let prefix = prefix.to_owned();
                self.clause(start, Clause::Prefix, prefix)
            }
            _ if word.contains('*') => {
                self.report(
                    start..self.at,
                    "a star stands at the end of a word only; searched as words",
                );
                self.plain_words(start..self.at)
            }
            _ => {
                let word = word.to_owned();
                self.clause(start, Clause::Word, word)
            }
        }
    }

    /// `name:value` or `name:"value"`, read up to the value's end or its quote.
    fn field(&mut self, start: usize, name_len: usize, mut value: String) -> Option<Kind> {
        let name = &self.text[start..start + name_len];
        let facet = Facet::from_key(name);
        let is_known = facet.is_some() || name == "date";
        if is_known && value.is_empty() && self.text[self.at..].starts_with(is_quote) {
            let quote = self.at;
            self.at += self.text[quote..].chars().next().map_or(0, char::len_utf8);
            value = self.quoted(quote);
        }
        let has_value = !value.trim().is_empty();
        match facet {
            Some(facet) if has_value => Some(Kind::Clauses(vec![Clause::Value(facet, value)])),
            None if is_known && has_value => Some(Kind::Clauses(vec![Clause::Date(value)])),
            _ if is_known => {
                self.report(start..self.at, format!("{name}: names nothing, searched as a word"));
                self.plain_words(start..self.at)
            }
            _ => {
                if has_value {
                    let names = Facet::ALL.map(Facet::key).join(", ");
                    let message = format!(
                        "there is no field \"{name}\", searched as words; there are {names}, date"
                    );
                    self.report(start..self.at, message);
                }
                self.plain_words(start..self.at)
            }
        }
    }

    /// The clause of `text`, or nothing where it has neither letters nor digits.
    fn clause(&mut self, start: usize, make: fn(String) -> Clause, text: String) -> Option<Kind> {
        if words(&text).next().is_none() {
            self.report(start..self.at, "there is no letter or digit to search for, left out");
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

/// Whether a slash begins a pattern rather than standing between words.
fn starts_pattern(text: &str) -> bool {
    text[1..].starts_with(|c: char| !c.is_whitespace() && !matches!(c, '/' | ')'))
}

/// Length of the pattern before its closing slash: one that is not behind a backslash, and that ends a word.
fn pattern_len(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        if c == '/' && !is_escaped {
            let after = text[at + 1..].chars().next();
            if after.is_none_or(|c| c.is_whitespace() || c == ')') {
                return Some(at);
            }
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    None
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}
