//! "This is wrong" on the page: the lines that it writes are read by the compiler, and what they say is done.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use communique_compiler::{Compiled, compile};
use communique_export::{Correction, Right};
use communique_index::{Corpus, Facet, Statement};

const ARTICLE: &str = "Talks go on\n\nForeign Minister Ann Lee said that the talks with Peru had gone well.\n\n\
    Her deputy, Bob Ray, said that there was no hurry.\n";
const FILE: &str = "a.txt";

/// Tells the folders of tests that run at the same time apart.
static N_FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// The article with `corrections.toml` beside it, compiled.
fn compiled(corrections: &str) -> Compiled {
    compiled_files(&[FILE.to_owned()], corrections)
}

/// The article once under each of `names`, with `corrections.toml` beside it, compiled.
fn compiled_files(names: &[String], corrections: &str) -> Compiled {
    let n = N_FOLDERS.fetch_add(1, Ordering::Relaxed);
    let folder =
        std::env::temp_dir().join(format!("communique-corrected-{}-{n}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join("corrections.toml"), corrections).expect("a file can be written");
    for name in names {
        fs::write(folder.join(name), ARTICLE).expect("a file can be written");
    }
    let compiled = compile(&folder).expect("good corrections");
    fs::remove_dir_all(&folder).expect("the folder was made above");
    compiled
}

fn words<'c>(corpus: &'c Corpus, statement: &Statement) -> &'c str {
    &corpus.documents[statement.document.get()].text[statement.content_hull().range()]
}

fn speaker<'c>(corpus: &'c Corpus, statement: &Statement) -> &'c str {
    let [value] = statement.values[Facet::Speaker][..] else { return "" };
    &corpus.facet_values[Facet::Speaker][value.get()].label
}

/// The lines of the page that say what is `right` instead of the first statement of `corpus`.
fn lines(corpus: &Corpus, right: Right<'_>, reason: &str) -> String {
    let first = &corpus.statements[0];
    let words = words(corpus, first);
    Correction { statement: &first.id, file: FILE, words, right, reason }.to_string()
}

#[test]
fn another_speaker_is_taken() {
    let Compiled { corpus, diagnostics, .. } =
        compiled(&lines(&compiled("").corpus, Right::Speaker("Bob Ray"), "he read it out"));
    assert_eq!(diagnostics, []);
    assert_eq!(speaker(&corpus, &corpus.statements[0]), "Bob Ray");
    assert!(corpus.statements[0].is_corrected && !corpus.statements[1].is_corrected);
}

#[test]
fn a_statement_that_is_none_is_gone() {
    let Compiled { corpus, diagnostics, .. } =
        compiled(&lines(&compiled("").corpus, Right::NoStatement, "a line of a play"));
    assert_eq!(diagnostics, []);
    assert_eq!(corpus.statements.len(), 1);
    assert_eq!(words(&corpus, &corpus.statements[0]), "that there was no hurry");
}

#[test]
fn other_countries_and_listeners_are_taken() {
    let before = compiled("").corpus;
    let [add, remove] = [["Chile".to_owned()], ["PE".to_owned()]];
    let listener = ["Cy \"Red\" Dow".to_owned()];
    let country = Right::Values { facet: Facet::Country, add: &add, remove: &remove };
    let listeners = Right::Values { facet: Facet::Listener, add: &listener, remove: &[] };
    let both = [country, listeners].map(|right| lines(&before, right, "he read it out"));
    let Compiled { corpus, diagnostics, .. } = compiled(&both.concat());
    assert_eq!(diagnostics, []);
    let first = &corpus.statements[0];
    let labels = |facet: Facet| -> Vec<&str> {
        let values = &corpus.facet_values[facet];
        first.values[facet].iter().map(|value| values[value.get()].label.as_str()).collect()
    };
    assert_eq!(
        (labels(Facet::Country), labels(Facet::Listener)),
        (vec!["Chile"], vec![&*listener[0]])
    );
    assert!(first.is_corrected);
}

#[test]
fn other_words_take_the_place_of_the_statement() {
    let right = Right::Words { words: "the talks with Peru", cue: "said", speaker: "Ann Lee" };
    let Compiled { corpus, diagnostics, .. } =
        compiled(&lines(&compiled("").corpus, right, "the rest is mine"));
    assert_eq!(diagnostics, []);
    let first = &corpus.statements[0];
    assert_eq!(
        (words(&corpus, first), speaker(&corpus, first), corpus.statements.len()),
        ("the talks with Peru", "Ann Lee", 2)
    );
    assert_eq!(&corpus.documents[0].text[first.cue.range()], "said");
}

#[test]
fn whatever_is_typed_arrives() {
    let list = include_str!("../../communique-site/tests/site/hostile.json");
    let strings: Vec<String> = serde_json::from_str(list).expect("a list of strings");
    // Names of the same letters are one person; the number tells them apart.
    let number = |(n, typed): (usize, &String)| format!("{n} {}", typed.trim());
    let typed: Vec<String> = strings.iter().enumerate().map(number).collect();
    let files: Vec<String> = (0..typed.len()).map(|n| format!("{n:03}.txt")).collect();
    let before = compiled_files(&files, "").corpus;
    let lines: String = typed
        .iter()
        .zip(before.statements.iter().step_by(2))
        .map(|(typed, first)| {
            let file = &before.documents[first.document.get()].file;
            let (right, words) = (Right::Speaker(typed), words(&before, first));
            Correction { statement: &first.id, file, words, right, reason: typed }.to_string()
        })
        .collect();
    let Compiled { corpus, diagnostics, .. } = compiled_files(&files, &lines);
    assert_eq!(diagnostics, []);
    for (typed, first) in typed.iter().zip(corpus.statements.iter().step_by(2)) {
        assert_eq!(speaker(&corpus, first), typed);
        // These two part what is told.
        let reason = typed.replace(['\u{1e}', '\u{1f}'], "");
        let step = first.steps.last().expect("a correction is a step");
        assert!(
            step.starts_with("corrected by the publisher") && step.ends_with(&reason),
            "{step}"
        );
    }
}
