//! From reading text to tokens: words, numbers, quotation marks and other marks, each with its place.
//!
//! Tokens are in order and disjoint, never empty, and what lies between two of them is white space. A word
//! keeps its hyphens (`Tehran-Baku`), inner apostrophes (`Sha’abi`) and the full stop of an abbreviation
//! (`Mr.`, `U.S.`), but clitics are tokens of their own (`Lee` `’s`, `do` `n’t`). Cost is linear.

mod marks;
mod words;

use self::marks::mark;
use self::words::{clitic_at, is_amount, is_handle, number_end, takes_full_stop, word_end};
use crate::reading::ReadSpan;

/// One token of a reading's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place.
    pub span: ReadSpan,
    /// What it is.
    pub kind: TokenKind,
    /// How its letters are cased.
    pub case: Case,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, possibly with digits, hyphens, apostrophes or a leading `@` or `#`.
    Word,
    /// A word that ends in the full stop of its abbreviation.
    Abbreviation,
    /// `’s`, `n’t`, `’ll` and the like, cut off the word before.
    Clitic,
    /// Digits with their separators and sign of percent or currency.
    Number,
    /// `“`, `"` or two single marks; the mark itself says more or less which side it is.
    DoubleQuote(Side),
    /// `‘`, `’` or `'` that is not inside a word. It may be an apostrophe after all (`states’`).
    SingleQuote(Side),
    /// `.`, `!` or `?`.
    Terminator,
    /// `…`, `...` or `. . .`
    Ellipsis,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// `—`, `–`, `--`, or a hyphen that stands alone.
    Dash,
    /// `(`, `[` or `{`
    OpenBracket,
    /// `)`, `]` or `}`
    CloseBracket,
    /// Any other mark.
    Other,
}

/// Which side of a quotation a mark stands on, judged by the mark and its neighbors alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// It opens.
    Open,
    /// It closes.
    Close,
    /// It can be either.
    Either,
}

/// How a token's letters are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No capital first: `said`, `al-Araji`, `1`.
    Lower,
    /// A capital first, then something else: `Lee`, `McCain`, `I`.
    Capitalized,
    /// Two or more letters, all capital: `US`, `CNN`, `U.S.`
    Upper,
}

impl Token {
    /// The token's characters.
    pub fn text(self, text: &str) -> &str {
        &text[self.span.start as usize..self.span.end as usize]
    }

    /// Whether it counts as a word: everything but marks.
    pub fn is_word(self) -> bool {
        matches!(
            self.kind,
            TokenKind::Word | TokenKind::Abbreviation | TokenKind::Clitic | TokenKind::Number
        )
    }

    /// Whether it is a word that starts with a capital.
    pub fn is_capitalized(self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Abbreviation) && self.case != Case::Lower
    }
}

/// Cuts the part of `text` that `span` covers into tokens.
pub fn tokenize(text: &str, span: ReadSpan) -> Vec<Token> {
    let mut tokens = Vec::with_capacity((span.end - span.start) as usize / 5);
    let mut at = span.start as usize;
    let end = span.end as usize;
    let text = &text[..end];
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() || is_invisible(c) {
            at += c.len_utf8();
            continue;
        }
        let start = at;
        let kind = if c.is_alphabetic() || is_handle(text, at, c) {
            at = word_end(text, at);
            TokenKind::Word
        } else if c.is_ascii_digit() || is_amount(text, at, c) {
            at = number_end(text, at);
            TokenKind::Number
        } else {
            let (kind, len) = mark(text, span.start as usize, at, c);
            at += len;
            kind
        };
        push(&mut tokens, text, start, &mut at, kind);
    }
    tokens
}

/// Adds the token `start..at`, cutting a clitic off its end or taking in the full stop of an abbreviation.
fn push(tokens: &mut Vec<Token>, text: &str, start: usize, at: &mut usize, kind: TokenKind) {
    let mut add = |start: usize, end: usize, kind: TokenKind| {
        let word = &text[start..end];
        let span = ReadSpan { start: start as u32, end: end as u32 };
        tokens.push(Token { span, kind, case: case_of(word, kind) });
    };
    if kind != TokenKind::Word {
        return add(start, *at, kind);
    }
    if text[*at..].starts_with('.') && takes_full_stop(text, start, *at) {
        *at += 1;
        return add(start, *at, TokenKind::Abbreviation);
    }
    let cut = start + clitic_at(&text[start..*at]).unwrap_or(*at - start);
    add(start, cut, kind);
    if cut < *at {
        add(cut, *at, TokenKind::Clitic);
    }
}

fn case_of(word: &str, kind: TokenKind) -> Case {
    if !matches!(kind, TokenKind::Word | TokenKind::Abbreviation) {
        return Case::Lower;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let mut rest = letters.peekable();
            if rest.peek().is_some() && rest.all(char::is_uppercase) {
                Case::Upper
            } else {
                Case::Capitalized
            }
        }
        _ => Case::Lower,
    }
}

/// Zero-width characters and soft hyphens, which articles copied from the web are full of.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

fn next_char(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

#[cfg(test)]
mod tests;
