//! Files of a folder may be called anything: an article keeps its name. That its page shows it as text, is told in
//! the site's tests and the browser's stories, where names are not bound to a file system. Left out here are the strings
//! that no file can be called: on Linux those with a separator or NUL, or too long (117 of 348).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, is_separator};

use communique_compiler::compile;
use communique_export::{Correction, Right};
use communique_index::Statement;

const ARTICLE: &str = "Talks go on\n\nMinister Ann Lee said on Monday that there was no hurry.\n";

/// A name for each of the strings that break sites, where the file system has it; and those that it does not have.
fn names(folder: &Path) -> (BTreeSet<String>, Vec<String>) {
    let list = include_str!("../../communique-site/tests/site/hostile.json");
    let strings: Vec<String> = serde_json::from_str(list).expect("a list of strings");
    let (mut names, mut forbidden) = (BTreeSet::new(), Vec::new());
    for string in strings {
        let name = format!("{string}.txt");
        // A name with a separator would be a file of another folder, if there is one.
        let is_name = !name.contains(is_separator);
        match is_name && fs::write(folder.join(&name), ARTICLE).is_ok() {
            true => _ = names.insert(name),
            false => forbidden.push(name),
        }
    }
    (names, forbidden)
}

#[test]
fn an_article_keeps_the_name_of_its_file() {
    let folder = std::env::temp_dir().join(format!("communique-names-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    let (names, forbidden) = names(&folder);
    // What is left out on this machine has a separator, or NUL, or is longer than a name may be.
    if cfg!(target_os = "linux") {
        let is_forbidden = |name: &String| name.contains(['/', '\0']) || name.len() > 255;
        assert_eq!(forbidden.iter().find(|name| !is_forbidden(name)), None);
        assert!(names.len() > 150, "{} names", names.len());
    }
    let corpus = compile(&folder).expect("good articles").corpus;
    let read: BTreeSet<String> = corpus.documents.iter().map(|d| d.file.clone()).collect();
    assert_eq!(read.symmetric_difference(&names).next(), None);

    // A correction finds its article by such a name.
    let words = |s: &Statement| {
        corpus.documents[s.document.get()].text[s.content_hull().range()].to_owned()
    };
    let line = |s: &Statement| {
        let file = &corpus.documents[s.document.get()].file;
        let right = Right::Speaker("Bob Ray");
        Correction { statement: &s.id, file, words: &words(s), right, reason: "x" }.to_string()
    };
    let lines: String = corpus.statements.iter().map(line).collect();
    fs::write(folder.join("corrections.toml"), lines).expect("a file can be written");
    let corrected = compile(&folder).expect("good corrections").corpus;
    assert_eq!(corrected.statements.len(), corpus.statements.len());
    assert!(corrected.statements.iter().all(|statement| statement.is_corrected));
    fs::remove_dir_all(&folder).expect("the folder was made above");
}
