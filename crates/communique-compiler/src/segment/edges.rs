//! The edges of a body paragraph: the dateline or agency line before its first sentence, the credit and the
//! editor's code after its last.

use std::sync::LazyLock;

use communique_index::corpus::SegmentRole;
use communique_index::{Segment, TextSpan};
use regex::Regex;

use super::{Line, Verdict, part};

/// Where a paragraph stands among the article's own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Body paragraphs before it.
    pub(super) n_body_before: usize,
    /// Whether it is the last.
    pub(super) is_last: bool,
}

/// Datelines stand before the first paragraph; where that is a summary, before the second.
const PARAGRAPHS_WITH_DATELINE: usize = 2;

/// The paragraph with what is at its edges cut off; one to three segments.
pub(super) fn cut(line: &Line<'_>, place: Place) -> Vec<Segment> {
    let (mut before, mut body, mut after) = (None, line.text, None);
    let may_have_dateline = place.n_body_before < PARAGRAPHS_WITH_DATELINE;
    if let Some((len, rule)) = may_have_dateline.then(|| dateline(body)).flatten() {
        before = Some((&body[..len], Verdict::new(SegmentRole::Dateline, rule)));
        body = &body[len..];
    }
    if let Some((len, verdict)) = place.is_last.then(|| ending(body)).flatten() {
        after = Some((&body[len..], verdict));
        body = &body[..len];
    }
    let body = Some((body, Verdict::new(SegmentRole::Body, "")));
    [before, body, after]
        .into_iter()
        .flatten()
        .filter_map(|(text, verdict)| {
            let text = text.trim();
            let start = line.text_span.range().start
                + (text.as_ptr() as usize - line.text.as_ptr() as usize);
            (!text.is_empty())
                .then(|| part(line, TextSpan::new(start, start + text.len()), verdict))
        })
        .collect()
}

const PLACE_NAME: &str = r"[A-Z][\p{L}.’'-]*(?: [A-Z][\p{L}.’'-]*){0,3}(?:, [A-Z][\p{L}. ]{1,20})?";
const DAY: &str = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?";

/// Datelines by rule; each pattern begins where the paragraph does.
static DATELINES: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    let capitals = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}";
    let patterns = [
        // "Accra (ABC) — ", "ACCRA, May 3 (ABC) - ", "Accra(AB): ", "May 3 (ABC) - "
        (
            format!(r"^(?:{PLACE_NAME}(?:, {DAY})?|{DAY}) ?\([A-Z][\w ./-]{{1,24}}\) ?(?:[:—–-]+|\.) ?"),
            "dateline with agency",
        ),
        // "ACCRA — ", "ACCRA, Ghana — ", "ACCRA, May 3 - ", "ACCRA: "
        (
            format!(r"^{capitals}(?:, [A-Z][\p{{L}}. ]{{1,20}})?(?:, {DAY})?(?: ?[—–]+ ?| -+ | ?: )"),
            "dateline",
        ),
        // "Accra, ABC - "
        (format!(r"^{PLACE_NAME}, [A-Z]{{2,8}} ?[—–-]+ "), "dateline with agency"),
        // "date 2022-05-03 ", "2022-05-03 10:15 - "
        (
            r"^(?i:date:? ?)?\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?(?: ?[|:—–-]+)? ?".to_owned(),
            "date before the first sentence",
        ),
        // "Example News: ", "Daily ExampleDaily news: ": names and the word for a publisher, then a colon.
        (
            r"^(?:[A-Z][\w.’'-]* ?){1,5}\b(?:news|News|agency|Agency|service|Service) ?: ?".to_owned(),
            "name of the agency before the first sentence",
        ),
        (
            r"^[\[(]?(?:AFP|AP|Reuters|IRNA|ISNA|MNA|TASS|Xinhua|ANI|PTI|UPI|DPA|EFE)[\])]? ?[:—–-]+ ".to_owned(),
            "name of the agency before the first sentence",
        ),
    ];
    let compile =
        |(pattern, rule): (String, _)| (Regex::new(&pattern).expect("a well-formed pattern"), rule);
    patterns.into_iter().map(compile).collect()
});

/// Length of what stands before the first sentence of `body`, and the rule that says so.
fn dateline(body: &str) -> Option<(usize, &'static str)> {
    let head = &body[..body.floor_char_boundary(120)];
    let (len, rule) = (DATELINES.iter())
        .find_map(|(pattern, rule)| pattern.find(head).map(|found| (found.end(), *rule)))?;
    let rest = body[len..].trim_start();
    // A prefix without a sentence after it is something else.
    rest.contains(' ').then_some((len, rule))
}

/// What may follow the last sentence: a bracketed credit, or a number or initials of the desk.
static ENDINGS: LazyLock<[(Regex, SegmentRole, &str); 2]> = LazyLock::new(|| {
    let compile = |pattern: &str| Regex::new(pattern).expect("a well-formed pattern");
    [
        (
            compile(
                r"[.!?][”’\x22')]* *([\[(](?i:(?:additional )?(?:reporting|writing|editing) by|with inputs? from|source:)[^\])]*[\])]\.?)$",
            ),
            SegmentRole::Credit,
            "credit of contributors",
        ),
        (
            compile(r"[.!?][”’\x22')]*\s+(\d{2,5}(?:\*\*\d{2,5})?|[A-Z]{2,3}(?:/[A-Z]{2,3})+)$"),
            SegmentRole::Boilerplate,
            "editor's code after the last sentence",
        ),
    ]
});

/// Where the article's words end within `body`, and what the rest is.
fn ending(body: &str) -> Option<(usize, Verdict)> {
    ENDINGS.iter().find_map(|(pattern, role, rule)| {
        let found = pattern.captures(body)?.get(1)?;
        Some((found.start(), Verdict::new(*role, rule)))
    })
}
