//! Text cut into tokens: runs of letters and digits of any script, and what belongs inside them.

use std::ops::Range;

use super::fold::{is_apostrophe, is_mark};

/// The tokens of `text` as byte ranges, in order, disjoint, none empty. What lies between them is
/// white space, punctuation and symbols.
///
/// A token goes on over an apostrophe between letters (`Iran’s`), a comma before three digits
/// (`5,000`), a point between digits (`12.5`) and the points of dotted letters (`U.S.`, the last
/// one included). An ideograph or kana is a token of its own, as these scripts write no spaces.
pub fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        // Before most tokens stands one space.
        let space = usize::from(text.as_bytes().get(at) == Some(&b' '));
        let start = at + space + text[at + space..].find(char::is_alphanumeric)?;
        at = start + token_len(&text[start..]);
        Some(start..at)
    })
}

/// Length of the token that `text` starts with, which begins with a letter or digit.
fn token_len(text: &str) -> usize {
    plain_len(text.as_bytes()).unwrap_or_else(|| any_len(text))
}

/// Length of any token that `text` starts with.
fn any_len(text: &str) -> usize {
    if let Some(len) = dotted_len(text) {
        return len;
    }
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let goes_on = (is_word(c) && (at == 0 || !(is_ideograph(c) || is_ideograph(previous))))
            || (is_apostrophe(c) && joins(previous) && starts_with(after, joins))
            || (matches!(c, '.' | '٫') && is_digit(previous) && starts_with(after, is_digit))
            || (matches!(c, ',' | '٬') && is_digit(previous) && starts_with_thousands(after));
        if !goes_on {
            return at;
        }
        if !is_mark(c) {
            previous = c;
        }
    }
    text.len()
}

/// Length of a token of ASCII letters and digits that ends without doubt: the way most tokens go, made short.
fn plain_len(text: &[u8]) -> Option<usize> {
    let len = text.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let ends = match text.get(len)? {
        b'\'' | b'`' | 0x80.. => false,
        b'.' | b',' => len > 1 && text[len - 1].is_ascii_alphabetic(),
        _ => true,
    };
    (len > 0 && ends).then_some(len)
}

/// Whether an apostrophe beside it can be inside a word.
fn joins(c: char) -> bool {
    c.is_alphabetic() && !is_ideograph(c)
}

/// Length of two or more single letters with a point after each (`U.S.`); the last point may be absent.
fn dotted_len(text: &str) -> Option<usize> {
    let mut len = 0;
    let mut n_letters = 0;
    let mut rest = text;
    while let Some(letter) = rest.chars().next().filter(|c| c.is_alphabetic() && !is_ideograph(*c))
    {
        let after = &rest[letter.len_utf8()..];
        if starts_with(after, |c| is_word(c) || is_apostrophe(c)) {
            break;
        }
        n_letters += 1;
        len += letter.len_utf8();
        let Some(after) = after.strip_prefix('.') else { break };
        len += 1;
        rest = after;
    }
    let is_cut = starts_with(&text[len..], is_word);
    (n_letters > 1 && !is_cut).then_some(len)
}

fn starts_with(text: &str, is: impl Fn(char) -> bool) -> bool {
    text.chars().next().is_some_and(is)
}

/// Whether exactly three digits follow.
fn starts_with_thousands(text: &str) -> bool {
    text.chars().take_while(|c| is_digit(*c)).count() == 3
}

/// Whether a digit as numbers of our languages are written with, in Latin or Arabic script.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_short_way_leads_where_the_long_one_does(text in "[a-cU5][a-cU.,'`’5é -]{0,12}") {
            if let Some(len) = plain_len(text.as_bytes()) {
                proptest::prop_assert_eq!(any_len(&text), len);
            }
        }
    }
}
