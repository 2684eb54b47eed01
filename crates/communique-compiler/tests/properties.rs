//! What holds of every statement, checked on real articles: the seeds without their lists, and, where it lies
//! beside the project, PolNeAR's development split.

use std::fs;
use std::path::{Path, PathBuf};

use communique_compiler::{Compiled, compile};
use communique_index::facet::UNRESOLVED;
use communique_index::{Document, Facet, Statement, pack};

mod folder;

use folder::Folder;

/// The articles of a folder, by name.
fn articles(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut articles: Vec<(String, Vec<u8>)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            (name, fs::read(path).expect("an article can be read"))
        })
        .collect();
    articles.sort();
    articles
}

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

/// The seeds, and as many articles of the development split as keep the test quick.
fn real() -> Vec<(String, Vec<u8>)> {
    let split = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gold/polnear/dev/text");
    let others = articles(&split);
    if others.is_empty() {
        eprintln!("skipped: PolNeAR is not at {}", split.display());
    }
    articles(&seeds()).into_iter().chain(others.into_iter().take(30)).collect()
}

fn folder(name: &str, articles: &[(String, Vec<u8>)]) -> Folder {
    let files: Vec<(&str, &[u8])> =
        articles.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    Folder::new(name, &files)
}

fn compiled(name: &str, articles: &[(String, Vec<u8>)]) -> Compiled {
    folder(name, articles).compile().expect("real articles compile")
}

/// The speakers of a statement that are resolved.
fn speakers<'a>(compiled: &'a Compiled, statement: &Statement) -> Vec<&'a str> {
    let values = &compiled.corpus.facet_values[Facet::Speaker];
    let all = statement.values[Facet::Speaker].iter().map(|idx| &values[idx.get()]);
    all.filter(|value| value.key != UNRESOLVED).map(|value| value.label.as_str()).collect()
}

#[test]
fn every_span_slices_to_its_text_and_stands_in_its_line() {
    let compiled = compiled("spans", &real());
    // News has so many; with fewer there would be little to check.
    assert!(compiled.corpus.statements.len() > 8 * compiled.corpus.documents.len());
    for statement in &compiled.corpus.statements {
        let document = &compiled.corpus.documents[statement.document.get()];
        let slice = |span: communique_index::TextSpan| {
            let words = document.text.get(span.range());
            words.unwrap_or_else(|| panic!("{}: {span:?} cuts a character", document.file))
        };
        assert!(!statement.content.is_empty());
        for &span in &statement.content {
            assert!(slice(span).chars().any(char::is_alphanumeric), "{}", document.file);
        }
        statement.source.into_iter().chain([statement.cue]).chain(statement.topic).for_each(
            |span| {
                assert!(!slice(span).trim().is_empty(), "{}", document.file);
            },
        );
    }
}

#[test]
fn a_speaker_is_named_in_the_article() {
    let compiled = compiled("named", &real());
    let mut n_resolved = 0;
    for statement in &compiled.corpus.statements {
        let document: &Document = &compiled.corpus.documents[statement.document.get()];
        let text = document.text.to_lowercase();
        for speaker in speakers(&compiled, statement) {
            // Another article may spell the rest of the name differently.
            let last = speaker.split(' ').next_back().unwrap_or_default().to_lowercase();
            let known = text.contains(&last) || text.contains(last.trim_end_matches(['i', 'y']));
            assert!(known, "{}: {speaker} is not named", document.file);
            n_resolved += 1;
        }
    }
    assert!(n_resolved > 7 * compiled.corpus.documents.len(), "{n_resolved}");
}

#[test]
fn merging_names_changes_no_total() {
    let articles = articles(&seeds());
    let together = compiled("together", &articles);
    let count = |compiled: &Compiled| {
        let resolved = |s: &&Statement| !speakers(compiled, s).is_empty();
        let statements = &compiled.corpus.statements;
        (statements.len(), statements.iter().filter(resolved).count())
    };
    let mut apart = (0, 0);
    for article in &articles {
        let (n_found, n_resolved) = count(&compiled("apart", std::slice::from_ref(article)));
        apart = (apart.0 + n_found, apart.1 + n_resolved);
    }
    assert_eq!(count(&together), apart);
    let merged = together.corpus.facet_values[Facet::Speaker].iter();
    assert!(
        merged
            .filter(|value| value.label.contains("Raisi") || value.label.contains("Raeisi"))
            .count()
            == 1
    );
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let folder = folder("bytes", &real());
    let pack = || pack::write(&compile(&folder.0).expect("real articles compile").corpus);
    assert!(pack() == pack());
}
