//! Learns `data/weights.tsv` from a folder with `gold.ndjson` and `text/`, in the format of PolNeAR's splits
//! (offsets in code points), and prints the table:
//!
//!     cargo run --release -p communique-compiler --example train -- TRAIN_DIR > weights.tsv
#![allow(clippy::print_stdout, reason = "the table is what this prints")]

use std::path::PathBuf;

use communique_compiler::attribution::training::{Gold, Trainer};
use communique_compiler::read_document;
use communique_compiler::reading::ReadSpan;
use communique_index::TextSpan;
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder holds gold.ndjson?")?);
    let mut trainer = Trainer::default();
    let mut n_articles = 0;
    for line in std::fs::read_to_string(folder.join("gold.ndjson"))?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let file = record["file"].as_str().ok_or("a record without file")?;
        let read = read_document(file, &std::fs::read(folder.join("text").join(file))?)
            .map_err(|finding| finding.to_string())?;
        let text = &read.document.text;
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        let spans = |value: &Value| -> Vec<ReadSpan> {
            let spans = value.as_array().into_iter().flatten();
            let span = |span: &Value| {
                let at = |end: usize| bytes.get(span[end].as_u64()? as usize).copied();
                Some(read.reading.from_text(TextSpan::new(at(0)?, at(1)?)))
            };
            spans.filter_map(span).collect()
        };
        let attributions = record["attributions"].as_array().into_iter().flatten();
        let gold: Vec<Gold> = attributions
            .map(|a| Gold { cue: spans(&a["cue"]), content: spans(&a["content"]) })
            .collect();
        trainer.add(&read.reading, &gold);
        n_articles += 1;
    }
    println!(
        "# feature, tab, weight in hundredths; learned from {n_articles} articles of PolNeAR by examples/train.rs"
    );
    print!("{}", trainer.fit());
    Ok(())
}
