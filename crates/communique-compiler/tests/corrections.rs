//! What the publisher corrects, and what becomes of corrections when articles change.

mod folder;

use communique_compiler::Compiled;
use communique_index::{Facet, Statement};
use communique_words::told;
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
        let mark = if s.is_corrected {
            s.steps.last().map(|step| told(step)).unwrap_or_default()
        } else {
            String::new()
        };
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

/// The labels of a facet that a statement has.
fn labels<'c>(compiled: &'c Compiled, statement: &Statement, facet: Facet) -> Vec<&'c str> {
    let values = &compiled.corpus.facet_values[facet];
    statement.values[facet].iter().map(|value| values[value.get()].label.as_str()).collect()
}

const THEMES: &str = "[[theme]]\nid = \"talks\"\nlabel = \"Talks\"\npatterns = [\"talk\"]\n\n[[theme]]\nid = \"haste\"\nlabel = \"No haste\"\npatterns = [\"hurry\"]\n";

fn folder_with_themes(name: &str, corrections: &str) -> Folder {
    let files: [(&str, &[u8]); 3] = [
        ("a.txt", ARTICLE.as_bytes()),
        ("lexicon/themes.toml", THEMES.as_bytes()),
        ("corrections.toml", corrections.as_bytes()),
    ];
    Folder::new(name, &files)
}

#[test]
fn countries_themes_and_listeners_are_added_and_taken_away() {
    let ids = ids("corrections-values-ids");
    let corrections = format!(
        "[[country]]\nstatement = \"{0}\"\nadd = [\"cl\", \"Bolivia\"]\nremove = [\"PE\"]\nreason = \"Lima is in Ohio\"\n\n\
         [[theme]]\nstatement = \"{0}\"\nadd = [\"haste\"]\nremove = [\"Talks\"]\nreason = \"it is\\u001F about time\"\n\n\
         [[listener]]\nstatement = \"{0}\"\nadd = [\"Bob Ray\", \"Cy Dow\"]\nreason = \"it is about time\"\n",
        ids[0]
    );
    let compiled = folder_with_themes("corrections-values", &corrections).compile().expect("good");
    assert_eq!(compiled.diagnostics, []);
    let [first, second] = &compiled.corpus.statements[..] else { panic!("two statements") };
    assert_eq!(labels(&compiled, first, Facet::Country), ["Bolivia", "Chile"]);
    assert_eq!(labels(&compiled, first, Facet::Theme), ["No haste"]);
    assert_eq!(labels(&compiled, first, Facet::Listener), ["Bob Ray", "Cy Dow"]);
    assert_eq!(labels(&compiled, second, Facet::Theme), ["No haste"]);
    assert!(first.is_corrected && !second.is_corrected);
    let why = "corrected by the publisher: Lima is in Ohio; it is about time";
    assert_eq!(first.steps.last().map(|step| told(step)).as_deref(), Some(why));
    let keys = |facet: Facet| -> Vec<&str> {
        compiled.corpus.facet_values[facet].iter().map(|value| value.key.as_str()).collect()
    };
    assert_eq!(keys(Facet::Country), ["bo", "cl"], "no country stays that nothing is about");
    assert_eq!(keys(Facet::Theme), ["haste", "talks"], "a theme stays a choice");
    assert_eq!(first.id, ids[0]);
}

#[test]
fn suggested_themes_are_put_right_too() {
    let said = |what: &str| format!("Minister Ann Lee said that {what}.\n\n");
    let article =
        ["the harbour of one town is open", "two harbours are shut", "a harbour is not enough"]
            .into_iter()
            .chain(["rain fell", "no one came", "it was late", "he was glad", "all went well"])
            .chain(["snow lay there", "she was ill", "they left soon", "we shall see"])
            .map(said)
            .collect::<String>();
    let compile = |name: &str, corrections: &str| {
        let files: [(&str, &[u8]); 2] =
            [("a.txt", article.as_bytes()), ("corrections.toml", corrections.as_bytes())];
        Folder::new(name, &files).compile().expect("good corrections")
    };
    let before = compile("corrections-suggested-ids", "");
    let first = &before.corpus.statements[0];
    assert_eq!(labels(&before, first, Facet::Theme), ["Harbour"]);
    let corrections = format!(
        "[[theme]]\nstatement = \"{}\"\nremove = [\"harbour\"]\nreason = \"it is a name\"\n",
        first.id
    );
    let compiled = compile("corrections-suggested", &corrections);
    assert_eq!(compiled.diagnostics, before.diagnostics);
    assert!(compiled.corpus.site.has_suggested_themes);
    let none: [&str; 0] = [];
    assert_eq!(labels(&compiled, &compiled.corpus.statements[0], Facet::Theme), none);
    assert_eq!(labels(&compiled, &compiled.corpus.statements[1], Facet::Theme), ["Harbour"]);
}

#[test]
fn values_that_do_not_fit_are_told_and_the_others_are_taken() {
    let ids = ids("corrections-odd-ids");
    let corrections = format!(
        "[[country]]\nstatement = \"{0}\"\nadd = [\"Peru\", \"Atlantis\", \"CL\"]\nremove = [\"US\"]\nreason = \"x\"\n\
         [[theme]]\nstatement = \"{0}\"\nadd = [\"hast\", \"submarines\"]\nreason = \"x\"\n\
         [[listener]]\nstatement = \"{0}\"\nadd = [\"!\"]\nreason = \"x\"\n\
         [[theme]]\nstatement = \"gone\"\nfile = \"a.txt\"\nwords = \"the talks had failed\"\nadd = [\"haste\"]\nreason = \"x\"\n",
        ids[0]
    );
    let compiled =
        folder_with_themes("corrections-odd", &corrections).compile().expect("passed over");
    let found: Vec<String> = compiled.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "corrections.toml:4:11: the statement does not have `US`, or no longer; correct or remove this entry",
            "corrections.toml:3:8: the statement has `Peru` without this; remove this entry",
            "corrections.toml:3:16: no country is called `Atlantis`; write its two letters, such as `PE`, or list it in lexicon/countries.toml",
            "corrections.toml:8:8: no theme is called `hast`; did you mean `haste`?",
            "corrections.toml:8:16: no theme is called `submarines`; list it in lexicon/themes.toml",
            "corrections.toml:15:13: the text of a.txt was changed, these words are no longer in it; correct or remove this entry",
            "corrections.toml:12:8: `!` has no letters; correct or remove this entry",
        ]
    );
    let first = &compiled.corpus.statements[0];
    assert_eq!(labels(&compiled, first, Facet::Country), ["Chile", "Peru"]);
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
        "corrections-idle",
        "[[theme]]\nstatement = \"x\"\nreason = \"y\"\n",
        "corrections.toml:2:13: this changes nothing; say what to `add` or to `remove`",
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
