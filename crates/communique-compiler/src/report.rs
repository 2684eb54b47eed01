//! The readable account of a run: for each article what was read, what was left out by which rule, what was
//! repaired, which statements have no speaker or were corrected; then the findings.
//!
//! In comes a compiled folder, out goes a [`Report`] as plain data, and from it the account as text, as JSON and as one
//! page of HTML. All three say the same.

use communique_index::corpus::{Repair, SegmentRole};
use communique_index::facet::UNRESOLVED;
use communique_index::{Corpus, Document, Facet, Segment, Statement};
use communique_words::told;
use serde::Serialize;

use crate::diagnostic::Places;
use crate::{Compiled, Diagnostic, Severity};

mod html;
mod text;

/// Longer quotations from the article are cut, in characters.
const LONGEST_WORDS: usize = 72;

/// The account of a run.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    title: String,
    n_statements: usize,
    /// How many of them have a speaker.
    n_resolved: usize,
    /// Whether the themes are suggested by the articles' own words.
    has_suggested_themes: bool,
    articles: Vec<Article>,
    findings: Vec<Finding>,
}

/// One article of it.
#[derive(Clone, Debug, Serialize)]
struct Article {
    file: String,
    title: String,
    date: Option<String>,
    date_note: String,
    outlet: Option<String>,
    encoding: &'static str,
    n_statements: usize,
    /// What was not read for statements, and what it was taken for.
    left_out: Vec<Passage>,
    /// Words as they are read, the change in brackets, and the rule.
    repairs: Vec<Passage>,
    /// What nobody is known to have said, and the words that name who did.
    unresolved: Vec<Passage>,
    /// What the publisher corrected, and why.
    corrected: Vec<Passage>,
}

/// Words of an article, and what is said about them.
#[derive(Clone, Debug, Serialize)]
struct Passage {
    line: u32,
    words: String,
    note: String,
}

/// What the publisher should know.
#[derive(Clone, Debug, Serialize)]
struct Finding {
    severity: &'static str,
    file: String,
    line: Option<u32>,
    column: Option<u32>,
    message: String,
}

impl Report {
    /// The account of `compiled`.
    pub fn new(compiled: &Compiled) -> Self {
        let corpus = &compiled.corpus;
        let articles = corpus.documents.iter().enumerate().map(|(idx, document)| {
            Article::new(corpus, document, corpus.statements_of(idx.into()))
        });
        Self {
            title: corpus.site.title.clone(),
            n_statements: corpus.statements.len(),
            n_resolved: corpus.statements.iter().filter(|s| is_resolved(corpus, s)).count(),
            has_suggested_themes: corpus.site.has_suggested_themes,
            articles: articles.collect(),
            findings: compiled.diagnostics.iter().map(Finding::new).collect(),
        }
    }
}

impl Article {
    fn new(corpus: &Corpus, document: &Document, statements: &[Statement]) -> Self {
        let places = Places::new(&document.text);
        let left_out = document.segments.iter().filter(|s| s.role != SegmentRole::Body);
        let repair = |repair: &Repair| Passage {
            line: places.of(repair.text_span.range().start).0,
            words: repaired_words(&document.text, repair),
            note: repair.rule.clone(),
        };
        let said = |statement: &Statement, note: String| Passage {
            line: statement.line,
            words: cut(&document.text[statement.content_hull().range()]),
            note,
        };
        let unresolved = statements.iter().filter(|s| !is_resolved(corpus, s)).map(|statement| {
            let source = statement.source.map_or("implied", |span| &document.text[span.range()]);
            said(statement, source.to_owned())
        });
        let corrected =
            statements.iter().filter(|statement| statement.is_corrected).map(|statement| {
                said(statement, statement.steps.last().map(|step| told(step)).unwrap_or_default())
            });
        Self {
            file: document.file.clone(),
            title: document.title.clone(),
            date: document.date.map(|date| date.to_string()),
            date_note: told(&document.date_note),
            outlet: document.outlet.clone(),
            encoding: document.encoding.name(),
            n_statements: statements.len(),
            left_out: left_out.map(|segment| left_out_words(&document.text, segment)).collect(),
            repairs: document.repairs.iter().map(repair).collect(),
            unresolved: unresolved.collect(),
            corrected: corrected.collect(),
        }
    }
}

impl Finding {
    fn new(finding: &Diagnostic) -> Self {
        Self {
            severity: match finding.severity {
                Severity::Note => "note",
                Severity::Warning => "warning",
                Severity::Error => "error",
            },
            file: finding.file.clone(),
            line: finding.place.map(|(line, _)| line),
            column: finding.place.map(|(_, column)| column),
            message: finding.message.clone(),
        }
    }

    /// `file:line:column`, as far as it has a place.
    fn place(&self) -> String {
        match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}", self.file),
            _ => self.file.clone(),
        }
    }
}

fn left_out_words(text: &str, segment: &Segment) -> Passage {
    let why = if segment.rule.is_empty() { role_name(segment.role) } else { &segment.rule };
    Passage {
        line: segment.line,
        words: cut(&text[segment.text_span.range()]),
        note: why.to_owned(),
    }
}

/// The words around a repair, as they are read.
fn repaired_words(text: &str, repair: &Repair) -> String {
    const AROUND: usize = 24;
    let range = repair.text_span.range();
    let before = &text[text.floor_char_boundary(range.start.saturating_sub(AROUND))..range.start];
    let after = &text[range.end..text.ceil_char_boundary(range.end + AROUND)];
    let before = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let after = after.split(['\n', '\r']).next().unwrap_or_default();
    format!("{before}[{}]{after}", repair.replacement)
}

/// Whether `statement` has a speaker.
pub(crate) fn is_resolved(corpus: &Corpus, statement: &Statement) -> bool {
    let values = &corpus.facet_values[Facet::Speaker];
    statement.values[Facet::Speaker].iter().any(|idx| values[idx.get()].key != UNRESOLVED)
}

/// What a reader of the report calls a run that is left out.
fn role_name(role: SegmentRole) -> &'static str {
    if role == SegmentRole::Boilerplate { "not the article" } else { role.key() }
}

/// One line of at most [`LONGEST_WORDS`] characters.
fn cut(words: &str) -> String {
    let words = words.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST_WORDS) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words,
    }
}
