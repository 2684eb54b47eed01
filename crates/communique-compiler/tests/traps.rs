//! Every trap of the five articles, by its number: places where a plain reading goes wrong.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use communique_compiler::dateline::event_date;
use communique_compiler::reading::ReadSpan;
use communique_compiler::{Compiled, compile, read_document};
use communique_index::corpus::SegmentRole;
use communique_index::{Document, Facet, ReadingText, Statement, TextSpan};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

static COMPILED: LazyLock<Compiled> =
    LazyLock::new(|| compile(&seeds()).expect("the seeds compile"));

/// The article whose file name begins with `number`.
fn article(number: &str) -> &'static Document {
    let mut documents = COMPILED.corpus.documents.iter();
    documents.find(|document| document.file.starts_with(number)).expect("an article of the seeds")
}

/// The statements of line `line` of an article.
fn statements(number: &str, line: u32) -> Vec<&'static Statement> {
    let file = &article(number).file;
    (COMPILED.corpus.statements.iter())
        .filter(|s| COMPILED.corpus.documents[s.document.get()].file == *file && s.line == line)
        .collect()
}

fn words(number: &str, span: TextSpan) -> &'static str {
    &article(number).text[span.range()]
}

/// Labels or keys of a statement's values.
fn keys(statement: &Statement, facet: Facet) -> Vec<&'static str> {
    let values = &COMPILED.corpus.facet_values[facet];
    statement.values[facet].iter().map(|idx| values[idx.get()].key.as_str()).collect()
}

fn speakers(number: &str, line: u32) -> Vec<&'static str> {
    let values = &COMPILED.corpus.facet_values[Facet::Speaker];
    (statements(number, line).iter())
        .flat_map(|s| s.values[Facet::Speaker].iter().map(|idx| values[idx.get()].label.as_str()))
        .collect()
}

fn countries(number: &str, line: u32) -> Vec<&'static str> {
    let mut countries: Vec<&str> =
        statements(number, line).iter().flat_map(|s| keys(s, Facet::Country)).collect();
    countries.sort_unstable();
    countries.dedup();
    countries
}

/// Role, rule and words of the segments of a line.
fn segments(number: &str, line: u32) -> Vec<(SegmentRole, &'static str, &'static str)> {
    (article(number).segments.iter())
        .filter(|segment| segment.line == line)
        .map(|segment| (segment.role, segment.rule.as_str(), words(number, segment.text_span)))
        .collect()
}

/// A line as it is read.
fn read(number: &str, line: u32) -> String {
    let document = article(number);
    (document.segments.iter())
        .filter(|segment| segment.line == line && segment.role == SegmentRole::Body)
        .map(|segment| ReadingText::new(&document.text, &document.repairs, segment.text_span).text)
        .collect()
}

fn is_noted(number: &str, line: u32, part: &str) -> bool {
    (COMPILED.diagnostics.iter()).filter(|finding| finding.file == article(number).file).any(
        |finding| finding.place.is_some_and(|(at, _)| at == line) && finding.message.contains(part),
    )
}

#[test]
fn c01_a_glued_agency_line_is_not_read() {
    let [agency, body] = segments("000", 3)[..] else { panic!("two segments") };
    assert_eq!((agency.0, agency.2), (SegmentRole::Dateline, "Iran PressIran news:"));
    assert!(body.0 == SegmentRole::Body && body.2.starts_with("Iran's Deputy"));
}

#[test]
fn c02_a_quotation_never_closed_ends_with_its_paragraph() {
    for line in [5, 7, 13] {
        let statements = statements("000", line);
        let last = statements.last().expect("a statement");
        let body = segments("000", line).iter().find(|s| s.0 == SegmentRole::Body).map(|s| s.2);
        assert!(body.expect("a body").ends_with(words("000", last.content_hull())), "line {line}");
        assert!(is_noted("000", line, "never closed"), "line {line}");
    }
}

#[test]
fn c03_a_code_after_the_last_sentence_is_no_content() {
    let code = segments("000", 13).pop().expect("a segment");
    assert_eq!((code.0, code.2), (SegmentRole::Boilerplate, "219"));
    assert!(!code.1.is_empty());
}

