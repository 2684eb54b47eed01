//! Annotated news sentences, one phenomenon each. Below each line carets name the parts of a statement:
//! `source`, `cue`, `content`, `topic`, `listener`; a number after the name tells statements apart.

use communique_index::{Segment, TextSpan};
use proptest::prelude::*;

use super::*;

mod phenomena;

/// The reading of a text in which every line is a body paragraph.
pub(crate) fn reading(text: &str) -> Reading {
    let mut segments = Vec::new();
    let mut start = 0;
    for (line, content) in text.split('\n').enumerate() {
        let text_span = TextSpan::new(start, start + content.len());
        start += content.len() + 1;
        if !content.trim().is_empty() {
            let line = line as u32 + 1;
            segments.push(Segment {
                text_span,
                line,
                role: SegmentRole::Body,
                rule: String::new(),
            });
        }
    }
    Reading::new(text, &segments, &[])
}

fn attributions(text: &str) -> (Reading, Vec<Attribution>) {
    let reading = reading(text);
    let found = attribute(&reading, &Prose::new(&reading));
    (reading, found)
}

/// Marks that may stand at the ends of a part or not.
const MARKS: [char; 7] = ['“', '”', ',', '.', ' ', '"', '\''];

/// Checks the attributions of `fixture`: lines of text, each with lines of carets below it.
///
/// Parts that are not marked are not compared, except the content, which has to be marked in full.
fn check(fixture: &str) {
    let mut text = String::new();
    let mut expected: Vec<String> = Vec::new();
    let (mut line_start, mut line) = (0, "");
    for next in fixture.lines().map(|l| l.strip_prefix("        ").unwrap_or(l)) {
        if !next.trim_start().starts_with('^') {
            if !next.trim().is_empty() {
                text += if text.is_empty() { "" } else { "\n" };
                (line_start, line) = (text.len(), next);
                text += next;
            }
            continue;
        }
        // Carets count characters.
        let column = next.chars().take_while(|c| *c == ' ').count();
        let length = next.chars().filter(|c| *c == '^').count();
        let name = next.trim_matches([' ', '^']);
        let byte = |n: usize| line.char_indices().nth(n).map_or(line.len(), |(at, _)| at);
        let (part, number) = name.split_at(name.trim_end_matches(char::is_numeric).len());
        let number: usize = number.parse().unwrap_or(1);
        let words = &text[line_start + byte(column)..line_start + byte(column + length)];
        expected.push(format!("{number} {part}: {}", words.trim_matches(MARKS)));
    }
    let (reading, found) = attributions(&text);
    let mut got = Vec::new();
    for (number, a) in found.iter().enumerate() {
        let mut show = |part: &str, span: ReadSpan| {
            let words = reading.slice(span).trim_matches(MARKS);
            got.push(format!("{} {part}: {words}", number + 1));
        };
        a.source.into_iter().for_each(|span| show("source", span));
        show("cue", a.cue);
        a.topic.into_iter().for_each(|span| show("topic", span));
        a.listener.into_iter().for_each(|span| show("listener", span));
        a.content.iter().for_each(|&span| show("content", span));
    }
    for part in &expected {
        assert!(got.contains(part), "{part:?} is missing in {got:#?}");
    }
    let contents = |parts: &[String]| parts.iter().filter(|p| p.contains(" content: ")).count();
    assert_eq!(contents(&got), contents(&expected), "content too much or too little in {got:#?}");
}

/// Checks that `text` attributes nothing.
fn check_none(text: &str) {
    let (reading, found) = attributions(text);
    let shown: Vec<_> = found.iter().map(|a| (a.pattern, reading.slice(a.content[0]))).collect();
    assert!(found.is_empty(), "{shown:?}");
}

