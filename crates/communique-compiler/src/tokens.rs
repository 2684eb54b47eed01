//! From reading text to tokens: words, numbers, quotation marks and other marks, each with its place.
//!
//! Tokens are in order and disjoint, never empty, and what lies between two of them is white space. A word
//! keeps its hyphens (`Tehran-Baku`), inner apostrophes (`Sha’abi`) and the full stop of an abbreviation
//! (`Mr.`, `U.S.`), but clitics are tokens of their own (`Lee` `’s`, `do` `n’t`). Cost is linear.

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

/// Abbreviations that are written with a full stop, lower case, sorted. Initials and letter-dot sequences
/// (`J.`, `U.S.`, `a.m.`) are recognized by shape.
const ABBREVIATIONS: &[&str] = &[
    "adm", "amb", "apr", "ariz", "assn", "aug", "ave", "bros", "calif", "capt", "cmdr", "co",
    "col", "colo", "conn", "corp", "cpl", "dec", "del", "dept", "dr", "ed", "est", "etc", "feb",
    "fla", "fr", "ft", "gen", "gov", "hon", "ill", "inc", "ind", "jan", "jr", "kan", "ky", "lt",
    "ltd", "maj", "mass", "md", "messrs", "mich", "minn", "miss", "mo", "mont", "mr", "mrs", "ms",
    "mt", "neb", "nev", "no", "nov", "oct", "okla", "ore", "pa", "pfc", "ph.d", "prof", "rep",
    "reps", "ret", "rev", "sec", "sen", "sens", "sept", "sgt", "spc", "sr", "st", "supt", "tenn",
    "tex", "va", "vs", "vt", "wash", "wis", "wyo",
];

/// Those of [`ABBREVIATIONS`] that are words as well, so that a full stop after them in lower case is one.
const ALSO_WORDS: &[&str] = &[
    "co", "del", "ed", "est", "ill", "ind", "mass", "miss", "no", "ore", "pa", "rep", "sec", "wash",
];

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

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

fn is_handle(text: &str, at: usize, c: char) -> bool {
    matches!(c, '@' | '#') && next_char(text, at + 1).is_some_and(char::is_alphanumeric)
}

fn is_amount(text: &str, at: usize, c: char) -> bool {
    matches!(c, '$' | '€' | '£')
        && next_char(text, at + c.len_utf8()).is_some_and(|d| d.is_ascii_digit())
}

