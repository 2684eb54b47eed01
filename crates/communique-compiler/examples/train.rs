//! Learns `data/weights.tsv` from a folder with `gold.ndjson` and `text/`, in the format of PolNeAR's splits
//! (offsets in code points), and prints the table:
//!
//!     cargo run --release -p communique-compiler --example train -- TRAIN_DIR > weights.tsv
//!
//! With `--held-out FOLDS` it prints instead, in the interchange that `score.py` reads, the statements of every
//! article as weights find them that were learned from the articles of the other folds. So changes can be
//! judged on articles that are not learned from, without a look at the development split.
#![allow(clippy::print_stdout, reason = "the table is what this prints")]

use std::error::Error;
use std::fs;
use std::path::Path;

use communique_compiler::assemble::{Analyzed, assemble};
use communique_compiler::attribution::training::{Gold, Trainer};
use communique_compiler::attribution::{Weights, attribute_by};
use communique_compiler::corrections::Corrections;
use communique_compiler::interchange::{Text, records};
use communique_compiler::lexicon::Lexicon;
use communique_compiler::reading::ReadSpan;
use communique_compiler::resolution::resolve;
use communique_compiler::sentences::Prose;
use communique_compiler::{ReadDocument, read_document};
use communique_index::{Site, TextSpan};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let folder = args.first().ok_or("which folder holds gold.ndjson?")?;
    let articles = read(Path::new(folder))?;
    match args.get(1).map(String::as_str) {
        None => {
            let n = articles.len();
            println!(
                "# templates, and below each its values, tab, weight in hundredths; learned from {n} articles of PolNeAR by examples/train.rs"
            );
            print!("{}", learn(&articles));
        }
        Some("--held-out") => {
            let n_folds = args.get(2).ok_or("how many folds?")?.parse()?;
            print_held_out(folder, articles, n_folds)?;
        }
        Some(other) => {
            return Err(format!("unknown option {other}; known: --held-out FOLDS").into());
        }
    }
    Ok(())
}

/// An article and its attributions as annotated.
struct Article {
    read: ReadDocument,
    gold: Vec<Gold>,
}

fn read(folder: &Path) -> Result<Vec<Article>, Box<dyn Error>> {
    let mut articles = Vec::new();
    for line in fs::read_to_string(folder.join("gold.ndjson"))?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let file = record["file"].as_str().ok_or("a record without file")?;
        let read = read_document(file, &fs::read(folder.join("text").join(file))?)
            .map_err(|finding| finding.to_string())?;
        let gold = gold(&read, &record);
        articles.push(Article { read, gold });
    }
    Ok(articles)
}

fn gold(read: &ReadDocument, record: &Value) -> Vec<Gold> {
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
    let parts = |a: &Value| Gold {
        source: spans(&a["source"]),
        cue: spans(&a["cue"]),
        content: spans(&a["content"]),
    };
    attributions.map(parts).collect()
}

fn learn<'a>(articles: impl IntoIterator<Item = &'a Article>) -> String {
    let mut trainer = Trainer::default();
    for article in articles {
        trainer.add(&article.read.reading, &article.gold);
    }
    trainer.fit()
}

fn print_held_out(
    folder: &str,
    articles: Vec<Article>,
    n_folds: usize,
) -> Result<(), Box<dyn Error>> {
    let tables: Vec<Weights> = (0..n_folds)
        .map(|fold| {
            let others = articles.iter().enumerate().filter(|(idx, _)| idx % n_folds != fold);
            Weights::parse(&learn(others.map(|(_, article)| article)))
        })
        .collect();
    let (lexicon, _) = Lexicon::open(Path::new(folder));
    let analyzed = articles.into_iter().enumerate().map(|(idx, Article { read, .. })| {
        let prose = Prose::new(&read.reading);
        let attributions = attribute_by(&tables[idx % n_folds], &read.reading, &prose);
        let countries = lexicon.gazetteer.hits(&read.reading.text);
        let speakers = resolve(&read.reading, &prose, &attributions, &countries, &lexicon.speakers);
        Analyzed { attributions, countries, speakers, read, given: Vec::new() }
    });
    let (corpus, _) =
        assemble(Site::default(), analyzed.collect(), &lexicon, &Corrections::default());
    for record in records(&corpus, Text::Without) {
        println!("{}", serde_json::to_string(&record)?);
    }
    Ok(())
}
