//! From a paragraph's tokens to its sentences.
//!
//! A sentence ends behind `.`, `!`, `?` or `…` and whatever closes after it (quotation marks, brackets,
//! footnote marks), where the next token can begin one. Sentences are ranges of tokens, in order, without
//! gaps, never empty. `“Why?” he said` is one sentence; so is `He said no. … we go` with a small letter.
//! `“Why?” Lee said` is two: that a name after a question says it is for attribution to find.

use std::ops::Range;

use crate::genre::Genre;
use crate::reading::{ReadSpan, Reading};
use crate::tokens::{Side, Token, TokenKind, tokenize};

/// A reading cut into tokens and sentences.
#[derive(Clone, Debug)]
pub struct Prose<'a> {
    /// The reading's text.
    pub text: &'a str,
    /// All tokens of all paragraphs, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order. None crosses a paragraph.
    pub sentences: Vec<Sentence>,
    /// For each paragraph of the reading its range of tokens.
    pub paragraphs: Vec<Range<usize>>,
    /// What kind of text it is.
    pub genre: Genre,
}

/// One sentence of a paragraph of any role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index into [`Reading::paragraphs`].
    pub paragraph: usize,
    /// Its tokens, as a range of [`Prose::tokens`].
    pub tokens: Range<usize>,
}

impl<'a> Prose<'a> {
    /// Cuts `reading` into tokens and sentences.
    pub fn new(reading: &'a Reading) -> Self {
        let mut prose = Prose {
            text: &reading.text,
            tokens: Vec::with_capacity(reading.text.len() / 5),
            sentences: Vec::new(),
            paragraphs: Vec::with_capacity(reading.paragraphs.len()),
            genre: Genre::default(),
        };
        for (paragraph, segment) in reading.paragraphs.iter().enumerate() {
            let base = prose.tokens.len();
            prose.tokens.extend(tokenize(&reading.text, segment.span));
            for range in split(&reading.text, &prose.tokens[base..]) {
                let tokens = base + range.start..base + range.end;
                prose.sentences.push(Sentence { paragraph, tokens });
            }
            prose.paragraphs.push(base..prose.tokens.len());
        }
        prose.genre = Genre::of(&reading.text, &prose.tokens, &prose.sentences);
        prose
    }

    /// The characters of token `at`.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens[at].text(self.text)
    }

    /// From the first to the last of `tokens`, which must not be empty.
    pub fn span(&self, tokens: &Range<usize>) -> ReadSpan {
        ReadSpan {
            start: self.tokens[tokens.start].span.start,
            end: self.tokens[tokens.end - 1].span.end,
        }
    }
}

