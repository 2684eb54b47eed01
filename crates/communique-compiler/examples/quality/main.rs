//! `cargo run --package communique-compiler --example quality`: precision and recall against statements
//! marked by hand, on the seeds and, where it lies beside the project, on PolNeAR's development split.

#![allow(clippy::print_stdout, reason = "printing tables is what this is for")]

use std::fs;
use std::path::Path;

use communique_compiler::compile;
use communique_index::corpus::Kind;

#[path = "../../tests/scoring/mod.rs"]
mod scoring;

use scoring::sentences::sentences;
use scoring::{Counts, GoldDocument, Pairing, gold};

fn main() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.join("../..");
    measure(
        "The five articles of seeds/",
        &root.join("seeds"),
        &package.join("tests/gold/seeds.ndjson"),
    );
    let polnear = root.join("../shared/gold/polnear/dev");
    measure(
        "PolNeAR, development split, cues of speech",
        &polnear.join("text"),
        &polnear.join("gold.ndjson"),
    );
}

/// Prints the table of one collection, or why there is none.
fn measure(title: &str, articles: &Path, marked: &Path) {
    let Ok(ndjson) = fs::read_to_string(marked) else {
        println!("{title}: skipped, {} is not there\n", marked.display());
        return;
    };
    let documents = gold::read(&ndjson);
    let compiled = match compile(articles) {
        Ok(compiled) => compiled,
        Err(findings) => {
            findings.iter().for_each(|finding| println!("{}", finding.below(articles)));
            std::process::exit(1);
        }
    };
    let pairings: Vec<Pairing<'_>> =
        documents.iter().filter_map(|document| Pairing::new(document, &compiled)).collect();
    print_table(title, &documents, &pairings);
    if documents.len() <= 5 {
        print_sentences(&pairings);
    }
}

fn print_table(title: &str, documents: &[GoldDocument], pairings: &[Pairing<'_>]) {
    println!("{title}: {} articles", documents.len());
    println!(
        "           gold  found | statement P/R/F1   | tokens | exact | speaker |  name | countries | themes"
    );
    let kinds = [
        ("all", None),
        ("direct", Some(Kind::Direct)),
        ("mixed", Some(Kind::Mixed)),
        ("indirect", Some(Kind::Indirect)),
    ];
    for (name, kind) in kinds {
        let counts = Counts::of(pairings, kind);
        let s = counts.statement;
        println!(
            "{name:9} {:5} {:6} | {:.3} {:.3} {:.3}  |  {:.3} | {:.3} |   {:.3} | {:.3} | {:>9} | {:>6}",
            s.n_gold,
            s.n_found,
            s.precision(),
            s.recall(),
            s.f1(),
            counts.token_f1(),
            counts.exact.f1(),
            counts.speaker.f1(),
            counts.name.f1(),
            if_any(counts.countries),
            if_any(counts.themes),
        );
    }
    println!();
}

/// The F1, or a dash where nothing was marked and nothing found.
fn if_any(measure: scoring::score::Measure) -> String {
    if measure.n_gold == 0 { "–".to_owned() } else { format!("{:.3}", measure.f1()) }
}

/// Says it in sentences, as the built site does.
fn print_sentences(pairings: &[Pairing<'_>]) {
    sentences(pairings).iter().for_each(|sentence| println!("{sentence}"));
    println!();
}
