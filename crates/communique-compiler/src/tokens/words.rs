//! Words and numbers: in comes where one begins, out goes where it ends, and what at its end is a clitic or the full
//! stop of an abbreviation.

use super::next_char;

/// Abbreviations that are written with a full stop, lower case, sorted. Initials and letter-dot sequences
/// (`J.`, `U.S.`, `a.m.`) are recognized by shape.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "adm", "amb", "apr", "ariz", "assn", "aug", "ave", "bros", "calif", "capt", "cmdr", "co",
    "col", "colo", "conn", "corp", "cpl", "dec", "del", "dept", "dr", "ed", "est", "etc", "feb",
    "fla", "fr", "ft", "gen", "gov", "hon", "ill", "inc", "ind", "jan", "jr", "kan", "ky", "lt",
    "ltd", "maj", "mass", "md", "messrs", "mich", "minn", "miss", "mo", "mont", "mr", "mrs", "ms",
    "mt", "neb", "nev", "no", "nov", "oct", "okla", "ore", "pa", "pfc", "ph.d", "prof", "rep",
    "reps", "ret", "rev", "sec", "sen", "sens", "sept", "sgt", "spc", "sr", "st", "supt", "tenn",
    "tex", "va", "vs", "vt", "wash", "wis", "wyo",
];

/// Those of [`ABBREVIATIONS`] that are words as well, so that a full stop after them in lower case is one.
pub(super) const ALSO_WORDS: &[&str] = &[
    "co", "del", "ed", "est", "ill", "ind", "mass", "miss", "no", "ore", "pa", "rep", "sec", "wash",
];

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

/// Whether the mark at `at` begins a handle or a tag: `@annlee`, `#win`.
pub(super) fn is_handle(text: &str, at: usize, c: char) -> bool {
    matches!(c, '@' | '#') && next_char(text, at + 1).is_some_and(char::is_alphanumeric)
}

/// Whether the mark at `at` begins an amount of money: `$3.2`.
pub(super) fn is_amount(text: &str, at: usize, c: char) -> bool {
    matches!(c, '$' | '€' | '£')
        && next_char(text, at + c.len_utf8()).is_some_and(|d| d.is_ascii_digit())
}

/// End of the word that starts at `at`. Hyphens, apostrophes, full stops, ampersands and slashes stay inside
/// where letters go on after them (`U.S`, `AT&T`, `al-Sha’abi`, `www.example.org/a`).
pub(super) fn word_end(text: &str, at: usize) -> usize {
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
pub(super) fn number_end(text: &str, at: usize) -> usize {
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
pub(super) fn takes_full_stop(text: &str, start: usize, end: usize) -> bool {
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
pub(super) fn clitic_at(word: &str) -> Option<usize> {
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
