//! The publisher's list of speakers, `lexicon/speakers.toml`: canonical names, other spellings, offices, country.
//!
//! ```toml
//! [[speaker]]
//! name = "Ann Lee"               # as readers shall see it
//! aliases = ["Anne Lee", "Li"]   # spellings in articles; each belongs to one speaker only
//! offices = ["Irish Foreign Minister"]
//! country = "ie"                 # ISO 3166-1 alpha-2
//! ```

use std::collections::HashMap;

use serde::Deserialize;
use toml::Spanned;

use crate::Diagnostic;
use crate::gazetteer::CountryKey;
use crate::genre::Genre;
use crate::people::fold::name_word;
use crate::people::roles::{Description, Roles};
use crate::people::words::Words;
use crate::reading::ReadSpan;
use crate::sentences::Prose;
use crate::tokens::tokenize;
use crate::toml_file::TomlFile;

/// All listed speakers.
#[derive(Clone, Debug, Default)]
pub struct SpeakerLexicon {
    /// In the order of the file.
    pub speakers: Vec<ListedSpeaker>,
    /// Names and aliases, as [`name_key`] has them, to the speaker they belong to.
    by_name: HashMap<String, usize>,
}

/// One listed speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSpeaker {
    /// The name that readers see.
    pub name: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Offices, read as roles.
    pub offices: Vec<Description>,
    /// The country they speak for.
    pub country: Option<CountryKey>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    speaker: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: Spanned<String>,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
    #[serde(default)]
    offices: Vec<String>,
    country: Option<Spanned<String>>,
}

impl SpeakerLexicon {
    /// The list in `file`.
    ///
    /// # Errors
    /// If the file is broken, a name is empty or given to two speakers, or a country is not two letters.
    pub fn from_toml(file: &TomlFile) -> Result<Self, Diagnostic> {
        let parsed: File = file.parse()?;
        let mut lexicon = Self::default();
        for entry in parsed.speaker {
            let idx = lexicon.speakers.len();
            for name in entry.aliases.iter().chain([&entry.name]) {
                let key = name_key(name.get_ref());
                if key.is_empty() {
                    let message = "the name has no letters; correct or remove it".to_owned();
                    return Err(file.error(name.span(), message));
                }
                if let Some(other) = lexicon.by_name.insert(key, idx).filter(|&other| other != idx)
                {
                    let message = format!(
                        "“{}” is already a name of {}; give each name to one speaker",
                        name.get_ref(),
                        lexicon.speakers[other].name
                    );
                    return Err(file.error(name.span(), message));
                }
            }
            let country = match &entry.country {
                Some(code) => Some(CountryKey::parse(code.get_ref()).ok_or_else(|| {
                    let message = format!(
                        "“{}” is no country key; use two letters as in ISO 3166-1",
                        code.get_ref()
                    );
                    file.error(code.span(), message)
                })?),
                None => None,
            };
            let offices = entry.offices.iter().filter_map(|o| describe(o, country)).collect();
            let aliases = entry.aliases.into_iter().map(Spanned::into_inner).collect();
            let name = entry.name.into_inner();
            lexicon.speakers.push(ListedSpeaker { name, aliases, offices, country });
        }
        Ok(lexicon)
    }

    /// Index of the speaker that one of `forms`, spellings of one name, belongs to.
    pub fn find<'a>(&self, forms: impl IntoIterator<Item = &'a str>) -> Option<usize> {
        if self.by_name.is_empty() {
            return None;
        }
        forms.into_iter().find_map(|form| self.by_name.get(&name_key(form)).copied())
    }
}

/// A name as it is compared: its words folded, without particles, articles and honorifics, joined by spaces.
pub fn name_key(name: &str) -> String {
    let words = Words::builtin();
    let kept = name.split_whitespace().filter(|w| {
        let folded = w.to_lowercase();
        !words.particles.contains(&folded) && !words.honorifics.contains_key(&folded)
    });
    kept.map(name_word).filter(|w| w.contains(char::is_alphanumeric)).collect::<Vec<_>>().join(" ")
}

/// An office of the list, read as a role of the speaker's country.
fn describe(office: &str, country: Option<CountryKey>) -> Option<Description> {
    let tokens = tokenize(office, ReadSpan::new(0, office.len()));
    let n_tokens = tokens.len();
    let genre = Genre::default();
    let prose =
        Prose { text: office, tokens, sentences: Vec::new(), paragraphs: Vec::new(), genre };
    let mut description = Roles::builtin().describe(&prose, 0..n_tokens, &[])?;
    description.country = country;
    Some(description)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(text: &str) -> Result<SpeakerLexicon, Diagnostic> {
        SpeakerLexicon::from_toml(&TomlFile::new("lexicon/speakers.toml", text))
    }

    #[test]
    fn names_and_aliases_find_their_speaker() {
        let lexicon = lexicon(
            "[[speaker]]\nname = \"Omar al-Harun\"\naliases = [\"Umar Haroun\"]\noffices = [\"Foreign Minister\"]\ncountry = \"IE\"",
        )
        .unwrap();
        assert_eq!(lexicon.find(["Harun", "Omar Al-Harun"]), Some(0));
        assert_eq!(lexicon.find(["Umar Haroun"]), Some(0));
        assert_eq!(lexicon.find(["Harun"]), None);
        let listed = &lexicon.speakers[0];
        assert_eq!(listed.country, CountryKey::parse("ie"));
        assert_eq!(listed.offices[0].noun, "foreign minister");
        assert_eq!(listed.offices[0].country, CountryKey::parse("ie"));
    }

    #[test]
    fn a_name_of_two_speakers_is_an_error_with_place_and_remedy() {
        let check = |text: &str, message: &str| {
            assert_eq!(lexicon(text).unwrap_err().to_string(), message);
        };
        check(
            "[[speaker]]\nname = \"Ann Lee\"\n[[speaker]]\nname = \"Ann Li\"\naliases = [\"Ann Lee\"]",
            "lexicon/speakers.toml:5:12: “Ann Lee” is already a name of Ann Lee; give each name to one speaker",
        );
        check(
            "[[speaker]]\nname = \"Ann Lee\"\ncountry = \"Ireland\"",
            "lexicon/speakers.toml:3:11: “Ireland” is no country key; use two letters as in ISO 3166-1",
        );
        check(
            "[[speaker]]\nname = \"—\"",
            "lexicon/speakers.toml:2:8: the name has no letters; correct or remove it",
        );
    }
}
