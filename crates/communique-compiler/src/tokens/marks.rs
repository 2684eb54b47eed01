//! Marks: in comes where one stands, out goes what it is, how long it is, and for quotation marks their side.

use super::{Side, TokenKind, next_char};

/// The mark at `at` and its length in bytes.
pub(super) fn mark(text: &str, base: usize, at: usize, c: char) -> (TokenKind, usize) {
    let len = c.len_utf8();
    let rest = &text[at..];
    let before = text[base..at].chars().next_back();
    let double = |side| (TokenKind::DoubleQuote(side), 2 * len);
    match c {
        // Curly marks are set the wrong way round now and then; white space tells.
        '“' if side(before, next_char(text, at + len)) == Side::Close
            && before.is_some_and(|c| matches!(c, ',' | '.' | '?' | '!')) =>
        {
            (TokenKind::DoubleQuote(Side::Close), len)
        }
        '“' | '„' | '«' => (TokenKind::DoubleQuote(Side::Open), len),
        '”' | '»' => (TokenKind::DoubleQuote(Side::Close), len),
        '"' | '＂' => (TokenKind::DoubleQuote(side(before, next_char(text, at + len))), len),
        '`' if rest.starts_with("``") => double(Side::Open),
        '‘' if rest.starts_with("‘‘") => double(Side::Open),
        '’' if rest.starts_with("’’") => double(Side::Close),
        // "'so,'''": the inner mark closes first.
        '\'' if rest.starts_with("'''") && before.is_some_and(|c| !c.is_whitespace()) => {
            (TokenKind::SingleQuote(Side::Close), len)
        }
        '\'' if rest.starts_with("''") => double(side(before, next_char(text, at + 2))),
        '‘' => (TokenKind::SingleQuote(Side::Open), len),
        '`' => (TokenKind::SingleQuote(Side::Open), len),
        '’' | '\'' | 'ʼ' => {
            (TokenKind::SingleQuote(side(before, next_char(text, at + len))), len)
        }
        '.' if rest.starts_with("...") => {
            (TokenKind::Ellipsis, rest.bytes().take_while(|&b| b == b'.').count())
        }
        '.' if rest.starts_with(". . .") => {
            (TokenKind::Ellipsis, if rest.starts_with(". . . .") { 7 } else { 5 })
        }
        '…' => (TokenKind::Ellipsis, len),
        '.' | '!' | '?' | '؟' | '。' => (TokenKind::Terminator, len),
        ',' | '،' => (TokenKind::Comma, len),
        ':' => (TokenKind::Colon, len),
        ';' | '؛' => (TokenKind::Semicolon, len),
        '—' | '–' | '―' => (TokenKind::Dash, len),
        '-' => (TokenKind::Dash, rest.bytes().take_while(|&b| b == b'-').count()),
        '(' | '[' | '{' => (TokenKind::OpenBracket, len),
        ')' | ']' | '}' => (TokenKind::CloseBracket, len),
        _ => (TokenKind::Other, len),
    }
}

/// Which side a straight mark stands on: it opens before a word that it touches, after white space or an
/// opening mark; it closes after something that it touches.
fn side(before: Option<char>, after: Option<char>) -> Side {
    let blank_before = before.is_none_or(|c| c.is_whitespace());
    let blank_after = after.is_none_or(|c| c.is_whitespace());
    match (blank_before, blank_after) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        (true, true) => Side::Either,
        (false, false) => {
            if before.is_some_and(|c| {
                matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\'')
            }) {
                Side::Open
            } else if after.is_some_and(char::is_alphanumeric) {
                // `said:"We` opens, `end."He` closes.
                if before.is_some_and(|c| matches!(c, ':' | ',')) {
                    Side::Either
                } else {
                    Side::Close
                }
            } else {
                Side::Close
            }
        }
    }
}
