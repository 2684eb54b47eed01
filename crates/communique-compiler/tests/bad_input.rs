//! Folders and files that are not what they should be: each a clear message, never a panic, and no speaker
//! made of thin air.

use std::path::Path;

use communique_compiler::{Compiled, Severity, compile, compile_telling};
use communique_index::facet::UNRESOLVED;
use communique_index::{Facet, pack};
use proptest::prelude::*;

mod folder;

use folder::Folder;

const ARTICLE: &str =
    "Talks go on\n\nForeign Minister Ann Lee said that the talks with Peru had gone well.\n";

/// All messages of a run that must fail.
fn failure(folder: &Folder) -> String {
    let findings = folder.compile().expect_err("nothing sensible can be built");
    assert!(findings.iter().any(|finding| finding.severity == Severity::Error));
    findings.iter().map(|finding| format!("{finding}\n")).collect()
}

/// The run of an article with odd bytes beside a good one: the good one is always there.
fn beside_a_good_one(name: &str, bytes: &[u8]) -> Compiled {
    let folder = Folder::new(name, &[("good.txt", ARTICLE.as_bytes()), ("odd.txt", bytes)]);
    let compiled = folder.compile().expect("one bad article never stops the others");
    let files: Vec<&str> = compiled.corpus.documents.iter().map(|d| d.file.as_str()).collect();
    assert!(files.contains(&"good.txt"));
    let read = pack::write(&compiled.corpus);
    assert!(!read.is_empty());
    compiled
}

fn messages(compiled: &Compiled) -> String {
    compiled.diagnostics.iter().map(|finding| format!("{finding}\n")).collect()
}

#[test]
fn a_missing_or_empty_folder_stops_the_run_with_a_remedy() {
    let missing = compile(Path::new("/no/such/folder")).expect_err("no folder");
    assert!(missing[0].message.contains("name an existing folder"), "{}", missing[0]);
    let empty = Folder::new("empty", &[("notes.md", b"no article")]);
    assert!(failure(&empty).contains("put one article a file into it"));
}

#[test]
fn a_folder_of_bad_files_only_stops_the_run() {
    let folder = Folder::new("bad-only", &[("a.txt", b""), ("b.txt", b"%PDF-1.7")]);
    let messages = failure(&folder);
    assert!(messages.contains("a.txt: the file holds no text"), "{messages}");
    assert!(messages.contains("b.txt: this is a PDF file"), "{messages}");
}