fn next_char(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// End of the word that starts at `at`. Hyphens, apostrophes, full stops, ampersands and slashes stay inside
/// where letters go on after them (`U.S`, `AT&T`, `al-Sha’abi`, `www.example.org/a`).
fn word_end(text: &str, at: usize) -> usize {
    let mut end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    loop {
        let Some(c) = next_char(text, end) else { return end };
        let after = end + c.len_utf8();
        let goes_on = |test: fn(char) -> bool| next_char(text, after).is_some_and(test);
        let inside = c.is_alphanumeric()
            || c == '_'
            || is_combining(c)
            || (is_apostrophe(c) && goes_on(char::is_alphabetic))
            || (matches!(c, '-' | '‑' | '&' | '@') && goes_on(char::is_alphanumeric))
            || (c == '.' && goes_on(char::is_alphanumeric) && !ends_lower(text, at, end));
        // A dot between lower-case letters is inside only in names of sites (example.org); a missing space
        // after a full stop (`ended.He`) is much the commoner case when a capital follows.
        let inside = inside
            || (c == '.' && ends_lower(text, at, end) && goes_on(|d| d.is_lowercase()))
            || (c == '/' && text[at..end].contains('.') && goes_on(char::is_alphanumeric));
        if !inside {
            return end;
        }
        end = after;
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{dff}')
}

/// Whether the word `start..end` ends in two letters of which the last is lower case.
fn ends_lower(text: &str, start: usize, end: usize) -> bool {
    let mut back = text[start..end].chars().rev();
    back.next().is_some_and(char::is_lowercase) && back.next().is_some_and(char::is_alphabetic)
}

/// End of the number that starts at `at`: `1,000.5%`, `$3.2`, `0137`, `15th`, `9:30`, `20-year-old`.
fn number_end(text: &str, at: usize) -> usize {
    let mut end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    loop {
        let Some(c) = next_char(text, end) else { return end };
        let after = end + c.len_utf8();
        let next = next_char(text, after);
        let inside = c.is_alphanumeric()
            || c == '%'
            || (matches!(c, ',' | '.' | ':' | '/') && next.is_some_and(|d| d.is_ascii_digit()))
            || (matches!(c, '-' | '–') && next.is_some_and(char::is_alphanumeric));
        if !inside {
            return end;
        }
        end = after;
    }
}

/// Whether the full stop behind the word `start..end` is part of it.
fn takes_full_stop(text: &str, start: usize, end: usize) -> bool {
    let word = &text[start..end];
    if word.len() > 8 {
        return false;
    }
    // U.S, a.m, Ph.D: single letters and dots.
    let letters = word.split('.').all(|part| part.chars().count() == 1);
    if letters && word.contains('.') {
        return true;
    }
    let mut chars = word.chars();
    let first = chars.next();
    if chars.next().is_none() {
        // An initial is followed by a name or another initial; "I." ends its sentence.
        let after = text[end + 1..].trim_start_matches([' ', '\u{a0}']);
        return word != "I"
            && first.is_some_and(char::is_uppercase)
            && after.chars().next().is_some_and(char::is_uppercase);
    }
    let folded = word.to_ascii_lowercase();
    ABBREVIATIONS.binary_search(&folded.as_str()).is_ok()
        && (folded != word || ALSO_WORDS.binary_search(&folded.as_str()).is_err())
        && (first.is_some_and(char::is_uppercase) || matches!(word, "etc" | "vs" | "est" | "dept"))
}

/// Where the clitic starts in `word`, if it ends in one.
fn clitic_at(word: &str) -> Option<usize> {
    // The shortest clitic takes two bytes, the longest ("n’t") five.
    if word.len() < 3 || word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let (apostrophe, mark) = word.char_indices().rev().find(|&(_, c)| is_apostrophe(c))?;
    let tail = &word[apostrophe + mark.len_utf8()..];
    let clitic = |c: &str| tail.eq_ignore_ascii_case(c);
    if apostrophe == 0 {
        return None;
    }
    if clitic("t") && word[..apostrophe].ends_with(['n', 'N']) && apostrophe > 1 {
        return Some(apostrophe - 1);
    }
    ["s", "re", "ve", "ll", "d", "m"].into_iter().any(clitic).then_some(apostrophe)
}

/// The mark at `at` and its length in bytes.
fn mark(text: &str, base: usize, at: usize, c: char) -> (TokenKind, usize) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        let all = ReadSpan { start: 0, end: text.len() as u32 };
        tokenize(text, all).into_iter().map(|t| t.text(text)).collect()
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(words(text).join("|"), expected);
    }

    #[test]
    fn words_keep_hyphens_apostrophes_and_abbreviation_stops() {
        check("Mr. Lee of the U.S. left.", "Mr.|Lee|of|the|U.S.|left|.");
        check("Abu al-Sha’abi, AT&T", "Abu|al-Sha’abi|,|AT&T");
        check("J. K. Ray said no. I do.", "J.|K.|Ray|said|no|.|I|do|.");
        check("at 9 a.m. on Sept. 3", "at|9|a.m.|on|Sept.|3");
        check("@annlee on example.org/a #win", "@annlee|on|example.org/a|#win");
        check("it ended.He went", "it|ended|.|He|went");
    }

    #[test]
    fn clitics_are_tokens_of_their_own() {
        check("Lee’s don't they'll O'Neil", "Lee|’s|do|n't|they|'ll|O'Neil");
        check("the states’ rights", "the|states|’|rights");
    }

    #[test]
    fn numbers_keep_their_separators() {
        check("$3.2 of 1,000, 45% at 9:30.", "$3.2|of|1,000|,|45%|at|9:30|.");
    }

    #[test]
    fn quotation_marks_know_their_side() {
        let sides = |text: &str| -> Vec<TokenKind> {
            let all = ReadSpan { start: 0, end: text.len() as u32 };
            let quote =
                |k: &TokenKind| matches!(k, TokenKind::DoubleQuote(_) | TokenKind::SingleQuote(_));
            tokenize(text, all).into_iter().map(|t| t.kind).filter(quote).collect()
        };
        use Side::*;
        use TokenKind::*;
        assert_eq!(
            sides("“a” \"b\" ''c''"),
            [Open, Close, Open, Close, Open, Close].map(DoubleQuote)
        );
        assert_eq!(sides("‘a’ 'b'"), [Open, Close, Open, Close].map(SingleQuote));
    }

    #[test]
    fn tables_of_abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted() && ALSO_WORDS.is_sorted());
    }

    proptest! {
        #[test]
        fn tokens_cover_everything_but_white_space(text in "\\PC{0,80}|[a-zA-Z .,'’“”\"-]{0,80}") {
            let all = ReadSpan { start: 0, end: text.len() as u32 };
            let mut at = 0;
            for token in tokenize(&text, all) {
                let gap = &text[at..token.span.start as usize];
                prop_assert!(gap.chars().all(|c| c.is_whitespace() || is_invisible(c)));
                prop_assert!(token.span.start < token.span.end);
                at = token.span.end as usize;
            }
            prop_assert!(text[at..].chars().all(|c| c.is_whitespace() || is_invisible(c)));
        }
    }
}
