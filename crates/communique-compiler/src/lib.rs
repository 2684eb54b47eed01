//! From a folder of plain-text news articles to attributed statements.
//!
//! One way through, each step a module with its own tests:
//! decode → unwrap → segment → repair → read (sentences, tokens, genre) → attribute → resolve → countries, themes →
//! assemble. Everything found keeps its place in the file as published.
//!
//! Deliberately absent: any article by name, browsers, the query language, scores.

use std::path::Path;

use communique_index::{Corpus, Facet};

pub mod corpus_toml;
pub mod corrections;
pub mod folder;
pub mod toml_file;

pub mod dateline;
pub mod decode;
pub mod document;
pub mod segment;
pub mod wrapping;

pub mod reading;
pub mod repair;

pub mod quotes;

pub mod genre;
pub mod sentences;
pub mod tokens;

pub mod attribution;

pub mod people;
pub mod resolution;
pub mod speaker_lexicon;

pub mod gazetteer;
pub mod lexicon;
pub mod suggest;
pub mod themes;

pub mod assemble;
pub mod diagnostic;
pub mod explain;
pub mod given;
pub mod interchange;
pub mod known;
pub mod report;
mod silence;
pub mod statement_id;

pub use diagnostic::{Diagnostic, Severity};
pub use document::{ReadDocument, read_document};

use assemble::Analyzed;
use corpus_toml::CorpusToml;
use corrections::Corrections;
use diagnostic::Places;
use folder::SourceFiles;
use genre::Genre;
use given::{Draft, Given};
use known::KnownDocument;
use lexicon::Lexicon;
use sentences::Prose;

/// A compiled folder.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// Everything the pack will hold.
    pub corpus: Corpus,
    /// Where the site will stand, if the publisher says so.
    pub url: Option<String>,
    /// What the publisher should know; none of it is an error.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles the publisher's folder, as [`compile_telling`] does, in silence.
///
/// # Errors
/// As there.
pub fn compile(folder: &Path) -> Result<Compiled, Vec<Diagnostic>> {
    compile_telling(folder, |_, _| {})
}

/// Compiles the publisher's folder, and tells `progress` after each article how many are analyzed, and of how many.
///
/// One bad article never stops the others: it is reported and left out.
///
/// # Errors
/// Every finding of the run, at least one of them an error, where no sensible site can be built: a missing
/// folder, no article that can be read, a broken `.toml`.
pub fn compile_telling(
    folder: &Path,
    mut progress: impl FnMut(usize, usize),
) -> Result<Compiled, Vec<Diagnostic>> {
    let (files, mut diagnostics) = folder::open(folder).map_err(|error| vec![error])?;
    let (lexicon, mut findings) = Lexicon::open(folder);
    diagnostics.append(&mut findings);
    let mut sources = sources(&files, &lexicon, &mut diagnostics);
    let names: Vec<&str> = sources.iter().map(|s| s.read.document.file.as_str()).collect();
    let unread: Vec<&str> = files.articles.iter().map(|file| file.name.as_str()).collect();
    let corpus_toml = CorpusToml::open(folder, &[names, unread].concat())
        .unwrap_or_else(|mut findings| keep(&mut diagnostics, &mut findings));
    let corrections = Corrections::open(folder)
        .unwrap_or_else(|mut findings| keep(&mut diagnostics, &mut findings));
    if sources.is_empty() {
        let message = "none of the articles can be read; see the findings above";
        diagnostics.push(Diagnostic::new(Severity::Error, "", message));
    }
    if diagnostics.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(diagnostics);
    }
    let mut analyzed = Vec::with_capacity(sources.len());
    let mut genres = Vec::with_capacity(sources.len());
    for source in &mut sources {
        corpus_toml.apply(&mut source.read.document);
        source.drafts.extend(corrections.additions(&source.read, &mut diagnostics));
    }
    let n_sources = sources.len();
    for source in sources {
        let (found, genre) = analyze(source, &lexicon, &mut diagnostics);
        analyzed.push(found);
        genres.push(genre);
        progress(analyzed.len(), n_sources);
    }
    let (mut corpus, mut misfits) =
        assemble::assemble(corpus_toml.site, analyzed, &lexicon, &corrections);
    diagnostics.append(&mut misfits);
    if corpus.facet_values[Facet::Theme].is_empty() && !lexicon.lists_themes {
        suggest::give_themes(&mut corpus);
    }
    diagnostics.extend(corrections.correct_values(&mut corpus, &lexicon.gazetteer));
    diagnostics.extend(silence::notes(&corpus, &genres));
    Ok(Compiled { corpus, url: corpus_toml.url, diagnostics })
}

/// A document before anything is found in it.
struct Source {
    read: ReadDocument,
    /// Statements that are known beforehand.
    drafts: Vec<Draft>,
    /// Whether these are all, so that the document is not read for more.
    is_known: bool,
}

/// The documents of all `files`, sorted by name.
fn sources(
    files: &SourceFiles,
    lexicon: &Lexicon,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Source> {
    let mut sources = Vec::with_capacity(files.articles.len());
    for file in &files.articles {
        match read_document(&file.name, &file.bytes) {
            Ok(mut read) => {
                diagnostics.append(&mut read.diagnostics);
                sources.push(Source { read, drafts: Vec::new(), is_known: false });
            }
            Err(finding) => diagnostics.push(finding),
        }
    }
    let mut taken = files.articles.iter().map(|file| file.name.clone()).collect();
    for file in &files.records {
        let (documents, mut findings) = known::documents(file, &mut taken, &lexicon.gazetteer);
        diagnostics.append(&mut findings);
        sources.extend(documents.into_iter().map(|KnownDocument { read, drafts }| Source {
            read,
            drafts,
            is_known: true,
        }));
    }
    sources.sort_by(|a, b| a.read.document.file.cmp(&b.read.document.file));
    sources
}

/// Keeps the findings about a broken file, so that the run goes on with nothing in its place and finds what
/// else is wrong before it stops.
fn keep<T: Default>(diagnostics: &mut Vec<Diagnostic>, findings: &mut Vec<Diagnostic>) -> T {
    diagnostics.append(findings);
    T::default()
}

/// Finds what one document says by itself, and what kind of text it is.
fn analyze(
    source: Source,
    lexicon: &Lexicon,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Analyzed, Genre) {
    let Source { read, drafts, is_known } = source;
    let ReadDocument { document, reading, .. } = &read;
    let prose = Prose::new(reading);
    let lacks_cue = drafts.iter().any(|draft| draft.cue.is_none());
    let found = match is_known && !lacks_cue {
        true => Vec::new(),
        false => attribution::attribute(reading, &prose),
    };
    let given = drafts.into_iter().map(|draft| Given::new(draft, &read, &prose, &found)).collect();
    let attributions = if is_known { Vec::new() } else { found };
    let countries = lexicon.gazetteer.hits(&reading.text);
    let speakers =
        resolution::resolve(reading, &prose, &attributions, &countries, &lexicon.speakers);
    let places = Places::new(&document.text);
    for finding in &speakers.findings {
        let place = reading.to_text(finding.span).start as usize;
        let diagnostic = Diagnostic::new(Severity::Warning, &document.file, &finding.message);
        diagnostics.push(diagnostic.at(&places, place));
    }
    let genre = prose.genre;
    (Analyzed { attributions, countries, speakers, given, read }, genre)
}