#[test]
fn c04_a_related_link_has_no_speaker_and_no_country() {
    assert_eq!(segments("000", 15)[0].0, SegmentRole::Boilerplate);
    assert_eq!(segments("000", 17)[0].0, SegmentRole::Boilerplate);
    assert!(statements("000", 17).is_empty());
    let afghanistan = &COMPILED.corpus.facet_values[Facet::Country];
    assert!(afghanistan.iter().all(|value| value.key != "af"));
}

#[test]
fn c05_an_undated_article_stays_undated_and_no_break_spaces_are_spaces() {
    assert_eq!(article("000").date, None);
    assert!(article("000").text.contains('\u{a0}'));
    for line in [3, 7, 9, 13] {
        assert!(!read("000", line).contains('\u{a0}'), "line {line}");
    }
    assert!(read("000", 9).contains("the US should leave the region"));
}

#[test]
fn c06_second_hand_speech_stays_with_who_tells_of_it() {
    assert_eq!(speakers("000", 7), ["Ali Bagheri Kani"]);
}

#[test]
fn c07_a_heading_with_a_colon_is_no_speaker_label() {
    assert_eq!(segments("003", 9)[0].0, SegmentRole::Subheading);
    assert!(statements("003", 9).is_empty());
}

#[test]
fn c08_a_country_before_a_colon_is_a_headline_once() {
    assert_eq!(segments("003", 4)[0].0, SegmentRole::Headline);
    assert_eq!(segments("003", 6)[0].0, SegmentRole::Boilerplate);
    assert!(segments("003", 6)[0].1.contains("second time"));
    assert!(COMPILED.corpus.facet_values[Facet::Speaker].iter().all(|value| value.label != "Iran"));
}

#[test]
fn c09_a_headline_makes_no_statement() {
    assert_eq!(segments("002", 1)[0].0, SegmentRole::Headline);
    assert!(statements("002", 1).is_empty());
    assert!(article("002").title.ends_with("Raeisi"));
}

#[test]
fn c10_a_quotation_in_a_headline_makes_none_either() {
    assert_eq!(segments("001", 4)[0].0, SegmentRole::Headline);
    assert_eq!(segments("001", 6)[0].0, SegmentRole::Boilerplate);
    assert!(statements("001", 4).is_empty() && statements("001", 6).is_empty());
}

#[test]
fn c11_a_caption_makes_no_statement() {
    assert_eq!(segments("003", 7)[0].0, SegmentRole::Caption);
    assert!(statements("003", 7).is_empty());
}

#[test]
fn c12_an_order_is_narrative() {
    assert!(statements("003", 29).is_empty());
}

#[test]
fn c13_background_and_travel_are_narrative() {
    assert!(statements("003", 35).is_empty() && statements("003", 37).is_empty());
    let known = &COMPILED.corpus.facet_values[Facet::Speaker];
    for name in ["Trump", "Rouhani", "Khamenei", "Soleimani", "Qomi"] {
        assert!(known.iter().all(|value| !value.label.ends_with(name)), "{name}");
    }
}

#[test]
fn c14_lost_opening_marks_are_put_back_and_flagged() {
    assert!(read("003", 15).contains("“malicious,” “terrorist” and “destabilizing” actions"));
    assert!(read("003", 15).contains("the “inevitable need” for"));
    assert!(read("003", 17).contains("the “definitive solution” to"));
    assert!(read("003", 27).starts_with("“Cooperation"));
    assert!(read("003", 41).starts_with("“We believe"));
    assert!(read("003", 41).contains("adding, “We also believe"));
    for line in [15, 17, 27, 41] {
        assert!(is_noted("003", line, "put back"), "line {line}");
    }
}

