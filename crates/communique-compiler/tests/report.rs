//! The account of a run, in its three forms.

mod folder;

use communique_compiler::report::Report;
use expect_test::expect;
use folder::Folder;

const ARTICLE: &str = "Talks <b>go</b> on\n\nMinister Ann Lee said that  the talks & the vote <script>alert(1)</script> had gone well.\n\nHe also said that \"it\" is over.\n\nRead more: <img src=x>\n";

fn report(name: &str) -> Report {
    let corrections = "[[add]]\nfile = \"a.txt\"\nwords = \"the vote\"\nspeaker = \"Bob <i>Ray</i>\"\nreason = \"<u>why</u>\"\n[[drop]]\nstatement = \"<gone>\"\nreason = \"x\"\n";
    let files: [(&str, &[u8]); 2] =
        [("a.txt", ARTICLE.as_bytes()), ("corrections.toml", corrections.as_bytes())];
    let compiled = Folder::new(name, &files).compile().expect("a good article");
    Report::new(&compiled)
}

#[test]
fn the_text_tells_what_was_read_left_out_mended_and_corrected() {
    let text = report("report-text").to_string();
    let (before_title, _) = text.split_once("findings").expect("there is a finding");
    expect![[r#"
        a.txt
          title    Talks <b>go</b> on
          date     not stated
          outlet   not stated
          encoding UTF-8
          not read for statements
            line 1: Talks <b>go</b> on  (headline)
            line 7: Read more: <img src=x>  (link to another article)
          repaired for reading
            line 3: nister Ann Lee said that[ ]the talks & the vote <sc  (several spaces read as one)
          statements 3, without speaker 1
            line 5: source "He": that "it" is over
          corrected
            line 3: the vote  (corrected by the publisher: <u>why</u>)

    "#]]
    .assert_eq(before_title);
    assert!(text.contains("  corrections.toml:7:13: no statement has this id"), "{text}");
}

#[test]
fn words_of_articles_and_publishers_are_never_markup() {
    let html = report("report-html").to_html();
    for markup in ["<b>", "<script", "<img", "<i>", "<u>", "<gone>"] {
        assert!(!html.contains(markup), "{markup}");
    }
    assert!(html.contains("style-src 'sha256-") && !html.contains("unsafe-inline"));
    assert!(html.contains("Talks &lt;b&gt;go&lt;/b&gt; on"));
    assert!(html.contains("corrected by the publisher: &lt;u&gt;why&lt;/u&gt;"));
}

#[test]
fn the_data_says_the_same() {
    let json = serde_json::to_value(report("report-json")).expect("plain data");
    let article = &json["articles"][0];
    assert_eq!(article["file"], "a.txt");
    assert_eq!(article["encoding"], "UTF-8");
    assert_eq!(article["n_statements"], json["n_statements"]);
    assert_eq!(article["corrected"][0]["note"], "corrected by the publisher: <u>why</u>");
    assert_eq!(json["findings"][0]["file"], "corrections.toml");
}

#[test]
fn a_folder_in_another_language_is_told_that_little_was_found() {
    let german = "Der Minister fuhr am Montag in die Hauptstadt und traf die Bürgermeisterin, die sich freute, dass die Brücke endlich gebaut wird.\n".repeat(4);
    let files = [("a.txt", german.as_bytes()), ("b.txt", german.as_bytes())];
    let compiled = Folder::new("report-german", &files).compile().expect("two articles");
    let text = Report::new(&compiled).to_string();
    assert!(text.contains("little was found: 2 of 2 articles hold no statement"), "{text}");
    assert!(
        text.contains("a.txt: no statement was found; this does not look like English"),
        "{text}"
    );
}
