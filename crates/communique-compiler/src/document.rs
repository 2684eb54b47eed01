//! From one file's bytes to a document: decoded, segmented, repaired, with its own facts, and the reading
//! that the later steps work on.

use communique_index::{Document, SegmentRole, TextSpan};
use sha2::{Digest, Sha256};

use crate::decode::Decoded;
use crate::diagnostic::{Diagnostic, Places, Severity};
use crate::reading::Reading;
use crate::{dateline, decode, repair, segment, wrapping};

/// A document, how it is read, and what was odd about it.
#[derive(Clone, Debug)]
pub struct ReadDocument {
    /// The document as published, with its segments and repairs.
    pub document: Document,
    /// The text the later steps read.
    pub reading: Reading,
    /// What the publisher should know.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads one article. `file` is its name below the publisher's folder.
///
/// # Errors
/// One finding, where the bytes are no text that could be shown and traced exactly.
pub fn read_document(file: &str, bytes: &[u8]) -> Result<ReadDocument, Diagnostic> {
    let decoded =
        decode::decode(bytes).map_err(|reason| Diagnostic::new(Severity::Warning, file, reason))?;
    Ok(read_decoded(file, decoded, Sha256::digest(bytes).into(), &[]))
}

/// Reads one article whose file is decoded and has this SHA-256. What holds any of `said`, words that are known to
/// be statements, is body whatever it looks like.
pub fn read_decoded(
    file: &str,
    decoded: Decoded,
    sha256: [u8; 32],
    said: &[TextSpan],
) -> ReadDocument {
    let mut diagnostics: Vec<Diagnostic> = (decoded.doubt.iter())
        .map(|doubt| Diagnostic::new(Severity::Warning, file, *doubt))
        .collect();
    let text = decoded.text;
    let flat = wrapping::unwrapped(&text);
    let mut segments = segment::segment(&flat);
    for segment in &mut segments {
        if said.iter().any(|span| span.overlaps(segment.text_span)) {
            segment.role = SegmentRole::Body;
            segment.rule.clear();
        }
    }
    let facts = dateline::facts(file, &flat, &segments);
    let repair::Repairs { repairs, findings } = repair::repair(&text, &flat, &segments);
    let places = Places::new(&text);
    diagnostics.extend(findings.into_iter().map(|(offset, message)| {
        Diagnostic::new(Severity::Note, file, message).at(&places, offset)
    }));
    let reading = Reading::new(&text, &segments, &repairs);
    let document = Document {
        file: file.to_owned(),
        sha256,
        encoding: decoded.encoding,
        title: facts.title,
        outlet: facts.outlet,
        date: facts.date,
        date_note: facts.date_note,
        url: None,
        segments,
        repairs,
        text,
    };
    ReadDocument { document, reading, diagnostics }
}