#[test]
fn c15_countries_are_found_without_their_apostrophes() {
    assert!(read("003", 13).contains("Baghdad’s diplomatic efforts"));
    assert!(read("003", 19).contains("the Iraqi government’s sovereignty"));
    assert!(read("003", 45).contains("One of Parliament’s main priorities"));
    assert!(read("003", 15).contains("Washington’s"));
    assert!(countries("003", 19).contains(&"iq"));
    assert!(countries("003", 33).contains(&"iq"));
    assert!(countries("003", 15).contains(&"us"));
}

#[test]
fn c16_us_is_not_the_united_states() {
    assert_eq!(countries("000", 5), ["az"]);
    let between_us = statements("000", 9)[0];
    assert!(words("000", between_us.content_hull()).contains("between us"));
    assert!(!keys(between_us, Facet::Country).contains(&"us"));
}

#[test]
fn c17_he_is_the_speaker_and_not_the_last_man_named() {
    assert_eq!(speakers("001", 12), ["Mohammad Javad Zarif"]);
    assert_eq!(speakers("001", 16), ["Mohammad Javad Zarif"]);
}

#[test]
fn c18_a_cue_after_the_content_keeps_the_speaker_from_before() {
    for (line, speaker) in [
        (19, "Ali Shamkhani"),
        (27, "Ali Shamkhani"),
        (45, "Mohammad Baqer Qalibaf"),
        (49, "Mustafa al-Kadhimi"),
    ] {
        assert_eq!(speakers("003", line), [speaker], "line {line}");
    }
}

#[test]
fn c19_a_role_names_its_holder() {
    let by_role = statements("003", 41)[0];
    assert_eq!(by_role.source.map(|span| words("003", span)), Some("the speaker"));
    assert_eq!(speakers("003", 41)[0], "Mohammad Baqer Qalibaf");
}

#[test]
fn c20_metonyms_of_governments_are_countries() {
    assert_eq!(countries("002", 15), ["az", "il", "ir", "us"]);
    assert!(speakers("002", 15).iter().all(|speaker| *speaker == "Ebrahim Raisi"));
}

#[test]
fn c21_a_date_before_the_sentence_is_the_date_and_no_content() {
    let document = article("004");
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2022-08-28"));
    let [date, body] = segments("004", 1)[..] else { panic!("two segments") };
    assert_eq!((date.0, date.2), (SegmentRole::Dateline, "date 2022-08-28"));
    assert!(body.2.starts_with("Iranian Deputy"));
}

#[test]
fn c22_what_two_sides_discussed_is_nobodys() {
    assert!(statements("004", 5).is_empty());
}

#[test]
fn c23_weekdays_become_derived_dates() {
    assert_eq!(article("003").date.map(|date| date.to_string()).as_deref(), Some("2020-07-22"));
    let bytes = std::fs::read(seeds().join(&article("003").file)).expect("the article is there");
    let reading = read_document("003", &bytes).expect("the article can be read").reading;
    for (line, cue, said_on) in [(13, "welcomed", "2020-07-21"), (39, "told", "2020-07-22")] {
        let paragraph = reading.paragraphs.iter().find(|p| p.line == line).expect("a line").span;
        let at = paragraph.start as usize + reading.slice(paragraph).find(cue).expect("the cue");
        let cue = ReadSpan::new(at, at + cue.len());
        let published = article("003").date.expect("a date");
        let event = event_date(&reading, paragraph, cue, &[], published).expect("a day");
        assert_eq!(event.date.to_string(), said_on);
        for statement in statements("003", line) {
            assert_eq!(statement.said_on, Some(event.date));
            assert!(statement.steps.iter().any(|step| step.contains("derived")), "line {line}");
        }
    }
}

#[test]
fn c24_page_furniture_is_removed_and_listed_and_a_credit_kept() {
    let furniture = [("001", 26..=28), ("003", 55..=57), ("002", 28..=34)];
    for (number, lines) in furniture {
        for (role, rule, words) in lines.flat_map(|line| segments(number, line)) {
            assert_eq!(role, SegmentRole::Boilerplate, "{words}");
            assert!(!rule.is_empty(), "{words}");
        }
    }
    assert_eq!(segments("003", 51)[0].0, SegmentRole::Credit);
    assert!(statements("003", 51).is_empty());
}
