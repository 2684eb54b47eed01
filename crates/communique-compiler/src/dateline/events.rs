//! When something was said, derived from a weekday in the article and the day it was published.
//!
//! News tells of the days just past: "on Tuesday" is the last Tuesday up to the day of publication, that day
//! included (an article of the small hours tells of the same day in another time zone). Such a date is
//! derived and has to be shown as derived.

use std::sync::LazyLock;

use communique_index::Date;
use communique_words::say;
use regex::Regex;

use crate::reading::{ReadSpan, Reading};

/// A day that an article tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventDate {
    /// The day.
    pub date: Date,
    /// How it was found: a told text.
    pub step: String,
}

/// A weekday that something happened on, with what stands before it.
static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?-u)(?:\b(?<lead>next|last|every|each|this|coming|previous) )?\b(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?<plural>s\b)?";
    Regex::new(pattern).expect("a well-formed pattern")
});

/// 1970-01-01 was the fourth of these.
const WEEK: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The day that a statement in `paragraph` with this `cue` was made, given the day of publication.
///
/// It is told by the last weekday of the paragraph up to the end of the cue's line that stands outside all
/// statements (`contents`): before the cue, or else right after it ("said on Tuesday that").
pub fn event_date(
    reading: &Reading,
    paragraph: ReadSpan,
    cue: ReadSpan,
    contents: &[ReadSpan],
    published: Date,
) -> Option<EventDate> {
    let text = reading.slice(paragraph);
    let mut told: Vec<(u32, regex::Captures<'_>)> = WEEKDAY
        .captures_iter(text)
        .filter(|found| found.name("lead").is_none() && found.name("plural").is_none())
        .map(|found| (paragraph.start + found.get(0).map_or(0, |m| m.start()) as u32, found))
        .filter(|(at, _)| !contents.iter().any(|c| c.start <= *at && *at < c.end))
        .collect();
    // After the cue only its own words and what introduces the content count.
    told.retain(|(at, _)| *at < cue.end || is_right_after(text, paragraph.start, cue.end, *at));
    let (_, found) = told.pop()?;
    let day = &found["day"];
    let date = last_weekday(published, WEEK.iter().position(|name| *name == day)?)?;
    Some(EventDate {
        date,
        step: say::STEP_SAID_ON.told([&date.to_string(), day, &published.to_string()]),
    })
}

/// Whether only a word or two stand between the end of the cue and `at`, and no mark.
fn is_right_after(text: &str, base: u32, cue_end: u32, at: u32) -> bool {
    let between = &text[(cue_end - base) as usize..(at - base) as usize];
    between.split_whitespace().count() <= 2
        && !between.contains(['.', ',', ';', ':', '"', '“', '”'])
}

/// The last day up to `published`, itself included, that is the weekday `idx` (Monday is 0).
fn last_weekday(published: Date, idx: usize) -> Option<Date> {
    let days = published.to_days();
    let today = (days + 3).rem_euclid(7);
    Date::from_days(days - (today - idx as i32).rem_euclid(7))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said_on(text: &str, cue: &str, content: &str) -> Option<String> {
        let reading = Reading::new(text, &[], &[]);
        let span = |words: &str| {
            let at = text.find(words).unwrap();
            ReadSpan::new(at, at + words.len())
        };
        let published = Date::new(2020, 7, 22).unwrap();
        event_date(&reading, ReadSpan::new(0, text.len()), span(cue), &[span(content)], published)
            .map(|event| event.date.to_string())
    }

    #[test]
    fn weekdays_are_days_up_to_the_day_of_publication() {
        let check = |text: &str, date: Option<&str>| {
            assert_eq!(
                said_on(text, "said", "that talks on Friday failed").as_deref(),
                date,
                "{text}"
            );
        };
        check("In Accra on Tuesday, Lee said that talks on Friday failed.", Some("2020-07-21"));
        check(
            "Also on Wednesday, Lee met Ray. She said that talks on Friday failed.",
            Some("2020-07-22"),
        );
        check("Lee said on Thursday that talks on Friday failed.", Some("2020-07-16"));
        check("Lee said that talks on Friday failed.", None);
        check("Next week Lee, who comes every Monday, said that talks on Friday failed.", None);
        check("Lee said that talks on Friday failed. On Monday it rained.", None);
    }
}
