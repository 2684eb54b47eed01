//! Coarse values of features: what kind of word or mark a token is.

use super::weights::Atom;
use super::words::Class;
use crate::quotes::Quotations;
use crate::tokens::{Case, Token, TokenKind};

/// What kind of word or mark a token is: its closed class by name, else its case or ending.
pub(super) fn shape(
    token: &Token,
    word: &str,
    class: Class,
    quotes: &Quotations,
    at: usize,
) -> Atom<'static> {
    match token.kind {
        TokenKind::Word | TokenKind::Clitic if is_closed(token, word, class) => {
            closed_class(word, class)
        }
        TokenKind::Word => match token.case {
            Case::Upper => const { Atom::new("XX") },
            Case::Capitalized if class.is(Class::TIME) => const { Atom::new("weekday") },
            Case::Capitalized => const { Atom::new("Xx") },
            Case::Lower => ending(word),
        },
        TokenKind::Abbreviation => const { Atom::new("Abbr.") },
        TokenKind::Clitic => const { Atom::new("clitic") },
        TokenKind::Number => const { Atom::new("0") },
        TokenKind::DoubleQuote(_) | TokenKind::SingleQuote(_) => match quotes.of(at) {
            Some(quotation) if quotation.tokens.start == at => const { Atom::new("open") },
            Some(quotation) if quotation.tokens.end == at + 1 => const { Atom::new("close") },
            _ => const { Atom::new("mark") },
        },
        TokenKind::Terminator => const { Atom::new("stop") },
        TokenKind::Ellipsis => const { Atom::new("ellipsis") },
        TokenKind::Comma => const { Atom::new("comma") },
        TokenKind::Colon => const { Atom::new("colon") },
        TokenKind::Semicolon => const { Atom::new("semicolon") },
        TokenKind::Dash => const { Atom::new("dash") },
        TokenKind::OpenBracket => const { Atom::new("open-bracket") },
        TokenKind::CloseBracket => const { Atom::new("close-bracket") },
        TokenKind::Other => const { Atom::new("other") },
    }
}

/// As [`shape`], but a word of a closed class stands for itself.
pub(super) fn gist<'a>(
    token: &Token,
    class: Class,
    word: Atom<'a>,
    shape: Atom<'static>,
) -> Atom<'a> {
    let wordlike = matches!(token.kind, TokenKind::Word | TokenKind::Clitic);
    if wordlike && is_closed(token, word.text, class) { word } else { shape }
}

/// Whether the word is one of a closed class here: a weekday or an adverb in -ly is not.
fn is_closed(token: &Token, word: &str, class: Class) -> bool {
    class != Class::default()
        && !(token.is_capitalized() && class.is(Class::TIME))
        && !(class == Class::ADVERB && word.ends_with("ly"))
}

fn closed_class(word: &str, class: Class) -> Atom<'static> {
    if word.eq_ignore_ascii_case("that") {
        const { Atom::new("that") }
    } else if class.is(Class::SUBJECT) && !class.is(Class::RELATIVE) {
        const { Atom::new("subject") }
    } else if class.is(Class::DETERMINER) {
        const { Atom::new("determiner") }
    } else if class.is(Class::AUXILIARY) {
        const { Atom::new("auxiliary") }
    } else if class.is(Class::RELATIVE) {
        const { Atom::new("relative") }
    } else if class.is(Class::CONJUNCTION) {
        const { Atom::new("conjunction") }
    } else if class.is(Class::COMPLEMENTIZER) {
        const { Atom::new("complementizer") }
    } else if class.is(Class::SUBORDINATOR) {
        const { Atom::new("subordinator") }
    } else if class.is(Class::PREPOSITION) {
        const { Atom::new("preposition") }
    } else if class.is(Class::OBJECT) {
        const { Atom::new("object") }
    } else if class.is(Class::NEGATION) {
        const { Atom::new("negation") }
    } else if class.is(Class::TIME) {
        const { Atom::new("time") }
    } else if class.is(Class::ADVERB) {
        const { Atom::new("adverb") }
    } else if class.is(Class::FINITE) {
        const { Atom::new("finite") }
    } else {
        const { Atom::new("closed") }
    }
}

/// The ending of a lower-case word.
fn ending(word: &str) -> Atom<'static> {
    if word.ends_with("ing") {
        const { Atom::new("-ing") }
    } else if word.ends_with("ed") {
        const { Atom::new("-ed") }
    } else if word.ends_with("ly") {
        const { Atom::new("-ly") }
    } else if word.ends_with('s') {
        const { Atom::new("-s") }
    } else {
        const { Atom::new("x") }
    }
}
