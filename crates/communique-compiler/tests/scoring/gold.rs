//! Statements marked by hand, one document a JSON line. Offsets count code points, end exclusive.

use communique_index::corpus::Kind;
use serde::Deserialize;

/// A document with its marked statements.
pub(crate) struct GoldDocument {
    /// File name.
    pub(crate) file: String,
    /// In the order of the file.
    pub(crate) statements: Vec<GoldStatement>,
}

/// A marked statement.
pub(crate) struct GoldStatement {
    /// What was said.
    pub(crate) content: Vec<[usize; 2]>,
    /// The words that name who said it; empty where there are none, or where they were not marked.
    pub(crate) source: Vec<[usize; 2]>,
    /// Who said it, where known.
    pub(crate) speaker: Option<String>,
    /// How much is quoted.
    pub(crate) kind: Kind,
    /// Whether the cue reports speech.
    pub(crate) is_speech: bool,
    /// Countries the statement is about, as ISO codes in upper case.
    pub(crate) countries: Vec<String>,
    /// Theme ids.
    pub(crate) themes: Vec<String>,
    /// Line of the passage; 0 where it was not marked.
    pub(crate) line: u32,
}

/// Both forms that marked statements come in: those of the seeds, and attributions after PolNeAR.
#[derive(Deserialize)]
struct Line {
    file: String,
    #[serde(default)]
    statements: Vec<Marked>,
    #[serde(default)]
    attributions: Vec<Attribution>,
}

#[derive(Deserialize)]
struct Marked {
    speaker: String,
    mention: Option<[usize; 2]>,
    content: Vec<[usize; 2]>,
    kind: String,
    countries: Vec<String>,
    themes: Vec<String>,
    passage: u32,
}

#[derive(Deserialize)]
struct Attribution {
    source: Vec<[usize; 2]>,
    source_name: Option<String>,
    content: Vec<[usize; 2]>,
    kind: String,
    speech: bool,
}

/// Reads marked statements.
///
/// # Panics
/// If a line is in neither form.
pub(crate) fn read(ndjson: &str) -> Vec<GoldDocument> {
    ndjson.lines().filter(|line| !line.trim().is_empty()).map(document).collect()
}

fn document(line: &str) -> GoldDocument {
    let line: Line = serde_json::from_str(line).expect("a line of marked statements");
    let marked = line.statements.into_iter().map(|marked| GoldStatement {
        content: marked.content,
        source: marked.mention.into_iter().collect(),
        speaker: Some(marked.speaker),
        kind: kind(&marked.kind),
        is_speech: true,
        countries: marked.countries,
        themes: marked.themes,
        line: marked.passage,
    });
    let attributions = line.attributions.into_iter().map(|attribution| GoldStatement {
        content: attribution.content,
        source: attribution.source,
        speaker: attribution.source_name,
        kind: kind(&attribution.kind),
        is_speech: attribution.speech,
        countries: Vec::new(),
        themes: Vec::new(),
        line: 0,
    });
    GoldDocument { file: line.file, statements: marked.chain(attributions).collect() }
}

fn kind(name: &str) -> Kind {
    match name {
        "direct" => Kind::Direct,
        "mixed" => Kind::Mixed,
        "indirect" => Kind::Indirect,
        other => panic!("unknown kind {other}"),
    }
}
