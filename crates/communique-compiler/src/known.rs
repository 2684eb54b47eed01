//! Documents whose statements are known already (`*.ndjson`): a parliament's record, Quotebank, Citron's output, or
//! what `communique statements --with-text` wrote.
//!
//! In come lines, one JSON object a document, as [`interchange`](crate::interchange) writes them, with the document's
//! `text`; out come documents with drafts of their statements. Of a line only `text` is needed, and of a statement
//! only `spans`; a speaker may be a bare name. What is given is taken as it is; what is wrong is reported with the line
//! and left out, and the rest stands. Keys that are not known here are somebody else's, and pass.

mod offsets;
mod record;

use std::collections::HashSet;

use communique_index::{Date, Encoding, TextSpan};
use communique_words::say;
use sha2::{Digest, Sha256};

use crate::decode::Decoded;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{ReadDocument, read_decoded};
use crate::folder::SourceFile;
use crate::gazetteer::Gazetteer;
use crate::given::Draft;

use offsets::{Offsets, Unit};
use record::Record;

/// A document and its statements.
#[derive(Clone, Debug)]
pub struct KnownDocument {
    /// The document, segmented so that what was said in it is body.
    pub read: ReadDocument,
    /// In the order of the file.
    pub drafts: Vec<Draft>,
}

/// What is wrong in one line, in the order found.
struct Findings<'a> {
    file: &'a str,
    line: u32,
    found: Vec<Diagnostic>,
}

impl Findings<'_> {
    fn add(&mut self, message: String) {
        let mut finding = Diagnostic::new(Severity::Warning, self.file, message);
        finding.place = Some((self.line, 1));
        self.found.push(finding);
    }
}

/// The documents of `file`, with a finding for each thing that had to be left out. `taken` are names of documents
/// that are there already; those of this file are added.
pub fn documents(
    file: &SourceFile,
    taken: &mut HashSet<String>,
    gazetteer: &Gazetteer,
) -> (Vec<KnownDocument>, Vec<Diagnostic>) {
    let mut findings = Findings { file: &file.name, line: 0, found: Vec::new() };
    let mut documents = Vec::new();
    for (line, words) in (1..).zip(file.bytes.split(|byte| *byte == b'\n')) {
        findings.line = line;
        if !words.trim_ascii().is_empty() {
            documents.extend(document(words, taken, gazetteer, &mut findings));
        }
    }
    (documents, findings.found)
}

fn document(
    line: &[u8],
    taken: &mut HashSet<String>,
    gazetteer: &Gazetteer,
    findings: &mut Findings,
) -> Option<KnownDocument> {
    let record: Record = match serde_json::from_slice(line) {
        Ok(record) => record,
        Err(error) => {
            findings.add(format!("not a document in JSON ({error}); the line is left out"));
            return None;
        }
    };
    let name = record.file.clone().unwrap_or_else(|| {
        let stem = findings.file.strip_suffix(".ndjson").unwrap_or(findings.file);
        format!("{stem}-{}", findings.line)
    });
    if !taken.insert(name.clone()) {
        findings.add(format!("a document called `{name}` is there already; this one is left out"));
        return None;
    }
    let (decoded, bytes) = decoded(&record, findings)?;
    let offsets = Offsets::new(&decoded.text, decoded.encoding, unit(&record, findings));
    let mut drafts: Vec<Draft> = Vec::with_capacity(record.statements.len());
    for (n, statement) in (1..).zip(record.statements.iter()) {
        match record::draft(statement, &offsets, gazetteer) {
            Ok((draft, doubts)) => {
                doubts
                    .into_iter()
                    .for_each(|doubt| findings.add(format!("statement {n}: {doubt}")));
                let step = say::STEP_GIVEN.told([findings.file, &findings.line.to_string()]);
                drafts.push(Draft { step, ..draft });
            }
            Err(reason) => {
                findings.add(format!("statement {n}: {reason}; the statement is left out"));
            }
        }
    }
    let contents: Vec<TextSpan> = drafts.iter().flat_map(|draft| &draft.content).copied().collect();
    let mut read = read_decoded(&name, decoded, Sha256::digest(&bytes).into(), &contents);
    // The marks of a record are what they are; nobody mends them.
    read.diagnostics.clear();
    tell(&record, &mut read, findings);
    Some(KnownDocument { read, drafts })
}

/// The document's text as a file would give it, and the bytes of that file.
fn decoded(record: &Record, findings: &mut Findings) -> Option<(Decoded, Vec<u8>)> {
    let Some(text) = record.text.clone().filter(|text| !text.trim().is_empty()) else {
        findings.add("the document has no `text`; the line is left out".to_owned());
        return None;
    };
    let named = record.encoding.as_deref().map_or(Some(Encoding::Utf8), Encoding::from_name);
    let encoding = named.unwrap_or_else(|| {
        findings.add("the `encoding` is not known; offsets are counted in UTF-8".to_owned());
        Encoding::Utf8
    });
    let (bytes, encoding) = match encoding.file(&text) {
        Some(bytes) => (bytes, encoding),
        None => {
            findings.add(format!(
                "{} cannot spell the text; offsets are counted in UTF-8",
                encoding.name()
            ));
            (text.clone().into_bytes(), Encoding::Utf8)
        }
    };
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if record.sha256.as_ref().is_some_and(|given| !given.eq_ignore_ascii_case(&digest)) {
        let message = "`sha256` is not that of the text, which was changed since; the text counts";
        findings.add(message.to_owned());
    }
    Some((Decoded { text, encoding, doubt: None }, bytes))
}

fn unit(record: &Record, findings: &mut Findings) -> Unit {
    match record.unit.as_deref() {
        None | Some("byte") => Unit::Byte,
        Some("char") => Unit::Char,
        Some(other) => {
            findings.add(format!("`{other}` is no unit (byte, char); offsets are taken as bytes"));
            Unit::Byte
        }
    }
}

/// Writes what the line says of the document over what its text says.
fn tell(record: &Record, read: &mut ReadDocument, findings: &mut Findings) {
    let document = &mut read.document;
    if let Some(title) = &record.title {
        document.title.clone_from(title);
    }
    if record.outlet.is_some() {
        document.outlet.clone_from(&record.outlet);
    }
    if let Some(url) = record.url.as_ref().filter(|url| url.starts_with("http")) {
        document.url = Some(url.clone());
    }
    match record.date.as_deref().map(Date::parse) {
        None => {}
        Some(None) => findings.add("`date` is no date such as \"2021-04-12\"; left out".to_owned()),
        Some(date) => {
            document.date = date;
            document.date_note = say::DATE_IN_FILE.told([findings.file]);
        }
    }
}

#[cfg(test)]
mod tests;
