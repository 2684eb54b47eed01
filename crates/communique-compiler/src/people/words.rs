//! The built-in word lists that tell names from other capitalized words: `data/people/words.toml`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::Gender;

/// The lists, all in lower case.
#[derive(Debug)]
pub struct Words {
    /// What stands before a name without being an office: "mr.", "dr.".
    pub honorifics: FxHashMap<String, Option<Gender>>,
    /// Lower-case words inside names: "bin", "de".
    pub particles: FxHashSet<String>,
    /// Articles joined to a name in front: "al-".
    pub articles: Vec<String>,
    /// What follows a name in capitals and is no part of it: "qc".
    pub honours: FxHashSet<String>,
    /// What follows a name: "jr.".
    pub suffixes: FxHashSet<String>,
    /// Last words of bodies: "ministry".
    pub body_heads: FxHashSet<String>,
    /// Those of them that mean a body only with a capital: "times".
    pub capital_heads: FxHashSet<String>,
    /// Bodies whose name does not say so: "kremlin".
    pub body_names: FxHashSet<String>,
    /// Common nouns that speak as a body: "police".
    pub common_bodies: FxHashSet<String>,
    /// Never part of a name: weekdays, "however".
    pub never: FxHashSet<String>,
    /// Words of offices, which a run of capitals sheds in front of a name.
    pub office: FxHashSet<String>,
    /// States, provinces and cities that are no capitals: never a person on their own.
    pub places: FxHashSet<String>,
    /// Nouns for many, or for nobody in particular: "officials", "some".
    pub groups: FxHashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    honorifics: Honorifics,
    particles: Particles,
    bodies: Bodies,
    never: List,
    office: List,
    places: List,
    groups: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Honorifics {
    male: Vec<String>,
    female: Vec<String>,
    neutral: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Particles {
    words: FxHashSet<String>,
    articles: Vec<String>,
    honours: FxHashSet<String>,
    suffixes: FxHashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bodies {
    heads: FxHashSet<String>,
    capital: FxHashSet<String>,
    names: FxHashSet<String>,
    common: FxHashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: FxHashSet<String>,
}

static BUILTIN: LazyLock<Words> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/people/words.toml"))
        .expect("the built-in word lists are checked by a test");
    let with = |gender, list: Vec<String>| list.into_iter().map(move |word| (word, gender));
    let honorifics = with(Some(Gender::Male), file.honorifics.male)
        .chain(with(Some(Gender::Female), file.honorifics.female))
        .chain(with(None, file.honorifics.neutral))
        .collect();
    Words {
        honorifics,
        particles: file.particles.words,
        articles: file.particles.articles,
        honours: file.particles.honours,
        suffixes: file.particles.suffixes,
        body_heads: file.bodies.heads,
        capital_heads: file.bodies.capital,
        body_names: file.bodies.names,
        common_bodies: file.bodies.common,
        never: file.never.words,
        office: file.office.words,
        places: file.places.words,
        groups: file.groups.words,
    }
});

impl Words {
    /// The built-in lists.
    pub fn builtin() -> &'static Words {
        &BUILTIN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_lists_parse_and_are_lower_case() {
        let words = Words::builtin();
        let all = words.never.iter().chain(&words.office).chain(&words.groups);
        for word in all.chain(&words.body_heads).chain(words.honorifics.keys()) {
            assert_eq!(*word, word.to_lowercase());
        }
        assert_eq!(words.honorifics["mrs."], Some(Gender::Female));
    }
}
