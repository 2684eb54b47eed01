//! How a theme's pattern is written, and the regular expression it becomes.
//!
//! A pattern is a regular expression of the [`regex`] crate in which plain words mean their forms:
//!
//! * a word of three or more letters matches with the endings of English inflection: `neighbor` is also
//!   "neighbors", "neighbor’s", "neighbored"; `seize` "seizes", "seized", "seizing"; `party` "parties". Write
//!   the dictionary form. Derived and irregular words ("withdrawal", "withdrew") are words of their own.
//! * it matches whole words only, in any case; a word all in capitals (`US`) only so.
//! * a space matches any run of white space and hyphens; an apostrophe is straight or curly.
//! * `"…"` matches exactly, letter by letter, case and all.
//! * everything else is the regular expression's own: `(`, `|`, `?`, `\w+`, `[…]`. A word that a mark joins to
//!   something (`terror\w*`, `colou?r`) is taken letter by letter.

/// Why a pattern is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// Byte of the pattern where it goes wrong.
    pub offset: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// Parts that a space in a pattern stands for.
const SPACE: &str = r"(?:[\s\u{2010}\u{2011}-]+)";

/// The regular expression that matches any of `expanded` as whole words, in any case.
///
/// The boundaries are those of ASCII: the Unicode ones would send every text with a curly quote through a
/// much slower matcher, and no theme hangs on the difference.
pub fn any_of(expanded: &[String]) -> String {
    let alternatives: Vec<String> = expanded.iter().map(|regex| format!("(?:{regex})")).collect();
    format!(r"(?i)(?-u:\b{{start-half}})(?:{})(?-u:\b{{end-half}})", alternatives.join("|"))
}

/// A pattern as a regular expression.
///
/// # Errors
/// If the pattern is none even before words are expanded.
pub fn expand(pattern: &str) -> Result<String, PatternError> {
    check(pattern)?;
    let mut regex = String::with_capacity(4 * pattern.len());
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        let n_bytes = match c {
            '\\' => escape_len(rest),
            '[' => class_len(rest),
            '{' => through(rest, '}'),
            '(' if rest.starts_with("(?") => {
                1 + through(&rest[1..], ':')
                    .min(through(&rest[1..], ')'))
                    .min(through(&rest[1..], '>'))
            }
            '"' => through(rest, '"'),
            c if c.is_alphabetic() => run_len(rest, char::is_alphabetic),
            c if c.is_whitespace() => run_len(rest, char::is_whitespace),
            c => c.len_utf8(),
        };
        let (part, after) = rest.split_at(n_bytes);
        match c {
            '"' => regex.push_str(&format!("(?-i:{})", regex::escape(part.trim_matches('"')))),
            '\'' | '’' => regex.push_str("['’]"),
            c if c.is_whitespace() => regex.push_str(SPACE),
            c if c.is_alphabetic() => regex.push_str(&word(part, ends_word(after))),
            _ => regex.push_str(part),
        }
        rest = after;
    }
    // A quotation may hold marks that the pattern around it counted on.
    match regex_syntax::parse(&regex) {
        Ok(_) => Ok(regex),
        Err(_) => {
            let message = "quotations and groups do not fit each other; close one before the other";
            Err(PatternError { offset: 0, message: message.to_owned() })
        }
    }
}

fn check(pattern: &str) -> Result<(), PatternError> {
    use regex_syntax::Error;
    let error = |offset, what: String| {
        let message = format!(
            "{}; write `\\` before a mark that is meant as itself",
            what.replace('\n', " ")
        );
        Err(PatternError { offset, message })
    };
    if pattern.trim().is_empty() {
        return Err(PatternError {
            offset: 0,
            message: "an empty pattern matches everything; remove it".to_owned(),
        });
    }
    if let (1, Some(at)) = (pattern.matches('"').count() % 2, pattern.rfind('"')) {
        return error(at, "unclosed quotation".to_owned());
    }
    match regex_syntax::parse(pattern) {
        Ok(_) => Ok(()),
        Err(Error::Parse(e)) => error(e.span().start.offset, e.kind().to_string()),
        Err(Error::Translate(e)) => error(e.span().start.offset, e.kind().to_string()),
        Err(e) => error(0, e.to_string()),
    }
}

/// Length of an escape, such as `\b`, `\p{Greek}`, `\x{41}`, `\b{start}`.
fn escape_len(rest: &str) -> usize {
    let n_bytes = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
    if rest[n_bytes..].starts_with('{') {
        n_bytes + through(&rest[n_bytes..], '}')
    } else {
        n_bytes
    }
}

/// Length of a bracketed class, nested ones included.
fn class_len(rest: &str) -> usize {
    let (mut depth, mut is_escaped, mut first) = (0, false, None);
    for (at, c) in rest.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => (depth, first) = (depth + 1, Some(at + 1)),
            '^' if first == Some(at) => first = Some(at + 1),
            // A bracket that comes first is itself a member.
            ']' if first == Some(at) => {}
            ']' if depth == 1 => return at + 1,
            ']' => depth -= 1,
            _ => {}
        }
    }
    rest.len()
}

/// Length up to and with the next `end` after the first character.
fn through(rest: &str, end: char) -> usize {
    rest[1..].find(end).map_or(rest.len(), |at| at + 1 + end.len_utf8())
}

