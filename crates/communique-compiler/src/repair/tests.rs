use super::*;
use crate::reading::Reading;
use crate::segment::segment;

/// Checks what is read instead of a text of body paragraphs, and the offsets of what is odd, as words.
fn check(text: &str, read: &str, odd: &[&str]) {
    let segments = segment(text);
    let found = repair(text, text, &segments);
    let reading = Reading::new(text, &segments, &found.repairs);
    assert_eq!(reading.text, read);
    let findings: Vec<&str> = found.findings.iter().map(|(at, _)| &text[*at..]).collect();
    assert_eq!(findings.len(), odd.len(), "{:?}", found.findings);
    assert!(findings.iter().zip(odd).all(|(found, odd)| found.starts_with(odd)), "{findings:?}");
}

/// The same for text that has nothing to repair or report.
fn unchanged(text: &str) {
    check(text, text, &[]);
}

#[test]
fn places_get_their_apostrophe_back() {
    check(
        "In Accra, Perus top diplomat met Limas mayor.",
        "In Accra, Peru’s top diplomat met Lima’s mayor.",
        &[],
    );
    unchanged("The two Koreas agreed. Texas voters and the Philippines did not.");
    unchanged("Peru’s diplomat met Lima’s mayor; Germans and Italians did not.");
    unchanged("In Peru says, and Limas is a word of no place.");
}

#[test]
fn names_and_nouns_follow_once_the_file_has_lost_its_apostrophes() {
    check(
        "Perus envoy and Limas mayor met Carter. One of Carters aims is the Peruvian governments sovereignty, said Parliaments main envoy.",
        "Peru’s envoy and Lima’s mayor met Carter. One of Carter’s aims is the Peruvian government’s sovereignty, said Parliament’s main envoy.",
        &[],
    );
    unchanged(
        "Lee came. The Lees came too, and governments sovereignty was a theme of two presidents.",
    );
}

#[test]
fn an_opening_mark_goes_behind_the_reporting_words() {
    check(
        "“We won,” Lee said, adding, We also lost.”",
        "“We won,” Lee said, adding, “We also lost.”",
        &["”"],
    );
    check(
        "The mayor said: We won in two rounds.”",
        "The mayor said: “We won in two rounds.”",
        &["”"],
    );
}

#[test]
fn an_opening_mark_goes_to_the_start_of_a_paragraph_that_it_reaches() {
    check(
        "Talks in Accra will help both of us to go on,” he pointed out.",
        "“Talks in Accra will help both of us to go on,” he pointed out.",
        &["”"],
    );
}

#[test]
fn an_opening_mark_goes_before_a_phrase() {
    check(
        "Referring to Perus wicked,” “cruel” and unjust” acts, Lee named the dire need” for talks with Limas mayor.",
        "Referring to Peru’s “wicked,” “cruel” and “unjust” acts, Lee named the “dire need” for talks with Lima’s mayor.",
        &["”", "”", "”"],
    );
}

#[test]
fn what_could_be_anywhere_is_left_and_reported() {
    let text = "Lee said many people of both cities, who lived there, then left” quickly.";
    check(text, text, &["”"]);
    let text = "Lee said: \"We won.";
    check(text, text, &["\"We"]);
}

#[test]
fn a_quotation_over_paragraphs_is_nothing_odd() {
    unchanged("Lee said: “We won a lot of things that day.\n“We also lost some of them.”");
}

#[test]
fn a_mark_put_back_among_spaces_stands_behind_them() {
    check(
        "Lee named the \u{a0}dire need” and a \u{a0}sad” sort of an \u{a0}old” talk.",
        "Lee named the “dire need” and a “sad” sort of an “old” talk.",
        &["”", "”", "”"],
    );
}
