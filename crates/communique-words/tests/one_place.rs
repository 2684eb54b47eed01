//! No view says anything of its own: what is read or heard stands in `words/`.

use std::fs;
use std::path::{Path, PathBuf};

/// Where views and sentences are made.
const ROOMS: [&str; 5] = [
    "src/ui",
    "crates/communique-annex/src/article",
    "crates/communique-annex/src/layout",
    "crates/communique-layouts/src",
    "crates/communique-compiler/src/resolution/answer",
];

/// What looks like words and is none: our name, keys, classes, and what browsers and drawings are told.
const NO_WORDS: [&str; 9] = [
    // A finding for the publisher.
    "source “{words}”",
    "Communiqué",
    "Escape",
    "Arrow",
    "(max-width",
    "(min-width",
    "0 0 ",
    "translate(",
    "M{x}",
];

#[test]
fn views_take_their_words_from_here() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut said = Vec::new();
    for file in ROOMS.iter().flat_map(|room| sources(&root.join(room))) {
        let text = fs::read_to_string(&file).expect("a source is text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (n, line) in code.lines().enumerate() {
            let words = literals(line).find(|literal| is_said(literal));
            said.extend(words.map(|words| format!("{}:{}: {words}", file.display(), n + 1)));
        }
    }
    assert!(said.is_empty(), "not from crates/communique-words:\n{}", said.join("\n"));
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a room of the workspace");
    let paths = entries.map(|entry| entry.expect("an entry of a folder").path());
    let paths = paths.filter(|path| path.file_name().is_none_or(|name| name != "tests.rs"));
    let mut sources: Vec<PathBuf> = paths
        .flat_map(|path| match path.is_dir() {
            true => sources(&path),
            false => vec![path],
        })
        .collect();
    sources.sort();
    sources
}

/// The string literals of a line that is no comment, but for classes and for what is said to developers.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    let is_code = !line.trim_start().starts_with("//") && !line.contains(".expect(");
    let parts: Vec<&str> = if is_code { line.split('"').collect() } else { Vec::new() };
    let is_class =
        |before: &str| ["class=", "class:", "class "].iter().any(|it| before.ends_with(it));
    let literal = move |nth: usize| (!is_class(parts[nth - 1])).then(|| parts[nth]);
    let n_parts = line.split('"').count();
    (1..n_parts).step_by(2).filter_map(move |nth| if is_code { literal(nth) } else { None })
}

/// Whether a literal reads as words: two words, or one that begins with a capital.
fn is_said(literal: &str) -> bool {
    let mut words = literal.split(' ').filter(|word| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters > 1 && word.chars().all(|c| c.is_alphabetic() || ",.:;?!’…“”()".contains(c))
    });
    let first = words.next();
    let is_one = first.is_some_and(|first| first.starts_with(char::is_uppercase));
    let is_none = NO_WORDS.iter().any(|known| literal.starts_with(known));
    let is_classes = literal.contains("__") || literal.contains('-') && words.clone().count() == 0;
    (is_one || words.next().is_some()) && !is_none && !is_classes
}

#[test]
fn words_are_told_from_what_is_none() {
    for words in ["Show more lines", "Undated", " said about ", "why not?"] {
        assert!(is_said(words), "{words}");
    }
    for other in
        ["facet__count tnum", "quiet-button", "aria-label", "0 0 16 16", "m4 12 8-8", "div"]
    {
        assert!(!is_said(other), "{other}");
    }
}
