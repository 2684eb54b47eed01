//! Documents whose statements are known already: what was written is read back the same.

mod folder;

use std::path::Path;

use communique_compiler::interchange::{Text, records};
use communique_compiler::{Compiled, compile};
use communique_index::{Facet, Statement, pack};
use folder::Folder;
use proptest::prelude::*;

/// The interchange lines of `compiled`, with the texts.
fn lines(compiled: &Compiled) -> String {
    let line = |record| serde_json::to_string(&record).expect("a record is JSON") + "\n";
    records(&compiled.corpus, Text::With).map(line).collect()
}

/// What must come back: ids, places, and the values that the lines hold.
fn statements(compiled: &Compiled) -> Vec<String> {
    let corpus = &compiled.corpus;
    let keys = |s: &Statement, facet: Facet| -> Vec<&str> {
        let known = &corpus.facet_values[facet];
        s.values[facet].iter().map(|value| known[value.get()].key.as_str()).collect()
    };
    let told =
        [Facet::Speaker, Facet::Country, Facet::Theme, Facet::Kind, Facet::Outlet, Facet::Year];
    let line = |s: &Statement| {
        let file = &corpus.documents[s.document.get()].file;
        let values: Vec<_> = told.iter().map(|facet| keys(s, *facet)).collect();
        let places = (s.line, s.source, s.cue, s.topic, &s.content);
        format!("{file} {} {places:?} {:?} {:?} {values:?}", s.id, s.via, s.said_on)
    };
    corpus.statements.iter().map(line).collect()
}

/// Compiles `first`, writes it, and compiles what was written.
fn check_round_trip(name: &str, first: &Compiled) {
    let folder = Folder::new(name, &[("all.ndjson", lines(first).as_bytes())]);
    let again = folder.compile().expect("what was written compiles");
    assert_eq!(statements(&again), statements(first));
    for (a, b) in first.corpus.documents.iter().zip(&again.corpus.documents) {
        assert_eq!(
            (&a.text, a.sha256, a.encoding, &a.title),
            (&b.text, b.sha256, b.encoding, &b.title)
        );
        assert_eq!(a.date, b.date);
    }
    assert!(!pack::write(&again.corpus).is_empty());
    assert_eq!(lines(&again), lines(first));
}

#[test]
fn the_seeds_come_back_as_they_were() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let first = compile(&seeds).expect("the seeds compile");
    assert!(first.corpus.statements.len() > 60);
    check_round_trip("known-seeds", &first);
}

#[test]
fn a_file_in_another_encoding_comes_back_with_its_bytes() {
    let words = "“It’s over,” the mayor of Derry, Ann Lee, said. “We won,” she told a café owner.";
    let utf16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(words.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin = b"\x93It\x92s over,\x94 the mayor of Derry, Ann Lee, said at a caf\xe9.";
    let bom = format!("\u{feff}{words}");
    let files: [(&str, &[u8]); 3] =
        [("a.txt", &utf16), ("b.txt", latin), ("c.txt", bom.as_bytes())];
    let first = Folder::new("known-encodings", &files).compile().expect("three good articles");
    assert_eq!(first.corpus.statements.len(), 5);
    check_round_trip("known-encodings-again", &first);
}

#[test]
fn a_text_with_spans_and_a_name_is_a_statement_with_all_that_can_be_derived() {
    let record = "{\"text\":\"Talks on Iraq\\n\\n“The talks on Iraq went well,” Foreign Minister Ann Lee told reporters in Accra on Monday.\",\
                  \"unit\":\"char\",\"statements\":[{\"spans\":[[15,44]],\"speaker\":\"Ann Lee\"}]}\n";
    let compiled = Folder::new("known-minimal", &[("lee.ndjson", record.as_bytes())])
        .compile()
        .expect("a record");
    assert_eq!(compiled.diagnostics, []);
    let corpus = &compiled.corpus;
    let [statement] = &corpus.statements[..] else { panic!("one statement") };
    let document = &corpus.documents[0];
    let words = |span: communique_index::TextSpan| &document.text[span.range()];
    assert_eq!((document.file.as_str(), document.title.as_str()), ("lee-1", "Talks on Iraq"));
    assert_eq!(words(statement.content[0]), "“The talks on Iraq went well,");
    assert_eq!((words(statement.cue), statement.source.map(words)), ("told", Some("Ann Lee")));
    assert_eq!((statement.kind.key(), statement.via.key(), statement.line), ("direct", "name", 3));
    let key =
        |facet: Facet| corpus.facet_values[facet][statement.values[facet][0].get()].key.as_str();
    assert_eq!(
        (key(Facet::Speaker), key(Facet::Country), key(Facet::Cue)),
        ("ann-lee", "iq", "tell")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_bytes_beside_a_good_line_leave_it_whole(junk in prop::collection::vec(any::<u8>(), 0..120)) {
        let good = b"\n{\"text\":\"We won, said Lee.\",\"statements\":[{\"spans\":[[0,6]],\"speaker\":\"Lee\"}]}\n";
        let bytes = [&junk[..], good].concat();
        let folder = Folder::new("known-junk", &[("a.ndjson", &bytes)]);
        let compiled = folder.compile().expect("the good line stands");
        let said = |s: &Statement| compiled.corpus.documents[s.document.get()].text[s.content[0].range()].to_owned();
        prop_assert!(compiled.corpus.statements.iter().any(|s| said(s) == "We won"));
    }
}
