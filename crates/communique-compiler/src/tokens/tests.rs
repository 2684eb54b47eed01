use proptest::prelude::*;

use super::words::{ABBREVIATIONS, ALSO_WORDS};
use super::*;

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
    assert_eq!(sides("“a” \"b\" ''c''"), [Open, Close, Open, Close, Open, Close].map(DoubleQuote));
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
