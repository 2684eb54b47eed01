//! A statement as a record, under the names that the script interface uses.

use std::io::{self, Write};

use communique_engine::{Card, Sentence, ValueLabel};
use communique_index::Span;
use serde::Serialize;

use crate::Export;

/// A statement of the answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Stable id.
    pub id: String,
    /// Speaker id; `None` where the source is not resolved.
    pub speaker: Option<String>,
    /// The speaker as a reader sees it.
    pub speaker_label: String,
    /// The office as the article gave it, or empty.
    pub office: String,
    /// The reporting words.
    pub cue: String,
    /// `direct`, `mixed` or `indirect`.
    pub kind: &'static str,
    /// What was said.
    pub text: String,
    /// What it is about, outside the content.
    pub topic: Option<String>,
    /// Day of the document, ISO 8601.
    pub date: Option<String>,
    /// File name of the document.
    pub document: String,
    /// The document's title.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// 1-based line of the file.
    pub passage: u32,
    /// ISO 3166-1 alpha-2, lower case.
    pub countries: Vec<String>,
    /// Theme ids.
    pub themes: Vec<String>,
    /// Speaker ids.
    pub listeners: Vec<String>,
    /// Places in the file as published.
    pub bytes: Bytes,
    /// Where the statement stands in the site.
    pub link: String,
}

/// Places in the file as published: start and end in bytes, end exclusive.
#[derive(Clone, Debug, Serialize)]
pub struct Bytes {
    source: Option<[u32; 2]>,
    cue: [u32; 2],
    topic: Option<[u32; 2]>,
    spans: Vec<[u32; 2]>,
}

impl Row {
    pub(crate) fn new(card: Card, link: String) -> Self {
        let keys = |values: Vec<ValueLabel>| values.into_iter().map(|value| value.key).collect();
        let ends = |span: Span| [span.start, span.end];
        Self {
            id: card.id,
            speaker: card.is_resolved.then_some(card.speaker.key),
            speaker_label: card.speaker.label,
            office: card.office,
            cue: card.cue,
            kind: card.kind.key(),
            text: card.content.text,
            topic: card.topic.map(|topic| topic.text),
            date: card.date.map(|date| date.to_string()),
            document: card.file,
            title: card.title,
            outlet: card.outlet,
            passage: card.line,
            countries: keys(card.countries),
            themes: keys(card.themes),
            listeners: keys(card.listeners),
            bytes: Bytes {
                source: card.published.source.map(ends),
                cue: ends(card.published.cue),
                topic: card.published.topic.map(ends),
                spans: card.published.content.into_iter().map(ends).collect(),
            },
            link,
        }
    }
}

impl Export<'_> {
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> {
        self.cards().map(|card| {
            let link = self.link(&card);
            Row::new(card, link)
        })
    }
}

/// A row a line, each with the edition behind its own keys: lines are taken out of a file one by one.
pub(crate) fn write_ndjson(export: Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let edition = serde_json::to_string(&export.engine.edition())?;
    for row in export.rows() {
        let row = serde_json::to_string(&row)?;
        let open = row.strip_suffix('}').unwrap_or(&row);
        writeln!(out, "{open},\"edition\":{edition}}}")?;
    }
    Ok(())
}

/// `{"collection":…,"edition":…,"view":…,"address":…,"total":…,"statements":[…]}`, a statement a line.
pub(crate) fn write_json(export: Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string::<str>;
    let sentence: Sentence = export.engine.sentence(export.view.question());
    write!(
        out,
        "{{\"collection\":{},\"edition\":{},\"view\":{},\"address\":{},\"total\":{},\"statements\":[",
        text(&export.engine.site().title)?,
        text(&export.engine.edition())?,
        text(&sentence.to_string())?,
        text(&format!("{}?{}", export.site, export.view.encode()))?,
        export.answer.statements.len(),
    )?;
    for (n, row) in export.rows().enumerate() {
        out.write_all(if n == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &row)?;
    }
    out.write_all(b"\n]}\n")
}
