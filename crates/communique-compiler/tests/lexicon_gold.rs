//! Measured quality of countries and themes on their own: the gold's spans of the five articles go in, and what
//! is found in them is compared with the gold's labels. Misses are printed; the floors may not fall.

#![allow(clippy::unwrap_used, reason = "a broken gold file fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use communique_compiler::gazetteer::{self, Gazetteer};
use communique_compiler::reading::ReadSpan;
use communique_compiler::themes::Themes;
use communique_compiler::toml_file::TomlFile;
use serde_json::Value;

/// One statement of the gold: its words, and what they should be labelled.
struct Labelled {
    place: String,
    spans: Vec<ReadSpan>,
    countries: BTreeSet<String>,
    themes: BTreeSet<String>,
}

struct Article {
    text: String,
    statements: Vec<Labelled>,
}

/// Counts for micro-averaged precision, recall and F1.
#[derive(Default)]
struct Tally {
    n_right: usize,
    n_found: usize,
    n_wanted: usize,
}

impl Tally {
    fn add(&mut self, place: &str, found: &BTreeSet<String>, wanted: &BTreeSet<String>) {
        self.n_right += found.intersection(wanted).count();
        self.n_found += found.len();
        self.n_wanted += wanted.len();
        if found != wanted {
            eprintln!("{place}: found {found:?}, gold has {wanted:?}");
        }
    }

    fn f1(&self) -> f64 {
        2.0 * self.n_right as f64 / (self.n_found + self.n_wanted) as f64
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The gold with offsets in bytes, or `None` with a message where it is not there.
fn gold() -> Option<Vec<Article>> {
    let path = root().join("../shared/gold/seeds.ndjson");
    let Ok(lines) = fs::read_to_string(&path) else {
        eprintln!("skipped: no gold at {}", path.display());
        return None;
    };
    Some(lines.lines().map(article).collect())
}

fn article(line: &str) -> Article {
    let article: Value = serde_json::from_str(line).unwrap();
    let file = article["file"].as_str().unwrap();
    let text = fs::read_to_string(root().join("seeds").join(file)).unwrap();
    let mut byte_of: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
    byte_of.push(text.len() as u32);
    let span = |v: &Value| {
        let at = |i: usize| byte_of[v[i].as_u64().unwrap() as usize];
        ReadSpan { start: at(0), end: at(1) }
    };
    let set =
        |v: &Value| v.as_array().unwrap().iter().map(|k| k.as_str().unwrap().to_owned()).collect();
    let statements = article["statements"].as_array().unwrap().iter().map(|statement| Labelled {
        place: format!("{}:{}", &file[..3], statement["passage"]),
        spans: statement["content"]
            .as_array()
            .unwrap()
            .iter()
            .chain(statement["topic"].is_array().then_some(&statement["topic"]))
            .map(span)
            .collect(),
        countries: set(&statement["countries"]),
        themes: set(&statement["themes"]),
    });
    Article { statements: statements.collect(), text }
}

#[test]
fn countries_agree_with_the_gold() {
    let Some(articles) = gold() else { return };
    let gazetteer = Gazetteer::builtin();
    let mut tally = Tally::default();
    for article in &articles {
        let hits = gazetteer.hits(&article.text);
        for statement in &article.statements {
            let found = gazetteer::within(&hits, &statement.spans).map(|hit| hit.country.code());
            tally.add(&statement.place, &found.collect(), &statement.countries);
        }
    }
    eprintln!("countries: F1 {:.3}", tally.f1());
    assert!(tally.f1() >= 0.97, "countries: F1 {:.3}", tally.f1());
}

#[test]
fn themes_agree_with_the_gold() {
    let Some(articles) = gold() else { return };
    let file = TomlFile::open(&root().join("seeds"), "lexicon/themes.toml").unwrap().unwrap();
    let themes = Themes::load(&file).unwrap();
    let mut tally = Tally::default();
    for article in &articles {
        for statement in &article.statements {
            let hits = themes.hits(&article.text, &statement.spans);
            let found = hits.iter().map(|hit| themes.themes()[hit.theme].id.clone());
            tally.add(&statement.place, &found.collect(), &statement.themes);
        }
    }
    eprintln!("themes: F1 {:.3}", tally.f1());
    assert!(tally.f1() >= 0.92, "themes: F1 {:.3}", tally.f1());
}