/// The sentences of one paragraph's tokens.
pub fn split(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        let ends = match tokens[at].kind {
            TokenKind::Terminator | TokenKind::Ellipsis => true,
            TokenKind::Abbreviation => !NEVER_LAST.contains(&tokens[at].text(text)),
            _ => false,
        };
        at += 1;
        if !ends {
            continue;
        }
        let after_abbreviation = tokens[at - 1].kind == TokenKind::Abbreviation;
        while at < tokens.len() && closes(tokens, at) {
            at += 1;
        }
        if at < tokens.len() && can_begin(text, &tokens[at..], after_abbreviation) {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// Titles, which are always followed by a name.
const NEVER_LAST: &[&str] = &[
    "Mr.", "Mrs.", "Ms.", "Dr.", "Sen.", "Sens.", "Rep.", "Reps.", "Gov.", "Gen.", "Lt.", "Col.",
    "Capt.", "Sgt.", "Adm.", "Maj.", "Prof.", "Rev.", "Hon.", "Messrs.", "Amb.", "Cmdr.", "Supt.",
    "St.", "vs.",
];

/// Capitalized words that begin sentences far more often than they are names. After an abbreviation only
/// these do: "in the U.S. The plan" but "the U.S. Senate".
const STARTERS: &[&str] = &[
    "A",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Both",
    "But",
    "By",
    "Even",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Last",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "No",
    "Not",
    "Now",
    "On",
    "One",
    "Or",
    "Other",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "To",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "Which",
    "While",
    "Who",
    "Why",
    "With",
    "Yet",
    "You",
];

/// Whether the token at `at` still belongs to a sentence whose full stop stands before it.
fn closes(tokens: &[Token], at: usize) -> bool {
    let touches = tokens[at - 1].span.end == tokens[at].span.start;
    match tokens[at].kind {
        TokenKind::Terminator | TokenKind::Ellipsis | TokenKind::CloseBracket => true,
        TokenKind::DoubleQuote(side) | TokenKind::SingleQuote(side) => {
            side == Side::Close || (side == Side::Either && touches)
        }
        _ => false,
    }
}

/// Whether a sentence can begin with `tokens`.
fn can_begin(text: &str, tokens: &[Token], after_abbreviation: bool) -> bool {
    let opens = |t: &&Token| {
        matches!(
            t.kind,
            TokenKind::DoubleQuote(_)
                | TokenKind::SingleQuote(_)
                | TokenKind::OpenBracket
                | TokenKind::Ellipsis
                | TokenKind::Dash
                | TokenKind::Other
        )
    };
    let n_opening = tokens.iter().take_while(opens).count();
    let Some(first) = tokens.get(n_opening) else { return n_opening > 0 };
    if after_abbreviation {
        let quoted = matches!(tokens[0].kind, TokenKind::DoubleQuote(_));
        return quoted && first.is_capitalized() || STARTERS.contains(&first.text(text));
    }
    match first.kind {
        TokenKind::Word | TokenKind::Abbreviation => {
            // Scripts without case begin a sentence with any letter.
            let letter = first.text(text).chars().next();
            first.is_capitalized() || letter.is_some_and(|c| !c.is_lowercase())
        }
        TokenKind::Number => true,
        TokenKind::Clitic
        | TokenKind::DoubleQuote(_)
        | TokenKind::SingleQuote(_)
        | TokenKind::Terminator
        | TokenKind::Ellipsis
        | TokenKind::Comma
        | TokenKind::Colon
        | TokenKind::Semicolon
        | TokenKind::Dash
        | TokenKind::OpenBracket
        | TokenKind::CloseBracket
        | TokenKind::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str) {
        let plain = text.replace(" | ", " ");
        let tokens = tokenize(&plain, ReadSpan { start: 0, end: plain.len() as u32 });
        let sentences: Vec<&str> = split(&plain, &tokens)
            .into_iter()
            .map(|r| {
                &plain[tokens[r.start].span.start as usize..tokens[r.end - 1].span.end as usize]
            })
            .collect();
        assert_eq!(sentences.join(" | "), text);
    }

    #[test]
    fn sentences_survive_what_news_does_to_full_stops() {
        check("Mr. Lee won. | Mrs. Ray lost.");
        check("She left the U.S. Senate in Sept. 2015. | He stayed.");
        check("She left the U.S. | The plan failed.");
        check("J. K. Ray paid $3.5 million. | Nobody knows why.");
        check("“We won.” | He left.");
        check("“We won,” she said. | “It is over.”");
        check("“Why?” he asked. | “Wait … no.”");
        check("''We won.'' | ''We did.''");
        check("They won (narrowly). | It was late.");
        check("He paused... and went on.");
    }

    proptest! {
        #[test]
        fn sentences_have_no_gaps(text in "[a-zA-Z .!?…,'’“”\"()-]{0,80}") {
            let tokens = tokenize(&text, ReadSpan { start: 0, end: text.len() as u32 });
            let mut at = 0;
            for range in split(&text, &tokens) {
                prop_assert!(range.start == at && range.end > at);
                at = range.end;
            }
            prop_assert_eq!(at, tokens.len());
        }
    }
}
