//! The countries: which one a text names, through its name, its people, its capital or its government.
//!
//! In comes a document's reading text, out come [`CountryHit`]s: the country, the words, and the rule. What a
//! statement is *about* are the hits that lie within its content and topic ([`within`]); a hit elsewhere, as in
//! "Iranian Foreign Minister X said", is not. All words are data (`data/countries.toml`, with the publisher's
//! `lexicon/countries.toml`), and so are the contexts that turn a word into something else
//! (`data/place-contexts.toml`).
//!
//! The rules, in the order they are tried: the longest listed form wins, and one that means no country wins over what
//! it holds; case decides between `US` and "us"; a word that is also a person's name needs no given name before and no
//! surname after it; a language is not its people; a form several countries share means the one that the document
//! also names otherwise. The cost is linear in the text. Deliberately absent: speakers, and any list of words in code.

mod context;
mod entries;
mod forms;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

use crate::Diagnostic;
use crate::reading::ReadSpan;
use crate::toml_file::TomlFile;
use context::Contexts;
use entries::Entries;
use forms::{Forms, Sense};

const COUNTRIES: &str = include_str!("../data/countries.toml");

/// All countries and their words. Made once for a run.
#[derive(Debug)]
pub struct Gazetteer {
    countries: BTreeMap<CountryKey, Country>,
    forms: Forms,
    contexts: Contexts,
}

/// An ISO 3166-1 alpha-2 code, or one of those it leaves to its users. Shown in lower case, as in URLs and packs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryKey([u8; 2]);

/// What a reader sees of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// "United States".
    pub name: String,
    /// Whether a sentence wants the article: "about the United States".
    pub the: bool,
    /// Capital or seats of government; empty where there is none.
    pub capitals: Vec<String>,
    /// The people and the adjective, the adjective first where they differ.
    pub peoples: Vec<String>,
    /// Every other form a reader may type, in the order listed.
    pub aliases: Vec<String>,
}

/// Words that name a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountryHit {
    /// The country they name.
    pub country: CountryKey,
    /// The words, with the s of a possessive that lost its apostrophe, without that of one that has it.
    pub span: ReadSpan,
    /// Why they do.
    pub rule: Rule,
}

/// How words name a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// By its name, or that of a part that stands for it: "Iran", "Scotland".
    Name,
    /// By its people: "Iranian", "Britons".
    People,
    /// By its capital: "Baku".
    Capital,
    /// By another word for its government: "the White House".
    Government,
}

impl Gazetteer {
    /// The built-in gazetteer alone.
    ///
    /// # Panics
    /// If the built-in files are broken, which the tests rule out.
    pub fn builtin() -> Self {
        Self::from_entries(built_in_entries())
    }

    /// The built-in gazetteer with the publisher's additions: more words for a country, or a country under a
    /// code that ISO 3166-1 leaves to its users (`XA` to `XZ`).
    ///
    /// # Errors
    /// Everything wrong in the file: what is no TOML, unknown keys, codes that are none.
    pub fn with_additions(additions: &TomlFile) -> Result<Self, Vec<Diagnostic>> {
        let mut entries = built_in_entries();
        let findings = entries.extend(additions);
        if findings.is_empty() { Ok(Self::from_entries(entries)) } else { Err(findings) }
    }

    fn from_entries(entries: Entries) -> Self {
        let (countries, forms) = entries.build();
        Self { countries, forms, contexts: Contexts::builtin() }
    }

    /// Every country named in `text`, a whole document's reading text, in order and disjoint.
    ///
    /// The whole text matters: what "Georgia" or "Korea" means is told by the rest of the document, and a
    /// span may cut a longer name.
    pub fn hits(&self, text: &str) -> Vec<CountryHit> {
        let words = words::words(text);
        let mut sightings = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some(found) = self.forms.longest(text, &words, at) else {
                at += 1;
                continue;
            };
            let last = at + found.n_words - 1;
            let place = context::Place { text, words: &words, first: at, last };
            sightings.push(self.contexts.sighting(place, found.forms, sightings.last()));
            at = last + 1;
        }
        context::settle(&sightings)
    }

    /// The country that `words` alone name, be they a name, a people, a capital or a government: "Iranian",
    /// "the Kremlin", "Irans", "U.S.". `None` where they hold anything
    /// more; words that several countries share mean the usual one.
    pub fn country_of_word(&self, words: &str) -> Option<CountryKey> {
        let words = words.trim();
        let words = words.strip_prefix("the ").or(words.strip_prefix("The ")).unwrap_or(words);
        let split = words::words(words);
        if split.is_empty() {
            return None;
        }
        let found = self.forms.longest(words, &split, 0)?;
        let rest = &split[found.n_words..];
        let is_possessive = |w: &words::Word| w.gap == words::Gap::Mark && w.slice(words) == "s";
        if rest.len() > 1 || !rest.iter().all(is_possessive) {
            return None;
        }
        let claims: Vec<(bool, CountryKey)> = found
            .forms
            .iter()
            .filter_map(|form| match form.sense {
                Sense::Country(key, _) => Some((form.usually, key)),
                Sense::Other | Sense::Rival(_) => None,
            })
            .collect();
        match claims.as_slice() {
            [(_, key)] => Some(*key),
            shared => shared.iter().find(|(usually, _)| *usually).map(|(_, key)| *key),
        }
    }

    /// What a reader sees of the country.
    pub fn country(&self, key: CountryKey) -> Option<&Country> {
        self.countries.get(&key)
    }

    /// All countries, by key.
    pub fn countries(&self) -> impl Iterator<Item = (CountryKey, &Country)> {
        self.countries.iter().map(|(&key, country)| (key, country))
    }
}

fn built_in_entries() -> Entries {
    let mut entries = Entries::default();
    let findings = entries.extend(&TomlFile::new("data/countries.toml", COUNTRIES));
    assert!(findings.is_empty(), "the built-in gazetteer is broken: {findings:?}");
    entries
}

/// The hits that lie wholly within one of `spans`, such as a statement's content and topic.
pub fn within<'a>(
    hits: &'a [CountryHit],
    spans: &'a [ReadSpan],
) -> impl Iterator<Item = &'a CountryHit> {
    spans.iter().flat_map(move |span| {
        let first = hits.partition_point(|hit| hit.span.start < span.start);
        hits[first..].iter().take_while(|hit| hit.span.end <= span.end)
    })
}

impl CountryKey {
    /// Reads a two-letter code in either case.
    pub fn parse(code: &str) -> Option<Self> {
        match code.as_bytes() {
            &[a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_lowercase(), b.to_ascii_lowercase()]))
            }
            _ => None,
        }
    }

    /// The key as in URLs and packs: "us".
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a country key is two ASCII letters")
    }

    /// The code as ISO writes it: "US".
    pub fn code(&self) -> String {
        self.as_str().to_ascii_uppercase()
    }
}

impl fmt::Display for CountryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code())
    }
}

impl Country {
    /// The name as a sentence wants it: "the United States", "Iran".
    pub fn in_sentence(&self) -> String {
        if self.the { format!("the {}", self.name) } else { self.name.clone() }
    }
}
