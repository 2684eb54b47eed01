//! Regular expressions for `/…/` in queries, around the crate [`regex`].
//!
//! Natively a library; for the browser a second WebAssembly module, fetched when the first pattern is typed, since
//! it weighs as much as all the rest. In goes a pattern, then texts; out come places. It knows neither statements nor
//! queries.
//!
//! A search takes time in proportion to the text, whatever the pattern; what a compiled pattern may hold is
//! bounded by [`SIZE_LIMIT`], and one that would be larger is refused.

mod mistake;

use regex::{Regex, RegexBuilder};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// Bytes that a compiled pattern may take.
pub const SIZE_LIMIT: usize = 1 << 20;

/// A compiled pattern. Capitals do not matter, unless it says so itself with `(?-i)`.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub struct Pattern(Regex);

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// Says what is wrong with it and how to mend it: lower case, no full stop.
    pub fn new(source: &str) -> Result<Pattern, String> {
        let mut builder = RegexBuilder::new(source);
        let compiled = builder.case_insensitive(true).size_limit(SIZE_LIMIT).build();
        compiled.map(Pattern).map_err(|error| mistake::explain(&error))
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
impl Pattern {
    /// Finds the pattern in several texts, each apart.
    ///
    /// The texts are UTF-8 and stand one behind the other; `ends` are where, in bytes, in order. Gives start and end of
    /// each match by turns, in order; empty matches are left out. What is no UTF-8, or cut where no character ends, has
    /// no match.
    pub fn find_in(&self, texts: &[u8], ends: &[u32]) -> Vec<u32> {
        let mut found = Vec::new();
        let mut start = 0;
        for end in ends {
            let text = texts.get(start..*end as usize).and_then(|text| str::from_utf8(text).ok());
            let matches = self.0.find_iter(text.unwrap_or_default()).filter(|hit| !hit.is_empty());
            found.extend(
                matches
                    .flat_map(|hit| [start + hit.start(), start + hit.end()].map(|at| at as u32)),
            );
            start = *end as usize;
        }
        found
    }
}

/// [`Pattern::new`] for the page, which is thrown the reason.
///
/// # Errors
/// As [`Pattern::new`].
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn compile(source: &str) -> Result<Pattern, String> {
    Pattern::new(source)
}

/// Compiles a pattern for [`Pattern::find_in`], as a function: what an engine is handed natively.
///
/// # Errors
/// As [`Pattern::new`].
pub fn finder(source: &str) -> Result<impl Fn(&str, &[u32]) -> Vec<u32> + use<>, String> {
    let pattern = Pattern::new(source)?;
    Ok(move |texts: &str, ends: &[u32]| pattern.find_in(texts.as_bytes(), ends))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, texts: &[&str]) -> Vec<String> {
        let text = texts.concat();
        let mut end = 0;
        let ends: Vec<_> = texts
            .iter()
            .map(|text| {
                end += text.len();
                end as u32
            })
            .collect();
        let pattern = Pattern::new(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        let found = pattern.find_in(text.as_bytes(), &ends);
        found
            .as_chunks()
            .0
            .iter()
            .map(|[from, to]| text[*from as usize..*to as usize].to_owned())
            .collect()
    }

    #[test]
    fn patterns_find_what_they_say() {
        for (pattern, texts, expected) in [
            (
                "foreign (forces|troops)",
                ["Foreign troops, ", "foreign forces"].as_slice(),
                ["Foreign troops", "foreign forces"].as_slice(),
            ),
            ("(?-i)US", &["us and US"], &["US"]),
            (r"\bwithdr\w+", &["He withdrew a withdrawal"], &["withdrew", "withdrawal"]),
            // Empty matches are none; texts do not run into each other.
            ("x*", &["axxb"], &["xx"]),
            ("ab", &["a", "b", "ab"], &["ab"]),
            ("^.", &["ab", "cd"], &["a", "c"]),
            (r"é\s\d", &["É\u{a0}٣"], &["É\u{a0}٣"]),
            (r"a\/b", &["a/b"], &["a/b"]),
        ] {
            assert_eq!(found(pattern, texts), expected, "{pattern}");
        }
    }

    #[test]
    fn mistakes_are_explained() {
        for (pattern, expected) in [
            (
                "foreign (",
                "the group is never closed; close it with ), or write \\( for the mark itself",
            ),
            (
                "a)",
                "nothing was opened for this ); open it with (, or write \\) for the mark itself",
            ),
            ("[a-", "the set is never closed; close it with ], or write \\[ for the mark itself"),
            ("*a", "there is nothing to repeat before *, + or ?; write \\* for the mark itself"),
            ("a{2", "the count is never closed; close it with }, or write \\{ for the mark itself"),
            (r"(a)\1", "a pattern cannot refer back to its groups"),
            ("(?=a)", "a pattern cannot look ahead or behind; search for the whole, or use NEAR"),
            (r"\p{Nowhere}", "Unicode property not found"),
            ("\\", "incomplete escape sequence, reached end of pattern prematurely"),
            (r"\w{900}", "the pattern is too large; shorten it, or lower its counts in {…}"),
        ] {
            let Err(reason) = Pattern::new(pattern).map(|_| ()) else { panic!("{pattern} is one") };
            assert_eq!(reason, expected, "{pattern}");
        }
    }

    #[test]
    fn no_pattern_takes_forever() {
        let text = "a".repeat(20_000);
        assert_eq!(found("(a*)*b", &[&text]), [""; 0]);
        assert_eq!(found("(a|aa)+$", &[&text]), [text]);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_found_is_there(pattern in r"[ab.*+?|()\[\]^$é]{0,8}", text in "[abé]{0,12}", cut in 0..20_u32) {
            let Ok(pattern) = Pattern::new(&pattern) else { return Ok(()) };
            let ends = [cut, text.len() as u32];
            for [from, to] in pattern.find_in(text.as_bytes(), &ends).as_chunks().0 {
                proptest::prop_assert!(from < to && (*to <= cut || cut <= *from));
                proptest::prop_assert!(text.get(*from as usize..*to as usize).is_some());
            }
        }
    }
}
