use expect_test::{Expect, expect};

use super::*;

/// Prints the findings and statements of the lines.
fn check(lines: &str, expected: Expect) {
    let file = SourceFile { name: "record.ndjson".to_owned(), bytes: lines.as_bytes().to_vec() };
    let mut taken = HashSet::from(["a.txt".to_owned()]);
    let (documents, findings) = documents(&file, &mut taken, &Gazetteer::builtin());
    let mut printed: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
    for KnownDocument { read, drafts } in &documents {
        printed.push_str(&format!("{} {}\n", read.document.file, read.document.title));
        for draft in drafts {
            let words = |span: &TextSpan| &read.document.text[span.range()];
            let content: Vec<&str> = draft.content.iter().map(words).collect();
            let name = draft.speaker.as_ref().map(|speaker| speaker.name.as_str());
            printed.push_str(&format!("  {name:?} {:?} {content:?}\n", draft.countries));
        }
    }
    expected.assert_eq(&printed);
}

#[test]
fn text_spans_and_a_name_are_enough() {
    check(
        "{\"text\":\"“We won,” said Lee.\",\"unit\":\"char\",\"statements\":[{\"spans\":[[0,9]],\"speaker\":\"Ann Lee\",\"score\":0.7}]}\n\n{\"file\":\"b\",\"text\":\"Nobody spoke.\"}",
        expect![[r#"
            record-1 “We won,” said Lee.
              Some("Ann Lee") None ["“We won,”"]
            b Nobody spoke.
        "#]],
    );
}

#[test]
fn what_is_wrong_is_left_out_with_its_line_and_the_rest_stands() {
    check(
        concat!(
            "{\"file\":\"a.txt\",\"text\":\"There already.\"}\n",
            "nothing\n",
            "{\"file\":\"c\"}\n",
            "{\"file\":\"d\",\"text\":\"é said so.\",\"date\":\"May\",\"encoding\":\"ebcdic\",\"sha256\":\"00\",\"unit\":\"word\",\"statements\":[",
            "{\"spans\":[[0,99]]},{\"spans\":[[1,4]]},{\"spans\":[]},{\"spans\":[[0,4],[3,6]]},{\"speaker\":\"Lee\"},7,",
            "{\"spans\":[[3,7]],\"countries\":[\"IR\",\"QQ\"],\"kind\":\"loud\",\"cue\":[0,1],\"said_on\":\"x\",\"speaker\":{\"name\":\" \"}}]}",
        ),
        expect![[r#"
            record.ndjson:1:1: a document called `a.txt` is there already; this one is left out
            record.ndjson:2:1: not a document in JSON (expected ident at line 1 column 2); the line is left out
            record.ndjson:3:1: the document has no `text`; the line is left out
            record.ndjson:4:1: the `encoding` is not known; offsets are counted in UTF-8
            record.ndjson:4:1: `sha256` is not that of the text, which was changed since; the text counts
            record.ndjson:4:1: `word` is no unit (byte, char); offsets are taken as bytes
            record.ndjson:4:1: statement 1: span [0, 99] lies outside the text, which ends at 11; the statement is left out
            record.ndjson:4:1: statement 2: span [1, 4] cuts a character; the statement is left out
            record.ndjson:4:1: statement 3: `spans` is empty; the statement is left out
            record.ndjson:4:1: statement 4: `spans` overlap; the statement is left out
            record.ndjson:4:1: statement 5: missing field `spans`; the statement is left out
            record.ndjson:4:1: statement 6: not a JSON object; the statement is left out
            record.ndjson:4:1: statement 7: cue [0, 1] cuts a character; found from the text instead
            record.ndjson:4:1: statement 7: kind `loud` is none of direct, mixed, indirect; found from the text instead
            record.ndjson:4:1: statement 7: country `QQ` is not known; left out
            record.ndjson:4:1: statement 7: said_on `x` is no date; left out
            record.ndjson:4:1: `date` is no date such as "2021-04-12"; left out
            d é said so.
              None Some([IR]) ["said"]
        "#]],
    );
}
