//! What the publisher corrects, and what becomes of corrections when articles change.

mod folder;

use communique_compiler::Compiled;
use communique_index::{Facet, Statement};
use folder::Folder;

const ARTICLE: &str = "Talks go on\n\nForeign Minister Ann Lee said that the talks with Peru had gone well.\n\nHer deputy, Bob Ray, said that there was no hurry.\n\n“No more war,” the crowd yodelled.\n";

fn folder(name: &str, corrections: &str) -> Folder {
    let files: [(&str, &[u8]); 2] =
        [("a.txt", ARTICLE.as_bytes()), ("corrections.toml", corrections.as_bytes())];
    Folder::new(name, &files)
}

fn shown(compiled: &Compiled) -> Vec<String> {
    let corpus = &compiled.corpus;
    let speaker = |s: &Statement| {
        corpus.facet_values[Facet::Speaker][s.values[Facet::Speaker][0].get()].key.clone()
    };
    let line = |s: &Statement| {
        let text = &corpus.documents[s.document.get()].text;
        let mark = if s.is_corrected { s.steps.last().map_or("", |step| step) } else { "" };
        format!("{}: {} | {mark}", speaker(s), &text[s.content_hull().range()])
    };
    corpus.statements.iter().map(line).collect()
}

/// The ids of the statements without corrections.
fn ids(name: &str) -> Vec<String> {
    let compiled = folder(name, "").compile().expect("a good article");
    compiled.corpus.statements.iter().map(|s| s.id.clone()).collect()
}

#[test]
fn speakers_are_put_right_statements_dropped_and_added() {
    let ids = ids("corrections-ids");
    assert_eq!(ids.len(), 2);
    let corrections = format!(
        "[[speaker]]\nstatement = \"{}\"\nspeaker = \"Bob Ray\"\nreason = \"he read it out for her\"\n\n\
         [[drop]]\nstatement = \"{}\"\nreason = \"a line of a play\"\n\n\
         [[add]]\nfile = \"a.txt\"\nwords = \"“No more war,”\"\ncue = \"yodelled\"\nspeaker = \"The crowd\"\nreason = \"a rare verb\"\n",
        ids[0], ids[1]
    );
    let compiled = folder("corrections-all", &corrections).compile().expect("good corrections");
    assert_eq!(compiled.diagnostics, []);
    assert_eq!(
        shown(&compiled),
        [
            "bob-ray: that the talks with Peru had gone well | corrected by the publisher: he read it out for her",
            "the-crowd: “No more war,” | corrected by the publisher: a rare verb",
        ]
    );
    let corpus = &compiled.corpus;
    assert_eq!(corpus.statements[0].id, ids[0], "a corrected speaker keeps the id");
    assert_eq!(corpus.statements[0].office, "", "the office was that of somebody else");
    let names: Vec<&str> =
        corpus.facet_values[Facet::Speaker].iter().map(|value| value.key.as_str()).collect();
    assert_eq!(names, ["bob-ray", "the-crowd"], "nobody stays a speaker who said nothing");
    let added = &corpus.statements[1];
    assert_eq!(&corpus.documents[0].text[added.cue.range()], "yodelled");
    assert_eq!(added.kind.key(), "direct");
}

#[test]
fn a_speaker_may_turn_out_not_to_be_known() {
    let ids = ids("corrections-nobody-ids");
    let corrections =
        format!("[[speaker]]\nstatement = \"{}\"\nspeaker = \"\"\nreason = \"unclear\"\n", ids[0]);
    let compiled = folder("corrections-nobody", &corrections).compile().expect("a good correction");
    assert!(shown(&compiled)[0].starts_with("unresolved: that the talks"));
}

#[test]
fn what_no_longer_fits_is_told_with_its_line_and_passed_over() {
    let corrections = "[[drop]]\nstatement = \"gone\"\nreason = \"x\"\n\
        [[drop]]\nstatement = \"gone\"\nfile = \"b.txt\"\nreason = \"x\"\n\
        [[speaker]]\nstatement = \"gone\"\nfile = \"a.txt\"\nwords = \"the talks had failed\"\nspeaker = \"Bob Ray\"\nreason = \"x\"\n\
        [[speaker]]\nstatement = \"gone\"\nfile = \"a.txt\"\nwords = \"the talks  with peru\"\nspeaker = \"Bob Ray\"\nreason = \"x\"\n\
        [[add]]\nfile = \"a.txt\"\nwords = \"no more peace\"\nspeaker = \"x\"\nreason = \"x\"\n\
        [[add]]\nfile = \"a.txt\"\nwords = \"said that\"\nspeaker = \"x\"\nreason = \"x\"\n\
        [[add]]\nfile = \"a.txt\"\nwords = \"No more war\"\ncue = \"sang\"\nspeaker = \"x\"\nreason = \"x\"\n\
        [[add]]\nfile = \"z.txt\"\nwords = \"No more war\"\nspeaker = \"x\"\nreason = \"x\"\n";
    let compiled = folder("corrections-misfits", corrections).compile().expect("all passed over");
    assert_eq!(compiled.corpus.statements.len(), 2);
    let found: Vec<String> = compiled.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "corrections.toml:22:9: these words are not, or no longer, in a.txt; correct or remove this entry",
            "corrections.toml:27:9: these words stand more than once in a.txt; correct or remove this entry",
            "corrections.toml:33:7: the cue is not, or no longer, in a.txt; correct or remove this entry",
            "corrections.toml:9:13: the text of a.txt was changed, these words are no longer in it; correct or remove this entry",
            "corrections.toml:15:13: a.txt has no statement with this id, or no longer; correct or remove this entry",
            "corrections.toml:2:13: no statement has this id, or no longer; correct or remove this entry",
            "corrections.toml:5:13: no article is called `b.txt`; did you mean `a.txt`?; correct or remove this entry",
            "corrections.toml:37:8: no article is called `z.txt`; did you mean `a.txt`?",
        ]
    );
}

#[test]
fn a_broken_file_stops_the_build_with_the_place() {
    let check = |name: &str, corrections: &str, message: &str| {
        let findings = folder(name, corrections).compile().expect_err("a broken file");
        assert_eq!(findings[0].to_string(), message);
    };
    check(
        "corrections-no-reason",
        "[[drop]]\nstatement = \"x\"\nreason = \" \"\n",
        "corrections.toml:3:10: the reason is empty; say it",
    );
    check(
        "corrections-missing",
        "[[drop]]\nstatement = \"x\"\n",
        "corrections.toml:1:1: missing field `reason`; correct or remove it",
    );
    check(
        "corrections-unknown",
        "[[speaker]]\nstatment = \"x\"\n",
        "corrections.toml:2:1: unknown field `statment`, expected one of `statement`, `file`, `words`, `speaker`, `reason`; did you mean `statement`?",
    );
}
