//! What the page answers on the five articles, asked on the command line.

use std::path::Path;
use std::process::Command;

use communique_compiler::corpus_toml::ORDERS;
use communique_engine::Sort;

/// What `command` prints about the five articles.
fn printed(command: &str, arguments: &[&str]) -> String {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut communique = Command::new(env!("CARGO_BIN_EXE_communique"));
    let output = communique.arg(command).arg(seeds).args(arguments).output();
    let output = output.expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("what is printed is UTF-8")
}

/// Document number and passage of every row that `address` gives, in document order.
fn rows(address: &str) -> Vec<String> {
    let text = printed("query", &[address]);
    let row = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).expect("a row is JSON");
        let document = row["document"].as_str().expect("a row names its document");
        format!("{}:L{}", &document[..3], row["passage"])
    };
    text.lines().map(row).collect()
}

#[test]
fn shamkhani_on_the_united_states_is_seven_statements_in_five_passages() {
    let expected = ["001:L22", "001:L24", "001:L24", "003:L11", "003:L11", "003:L15", "003:L25"];
    assert_eq!(rows("?speaker=ali-shamkhani&country=us&sort=document"), expected);
}

#[test]
fn what_only_a_removed_line_names_is_about_nothing() {
    assert_eq!(rows("?country=af"), Vec::<String>::new());
}

#[test]
fn foreign_forces_are_quoted_from_three_speakers() {
    assert_eq!(rows("?q=%22foreign+forces%22&sort=document"), ["001:L10", "003:L17", "003:L41"]);
}

#[test]
fn the_united_states_and_israel_together_are_two_passages() {
    assert_eq!(rows("?country=us,il&country-all=1&sort=document"), ["002:L15", "004:L13"]);
}

#[test]
fn a_pattern_finds_what_the_words_of_both_its_branches_find() {
    let branches = rows("?q=%22foreign+forces%22+OR+%22foreign+troops%22&sort=document");
    assert_eq!(rows("?q=/%5Cbforeign+(forces|troops)%5Cb/&sort=document"), branches);
}

#[test]
fn a_site_can_have_every_order_that_needs_no_query() {
    let orders = Sort::ALL.into_iter().filter(|sort| *sort != Sort::Relevance);
    assert_eq!(orders.map(Sort::key).collect::<Vec<_>>(), ORDERS);
}

#[test]
fn a_cue_is_found_by_the_form_that_articles_have() {
    assert!(!rows("?q=cue:stressed").is_empty());
    assert_eq!(rows("?q=cue:said"), rows("?cue=say&q=cue:say"));
    assert_eq!(rows("?q=-cue:said").len() + rows("?q=cue:said").len(), rows("").len());
}

#[test]
fn figures_are_those_of_the_layout() {
    let figures = |address: &str| -> serde_json::Value {
        let text = printed("query", &[address, "--format", "figures"]);
        serde_json::from_str(&text).expect("figures are JSON")
    };
    let map = figures("?view=map&speaker=ali-shamkhani");
    let us = &map["figures"]["countries"].as_array().expect("a list")[..];
    let us = us.iter().find(|country| country["value"] == "us").expect("he speaks about the US");
    assert_eq!(us["count"], 7);
    let kwic = figures("?view=kwic&kwic=right-1&q=%22foreign+forces%22");
    assert_eq!(kwic["figures"]["lines"].as_array().map(Vec::len), Some(3));
    let spelling = figures("?q=withdrawel");
    assert_eq!(spelling["unknownWords"][0]["offers"][0]["word"], "withdrawal");
}

#[test]
fn another_spelling_finds_a_speaker_and_a_zero_is_explained() {
    let value = |address: &str, like: &str| -> serde_json::Value {
        let text = printed("values", &["speaker", address, "--like", like]);
        serde_json::from_str(&text).expect("one value, as JSON")
    };
    let raisi = value("", "Raeisi");
    assert_eq!((&raisi["value"], &raisi["why"]), (&"ebrahim-raisi".into(), &().into()));
    let aliyev = value("?country=us", "ilham");
    assert_eq!((&aliyev["count"], &aliyev["why"]["reason"]), (&0.into(), &"each".into()));
    assert_eq!(aliyev["why"]["ways"][0]["without"], "country=us");
}
