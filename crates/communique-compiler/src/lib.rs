//! From a folder of plain-text news articles to attributed statements.
//!
//! One way through, each step a module with its own tests:
//! decode → segment → repair → read (sentences, tokens) → attribute → resolve → countries, themes →
//! assemble. Everything found keeps its place in the file as published.
//!
//! Deliberately absent: any article by name, browsers, the query language, scores.

use std::path::Path;

use communique_index::{Corpus, Site};

pub mod folder;
pub mod toml_file;

pub mod decode;
pub mod document;
pub mod segment;

pub mod reading;
pub mod repair;

pub mod gazetteer;
pub mod quotes;

pub mod sentences;
pub mod tokens;

pub mod attribution;

pub mod assemble;
pub mod diagnostic;
pub mod interchange;
pub mod report;
pub mod statement_id;

pub use diagnostic::{Diagnostic, Severity};
pub use document::{ReadDocument, read_document};

use assemble::Analyzed;
use gazetteer::Gazetteer;
use sentences::Prose;

/// A compiled folder.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// Everything the pack will hold.
    pub corpus: Corpus,
    /// What the publisher should know; none of it is an error.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles the publisher's folder.
///
/// One bad article never stops the others: it is reported and left out.
///
/// # Errors
/// Every finding of the run, at least one of them an error, where no sensible site can be built: a missing
/// folder, no article that can be read.
pub fn compile(folder: &Path) -> Result<Compiled, Vec<Diagnostic>> {
    let (files, mut diagnostics) = folder::articles(folder).map_err(|error| vec![error])?;
    let mut documents = Vec::with_capacity(files.len());
    for file in &files {
        match read_document(&file.name, &file.bytes) {
            Ok(mut read) => {
                diagnostics.append(&mut read.diagnostics);
                documents.push(read);
            }
            Err(finding) => diagnostics.push(finding),
        }
    }
    if documents.is_empty() {
        let message = "none of the articles can be read; see the findings above";
        let place = folder.display().to_string();
        diagnostics.push(Diagnostic::new(Severity::Error, &place, message));
        return Err(diagnostics);
    }
    let gazetteer = Gazetteer::builtin();
    let analyzed = documents.into_iter().map(|read| analyze(read, &gazetteer)).collect();
    let corpus = assemble::assemble(Site::default(), analyzed, &gazetteer);
    Ok(Compiled { corpus, diagnostics })
}

/// Finds what one document says by itself.
fn analyze(read: ReadDocument, gazetteer: &Gazetteer) -> Analyzed {
    let prose = Prose::new(&read.reading);
    let attributions = attribution::attribute(&read.reading, &prose);
    let countries = gazetteer.hits(&read.reading.text);
    Analyzed { attributions, countries, read }
}
