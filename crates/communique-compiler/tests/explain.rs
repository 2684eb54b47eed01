//! `explain` says in plain words why a statement is what it is.

use communique_compiler::explain::explain;
use communique_compiler::lexicon::Lexicon;
use communique_index::DocumentIdx;
use expect_test::expect;

mod folder;

use folder::Folder;

const ARTICLE: &str = "\
Ministers meet on fishing quotas

Norway's fisheries minister, Astrid Haugen, said the talks with Portugal had failed.

She added that Lisbons fleet must leave Norwegian waters.
";

#[test]
fn each_statement_tells_its_cue_its_steps_and_the_words_behind_its_facets() {
    let themes = b"[[theme]]\nid = \"fish\"\nlabel = \"Fishing\"\npatterns = [\"fleet\"]\n";
    let files = [("a.txt", ARTICLE.as_bytes()), ("lexicon/themes.toml", themes)];
    let folder = Folder::new("explain", &files);
    let corpus = folder.compile().unwrap().corpus;
    let (lexicon, _) = Lexicon::open(&folder.0);
    let account = |line| explain(&corpus, &lexicon, DocumentIdx(0), line);
    expect![[r#"
        a.txt:5: Astrid Haugen
          said       that Lisbon’s fleet must leave Norwegian waters
          cue        added
          source     She
          kind       indirect
          steps      1. reporting verb with “that”, “whether” or the like
                     2. “She” takes up Astrid Haugen, who speaks in the sentence before (line 3)
          confidence high
          country    Portugal, by its capital: Lisbon
          country    Norway, by its people: Norwegian
          theme      Fishing: fleet

    "#]]
    .assert_eq(&account(Some(5)));
    assert!(account(None).contains("a.txt:3: Astrid Haugen"), "{}", account(None));
    assert_eq!(account(Some(1)), "");
}

#[test]
fn what_a_correction_added_or_took_away_is_told() {
    let id = Folder::new("explain-id", &[("a.txt", ARTICLE.as_bytes())]).compile().unwrap();
    let id = &id.corpus.statements[1].id;
    let corrections = format!(
        "[[country]]\nstatement = \"{id}\"\nadd = [\"IS\"]\nremove = [\"NO\"]\nreason = \"it is a bank\"\n"
    );
    let files = [("a.txt", ARTICLE.as_bytes()), ("corrections.toml", corrections.as_bytes())];
    let folder = Folder::new("explain-corrected", &files);
    let corpus = folder.compile().unwrap().corpus;
    let account = explain(&corpus, &Lexicon::open(&folder.0).0, DocumentIdx(0), Some(5));
    let lines: Vec<&str> = account.lines().skip_while(|line| !line.contains("  3. ")).collect();
    assert_eq!(lines[0].trim(), "3. corrected by the publisher: it is a bank");
    let countries: Vec<&str> =
        lines.into_iter().filter_map(|line| line.trim().strip_prefix("country    ")).collect();
    assert_eq!(
        countries,
        [
            "Portugal, by its capital: Lisbon",
            "Norway, by its people: Norwegian, taken away by a correction",
            "Iceland, as the steps say",
        ]
    );
}
