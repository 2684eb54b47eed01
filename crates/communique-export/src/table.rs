//! Comma-separated values (RFC 4180) that no spreadsheet takes for formulas.

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use crate::Export;
use crate::row::Row;

const HEADER: [&str; 18] = [
    "id",
    "speaker",
    "speakerLabel",
    "office",
    "cue",
    "kind",
    "text",
    "topic",
    "date",
    "document",
    "title",
    "outlet",
    "passage",
    "countries",
    "themes",
    "listeners",
    "link",
    "edition",
];

pub(crate) fn write(export: Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    table.write_record(HEADER)?;
    let edition = export.engine.edition();
    for row in export.rows() {
        table.write_record(cells(row, &edition).map(guarded))?;
    }
    table.flush()
}

/// The cells in the order of [`HEADER`], several values joined by spaces.
fn cells(row: Row, edition: &str) -> [String; HEADER.len()] {
    [
        row.id,
        row.speaker.unwrap_or_default(),
        row.speaker_label,
        row.office,
        row.cue,
        row.kind.to_owned(),
        row.text,
        row.topic.unwrap_or_default(),
        row.date.unwrap_or_default(),
        row.document,
        row.title,
        row.outlet.unwrap_or_default(),
        row.passage.to_string(),
        row.countries.join(" "),
        row.themes.join(" "),
        row.listeners.join(" "),
        row.link,
        edition.to_owned(),
    ]
}

/// The cell, with an apostrophe in front where a spreadsheet would run it as a formula
/// (OWASP, *CSV Injection*).
fn guarded(cell: String) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for formula in ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"] {
            assert_eq!(guarded(formula.to_owned()), format!("'{formula}"));
        }
        assert_eq!(guarded("talks = hope".to_owned()), "talks = hope");
    }
}
