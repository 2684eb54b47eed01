//! `corrections.toml`: what the publisher knows better than the compiler.
//!
//! ```toml
//! [[speaker]]                    # somebody else said it; "" means that it is not known who
//! statement = "3v8k1m0q2c7d"
//! file = "accra.txt"             # so that it can be told what became of the statement, once it is gone
//! words = "the talks had gone well"
//! speaker = "Ann Lee"
//! reason = "he is her deputy, who is named in the headline"
//!
//! [[drop]]                       # nobody said it
//! statement = "7h2p9x4w1n5e"
//! reason = "a line of a play"
//!
//! [[country]]                    # what it is about; likewise [[theme]], and [[listener]] for to whom it was said
//! statement = "3v8k1m0q2c7d"
//! add = ["PE"]                   # a country by its two letters or a name, a theme by its id or label
//! remove = ["US"]
//! reason = "Lima is the other one"
//!
//! [[add]]                        # said, and not found
//! file = "accra.txt"
//! words = "“No more war,”"
//! cue = "cried"                  # optional
//! speaker = "the crowd"
//! reason = "reporting verb not known"
//! ```
//!
//! A broken file stops the build. A correction that no longer fits is reported with its line and passed over, since
//! articles change and that is no fault of the file. A corrected statement keeps its id.

use std::path::Path;

use communique_index::corpus::Document;
use communique_index::{Facet, Statement};
use communique_words::say;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::ReadDocument;
use crate::given::Draft;
use crate::statement_id::letters;
use crate::toml_file::{TomlFile, nearest};

mod added;
mod values;

use added::Added;
use values::ValuesFix;

/// The file's name below the publisher's folder.
pub const NAME: &str = "corrections.toml";

/// The checked contents of `corrections.toml`.
#[derive(Debug, Default)]
pub struct Corrections {
    file: Option<TomlFile>,
    written: Written,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    speaker: Vec<SpeakerFix>,
    #[serde(default)]
    drop: Vec<Dropped>,
    #[serde(default)]
    country: Vec<ValuesFix>,
    #[serde(default)]
    theme: Vec<ValuesFix>,
    #[serde(default)]
    listener: Vec<ValuesFix>,
    #[serde(default)]
    add: Vec<Added>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpeakerFix {
    statement: Spanned<String>,
    file: Option<String>,
    words: Option<String>,
    speaker: String,
    reason: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dropped {
    statement: Spanned<String>,
    file: Option<String>,
    words: Option<String>,
    reason: Spanned<String>,
}

/// What becomes of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix<'c> {
    /// Somebody else said it.
    Speaker {
        /// Who; empty where nobody is known to have.
        name: &'c str,
        /// Why, in the publisher's words.
        reason: &'c str,
    },
    /// It is none.
    Drop,
}

impl Corrections {
    /// Opens and checks the file of `folder`.
    ///
    /// # Errors
    /// Everything wrong in it: what is no TOML, unknown or missing keys, reasons that say nothing, and entries that
    /// would change nothing.
    pub fn open(folder: &Path) -> Result<Self, Vec<Diagnostic>> {
        match TomlFile::open(folder, NAME).map_err(|error| vec![error])? {
            Some(file) => Self::parse(file),
            None => Ok(Self::default()),
        }
    }

