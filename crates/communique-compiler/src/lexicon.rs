//! All word lists of a run: the built-in gazetteer with the publisher's additions, and the publisher's themes
//! and speakers.

use std::path::Path;

use crate::Diagnostic;
use crate::gazetteer::Gazetteer;
use crate::speaker_lexicon::SpeakerLexicon;
use crate::themes::Themes;
use crate::toml_file::TomlFile;

/// The countries, themes and speakers that a run knows.
#[derive(Debug)]
pub struct Lexicon {
    /// The countries and their words.
    pub gazetteer: Gazetteer,
    /// The publisher's themes; none where the folder lists none.
    pub themes: Themes,
    /// Whether the publisher lists themes, if perhaps none.
    pub lists_themes: bool,
    /// Who is who; empty where the folder does not list them.
    pub speakers: SpeakerLexicon,
}

impl Lexicon {
    /// Reads `folder/lexicon/`, each file of which is optional.
    ///
    /// A broken file counts as absent, so that the run goes on and finds what else is wrong; every finding is an error.
    pub fn open(folder: &Path) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut open = |name| {
            TomlFile::open(folder, name).unwrap_or_else(|error| {
                findings.push(error);
                None
            })
        };
        let countries = open("lexicon/countries.toml");
        let themes = open("lexicon/themes.toml");
        let speakers = open("lexicon/speakers.toml");
        let gazetteer = match countries.map(|file| Gazetteer::with_additions(&file)) {
            None => Gazetteer::builtin(),
            Some(Ok(gazetteer)) => gazetteer,
            Some(Err(mut errors)) => {
                findings.append(&mut errors);
                Gazetteer::builtin()
            }
        };
        let lists_themes = themes.is_some();
        let themes = match themes.map(|file| Themes::load(&file)) {
            None => Themes::default(),
            Some(Ok(themes)) => themes,
            Some(Err(mut errors)) => {
                findings.append(&mut errors);
                Themes::default()
            }
        };
        let speakers = match speakers.map(|file| SpeakerLexicon::from_toml(&file)) {
            None => SpeakerLexicon::default(),
            Some(Ok(speakers)) => speakers,
            Some(Err(error)) => {
                findings.push(error);
                SpeakerLexicon::default()
            }
        };
        (Self { gazetteer, themes, lists_themes, speakers }, findings)
    }
}
