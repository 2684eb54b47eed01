//! An article that was wrapped anew keeps its statements, and links to them go on to work.

mod folder;

use std::path::Path;

use communique_compiler::{Compiled, compile};
use communique_index::Statement;
use folder::Folder;

/// `text` with each line filled up to `width` characters, and blank lines between what were lines.
fn wrap(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    for paragraph in text.lines() {
        let mut n_chars = 0;
        for word in paragraph.split(' ') {
            let len = word.chars().count();
            let fits = n_chars + 1 + len <= width;
            wrapped.push_str(match n_chars {
                0 => "",
                _ if fits => " ",
                _ => "\n",
            });
            wrapped.push_str(word);
            n_chars = if n_chars > 0 && fits { n_chars + 1 + len } else { len };
        }
        wrapped.push_str("\n\n");
    }
    wrapped
}

/// Ids, words as read and facet values of all statements.
fn statements(compiled: &Compiled) -> Vec<String> {
    let corpus = &compiled.corpus;
    let keys = |s: &Statement| -> Vec<String> {
        let values = s.values.iter().flat_map(|(facet, values)| {
            let known = &corpus.facet_values[facet];
            values.iter().map(move |value| format!("{}:{}", facet.key(), known[value.get()].key))
        });
        values.collect()
    };
    corpus.statements.iter().map(|s| format!("{} {}", s.id, keys(s).join(" "))).collect()
}

#[test]
fn a_wrapped_article_has_the_same_statements() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let published = compile(&seeds).expect("the seeds compile");
    for width in [66, 72, 80] {
        let folder = Folder::new(&format!("wrapped-{width}"), &[]);
        for list in ["corpus.toml", "lexicon/speakers.toml", "lexicon/themes.toml"] {
            folder.write(list, &std::fs::read(seeds.join(list)).expect("the seeds have it"));
        }
        for document in &published.corpus.documents {
            folder.write(&document.file, wrap(&document.text, width).as_bytes());
        }
        let wrapped = folder.compile().expect("wrapped articles compile");
        assert_eq!(statements(&wrapped), statements(&published), "{width}");
    }
}
