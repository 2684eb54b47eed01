//! Regular expressions between slashes.

use communique_words::say;

use super::{Kind, Lexer};
use crate::query::Clause;

impl Lexer<'_> {
    /// `/…/`, the first slash read. Without a second one all that follows is searched as words, for it is not
    /// known where the pattern would end.
    pub(super) fn pattern(&mut self, start: usize) -> Option<Kind> {
        if let Some(len) = len(&self.text[self.at..]) {
            let source = self.text[self.at..self.at + len].to_owned();
            self.at += len + 1;
            return Some(Kind::Clauses(vec![Clause::Pattern(source)]));
        }
        self.at = self.text.len();
        self.report(start..self.at, say::ODD_PATTERN_OPEN.text());
        self.plain_words(start..self.at)
    }
}

/// Whether a slash begins a pattern rather than standing between words.
pub(super) fn starts(text: &str) -> bool {
    text[1..].starts_with(|c: char| !c.is_whitespace() && !matches!(c, '/' | ')'))
}

/// Length of the pattern before its closing slash: one that is not behind a backslash, and that ends a word.
fn len(text: &str) -> Option<usize> {
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
