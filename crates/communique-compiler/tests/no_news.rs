//! Texts that are no news (`no_news/`, a file a sort: logs, code, verse, tables, other languages): each is read without
//! a speaker made of thin air, and the report says that little was found.

use std::fs;

use communique_compiler::Compiled;
use communique_compiler::report::Report;
use communique_index::Facet;
use communique_index::facet::UNRESOLVED;

mod folder;

use folder::Folder;

/// Compiles `text` beside nothing else.
fn compiled(name: &str, text: &str) -> Compiled {
    Folder::new(name, &[("odd.txt", text.as_bytes())]).compile().expect("text is always read")
}

/// Asserts that `text` names nobody, and that its publisher is told so.
fn check(name: &str, text: &str) {
    let compiled = compiled(&format!("no-news-{name}"), text);
    let speakers = &compiled.corpus.facet_values[Facet::Speaker];
    let named: Vec<&str> = (speakers.iter())
        .filter(|value| value.key != UNRESOLVED)
        .map(|value| value.label.as_str())
        .collect();
    assert!(named.is_empty(), "{name}: {named:?}");
    let report = Report::new(&compiled).to_string();
    let is_told =
        ["no statement was found", "little was found"].iter().any(|told| report.contains(told));
    assert!(is_told, "{name}: {report}");
}

/// The texts by name, in order.
fn texts() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/no_news");
    let mut texts: Vec<(String, String)> = (fs::read_dir(folder).expect("the folder is there"))
        .map(|entry| {
            let path = entry.expect("a readable folder").path();
            let name = path.file_stem().expect("a file").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a text"))
        })
        .collect();
    texts.sort();
    texts
}

#[test]
fn no_sort_of_text_but_news_makes_speakers() {
    let texts = texts();
    assert!(texts.len() >= 40, "{}", texts.len());
    for (name, text) in &texts {
        check(name, text);
        check(&format!("long-{name}"), &text.repeat(12));
    }
}

#[test]
fn words_at_random_make_no_speakers_with_and_without_full_stops() {
    let words: Vec<&str> = "the of and table river stone agency party exit close latest server market window said says \
                            told claims reported announced added that in a with green music light doctor bridge letter \
                            summer talks mayor minister he was spokesman silver garden paper"
        .split_whitespace()
        .collect();
    for (name, one_in, mark) in
        [("bare", 0, ""), ("stops", 12, "."), ("quotes", 9, "\""), ("commas", 7, ",")]
    {
        let mut text = String::new();
        // A linear congruential generator (Knuth, MMIX): the same words in every run.
        let mut state: u64 = 7;
        while text.len() < 100_000 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let draw = (state >> 33) as usize;
            let word = words[draw % words.len()];
            let is_capital = (draw / 64).is_multiple_of(5);
            let (first, rest) = word.split_at(usize::from(is_capital));
            text.push_str(&first.to_uppercase());
            text.push_str(rest);
            if one_in > 0 && (draw / 512).is_multiple_of(one_in) {
                text.push_str(mark);
            }
            text.push(' ');
        }
        check(&format!("random-{name}"), &text);
    }
}

#[test]
fn a_contract_keeps_who_is_surely_named() {
    let contract = texts().into_iter().find(|(name, _)| name == "contract").expect("a contract").1;
    let text = format!(
        "{contract}\nMinister Ann Lee said on Monday that the contract would be kept. \
         Hamas said that it would not.\n"
    );
    let compiled = compiled("no-news-named", &text);
    let speakers = &compiled.corpus.facet_values[Facet::Speaker];
    for name in ["Ann Lee", "Hamas"] {
        assert!(speakers.iter().any(|value| value.label == name), "{name}");
    }
    let report = Report::new(&compiled).to_string();
    assert!(
        report.contains("2 with a speaker; its marks or capitals are not those of news prose"),
        "{report}"
    );
}