#[test]
fn a_bad_file_is_reported_and_left_out() {
    let left_out = |name: &str, bytes: &[u8], message: &str| {
        let compiled = beside_a_good_one(name, bytes);
        assert_eq!(compiled.corpus.documents.len(), 1, "{name}");
        assert!(messages(&compiled).contains(message), "{}", messages(&compiled));
    };
    left_out("empty-file", b"", "odd.txt: the file holds no text");
    left_out("blank", b" \r\n\t\n", "odd.txt: the file holds no text");
    left_out("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "odd.txt: this is a PNG picture");
    left_out("binary", &[1, 2, 3, 200, 0, 7, 9, 255].repeat(40), "odd.txt: this is a binary file");
    left_out(
        "cut",
        &"“Yes,” she said. “No”".as_bytes()[..28],
        "odd.txt: the UTF-8 text is damaged at byte",
    );
}

#[test]
fn a_run_tells_how_far_it_is_by_the_articles_that_can_be_read() {
    let article: &[u8] = b"Talks\n\nMinister Ann Lee said on Monday that there was no hurry.\n";
    let files = [("a.txt", article), ("b.txt", &[0, 1, 2, 255]), ("c.txt", article)];
    let folder = Folder::new("progress", &files);
    let mut told = Vec::new();
    compile_telling(&folder.0, |done, of| told.push((done, of))).expect("two good articles");
    assert_eq!(told, [(1, 2), (2, 2)]);
}

#[test]
fn every_encoding_makes_the_same_statement() {
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(ARTICLE.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (name, bytes) in [
        ("utf16", utf16),
        ("crlf", ARTICLE.replace('\n', "\r\n").into_bytes()),
        ("cr", ARTICLE.replace('\n', "\r").into_bytes()),
    ] {
        let compiled = beside_a_good_one(name, &bytes);
        let corpus = &compiled.corpus;
        let [good, odd] = &corpus.statements[..] else { panic!("{name}: two statements") };
        let words = |s: &communique_index::Statement| {
            corpus.documents[s.document.get()].text[s.content_hull().range()].to_owned()
        };
        assert_eq!(words(good), words(odd), "{name}");
        assert_eq!(good.line, odd.line, "{name}");
    }
}

#[test]
fn a_broken_toml_stops_the_run_with_line_and_column() {
    for (file, text, message) in [
        ("corpus.toml", "title = ", "corpus.toml:1:"),
        ("corpus.toml", "colour = 'red'", "corpus.toml:1:1: unknown field `colour`"),
        ("lexicon/themes.toml", "[[theme]]\nid = 3", "lexicon/themes.toml:2:"),
        ("lexicon/speakers.toml", "[[speaker]]\nnam = 'A'", "lexicon/speakers.toml:2:1"),
    ] {
        let folder =
            Folder::new(&format!("toml-{}", message.len()), &[("a.txt", ARTICLE.as_bytes())]);
        folder.write(file, text.as_bytes());
        assert!(failure(&folder).contains(message), "{}", failure(&folder));
    }
}

#[test]
fn what_is_no_english_news_makes_no_nonsense() {
    let poem = "Roses are red\nViolets are blue\n".repeat(50);
    let table = "Monday\t12\t3.5\nTuesday\t9\t\u{2014}\nHowever\t1\t2\n".repeat(50);
    let chat = "[12:01] <ann> hi\n[12:02] <bob> said what?\n:-)\n".repeat(50);
    let code = "fn main() {\n    let said = \"he said\";\n    // \"unclosed\n}\n".repeat(50);
    let persian = "وزیر خارجه گفت که گفتگوها خوب پیش رفت. «ما ادامه می\u{200c}دهیم»\n".repeat(20);
    let markup =
        "<script>alert(\"he said\")</script>\n<img src=x onerror=\"said\"> &lt;b&gt; said\n"
            .repeat(20);
    let marks = "“”\"‘’'\"“((((”\n— said — , . ; “\n".repeat(50);
    for (name, text) in [
        ("poem", poem),
        ("table", table),
        ("chat", chat),
        ("code", code),
        ("persian", persian),
        ("markup", markup),
        ("marks", marks),
    ] {
        let compiled = beside_a_good_one(name, text.as_bytes());
        let speakers = &compiled.corpus.facet_values[Facet::Speaker];
        for speaker in speakers.iter().filter(|value| value.key != UNRESOLVED) {
            assert_eq!(speaker.label, "Ann Lee", "{name}");
        }
        let n_found = compiled.corpus.statements.len();
        let is_said = messages(&compiled).contains("no statement was found");
        assert!(is_said || n_found > 1, "{name}: nothing was found, and nothing said of it");
    }
}

#[test]
fn one_long_line_is_read() {
    let line = "Ann Lee said that the talks went well, and the mayor, who came, saw no end. "
        .repeat(2_000);
    let compiled = beside_a_good_one("long-line", line.as_bytes());
    assert!(compiled.corpus.statements.len() > 1_000);
    let without_stop = "talks and talks and more talks of mayors ".repeat(2_500);
    let compiled = beside_a_good_one("no-stop", without_stop.as_bytes());
    assert_eq!(compiled.corpus.statements.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The pack writer checks that every span is in order and points into its text.
    #[test]
    fn any_mixture_of_news_and_noise_compiles_to_the_same_bytes(
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 1..60),
        noise in "\\PC{0,40}",
    ) {
        let text = format!("{}{noise}\n{}", pieces.concat(), pieces.iter().rev().copied().collect::<String>());
        let folder = Folder::new("mixture", &[("good.txt", ARTICLE.as_bytes()), ("odd.txt", text.as_bytes())]);
        let once = pack::write(&folder.compile().expect("a good article").corpus);
        let again = pack::write(&folder.compile().expect("a good article").corpus);
        prop_assert!(once == again);
    }
}

/// Pieces of articles, marks that lost their partner, and line ends.
const PIECES: [&str; 28] = [
    "Ann Lee said ",
    "that the talks went well",
    ", adding that ",
    "“",
    "”",
    "\"",
    " he said",
    ". ",
    "\n",
    "\r\n",
    "\n\n",
    "Perus ",
    "Limas top envoy ",
    "\u{a0}",
    "  ",
    "malicious” ",
    "According to Bob Ray, ",
    "the mayor of Lima, ",
    "Read More:",
    "Published: May 3, 2021",
    "on Tuesday ",
    "?",
    "—",
    "(L)",
    "’s ",
    "she noted: ",
    "é😀",
    "\t",
];
