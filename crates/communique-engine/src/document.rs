//! One document with its layers: as published, as read, what was removed, and every statement's places.

use std::fmt::Write;
use std::ops::Range;

use communique_index::corpus::SegmentRole;
use communique_index::facet::UNRESOLVED;
use communique_index::{
    Date, DocumentIdx, Encoding, Facet, ReadingText, Span, StatementIdx, TextSpan,
};
use communique_words::told;

use crate::engine::{Engine, ValueLabel};

/// A document, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentPage {
    /// Its place in the pack.
    pub idx: DocumentIdx,
    /// Its file name.
    pub file: String,
    /// Its headline.
    pub title: String,
    /// When it was published.
    pub date: Option<Date>,
    /// Where the words of the date come from.
    pub date_note: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// SHA-256 of the file as published, 64 hexadecimal digits in lower case.
    pub sha256: String,
    /// How the file spells its text.
    pub encoding: Encoding,
    /// The decoded text as published.
    pub text: String,
    /// The same with its repairs.
    pub reading: String,
    /// Runs with one role, in order.
    pub segments: Vec<DocumentSegment>,
    /// What reading changes, in order.
    pub repairs: Vec<DocumentRepair>,
    /// Its statements, in order.
    pub statements: Vec<DocumentStatement>,
}

/// A stretch of a document in each of its layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Bytes of [`DocumentPage::text`].
    pub text: Range<usize>,
    /// Bytes of [`DocumentPage::reading`].
    pub reading: Range<usize>,
    /// Bytes of the file as published.
    pub published: Span,
}

/// A run of a document with one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSegment {
    /// Where it is.
    pub place: Place,
    /// 1-based line of the file it starts in.
    pub line: u32,
    /// What it is. [`SegmentRole::Boilerplate`] is removed for reading.
    pub role: SegmentRole,
    /// The rule that removed it, in plain words; else empty.
    pub rule: String,
}

/// A change of the reading text against the published one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRepair {
    /// Where it is.
    pub place: Place,
    /// What is read instead.
    pub replacement: String,
    /// The rule that did it, in plain words.
    pub rule: String,
}

/// A statement where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentStatement {
    /// Its place in the pack.
    pub idx: StatementIdx,
    /// Its stable id.
    pub id: String,
    /// Who said it.
    pub speaker: ValueLabel,
    /// Whether the publisher has put it right.
    pub is_corrected: bool,
    /// 1-based line of its passage.
    pub line: u32,
    /// The words that name who said it.
    pub source: Option<Place>,
    /// The reporting words.
    pub cue: Place,
    /// What it is about, outside the content.
    pub topic: Option<Place>,
    /// What was said; in order, disjoint.
    pub content: Vec<Place>,
}

impl Engine {
    /// Everything a page shows of a document.
    pub fn document(&self, idx: DocumentIdx) -> DocumentPage {
        let document = self.pack().document(idx);
        let whole = TextSpan::new(0, document.text.len());
        let reading = ReadingText::new(&document.text, &document.repairs, whole);
        let place = |span: TextSpan| Place {
            text: span.range(),
            reading: reading.range(span),
            published: document.encoding.published(&document.text, span),
        };
        let segments = document.segments.iter().map(|segment| DocumentSegment {
            place: place(segment.text_span),
            line: segment.line,
            role: segment.role,
            rule: told(&segment.rule),
        });
        let repairs = document.repairs.iter().map(|repair| DocumentRepair {
            place: place(repair.text_span),
            replacement: repair.replacement.clone(),
            rule: told(&repair.rule),
        });
        let statements = self.pack().statements_of(idx).map(|idx| {
            let statement = self.pack().statement(idx);
            DocumentStatement {
                idx,
                speaker: self.speaker(idx),
                is_corrected: statement.is_corrected,
                line: statement.line,
                source: statement.source.map(place),
                cue: place(statement.cue),
                topic: statement.topic.map(place),
                content: statement.content.iter().copied().map(place).collect(),
                id: statement.id,
            }
        });
        DocumentPage {
            idx,
            date: document.date,
            sha256: hexadecimal(&document.sha256),
            encoding: document.encoding,
            segments: segments.collect(),
            repairs: repairs.collect(),
            statements: statements.collect(),
            reading: reading.text.clone(),
            file: document.file,
            title: document.title,
            date_note: told(&document.date_note),
            outlet: document.outlet,
            url: document.url,
            text: document.text,
        }
    }

    /// Who said it. A statement without a speaker value is not resolved.
    pub(crate) fn speaker(&self, idx: StatementIdx) -> ValueLabel {
        self.labels(Facet::Speaker, idx).pop().unwrap_or_else(|| ValueLabel {
            facet: Facet::Speaker,
            key: UNRESOLVED.to_owned(),
            label: String::new(),
        })
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes all that is written");
        text
    })
}
