//! Every format over one small view.

use communique_engine::{Engine, View};
use communique_index::fixture::{Said, corpus};
use communique_index::{Facet, pack};

use super::*;

fn engine() -> Engine {
    let mut first = Said::new("a.txt", "ada-lovelace", "that engines, \"they\" say, compose")
        .about("gb")
        .dated("2021-04-12");
    first.outlet = "the-times".to_owned();
    let second = Said::new("b.txt", "", "=SUM(1) <script>alert(1)</script> & {tex}");
    Engine::open(pack::write(&corpus(&[first, second]))).expect("a sound pack")
}

/// What `format` makes of the view at `address`.
fn written(address: &str, format: Format) -> String {
    let engine = engine();
    let (view, _) = View::decode(address);
    let answer = engine.answer(view.question());
    let site = "https://example.org/";
    let mut out = Vec::new();
    Export { engine: &engine, view: &view, answer: &answer, site }
        .write(format, &mut out)
        .expect("memory takes all");
    String::from_utf8(out).expect("every format is UTF-8")
}

#[test]
fn a_format_has_one_part_a_statement() {
    let parts = |format, mark: &str| {
        [
            written("", format),
            written("?speaker=ada-lovelace", format),
            written("?q=nothing", format),
        ]
        .map(|text| text.matches(mark).count())
    };
    assert_eq!(parts(Format::Csv, "\r\n"), [3, 2, 1]);
    assert_eq!(parts(Format::Ndjson, "\n"), [2, 1, 0]);
    assert_eq!(parts(Format::Json, "\"id\":"), [2, 1, 0]);
    assert_eq!(parts(Format::Bibtex, "@misc{"), [2, 1, 0]);
    assert_eq!(parts(Format::Ris, "TY  - NEWS\r\n"), [2, 1, 0]);
    assert_eq!(parts(Format::Markdown, "\n> "), [2, 1, 0]);
}

#[test]
fn every_format_names_the_edition_and_links_back() {
    let edition = format!("{:016x}", engine().pack().checksum());
    for format in Format::ALL {
        let text = written("?speaker=ada-lovelace", format);
        assert!(text.contains("https://example.org/?doc=a.txt&s="), "{format:?}: {text}");
        assert!(text.contains(&edition), "{format:?}: {text}");
        assert_eq!(Format::from_key(format.key()), Some(format));
    }
}

#[test]
fn records_are_json_with_the_names_of_the_script_interface() {
    let export: serde_json::Value = serde_json::from_str(&written("", Format::Json)).expect("JSON");
    assert_eq!(export["total"], 2);
    let statement = &export["statements"][0];
    assert_eq!(statement["speaker"], "ada-lovelace");
    assert_eq!(statement["countries"][0], "gb");
    assert_eq!(statement["date"], "2021-04-12");
    assert_eq!(statement["bytes"]["spans"][0].as_array().map(Vec::len), Some(2));
    assert!(export["statements"][1]["speaker"].is_null());
}

#[test]
fn a_table_quotes_what_would_break_it() {
    let table = written("", Format::Csv);
    assert!(table.contains("\"that engines, \"\"they\"\" say, compose\""), "{table}");
    assert!(table.contains(",'=SUM(1)"), "{table}");
}

#[test]
fn a_reference_says_who_how_and_where() {
    let reference = written("?speaker=ada-lovelace", Format::Markdown);
    let place = "Ada Lovelace said. *a.txt*, the-times, 2021-04-12, line 1 of a.txt. [Source]";
    assert!(reference.contains(place), "{reference}");
}

#[test]
fn references_give_title_outlet_and_day() {
    let reference = written("?speaker=ada-lovelace", Format::Bibtex);
    for part in
        ["title = {a.txt}", "author = {{the-times}}", "date = {2021-04-12}", "year = {2021}"]
    {
        assert!(reference.contains(part), "{reference}");
    }
    let reference = written("?speaker=ada-lovelace", Format::Ris);
    for part in ["TI  - a.txt\r\n", "T2  - the-times\r\n", "DA  - 2021/04/12/\r\n", "ER  - \r\n"] {
        assert!(reference.contains(part), "{reference}");
    }
}

