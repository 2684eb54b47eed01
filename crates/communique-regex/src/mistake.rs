//! What is wrong with a pattern, in words that help to mend it.

use regex::Error;

/// The frequent mistakes as [`regex`] names them, and what to tell of them.
const FREQUENT: [(&str, &str); 8] = [
    (
        "unclosed group",
        "the group is never closed; close it with ), or write \\( for the mark itself",
    ),
    (
        "unopened group",
        "nothing was opened for this ); open it with (, or write \\) for the mark itself",
    ),
    (
        "unclosed character class",
        "the set is never closed; close it with ], or write \\[ for the mark itself",
    ),
    (
        "repetition operator missing expression",
        "there is nothing to repeat before *, + or ?; write \\* for the mark itself",
    ),
    (
        "unclosed counted repetition",
        "the count is never closed; close it with }, or write \\{ for the mark itself",
    ),
    ("backreferences are not supported", "a pattern cannot refer back to its groups"),
    (
        "look-around, including look-ahead and look-behind, is not supported",
        "a pattern cannot look ahead or behind; search for the whole, or use NEAR",
    ),
    (
        "repetition quantifier expects a valid decimal",
        "a count is a number, as in {2,5}; write \\{ for the mark itself",
    ),
];

/// The reason of an error: lower case, no full stop.
pub(crate) fn explain(error: &Error) -> String {
    let Error::Syntax(account) = error else {
        return "the pattern is too large; shorten it, or lower its counts in {…}".to_owned();
    };
    // The account draws the pattern with a mark below it; its last line says what is wrong.
    let last = account.lines().next_back().unwrap_or_default();
    let reason = last.strip_prefix("error: ").unwrap_or(last);
    let known = FREQUENT.iter().find(|(name, _)| *name == reason);
    known.map_or(reason, |(_, advice)| advice).to_owned()
}
