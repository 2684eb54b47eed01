//! `communique query`: the statements of a view, one row each, with the names and values that the page's
//! script interface uses.

use std::io::{self, Write};

use anyhow::Context;
use communique_engine::{Card, Engine, ValueLabel, View};
use communique_index::corpus::Kind;
use communique_index::{Corpus, pack};
use serde::Serialize;

use crate::arguments::Format;

/// Writes the statements of the view that `address` spells, in the view's order; what was not understood goes
/// to standard error.
///
/// # Errors
/// If the pack cannot be opened, or the rows cannot be written.
pub(crate) fn write_rows(
    out: &mut impl Write,
    corpus: &Corpus,
    address: &str,
    format: Format,
) -> anyhow::Result<()> {
    let engine = Engine::open(pack::write(corpus)).context("cannot open the pack just made")?;
    let (view, not_understood) = View::decode(address);
    let answer = engine.answer(view.question());
    for finding in not_understood.iter().chain(&answer.diagnostics) {
        eprintln!("{}", finding.message);
    }
    if format == Format::Csv {
        writeln!(out, "{HEADER}\r")?;
    }
    for idx in &answer.statements {
        let row = Row::new(engine.card(*idx, &answer));
        match format {
            Format::Ndjson => {
                serde_json::to_writer(&mut *out, &row).map_err(io::Error::from)?;
                writeln!(out)?;
            }
            Format::Csv => writeln!(out, "{}\r", row.to_csv())?,
        }
    }
    Ok(())
}

const HEADER: &str = "id,speaker,speakerLabel,office,cue,kind,text,topic,date,document,title,outlet,passage,countries,themes,listeners";

/// A statement of the answer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    id: String,
    /// `null` where the source is not resolved.
    speaker: Option<String>,
    speaker_label: String,
    office: String,
    cue: String,
    kind: &'static str,
    text: String,
    topic: Option<String>,
    date: Option<String>,
    document: String,
    title: String,
    outlet: Option<String>,
    /// 1-based line of the file.
    passage: u32,
    countries: Vec<String>,
    themes: Vec<String>,
    listeners: Vec<String>,
}

impl Row {
    fn new(card: Card) -> Self {
        let keys = |values: Vec<ValueLabel>| values.into_iter().map(|value| value.key).collect();
        Self {
            id: card.id,
            speaker: card.is_resolved.then_some(card.speaker.key),
            speaker_label: card.speaker.label,
            office: card.office,
            cue: card.cue,
            kind: match card.kind {
                Kind::Direct => "direct",
                Kind::Mixed => "mixed",
                Kind::Indirect => "indirect",
            },
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
        }
    }

    /// The fields in the order of [`HEADER`], several values joined by spaces (RFC 4180).
    fn to_csv(&self) -> String {
        let passage = self.passage.to_string();
        let lists = [&self.countries, &self.themes, &self.listeners].map(|list| list.join(" "));
        let optional = |field: &Option<String>| field.clone().unwrap_or_default();
        let fields = [
            self.id.clone(),
            optional(&self.speaker),
            self.speaker_label.clone(),
            self.office.clone(),
            self.cue.clone(),
            self.kind.to_owned(),
            self.text.clone(),
            optional(&self.topic),
            optional(&self.date),
            self.document.clone(),
            self.title.clone(),
            optional(&self.outlet),
            passage,
        ];
        let fields: Vec<String> =
            fields.iter().chain(&lists).map(|field| csv_field(field)).collect();
        fields.join(",")
    }
}

/// A field that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front.
fn csv_field(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if guard.is_empty() && !field.contains([',', '"', '\n', '\r']) {
        return field.to_owned();
    }
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use communique_index::fixture::{Said, corpus};

    use super::*;

    fn rows(address: &str, format: Format) -> String {
        let said = [
            Said::new("a.txt", "ann-lee", "that engines, they say, can compose").about("gb"),
            Said::new("b.txt", "bob-ray", "that they cannot"),
        ];
        let mut out = Vec::new();
        write_rows(&mut out, &corpus(&said), address, format).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn rows_are_the_statements_of_the_view() {
        assert_eq!(rows("", Format::Ndjson).lines().count(), 2);
        let one = rows("?speaker=ann-lee&country=gb", Format::Ndjson);
        let row: serde_json::Value = serde_json::from_str(&one).unwrap();
        assert_eq!(
            (row["speaker"].as_str(), row["document"].as_str()),
            (Some("ann-lee"), Some("a.txt"))
        );
        assert_eq!(row["countries"][0], "gb");
        assert_eq!(rows("?speaker=ann-lee&country=!gb", Format::Ndjson), "");
    }

    #[test]
    fn tables_have_a_header_and_quote_what_would_break_them() {
        let table = rows("?speaker=ann-lee", Format::Csv);
        let lines: Vec<&str> = table.split("\r\n").collect();
        assert_eq!(lines[0], HEADER);
        assert!(lines[1].contains("\"that engines, they say, can compose\""));
        assert_eq!(csv_field("=1+1"), "\"'=1+1\"");
        assert_eq!(csv_field("so \"said\""), "\"so \"\"said\"\"\"");
    }
}