/// What was said, and whatever else has text, in every form: as it is, and never anything but text.
#[test]
fn hostile_strings_break_no_format() {
    let list = include_str!("../../communique-site/tests/site/hostile.json");
    let strings: Vec<String> = serde_json::from_str(list).expect("a list of strings");
    let said = |text: &String| {
        let mut said = Said::new(text, text, text).about("pe").on(text);
        said.outlet.clone_from(text);
        said
    };
    let engine = Engine::open(pack::write(&corpus(&strings.iter().map(said).collect::<Vec<_>>())));
    let engine = engine.expect("a sound pack");
    let view = View::decode("?sort=document").0;
    let answer = engine.answer(view.question());
    let written = |format| {
        let mut out = Vec::new();
        let export = Export { engine: &engine, view: &view, answer: &answer, site: "" };
        export.write(format, &mut out).expect("memory takes all");
        String::from_utf8(out).expect("every format is UTF-8")
    };
    let rows: Vec<String> =
        answer.statements.iter().map(|idx| engine.card(*idx, &answer).content.text).collect();
    assert_eq!(rows.len(), strings.len());

    let table = written(Format::Csv);
    let mut cells = Vec::new();
    for record in csv::Reader::from_reader(table.as_bytes()).records() {
        let record = record.expect("a sound table");
        cells.push(record[6].trim_start_matches('\'').to_owned());
        assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    }
    let plain = |rows: &[String]| -> Vec<String> {
        rows.iter().map(|row| row.trim_start_matches('\'').to_owned()).collect()
    };
    assert_eq!(cells, plain(&rows));

    let line = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON");
    let texts: Vec<String> = written(Format::Ndjson)
        .lines()
        .map(|row| line(row)["text"].as_str().unwrap_or("").into())
        .collect();
    assert_eq!(texts, rows);
    assert_eq!(
        line(&written(Format::Json))["statements"].as_array().map(Vec::len),
        Some(rows.len())
    );

    let ris = written(Format::Ris);
    let is_tagged = |line: &str| line.is_empty() || line.get(2..6) == Some("  - ");
    assert!(ris.split("\r\n").all(|line| is_tagged(line) && !line.contains(char::is_control)));
    assert_eq!(ris.matches("TY  - NEWS\r\n").count(), rows.len());

    let bibtex = written(Format::Bibtex);
    let mut depth = 0_i32;
    let n_entries = bibtex.chars().fold(0, |n, c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        n + usize::from(c == '@' && depth == 0)
    });
    assert_eq!((n_entries, depth), (rows.len(), 0));

    let markdown = written(Format::Markdown);
    let paragraphs: Vec<_> = markdown.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 2 + 2 * rows.len(), "title, two a statement, the edition");
    let text = markdown.replace("[Source](<", "").replace("\\\\", "");
    let is_markup = |(at, _): (usize, &str)| !text[..at].ends_with('\\');
    assert!(!text.match_indices(['<', '[', '`']).any(is_markup));
}

/// What `what` tells of the view at `address` over the small corpus.
fn told(address: &str, what: fn(Export<'_>) -> serde_json::Value) -> serde_json::Value {
    let engine = engine();
    let (view, _) = View::decode(address);
    let answer = engine.answer(view.question());
    what(Export { engine: &engine, view: &view, answer: &answer, site: "" })
}

#[test]
fn every_layout_has_its_figures() {
    use serde_json::json;
    let figures = |address: &str| {
        let told = told(address, |export| export.figures());
        (told["total"].clone(), told["figures"].clone())
    };
    let ids = |statement: &serde_json::Value| statement["statement"].as_str().map(str::len);
    let (total, list) = figures("");
    assert_eq!((total, list["claims"].as_array().map(Vec::len)), (json!(2), Some(2)));
    assert_eq!(ids(&list["claims"][0]), Some("a.txt-1".len()));
    let (_, kwic) = figures("view=kwic&q=engine");
    let line = &kwic["lines"][0];
    assert_eq!((&line["left"], &line["keyword"]), (&json!("that "), &json!("engines")));
    assert_eq!(figures("view=timeline").1["months"], json!([{ "month": "2021-04", "count": 1 }]));
    let (_, network) = figures("view=network");
    assert_eq!(network["countries"]["cells"], json!([[0, 0, 1]]));
    assert_eq!(network["countries"]["rows"][0]["value"], "ada-lovelace");
    assert_eq!(figures("view=matrix").1["themes"]["rows"], json!([]));
    let map = json!([{ "value": "gb", "label": "Gb", "count": 1 }]);
    assert_eq!(figures("view=map").1["countries"], map);
    assert_eq!(figures("view=compare&q=engine").1["speakers"], json!([]));
}

#[test]
fn words_that_may_have_been_meant_are_told() {
    let told = told("q=enginz+OR+that", |export| export.figures());
    assert_eq!(told["total"], 1);
    assert_eq!(told["unknownWords"][0]["word"], "enginz");
    assert_eq!(told["unknownWords"][0]["offers"][0]["q"], "engines OR that");
}

#[test]
fn values_are_found_by_what_is_typed_and_tell_why_they_are_zero() {
    use serde_json::{Value, json};
    let ada_in = |address: &str| {
        told(address, |export| Value::Array(export.values(Facet::Speaker, "lov")))[0].clone()
    };
    assert_eq!(ada_in("")["count"], 1);
    let nobody = told("", |export| Value::Array(export.values(Facet::Speaker, "xyz")));
    assert_eq!(nobody, json!([]));
    let ada = ada_in("q=script");
    assert_eq!(ada["why"]["reason"], "each");
    let way = json!({ "without": "q", "total": 1, "address": "?speaker=ada-lovelace" });
    assert_eq!(ada["why"]["ways"], json!([way]));
    assert_eq!(ada_in("")["why"], Value::Null);
}
