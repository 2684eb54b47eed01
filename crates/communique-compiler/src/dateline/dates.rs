//! Calendar dates written in words or numbers.

use std::sync::LazyLock;

use communique_index::Date;
use regex::Regex;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Year, month and day in their usual orders; month names may be cut to three letters.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?";
    let pattern = format!(
        r"(?i-u)\b(?:(?<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})|(?<month1>{month}) (?<day1>\d{{1,2}})(?:st|nd|rd|th)?,? (?<year1>\d{{4}})|(?<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?<month2>{month}),?[ -](?<year2>\d{{4}})|(?<a>\d{{1,2}})[-/.](?<b>\d{{1,2}})[-/.](?<year3>\d{{4}}))\b"
    );
    Regex::new(&pattern).expect("a well-formed pattern")
});

/// The first date in `words`: "2021-04-12", "April 12, 2021", "12 Apr. 2021", "12th of April 2021", "25/4/2021".
///
/// Of numbers alone, day and month must tell which is which: 3/4/2021 is no date.
pub fn find_date(words: &str) -> Option<Date> {
    DATE.captures_iter(words).find_map(|found| {
        let number = |name: &str| found.name(name).and_then(|n| n.as_str().parse::<u16>().ok());
        let month = |name: &str| found.name(name).and_then(|m| month_of(m.as_str()));
        let named = |n: &str| {
            let day = u8::try_from(number(&format!("day{n}"))?).ok()?;
            Date::new(number(&format!("year{n}"))?, month(&format!("month{n}"))?, day)
        };
        let iso = found.name("iso").and_then(|iso| from_iso(iso.as_str()));
        let numbers = || {
            let (a, b) = (u8::try_from(number("a")?).ok()?, u8::try_from(number("b")?).ok()?);
            let year = number("year3")?;
            let readings = [Date::new(year, b, a), Date::new(year, a, b)];
            match readings {
                [Some(day_first), Some(month_first)] => {
                    (day_first == month_first).then_some(day_first)
                }
                [one, other] => one.or(other),
            }
        };
        iso.or_else(|| named("1")).or_else(|| named("2")).or_else(numbers)
    })
}

fn month_of(name: &str) -> Option<u8> {
    let start = name.get(..3)?.to_ascii_lowercase();
    let idx = MONTHS.iter().position(|month| *month == start)?;
    u8::try_from(idx + 1).ok()
}

fn from_iso(words: &str) -> Option<Date> {
    let mut parts = words.split(['-', '/', '.']);
    let year = parts.next()?.parse().ok()?;
    Date::new(year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_their_usual_forms() {
        let check = |words: &str, date: &str| {
            assert_eq!(find_date(words).map(|d| d.to_string()).as_deref(), Some(date), "{words}");
        };
        check("Published: 0137 GMT July 22, 2020", "2020-07-22");
        check(" date 2022-08-28 ", "2022-08-28");
        check("Mon, 3rd of May 2021 at 10:15", "2021-05-03");
        check("12-Apr-2021", "2021-04-12");
        check("Sept. 1, 2020", "2020-09-01");
        check("2021/4/12 08:00", "2021-04-12");
        check("25.12.2020", "2020-12-25");
        check("12/25/2020", "2020-12-25");
        check("4/4/2021", "2021-04-04");
        check("2021-02-30 or 2021-03-01", "2021-03-01");
    }

    #[test]
    fn what_is_doubtful_or_partial_is_no_date() {
        for words in ["3/4/2021", "May 3", "May 2021", "2021", "1234567-12-12", "Feb 30, 2021", ""]
        {
            assert_eq!(find_date(words), None, "{words}");
        }
    }
}
