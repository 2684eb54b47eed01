//! Exactly the statements of a view, in its order, to take away: as a table, as records, as references. And what is
//! wrong with one of them, as its publisher is told.
//!
//! What comes in is an answer and the address of the site; what goes out is text. The page's annex and the
//! command line write the same bytes. Every form has one row, record or reference a statement, names the
//! edition it was made from, and links each statement back to its place. Beside the statements there are the
//! [figures](Export::figures) of the view's layout and the [values](Export::values) of a facet, as JSON.
//!
//! Deliberately absent: files, the clipboard, downloads.

mod bibtex;
mod citation;
mod correction;
mod figures;
mod markdown;
mod ris;
mod row;
mod table;
mod values;

use std::io::{self, Write};

use communique_engine::{Action, Answer, Card, Engine, View};

pub use correction::{Correction, Right, TomlString};
pub use row::Row;

/// What a view can be taken away as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A table for spreadsheets: comma-separated values with a header (RFC 4180).
    Csv,
    /// One JSON object: the view, the edition, and a record a statement.
    Json,
    /// One JSON record a line, a line a statement.
    #[default]
    Ndjson,
    /// References for BibTeX and biblatex.
    Bibtex,
    /// References for reference managers (RIS).
    Ris,
    /// A text to read on: quotations with their sources.
    Markdown,
}

impl Format {
    /// Every format, as offered to a reader.
    pub const ALL: [Format; 6] =
        [Format::Csv, Format::Json, Format::Ndjson, Format::Bibtex, Format::Ris, Format::Markdown];

    /// The name on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Ndjson => "ndjson",
            Format::Bibtex => "bibtex",
            Format::Ris => "ris",
            Format::Markdown => "markdown",
        }
    }

    /// The usual ending of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Ndjson => "ndjson",
            Format::Bibtex => "bib",
            Format::Ris => "ris",
            Format::Markdown => "md",
        }
    }

    /// The media type (IANA where it has one).
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv;charset=utf-8",
            Format::Json => "application/json",
            Format::Ndjson => "application/x-ndjson",
            Format::Bibtex => "application/x-bibtex",
            Format::Ris => "application/x-research-info-systems",
            Format::Markdown => "text/markdown;charset=utf-8",
        }
    }

    /// The format with this key.
    pub fn from_key(key: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.key() == key)
    }
}

/// A view with its answer, ready to be written in any [`Format`].
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// The corpus.
    pub engine: &'a Engine,
    /// What was asked.
    pub view: &'a View,
    /// The answer to the view's question.
    pub answer: &'a Answer,
    /// Address of the page up to the `?`; empty where it is not known, and links are then relative.
    pub site: &'a str,
}

impl Export<'_> {
    /// Writes every statement of the answer, in its order.
    ///
    /// # Errors
    /// If `out` takes no more.
    pub fn write(self, format: Format, out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Csv => table::write(self, out),
            Format::Json => row::write_json(self, out),
            Format::Ndjson => row::write_ndjson(self, out),
            Format::Bibtex => bibtex::write(self, out),
            Format::Ris => ris::write(self, out),
            Format::Markdown => markdown::write(self, out),
        }
    }

    fn cards(&self) -> impl Iterator<Item = Card> {
        self.answer.statements.iter().map(|idx| self.engine.card(*idx, self.answer))
    }

    /// The link to a statement in its article, whatever else is chosen.
    fn link(&self, card: &Card) -> String {
        let open =
            [Action::OpenDocument(card.file.clone()), Action::SingleOut(Some(card.id.clone()))];
        format!("{}?{}", self.site, View::default().after(open).encode())
    }
}

#[cfg(test)]
mod tests;
