//! The gazetteer's files: `data/countries.toml`, the publisher's `lexicon/countries.toml` of the same format
//! (described at the head of the former), and `data/place-contexts.toml`.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;
use toml::Spanned;

use super::forms::{Forms, Sense};
use super::{Country, CountryKey, Rule};
use crate::Diagnostic;
use crate::toml_file::{TomlFile, nearest};

/// Words of one country, as listed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Entry {
    name: Option<String>,
    the: Option<bool>,
    names: Vec<String>,
    people: Vec<String>,
    capital: Vec<String>,
    government: Vec<String>,
    ambiguous: Vec<Spanned<String>>,
    given: Vec<Spanned<String>>,
    surnames: Vec<Spanned<String>>,
    usually: Vec<Spanned<String>>,
    rivals: Vec<String>,
    never: Vec<String>,
}

/// What stands beside a country's name and tells what it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContextLists {
    pub(super) not_given_names: HashSet<String>,
    pub(super) titles: HashSet<String>,
    pub(super) not_surnames: HashSet<String>,
    pub(super) language_after: HashSet<String>,
    pub(super) language_before: HashSet<String>,
    pub(super) realms: HashSet<String>,
}

/// All entries, by key.
#[derive(Debug, Default)]
pub(super) struct Entries(BTreeMap<CountryKey, Entry>);

impl Entries {
    /// Takes in the entries of a file: new countries, or more words for those already known. Every finding
    /// is an error.
    pub(super) fn extend(&mut self, file: &TomlFile) -> Vec<Diagnostic> {
        let read: BTreeMap<Spanned<String>, Entry> = match file.parse() {
            Ok(read) => read,
            Err(error) => return vec![error],
        };
        let is_built_in = self.0.is_empty();
        let mut findings = Vec::new();
        for (code, entry) in read {
            let key = match self.key(code.get_ref(), is_built_in) {
                Ok(key) => key,
                Err(message) => {
                    findings.push(file.error(code.span(), message));
                    continue;
                }
            };
            let known = self.0.entry(key).or_default();
            known.merge(entry);
            if known.name.is_none() {
                let message =
                    format!("`{}` is a new country and has no `name`; add one", code.get_ref());
                findings.push(file.error(code.span(), message));
            }
            findings.extend(known.strays().map(|(span, message)| file.error(span, message)));
        }
        findings
    }

    /// The key that `code` spells: a known one, or a code that ISO 3166-1 leaves to its users.
    fn key(&self, code: &str, is_built_in: bool) -> Result<CountryKey, String> {
        let key = CountryKey::parse(code).filter(|_| code.bytes().all(|b| b.is_ascii_uppercase()));
        let is_user_assigned =
            matches!(code.as_bytes(), b"AA" | b"ZZ" | [b'Q', b'M'..=b'Z'] | [b'X', b'A'..=b'Z']);
        match key {
            Some(key) if is_built_in || is_user_assigned || self.0.contains_key(&key) => Ok(key),
            _ => {
                let known: Vec<String> = self.0.keys().map(|key| key.code()).collect();
                let upper = code.to_uppercase();
                let by_name = self
                    .0
                    .iter()
                    .find(|(_, e)| e.name.as_deref() == Some(code))
                    .map(|(k, _)| k.code());
                let meant = by_name.or_else(|| {
                    nearest(&upper, known.iter().map(String::as_str)).map(str::to_owned)
                });
                let remedy = match meant {
                    Some(code) => format!("did you mean `{code}`?"),
                    None => "use two capital letters such as `FR`".to_owned(),
                };
                Err(format!("`{code}` is no country code of ISO 3166-1 alpha-2; {remedy}"))
            }
        }
    }

    /// The countries, and all forms in one trie.
    pub(super) fn build(self) -> (BTreeMap<CountryKey, Country>, Forms) {
        let mut forms = Forms::new();
        for (&key, entry) in &self.0 {
            let lists =
                |word: &str, list: &[Spanned<String>]| list.iter().any(|w| w.get_ref() == word);
            for (word, rule) in entry.words().filter(|(word, _)| !lists(word, &entry.ambiguous)) {
                let sense = Sense::Country(key, rule);
                let (given, surname) = (lists(word, &entry.given), lists(word, &entry.surnames));
                forms.add(word, sense, given, surname, lists(word, &entry.usually));
            }
            // "Atlanta, Georgia" is as much a rival of the country as Atlanta is.
            let never = if entry.rivals.is_empty() { Sense::Other } else { Sense::Rival(key) };
            for word in &entry.never {
                forms.add(word, never, false, false, false);
            }
            for word in &entry.rivals {
                forms.add(word, Sense::Rival(key), false, false, false);
            }
        }
        let countries =
            self.0.into_iter().map(|(key, entry)| (key, entry.into_country())).collect();
        (countries, forms)
    }
}

impl Entry {
    fn merge(&mut self, more: Entry) {
        self.name = more.name.or(self.name.take());
        self.the = more.the.or(self.the);
        self.names.extend(more.names);
        self.people.extend(more.people);
        self.capital.extend(more.capital);
        self.government.extend(more.government);
        self.rivals.extend(more.rivals);
        self.never.extend(more.never);
        // The spans of words taken over are of another file: those were checked when that file was.
        self.ambiguous.extend(more.ambiguous);
        self.given.extend(more.given);
        self.surnames.extend(more.surnames);
        self.usually.extend(more.usually);
    }

    /// Every word that names the country, with the rule that makes it do so.
    fn words(&self) -> impl Iterator<Item = (&str, Rule)> {
        let list = |words, rule| -> Vec<(&str, Rule)> {
            let words: &[String] = words;
            words.iter().map(|word| (word.as_str(), rule)).collect()
        };
        let name = self.name.iter().map(|name| (name.as_str(), Rule::Name));
        name.chain(list(&self.names, Rule::Name))
            .chain(list(&self.people, Rule::People))
            .chain(list(&self.capital, Rule::Capital))
            .chain(list(&self.government, Rule::Government))
    }

    /// Words said to be ambiguous and the like that are no words of the entry at all.
    fn strays(&self) -> impl Iterator<Item = (std::ops::Range<usize>, String)> {
        let known: HashSet<&str> = self.words().map(|(word, _)| word).collect();
        [
            ("ambiguous", &self.ambiguous),
            ("given", &self.given),
            ("surnames", &self.surnames),
            ("usually", &self.usually),
        ]
        .into_iter()
        .flat_map(|(field, words)| words.iter().map(move |word| (field, word)))
        .filter(move |(_, word)| !known.contains(word.get_ref().as_str()))
        .map(|(field, word)| {
            let message = format!(
                "`{}` in `{field}` is no word of this country; list it in `names`, `people`, `capital` or `government` too",
                word.get_ref()
            );
            (word.span(), message)
        })
    }

    fn into_country(self) -> Country {
        let mut aliases: Vec<String> = Vec::new();
        for (word, _) in self.words().skip(1) {
            if !word.ends_with('-') && !aliases.iter().any(|known| known == word) {
                aliases.push(word.to_owned());
            }
        }
        let name = self.name.expect("extend reports a country without a name");
        Country {
            the: self.the.unwrap_or(false),
            capitals: self.capital,
            peoples: self.people,
            aliases,
            name,
        }
    }
}
