//! Whether a word is a given name, and for whom: `data/people/given_names.txt`, whose head says where it
//! comes from.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Gender;
use super::fold::fold;

static NAMES: LazyLock<FxHashMap<&'static str, Option<Gender>>> = LazyLock::new(|| {
    let mut names = FxHashMap::with_capacity_and_hasher(24_000, Default::default());
    let mut gender = None;
    for line in include_str!("../../data/people/given_names.txt").lines() {
        match line {
            "[male]" => gender = Some(Gender::Male),
            "[female]" => gender = Some(Gender::Female),
            "[either]" => gender = None,
            _ if line.starts_with('#') => {}
            _ => names.extend(line.split_whitespace().map(|name| (name, gender))),
        }
    }
    names
});

/// The gender `word` is mostly given to, `Some(None)` where it is given to both; `None` where it is not known
/// as a given name. A hyphenated name (`Jean-Yves`) goes by its first part if it is not listed itself.
pub fn given_name(word: &str) -> Option<Option<Gender>> {
    let mut folded = fold(word);
    folded.retain(|c| c != '\'');
    let found = NAMES.get(folded.as_str()).copied();
    found.or_else(|| NAMES.get(folded.split_once('-')?.0).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_languages_are_known() {
        let cases = [("Ann", Gender::Female), ("Qasim", Gender::Male), ("Zahra", Gender::Female)];
        for (name, gender) in cases.into_iter().chain([("Jean-Yves", Gender::Male)]) {
            assert_eq!(given_name(name), Some(Some(gender)), "{name}");
        }
        assert_eq!(given_name("However"), None);
        assert_eq!(given_name("Monday"), None);
    }
}
