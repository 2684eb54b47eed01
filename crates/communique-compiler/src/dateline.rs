//! Title, date and outlet, as far as the article's own file gives them.
//!
//! A date counts only where it says when the article was published: in a line about publication, before the
//! first sentence, in a dateline. A date that the prose tells of never does; then the article is undated.

use communique_index::corpus::SegmentRole;
use communique_index::{Date, Segment};
use communique_words::say;

mod dates;
mod events;

pub use dates::find_date;
pub use events::{EventDate, event_date};

/// A title made of the first sentence has at most this many words.
const TITLE_WORDS: usize = 14;

/// What an article's file says of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The headline, or the first words of the body.
    pub title: String,
    /// When it was published.
    pub date: Option<Date>,
    /// Where the date comes from; empty without one.
    pub date_note: String,
    /// Who published it.
    pub outlet: Option<String>,
}

/// The facts of the article with these segments. `file` is the title of last resort.
pub fn facts(file: &str, text: &str, segments: &[Segment]) -> Facts {
    let dated = date(text, segments);
    Facts {
        title: title(text, segments).unwrap_or_else(|| file.to_owned()),
        date: dated.map(|(date, _)| date),
        date_note: dated
            .map_or_else(String::new, |(_, line)| say::DATE_IN_TEXT.told([&line.to_string()])),
        outlet: outlet(text, segments),
    }
}

fn title(text: &str, segments: &[Segment]) -> Option<String> {
    let first = |role| segments.iter().find(|segment| segment.role == role);
    if let Some(headline) = first(SegmentRole::Headline) {
        let words = one_line(&text[headline.text_span.range()]);
        return Some(words.trim_end_matches(';').to_owned());
    }
    let body = one_line(&text[first(SegmentRole::Body)?.text_span.range()]);
    let mut words = body.split(' ');
    let title: Vec<&str> = words.by_ref().take(TITLE_WORDS).collect();
    let is_cut = words.next().is_some();
    let title = title.join(" ");
    Some(if is_cut { format!("{}…", title.trim_end_matches([',', ';', ':'])) } else { title })
}

/// White space of any kind becomes single spaces.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The date of publication and its line: of a line that says "published" before one that says "updated".
fn date(text: &str, segments: &[Segment]) -> Option<(Date, u32)> {
    let dated = |segment: &&Segment| segment.role == SegmentRole::Dateline;
    let mut found: Vec<(bool, Date, u32)> = (segments.iter().filter(dated))
        .filter_map(|segment| {
            let words = &text[segment.text_span.range()];
            let is_update = words.to_lowercase().contains("updated");
            Some((is_update, find_date(words)?, segment.line))
        })
        .collect();
    found.sort_by_key(|(is_update, _, line)| (*is_update, *line));
    found.first().map(|(_, date, line)| (*date, *line))
}

/// Agencies that sign their own reports in the dateline, and their names.
const AGENCIES: [(&str, &str); 12] = [
    ("(Reuters)", "Reuters"),
    ("(AP)", "Associated Press"),
    ("(AFP)", "Agence France-Presse"),
    ("(UPI)", "United Press International"),
    ("(Xinhua)", "Xinhua"),
    ("(IRNA)", "IRNA"),
    ("(MNA)", "Mehr News Agency"),
    ("(Tasnim)", "Tasnim News Agency"),
    ("(TASS)", "TASS"),
    ("(ANI)", "Asian News International"),
    ("(PTI)", "Press Trust of India"),
    ("(KUNA)", "Kuwait News Agency"),
];

/// The agency that signs in the dateline of the first paragraph.
fn outlet(text: &str, segments: &[Segment]) -> Option<String> {
    let signed = segments.iter().filter(|segment| segment.role == SegmentRole::Dateline);
    signed
        .map(|segment| &text[segment.text_span.range()])
        .find_map(|words| AGENCIES.iter().find(|(mark, _)| words.contains(mark)))
        .map(|(_, name)| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    const PROSE: &str = "The minister said on May 1, 2019 that the talks in the capital had gone well, and would go on.";

    fn check(text: &str, title: &str, date: Option<&str>, outlet: Option<&str>) {
        let facts = facts("file.txt", text, &segment(text));
        let found =
            (facts.title.as_str(), facts.date.map(|d| d.to_string()), facts.outlet.as_deref());
        assert_eq!(found, (title, date.map(ToOwned::to_owned), outlet));
        assert_eq!(facts.date_note.is_empty(), date.is_none());
    }

    #[test]
    fn dates_come_from_lines_about_publication_only() {
        let first = "The minister said on May 1, 2019 that the talks in the capital had…";
        check(PROSE, first, None, None);
        check(&format!("Talks\u{a0}go on\n{PROSE}"), "Talks go on", None, None);
        check(
            &format!("Talks\nUpdated: May 4, 2021\nPublished: 0137 GMT May 3, 2021\n{PROSE}"),
            "Talks",
            Some("2021-05-03"),
            None,
        );
        check(&format!(" date 2022-08-28 {PROSE}"), first, Some("2022-08-28"), None);
        check(
            &format!("ACCRA, May 3, 2021 (Reuters) - {PROSE}"),
            first,
            Some("2021-05-03"),
            Some("Reuters"),
        );
        check(&format!("ACCRA, May 3 (AP) — {PROSE}"), first, None, Some("Associated Press"));
    }
}
