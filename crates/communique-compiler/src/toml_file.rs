//! The publisher's `.toml` files: opened, parsed into plain types, and complained about with line and column.
//!
//! In comes a folder and a file name below it, out comes a typed value or one [`Diagnostic`] that says where,
//! what and what to do. A file that is absent is no error; a file that is broken always is one, because a
//! site that silently ignores half a lexicon is worse than no site. Types should carry
//! `#[serde(deny_unknown_fields)]`: a misspelt key is then an error with a suggestion. Values that can only be
//! judged later (a regex, a country key) are held as [`toml::Spanned`] and reported through
//! [`TomlFile::error`].

use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::{Diagnostic, Severity};

/// One `.toml` file of the publisher's folder, as text.
#[derive(Clone, Debug)]
pub struct TomlFile {
    /// Path below the folder, as diagnostics show it.
    name: String,
    text: String,
}

impl TomlFile {
    /// Reads `folder/name`; `None` where there is no such file.
    ///
    /// # Errors
    /// If the file cannot be read or is not UTF-8.
    pub fn open(folder: &Path, name: &str) -> Result<Option<Self>, Diagnostic> {
        let error = |place, message| Diagnostic {
            severity: Severity::Error,
            file: name.to_owned(),
            place,
            message,
        };
        let bytes = match fs::read(folder.join(name)) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(e) => {
                return Err(error(None, format!("cannot be read ({e}); check its permissions")));
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(Self::new(name, &text))),
            Err(e) => {
                let valid = String::from_utf8_lossy(&e.as_bytes()[..e.utf8_error().valid_up_to()]);
                let place = Some(place(&valid, valid.len()));
                Err(error(place, "these bytes are not UTF-8; save the file as UTF-8".to_owned()))
            }
        }
    }

    /// A file with this name and text, for what is built in and for tests.
    pub fn new(name: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self { name: name.to_owned(), text: text.to_owned() }
    }

    /// The whole text, which the spans of parsed values point into.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file as a value of type `T`.
    ///
    /// # Errors
    /// The first thing that is not TOML, of the wrong type, missing, or a key `T` does not know.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Diagnostic> {
        toml::from_str(&self.text).map_err(|e| {
            let message = e.message().lines().collect::<Vec<_>>().join(", ");
            let message = match suggestion(&message) {
                Some(known) => format!("{message}; did you mean `{known}`?"),
                None => format!("{message}; correct or remove it"),
            };
            self.error(e.span().unwrap_or(0..0), message)
        })
    }

    /// An error about the bytes `span` of this file, such as the span of a [`toml::Spanned`].
    pub fn error(&self, span: Range<usize>, message: String) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            file: self.name.clone(),
            place: Some(place(&self.text, span.start)),
            message,
        }
    }
}

/// 1-based line and column, in characters, of the byte `offset`; an offset inside a character or past the
/// end counts as the next place that exists.
fn place(text: &str, offset: usize) -> (u32, u32) {
    let offset = (offset..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.matches('\n').count() + 1;
    (line as u32, before[line_start..].chars().count() as u32 + 1)
}

/// The known key nearest to the unknown one, taken from serde's own message
/// (``unknown field `a`, expected one of `b`, `c` ``).
fn suggestion(message: &str) -> Option<&str> {
    let mut names = message.strip_prefix("unknown field ")?.split('`').skip(1).step_by(2);
    let unknown = names.next()?;
    nearest(unknown, names)
}

/// The candidate that takes the fewest edits to become `word`, the first of equals; `None` where even that
/// one differs in more than every third letter.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (edits, best) =
        candidates.into_iter().map(|c| (edit_distance(word, c), c)).min_by_key(|&(n, _)| n)?;
    (edits <= 1 + word.chars().count() / 3).then_some(best)
}

/// Insertions, deletions and substitutions between two words (Levenshtein), one row at a time.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Example {
        title: String,
        #[serde(default)]
        patterns: Vec<toml::Spanned<String>>,
    }

    fn complaint(text: &str) -> String {
        TomlFile::new("lexicon/x.toml", text).parse::<Example>().unwrap_err().to_string()
    }

    #[test]
    fn a_broken_file_says_where_what_and_what_to_do() {
        let check = |text: &str, start: &str, end: &str| {
            let got = complaint(text);
            assert!(got.starts_with(start) && got.ends_with(end), "{got}");
        };
        check(
            "title = \"é\"\npaterns = []",
            "lexicon/x.toml:2:1: unknown field `paterns`",
            "did you mean `patterns`?",
        );
        check(
            "title = \"é\"\nzzz = []",
            "lexicon/x.toml:2:1: unknown field `zzz`",
            "correct or remove it",
        );
        check("title = 3", "lexicon/x.toml:1:9: invalid type", "correct or remove it");
        check("title = \"\"\npatterns = [1", "lexicon/x.toml:2:", "correct or remove it");
        check("patterns = []", "lexicon/x.toml:1:1: missing field `title`", "correct or remove it");
    }

    #[test]
    fn a_judgement_made_later_points_at_the_value() {
        let file = TomlFile::new("t.toml", "\u{feff}title = \"ü\"\npatterns = [\"é\", \"(\"]");
        let example: Example = file.parse().unwrap();
        assert_eq!(example.title, "ü");
        let error = file.error(example.patterns[1].span(), "unclosed".to_owned());
        assert_eq!(error.to_string(), "t.toml:2:18: unclosed");
    }

    #[test]
    fn absent_is_no_error_and_other_encodings_are() {
        let folder = std::env::temp_dir().join(format!("communique-toml-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert!(TomlFile::open(&folder, "none.toml").unwrap().is_none());
        fs::write(folder.join("latin.toml"), b"a = 1\ntitle = \"caf\xe9\"").unwrap();
        let error = TomlFile::open(&folder, "latin.toml").unwrap_err();
        assert_eq!(
            error.to_string(),
            "latin.toml:2:13: these bytes are not UTF-8; save the file as UTF-8"
        );
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn nearest_needs_a_likeness() {
        assert_eq!(nearest("lable", ["id", "label"]), Some("label"));
        assert_eq!(nearest("colour", ["id", "label"]), None);
        assert_eq!(nearest("x", []), None);
    }
}
