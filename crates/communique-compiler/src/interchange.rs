//! The interchange: one JSON line a document, with its statements, for anyone who wants to score or reuse
//! them. Offsets are bytes of the file as published, end exclusive.

use communique_index::facet::UNRESOLVED;
use communique_index::{Corpus, Document, Encoding, Facet, Statement, TextSpan};
use serde::Serialize;

/// One line: a document and its statements.
#[derive(Debug, Serialize)]
pub struct Record {
    file: String,
    sha256: String,
    title: String,
    outlet: Option<String>,
    date: Option<String>,
    /// Always `byte`: offsets count bytes of the file as published.
    unit: &'static str,
    /// How the file spells the text, where that is not UTF-8 and the text is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    statements: Vec<StatementRecord>,
}

type Offsets = [u32; 2];

#[derive(Debug, Serialize)]
struct StatementRecord {
    id: String,
    speaker: SpeakerRecord,
    cue: Offsets,
    topic: Option<Offsets>,
    spans: Vec<Offsets>,
    kind: &'static str,
    countries: Vec<String>,
    themes: Vec<String>,
    passage: u32,
    /// Derived from a weekday and the day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    said_on: Option<String>,
    confidence: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    corrected: bool,
}

/// Whether a record holds the document's text, so that it is a document of its own
/// ([`known`](crate::known)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// It does.
    With,
    /// The files are at hand.
    Without,
}

#[derive(Debug, Serialize)]
struct SpeakerRecord {
    id: Option<String>,
    name: Option<String>,
    mention: Option<Offsets>,
    via: &'static str,
}

/// One record a document of `corpus`, in order.
pub fn records(corpus: &Corpus, text: Text) -> impl Iterator<Item = Record> {
    let with_text = text == Text::With;
    corpus.documents.iter().enumerate().map(move |(idx, document)| Record {
        file: document.file.clone(),
        sha256: document.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
        title: document.title.clone(),
        outlet: document.outlet.clone(),
        date: document.date.map(|date| date.to_string()),
        unit: "byte",
        encoding: (with_text && document.encoding != Encoding::Utf8)
            .then_some(document.encoding.name()),
        url: document.url.clone().filter(|_| with_text),
        text: with_text.then(|| document.text.clone()),
        statements: (corpus.statements_of(idx.into()).iter())
            .map(|statement| statement_record(corpus, document, statement))
            .collect(),
    })
}

fn statement_record(
    corpus: &Corpus,
    document: &Document,
    statement: &Statement,
) -> StatementRecord {
    let offsets = |text_span: TextSpan| {
        let span = document.encoding.published(&document.text, text_span);
        [span.start, span.end]
    };
    let keys = |facet: Facet| {
        let values = &corpus.facet_values[facet];
        statement.values[facet].iter().map(|idx| values[idx.get()].key.clone()).collect()
    };
    let countries: Vec<String> = keys(Facet::Country);
    StatementRecord {
        id: statement.id.clone(),
        speaker: SpeakerRecord {
            mention: statement.source.map(offsets),
            via: statement.via.key(),
            ..speaker(corpus, statement)
        },
        cue: offsets(statement.cue),
        topic: statement.topic.map(offsets),
        spans: statement.content.iter().copied().map(offsets).collect(),
        kind: statement.kind.key(),
        countries: countries.iter().map(|key| key.to_ascii_uppercase()).collect(),
        themes: keys(Facet::Theme),
        passage: statement.line,
        said_on: statement.said_on.map(|date| date.to_string()),
        confidence: statement.confidence.key(),
        corrected: statement.is_corrected,
    }
}

/// Id and name of the statement's speaker, both `None` where the source resolves to nobody.
fn speaker(corpus: &Corpus, statement: &Statement) -> SpeakerRecord {
    let value = (statement.values[Facet::Speaker].first())
        .map(|idx| &corpus.facet_values[Facet::Speaker][idx.get()])
        .filter(|value| value.key != UNRESOLVED);
    SpeakerRecord {
        id: value.map(|value| value.key.clone()),
        name: value.map(|value| value.label.clone()),
        mention: None,
        via: "",
    }
}
