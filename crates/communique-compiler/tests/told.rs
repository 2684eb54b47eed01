//! What is told of articles and statements: every rule has a form that other languages know.

use std::fs;
use std::path::Path;

use communique_compiler::compile;
use communique_words::{Language, told, within};

/// Whether `text` is said in Persian too.
fn is_translated(text: &str) -> bool {
    within(Language::Persian, || told(text)) != told(text)
}

#[test]
fn every_rule_of_furniture_is_told_in_every_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = fs::read_to_string(root.join("data/furniture.toml")).expect("the rules are there");
    let names: Vec<_> = rules
        .lines()
        .filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
        .collect();
    assert!(names.len() > 15, "{names:?}");
    for name in names {
        assert!(is_translated(name), "words/en.txt has no rule “{name}” in [told]");
    }
}

#[test]
fn every_step_and_rule_of_the_seeds_is_told_in_every_language() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let corpus = compile(&seeds).expect("the seeds compile").corpus;
    let documents = &corpus.documents;
    let rules = documents.iter().flat_map(|document| {
        let segments = document.segments.iter().map(|segment| &segment.rule);
        let repairs = document.repairs.iter().map(|repair| &repair.rule);
        segments.chain(repairs).filter(|rule| !rule.is_empty())
    });
    let notes = documents.iter().map(|document| &document.date_note).filter(|it| !it.is_empty());
    let steps = corpus.statements.iter().flat_map(|statement| &statement.steps);
    let mut n_told = 0;
    for text in rules.chain(notes).chain(steps).chain(&corpus.site.quality) {
        n_told += 1;
        assert!(is_translated(text), "not told in Persian: {text:?}");
    }
    assert!(n_told > 200, "{n_told}");
}
