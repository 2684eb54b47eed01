//! Resolves the sources of hand-made gold: the sources and contents are taken as found, so that only the naming of
//! speakers is measured. Prints the interchange for `score.py`.
//!
//!     cargo run -p communique-compiler --example gold_sources -- GOLD_DIR [speakers.toml] > system.ndjson
//!
//! `GOLD_DIR` holds `gold.ndjson` and `text/` as described in the gold's README. Without it: says so and ends.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

use communique_compiler::attribution::{Attribution, Pattern};
use communique_compiler::gazetteer::Gazetteer;
use communique_compiler::read_document;
use communique_compiler::reading::{ReadSpan, Reading};
use communique_compiler::resolution::across::merge;
use communique_compiler::resolution::resolve;
use communique_compiler::sentences::Prose;
use communique_compiler::speaker_lexicon::SpeakerLexicon;
use communique_compiler::toml_file::TomlFile;
use communique_index::TextSpan;
use communique_index::corpus::Kind;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    let args: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let Some(folder) = args.first().filter(|folder| folder.join("gold.ndjson").exists()) else {
        writeln!(std::io::stderr(), "skipped: no gold.ndjson in the folder given")?;
        return Ok(());
    };
    let lexicon = match args.get(1) {
        Some(path) => SpeakerLexicon::from_toml(&TomlFile::new(
            &path.display().to_string(),
            &std::fs::read_to_string(path)?,
        ))
        .map_err(|e| e.to_string())?,
        None => SpeakerLexicon::default(),
    };
    let gazetteer = Gazetteer::builtin();
    let mut lines = Vec::new();
    let mut resolved = Vec::new();
    for line in std::fs::read_to_string(folder.join("gold.ndjson"))?.lines() {
        let gold: Value = serde_json::from_str(line)?;
        let file = gold["file"].as_str().unwrap_or_default().to_owned();
        let bytes = read_article(folder, &file)?;
        let read = read_document(&file, &bytes).map_err(|e| e.to_string())?;
        let prose = Prose::new(&read.reading);
        let rows = gold["attributions"].as_array().cloned().unwrap_or_default();
        let offsets = Offsets::new(&read.document.text);
        let attributions: Vec<Attribution> = (rows.iter().enumerate())
            .filter_map(|(i, row)| attribution(i, row, &offsets, &read.reading))
            .collect();
        let hits = gazetteer.hits(&read.reading.text);
        resolved.push(resolve(&read.reading, &prose, &attributions, &hits, &lexicon));
        lines.push((file, rows));
    }
    let speakers = merge(&resolved, &lexicon);
    for (d, (file, rows)) in lines.iter().enumerate() {
        let mut statements = Vec::new();
        for (row, resolution) in rows.iter().zip(&resolved[d].resolutions) {
            let speaker = resolution.speaker.map(|m| &speakers.speakers[speakers.of[d][m]]);
            let mention = &row["source"][0];
            statements.push(json!({
                "speaker": {"name": speaker.map(|s| &s.name), "id": speaker.map(|s| &s.id), "mention": mention},
                "spans": row["content"], "kind": row["kind"], "office": resolution.office,
                "steps": resolution.steps, "source_text": row["source_text"],
                "listeners": resolution.listeners.iter().map(|&m| &speakers.speakers[speakers.of[d][m]].name).collect::<Vec<_>>(),
                "country": speaker.and_then(|s| s.country).map(|c| c.to_string()),
            }));
        }
        writeln!(out, "{}", json!({"file": file, "statements": statements}))?;
    }
    Ok(())
}

/// The articles lie in `text/`.
fn read_article(folder: &Path, file: &str) -> std::io::Result<Vec<u8>> {
    std::fs::read(folder.join("text").join(file))
}

/// From the gold's code points to bytes.
struct Offsets(Vec<usize>);

impl Offsets {
    fn new(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    fn span(&self, pair: &Value, reading: &Reading) -> Option<ReadSpan> {
        let at = |i: usize| self.0.get(usize::try_from(pair[i].as_u64()?).ok()?).copied();
        Some(reading.from_text(TextSpan::new(at(0)?, at(1)?)))
    }
}

/// Line `i` of an article's gold as if it had been found; what has no source shares that of the line before.
fn attribution(i: usize, row: &Value, offsets: &Offsets, reading: &Reading) -> Option<Attribution> {
    let spans = |key: &str| -> Vec<ReadSpan> {
        let all = row[key].as_array();
        all.into_iter().flatten().filter_map(|pair| offsets.span(pair, reading)).collect()
    };
    let source = spans("source");
    let content = spans("content");
    let cue = spans("cue").first().copied().or_else(|| content.first().copied())?;
    let hull =
        source.first().zip(source.last()).map(|(a, b)| ReadSpan { start: a.start, end: b.end });
    let paragraph = reading.paragraphs.iter().position(|p| p.span.overlaps(cue)).unwrap_or(0);
    Some(Attribution {
        paragraph,
        implied: hull.is_none(),
        source: hull,
        source_from: if hull.is_none() { i.checked_sub(1) } else { None },
        cue,
        cue_lemma: "say".to_owned(),
        content,
        kind: Kind::Indirect,
        topic: None,
        listener: None,
        pattern: Pattern::Clause,
    })
}