    fn parse(file: TomlFile) -> Result<Self, Vec<Diagnostic>> {
        let written: Written = file.parse().map_err(|error| vec![error])?;
        let unsaid = (written.reasons())
            .filter(|reason| reason.get_ref().trim().is_empty())
            .map(|reason| file.error(reason.span(), "the reason is empty; say it".to_owned()));
        let idle = written.values().flat_map(|(_, fixes)| fixes).filter(|fix| fix.is_idle());
        let idle = idle.map(|fix| {
            let message = "this changes nothing; say what to `add` or to `remove`".to_owned();
            file.error(fix.statement.span(), message)
        });
        let findings: Vec<Diagnostic> = unsaid.chain(idle).collect();
        if findings.is_empty() { Ok(Self { file: Some(file), written }) } else { Err(findings) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.written.reasons().count()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The statements that are added to `read`; what does not fit its text is found odd.
    pub fn additions(&self, read: &ReadDocument, findings: &mut Vec<Diagnostic>) -> Vec<Draft> {
        let own =
            self.written.add.iter().filter(|added| *added.file.get_ref() == read.document.file);
        own.filter_map(|added| {
            added
                .draft(read)
                .map_err(|(span, message)| findings.extend(self.odd(span, message)))
                .ok()
        })
        .collect()
    }

    /// What the publisher says of the statement `id`.
    pub fn of(&self, id: &str) -> Option<Fix<'_>> {
        let fixed = self.written.speaker.iter().find(|fix| fix.statement.get_ref() == id);
        let dropped = || self.written.drop.iter().any(|dropped| dropped.statement.get_ref() == id);
        match fixed {
            Some(fix) => {
                Some(Fix::Speaker { name: fix.speaker.trim(), reason: fix.reason.get_ref() })
            }
            None => dropped().then_some(Fix::Drop),
        }
    }

    /// A finding for each correction of a statement that `is_there` does not know, and for each addition to a file that
    /// is not among `documents`.
    pub fn misfits(
        &self,
        documents: &[&Document],
        is_there: impl Fn(&str) -> bool,
    ) -> Vec<Diagnostic> {
        let fixes = self.written.speaker.iter().map(|fix| (&fix.statement, &fix.file, &fix.words));
        let drops = self.written.drop.iter().map(|fix| (&fix.statement, &fix.file, &fix.words));
        let gone = fixes.chain(drops).filter(|(statement, ..)| !is_there(statement.get_ref()));
        let gone = gone.filter_map(|(statement, file, words)| {
            let why = why_gone(documents, file.as_deref(), words.as_deref());
            let message = format!("{why}; correct or remove this entry");
            self.odd(statement.span(), message)
        });
        let is_known = |name: &str| documents.iter().any(|document| document.file == name);
        let strays = self.written.add.iter().filter(|added| !is_known(added.file.get_ref()));
        let strays = strays.filter_map(|added| {
            self.odd(added.file.span(), no_such_file(documents, added.file.get_ref()))
        });
        gone.chain(strays).collect()
    }

    /// A finding about a place in the file.
    fn odd(&self, span: std::ops::Range<usize>, message: String) -> Option<Diagnostic> {
        let file = self.file.as_ref()?;
        Some(Diagnostic { severity: Severity::Warning, ..file.error(span, message) })
    }
}

impl Written {
    fn reasons(&self) -> impl Iterator<Item = &Spanned<String>> {
        let speakers = self.speaker.iter().map(|fix| &fix.reason);
        let drops = self.drop.iter().map(|dropped| &dropped.reason);
        let values = self.values().flat_map(|(_, fixes)| fixes).map(|fix| &fix.reason);
        speakers.chain(drops).chain(values).chain(self.add.iter().map(|added| &added.reason))
    }

    /// The facets whose values are put right one by one, each with its entries.
    fn values(&self) -> impl Iterator<Item = (Facet, &Vec<ValuesFix>)> {
        let tables = [
            (Facet::Country, &self.country),
            (Facet::Theme, &self.theme),
            (Facet::Listener, &self.listener),
        ];
        tables.into_iter()
    }
}

/// Marks `statement` as put right and tells readers why: in its last step, behind the reason of a correction before.
pub fn mark(statement: &mut Statement, reason: &str) {
    let told = reason_step(reason);
    match statement.steps.last_mut().filter(|_| statement.is_corrected) {
        None => statement.steps.push(told),
        Some(step) => {
            // Every such step begins in the same way and ends with its reason.
            let reason = &told[reason_step("").len()..];
            if !step.ends_with(reason) {
                step.push_str("; ");
                step.push_str(reason);
            }
        }
    }
    statement.is_corrected = true;
}

/// The step that tells a reader of a correction.
fn reason_step(reason: &str) -> String {
    say::STEP_CORRECTED.told([reason.trim()])
}

fn why_gone(documents: &[&Document], file: Option<&str>, words: Option<&str>) -> String {
    let Some(file) = file else { return "no statement has this id, or no longer".to_owned() };
    let Some(document) = documents.iter().find(|document| document.file == file) else {
        return no_such_file(documents, file);
    };
    match words {
        Some(words) if !letters(&document.text).contains(&letters(words)) => {
            format!("the text of {file} was changed, these words are no longer in it")
        }
        _ => format!("{file} has no statement with this id, or no longer"),
    }
}

fn no_such_file(documents: &[&Document], file: &str) -> String {
    let known = documents.iter().map(|document| document.file.as_str());
    match nearest(file, known) {
        Some(known) => format!("no article is called `{file}`; did you mean `{known}`?"),
        None => format!("no article is called `{file}`; correct or remove this entry"),
    }
}
