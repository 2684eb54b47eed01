//! Whether a word is one that English writes in lower case: `data/people/lower_case.txt`, whose head says where it
//! comes from. A capital on such a word makes no name by itself.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::fold::fold;

static LISTED: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/people/lower_case.txt").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

/// Endings of adverbs, participles and plurals that few names have.
const ENDINGS: &[&str] =
    &["ly", "ing", "ed", "ions", "ments", "ities", "ists", "ents", "ants", "ates", "ings"];

/// Whether `word`, however it is cased, is mostly written in lower case and hardly ever a name.
pub fn is_lower_case_word(word: &str) -> bool {
    let folded = fold(word);
    let word = folded.as_str();
    let singular = || word.strip_suffix('s').is_some_and(|singular| LISTED.contains(singular));
    let ending = || ENDINGS.iter().any(|ending| word.ends_with(ending));
    LISTED.contains(word) || singular() || ending()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_told_from_names() {
        for word in ["Agency", "parties", "EXIT", "Servers", "Significantly", "Supplier"] {
            assert!(is_lower_case_word(word), "{word}");
        }
        for word in ["Trump", "Bush", "Merkel", "Twitter", "Reuters", "Cook", "Hamas"] {
            assert!(!is_lower_case_word(word), "{word}");
        }
    }
}
