//! A folder with nothing but articles: a title, and themes suggested by what is said.

mod folder;

use std::path::Path;

use communique_compiler::suggest::{suggest_themes, to_toml};
use communique_compiler::{Compiled, compile};
use communique_index::{Facet, pack};
use folder::Folder;

/// The articles of the seeds, and nothing else.
fn bare(name: &str) -> Folder {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let folder = Folder::new(name, &[]);
    for entry in std::fs::read_dir(seeds).expect("the seeds are there").flatten() {
        let file = entry.file_name().into_string().expect("a plain name");
        if file.ends_with(".txt") {
            folder.write(&file, &std::fs::read(entry.path()).expect("an article"));
        }
    }
    folder
}

fn theme_counts(compiled: &Compiled) -> Vec<(String, usize)> {
    let corpus = &compiled.corpus;
    let count = |idx: usize| {
        corpus
            .statements
            .iter()
            .filter(|s| s.values[Facet::Theme].iter().any(|v| v.get() == idx))
            .count()
    };
    let values = corpus.facet_values[Facet::Theme].iter().enumerate();
    values.map(|(idx, value)| (value.key.clone(), count(idx))).collect()
}

#[test]
fn a_bare_folder_has_a_title_and_themes_that_are_marked() {
    let compiled = bare("what-they_said").compile().expect("articles");
    let site = &compiled.corpus.site;
    assert!(site.title.starts_with("Communique what they said"), "{}", site.title);
    assert!(site.has_suggested_themes);
    let counts = theme_counts(&compiled);
    assert!((3..=8).contains(&counts.len()), "{counts:?}");
    assert!(counts.iter().all(|(_, n)| *n >= 3), "{counts:?}");
    assert!(counts.iter().any(|(key, _)| key == "security"), "{counts:?}");
    assert!(counts.iter().all(|(key, _)| !["said", "country", "minister"].contains(&key.as_str())));
    assert!(!pack::write(&compiled.corpus).is_empty());
    assert_eq!(bare("what-they_said").compile().expect("the same").corpus, compiled.corpus);
}

#[test]
fn what_is_suggested_can_be_written_edited_and_read() {
    let folder = bare("suggested-toml");
    let compiled = folder.compile().expect("articles");
    let suggested = suggest_themes(&compiled.corpus);
    folder.write("lexicon/themes.toml", to_toml(&suggested).as_bytes());
    let again = compile(&folder.0).expect("what was written is well formed");
    assert!(!again.corpus.site.has_suggested_themes, "the publisher's now");
    assert_eq!(theme_counts(&again), theme_counts(&compiled));
}

#[test]
fn a_handful_of_statements_suggests_nothing() {
    let files: [(&str, &[u8]); 1] =
        [("a.txt", b"Minister Ann Lee said that trade and trade alone would help.")];
    let compiled = Folder::new("suggest-few", &files).compile().expect("an article");
    assert!(!compiled.corpus.site.has_suggested_themes);
    assert_eq!(compiled.corpus.facet_values[Facet::Theme], []);
}