#[test]
fn clause_without_that() {
    check(
        "
        Ms. Orla Venn said the talks had failed.
        ^^^^^^^^^^^^^ source
                      ^^^^ cue
                           ^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn clause_with_that() {
    check(
        "
        Venn said on Tuesday that the plan was “a dud.”
        ^^^^ source
             ^^^^ cue
                             ^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn quotation_then_source() {
    check(
        "
        “The harvest is lost this year,” Venn told reporters.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                         ^^^^ source
                                              ^^^^ cue
                                                   ^^^^^^^^^ listener",
    );
}

#[test]
fn quotation_then_cue() {
    check(
        "
        “The harvest is lost this year,” said Orla Venn, a farmer from Kesh.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                         ^^^^ cue",
    );
}

#[test]
fn quotation_around_its_source() {
    check(
        "
        “The harvest is lost,” Venn said. “We start again in spring.”
         ^^^^^^^^^^^^^^^^^^^ content
                               ^^^^ source
                                    ^^^^ cue
                                           ^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn quotation_interrupted_by_its_source() {
    check(
        "
        “The harvest,” Venn said, “is lost for good this year.”
         ^^^^^^^^^^^ content
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn quotation_after_a_colon() {
    check(
        "
        Minister Orla Venn stated: “We will rebuild every bridge.”
        ^^^^^^^^^^^^^^^^^^ source
                           ^^^^^^ cue
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn two_single_marks_are_a_quotation_mark() {
    check(
        "
        ''The harvest is lost this year,'' Venn said.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                           ^^^^ source",
    );
}

#[test]
fn cue_of_two_words() {
    check(
        "
        “The harvest is lost this year,” she pointed out.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                             ^^^^^^^^^^^ cue",
    );
    check(
        "
        “The harvest is not lost,” he shot back.
         ^^^^^^^^^^^^^^^^^^^^^^^ content
                                      ^^^^^^^^^ cue",
    );
}

#[test]
fn a_quotation_goes_on_in_the_next_paragraph() {
    check(
        "
        Venn said: “The harvest is lost this year.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
        “We start again in spring.”
         ^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn object_with_as() {
    check(
        "
        She described the drought as the worst in a century.
        ^^^ source
            ^^^^^^^^^ cue
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn infinitive_with_its_object() {
    check(
        "
        Venn urged the farmers of the valley to wait for rain.
        ^^^^ source
             ^^^^^ cue
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn content_before_its_source() {
    check(
        "
        The bridges of the valley will be rebuilt by May, she added.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                                          ^^^ source
                                                              ^^^^^ cue",
    );
}

#[test]
fn content_around_its_source() {
    check(
        "
        The bridges, Venn said, will be rebuilt by May.
        ^^^^^^^^^^^ content
                     ^^^^ source
                                ^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn according_to_in_front_and_behind() {
    check(
        "
        According to the Venn Institute, the bridges will be rebuilt by May.
                     ^^^^^^^^^^^^^^^^^^ source
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
    check(
        "
        The bridges will be rebuilt by May, according to the Venn Institute.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                                         ^^^^^^^^^^^^^^^^^^ source",
    );
}

#[test]
fn participle_with_the_subject_of_the_main_clause() {
    check(
        "
        Minister Venn said the bridge was safe, adding that the road would open in May.
        ^^^^^^^^^^^^^ source
        ^^^^^^^^^^^^^ source2
                           ^^^^^^^^^^^^^^^^^^^ content
                                                ^^^^^^ cue2
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content2",
    );
}

#[test]
fn second_verb_of_one_subject() {
    check(
        "
        Venn said that the bridge was safe and added that the road would open in May.
                  ^^^^^^^^^^^^^^^^^^^^^^^^ content
        ^^^^ source2
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content2",
    );
}

#[test]
fn source_with_an_apposition() {
    check(
        "
        Orla Venn, the mayor of Kesh, said the bridge was safe.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source
                                           ^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn adverbial_of_subject_matter_is_the_topic() {
    check(
        "
        Referring to the broken bridge, Venn said that the road would stay closed.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ topic
                                        ^^^^ source
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn object_that_introduces_a_quotation_is_the_topic() {
    check(
        "
        Venn pointed to the ties between the two valleys, saying, “We share one river.”
        ^^^^ source
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ topic
                                                          ^^^^^^ cue
                                                                   ^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn agency_that_reports_a_quotation_is_not_its_source() {
    check(
        "
        “The bridge is safe for all traffic,” Venn said in a meeting with farmers in Kesh, Kesh Press reported.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                              ^^^^ source",
    );
}

#[test]
fn words_in_scare_quotes_are_nobodys_statement() {
    check_none("The so-called “bridge of peace” was closed again on Monday.");
    check_none("Olsen, known as “the Ferryman”, left Kesh in May.");
    check_none("Two “volunteers” from the north were seen at the harbour.");
    check_none("The council sold its “green” buses to a firm in Kesh.");
}

#[test]
fn no_statement_where_nobody_speaks() {
    check_none("The two sides discussed the bridge and the road.");
    check_none("The minister declined to comment.");
    check_none("Venn did not say when the bridge would open.");
    check_none("The film “The Last Bridge” opened in Kesh on Friday.");
    check_none("The United States reports its exports in May.");
}

#[test]
fn hostile_text_is_read_without_nonsense() {
    for text in [
        "fn main() { println!(\"said: {}\", x); }\n// he said\nlet s = 'a';",
        "Der Minister sagte, die Brücke sei sicher. „Wir bauen“, sagte er.",
        "وزیر گفت: «پل امن است»",
        "| year | yield |\n|------|-------|\n| 2019 | 12.5 |",
        "<anna> said what?\n<bert> \"\"\"\"\" said \"",
        "\"\"\"““””‘‘’’ said, said: said that",
        "said",
        ",, said ,, : “",
        "according to",
        "According to , he : said : .",
        ":",
    ] {
        let (reading, found) = attributions(text);
        for a in found {
            assert!(a.content.iter().all(|&span| !reading.slice(span).is_empty()));
        }
    }
}

/// Windows bound what each site looks at, so that 100 kB without a full stop are read like any other text:
/// quadratic work would take minutes here.
#[test]
fn text_without_full_stops_is_read() {
    for piece in [
        "the said that and ",
        "Lee, ",
        "“",
        "he said, ",
        "according to ",
        "saying: ",
        "( ' \" said ",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let (_, found) = attributions(&text);
        assert!(found.len() <= text.len());
    }
}

proptest! {
    #[test]
    fn spans_are_sorted_disjoint_and_slice_the_text(
        text in "(he |Lee |said |that |and |, |“|”|\"|\\.|: |'|\n|according to |adding |the deal |— |\\(|\\)|é){0,60}"
    ) {
        let (reading, found) = attributions(&text);
        for a in &found {
            prop_assert!(!a.content.is_empty());
            prop_assert!(a.content.windows(2).all(|pair| pair[0].end <= pair[1].start));
            for span in a.content.iter().chain(&a.source).chain([&a.cue]).chain(&a.topic) {
                prop_assert!(reading.text.get(span.range()).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}