fn run_len(rest: &str, belongs: fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

/// Whether a word may end before `after`: no mark repeats its last letter and nothing goes on with it.
fn ends_word(after: &str) -> bool {
    if after.starts_with(['?', '*', '+', '{']) {
        return false;
    }
    let after = after.trim_start_matches([')', '?', '*', '+']);
    after.chars().next().is_none_or(|c| c.is_whitespace() || "|)-,.'’".contains(c))
}

/// The expression for one run of letters.
fn word(word: &str, is_whole: bool) -> String {
    let is_initials = word.chars().count() >= 2 && word.chars().all(char::is_uppercase);
    if is_initials {
        format!("(?-i:{word})")
    } else if !is_whole || word.chars().count() < 3 {
        word.to_owned()
    } else {
        forms(word)
    }
}

/// A word with the endings of English inflection, possessives included.
fn forms(word: &str) -> String {
    let is_vowel = |c: char| "aeiou".contains(c.to_ascii_lowercase());
    let ends: Vec<char> = word.chars().rev().take(3).collect();
    let cut = |n: usize| &word[..word.len() - n];
    let endings = match ends.as_slice() {
        ['e', before, ..] if *before != 'e' => {
            return format!("{}(?:e|es|ed|ing)(?:['’]s)?", cut(1));
        }
        ['y', before, ..] if !is_vowel(*before) => {
            return format!("{}(?:y|ys|ies|ied|ying)(?:['’]s)?", cut(1));
        }
        ['s' | 'x' | 'z', ..] | ['h', 'c' | 's', ..] => "es|ed|ing".to_owned(),
        // A short vowel before the last consonant may double it: plan, planned.
        [last, vowel, before]
            if !is_vowel(*last)
                && is_vowel(*vowel)
                && !is_vowel(*before)
                && !"wxy".contains(*last) =>
        {
            format!("s|ed|ing|{last}ed|{last}ing")
        }
        _ => "s|ed|ing".to_owned(),
    };
    format!("{word}(?:{endings})?(?:['’]s)?")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use regex::Regex;

    fn compiled(pattern: &str) -> Regex {
        Regex::new(&any_of(&[expand(pattern).unwrap()])).unwrap()
    }

    /// `pattern` matches each of `yes` whole, and nothing in any of `no`.
    fn check(pattern: &str, yes: &[&str], no: &[&str]) {
        let regex = compiled(pattern);
        for text in yes {
            let found = regex.find(text).map(|found| found.as_str());
            assert_eq!(found, Some(*text), "{pattern} in {text:?}: {regex}");
        }
        for text in no {
            assert_eq!(regex.find(text).map(|found| found.as_str()), None, "{pattern} in {text:?}");
        }
    }

    #[test]
    fn a_plain_word_matches_its_forms() {
        check(
            "neighbor",
            &["neighbor", "Neighbors", "neighbor’s", "NEIGHBORING"],
            &["neighborhood", "goodneighbor"],
        );
        check("seize", &["seize", "seizes", "seized", "seizing"], &["seizure"]);
        check("party", &["party", "parties", "party's", "partys"], &["partisan"]);
        check("plan", &["plan", "plans", "planned", "planning"], &["plane"]);
        check("clash", &["clash", "clashes", "clashed"], &[]);
        check("tie", &["tie", "ties", "tied"], &["tier"]);
        check("of", &["of", "Of"], &["off", "ofs"]);
    }

    #[test]
    fn spaces_and_apostrophes_are_any_and_case_counts_in_initials_and_quotations() {
        check(
            "foreign force",
            &["foreign forces", "Foreign-force", "foreign\u{a0} \nforces"],
            &["foreignforce", "foreign, force"],
        );
        check("US troop", &["US troops"], &["us troops", "Us troops"]);
        check("people's will", &["people’s will", "people's wills"], &["peoples will"]);
        check(r#""Mr. X?""#, &["Mr. X?"], &["Mrs X", "mr. x?"]);
        check(r#""Force Majeure""#, &["Force Majeure"], &["force majeure", "Force Majeures"]);
        check(r"U\.S\.", &["U.S."], &["XU.S.", "U.S.A"]);
    }

    #[test]
    fn the_rest_is_a_regular_expression() {
        check(r"terror\w*", &["terror", "terrorists"], &["deterrorize"]);
        check("colou?r", &["color", "colour"], &["colors"]);
        check(
            "(foreign |alien )?(power|force)",
            &["alien powers", "forces", "foreign force"],
            &["powerful"],
        );
        check("(in)?security", &["security", "insecurity", "securities"], &[]);
        check(
            "leave (the )?(\\w+ ){0,2}region",
            &["leave the region", "leaving the Middle East region"],
            &["leave"],
        );
        check("[tT]rade[-s]", &["trades", "TRADE-"], &[]);
        check(r"\bport\b|(?:rail)way", &["port", "railways"], &["ports"]);
        check("[]a]b|[^]a]c", &["ab", "xc"], &["ac"]);
    }

    #[test]
    fn what_is_no_pattern_says_where() {
        for (pattern, offset) in [
            ("a(b", 1),
            ("ab)", 2),
            ("é[", 2),
            ("x{2,1}", 1),
            ("", 0),
            ("  ", 0),
            ("a \"b", 2),
            (r"\p{Nope}", 0),
            (r#"a("b)""#, 0),
        ] {
            assert_eq!(expand(pattern).unwrap_err().offset, offset, "{pattern}");
        }
    }

    proptest! {
        #[test]
        fn whatever_parses_compiles(pattern in "([a-z]{1,5}|\\(|\\)|\\[|\\]|\\||\\?|\\*|\\\\|\"| |'|\\{|\\}|1|,|\\PC){0,12}") {
            if let Ok(expanded) = expand(&pattern) {
                prop_assert!(regex_syntax::parse(&any_of(std::slice::from_ref(&expanded))).is_ok(), "{pattern:?} became {expanded:?}");
            }
        }
    }
}
