//! Numbers, dates and the names of what a view is made of, in words, for whoever shows an answer.

use communique_index::facet::{UNDATED, UNRESOLVED, UNSTATED};
use communique_index::{Date, Facet};
use communique_words::say;

use communique_words::digits;
pub use communique_words::number;

/// `1 statement`, `7 statements`, `1,204 statements`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// `12 Apr 2021`.
pub fn short_date(date: Date) -> String {
    day(date, say::MONTHS_SHORT.nth(nth_month(date)))
}

/// `12 April 2021`.
pub fn long_date(date: Date) -> String {
    day(date, month(date))
}

/// `April`.
pub fn month(date: Date) -> &'static str {
    say::MONTHS.nth(nth_month(date))
}

/// `Apr`.
pub fn short_month(date: Date) -> &'static str {
    say::MONTHS_SHORT.nth(nth_month(date))
}

/// `2021`.
pub fn year(date: Date) -> String {
    digits(&date.year.to_string())
}

fn day(date: Date, month: &str) -> String {
    say::DAY.fill([&number(date.day.into()), month, &year(date)])
}

fn nth_month(date: Date) -> usize {
    usize::from(date.month.clamp(1, 12)) - 1
}

/// A facet, as a heading: `Speaker’s country`.
pub fn facet(facet: Facet) -> &'static str {
    say::FACETS.nth(facet as usize)
}

/// A facet within a sentence: `speaker’s country`.
pub fn facet_within(facet: Facet) -> &'static str {
    say::FACETS_WITHIN.nth(facet as usize)
}

/// A facet as the one thing that a value of it is: `country`.
pub(crate) fn facet_bare(facet: Facet) -> &'static str {
    say::FACETS_BARE.nth(facet as usize)
}

/// What a reader sees of a value that is the same in every corpus. `None` where the corpus names it.
pub(crate) fn value(facet: Facet, key: &str) -> Option<String> {
    let text = match (facet, key) {
        (Facet::Speaker | Facet::Listener, UNRESOLVED) => say::VALUE_UNRESOLVED.text(),
        (Facet::Outlet, UNSTATED) => say::VALUE_UNSTATED.text(),
        (Facet::Year, UNDATED) => say::VALUE_UNDATED.text(),
        (Facet::Year, year) => return Some(digits(year)),
        (Facet::Kind, _) => say::KINDS_HEAD.nth(nth_kind(key)?),
        _ => return None,
    };
    Some(text.to_owned())
}

/// The kind of speech with this key within a sentence: `direct`. The key itself where there is no such kind.
pub(crate) fn kind_within(key: &str) -> String {
    nth_kind(key).map_or(key, |nth| say::KINDS.nth(nth)).to_owned()
}

fn nth_kind(key: &str) -> Option<usize> {
    use communique_index::corpus::Kind;
    [Kind::Direct, Kind::Mixed, Kind::Indirect].iter().position(|kind| kind.key() == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_thousands_apart() {
        for (n, spelt) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(number(n), spelt);
        }
        assert_eq!(count(1, "article", "articles"), "1 article");
        assert_eq!(count(0, "article", "articles"), "0 articles");
    }

    #[test]
    fn dates_are_spelt_with_the_month_in_words() {
        let date = Date::new(2020, 9, 3).expect("a real day");
        assert_eq!(short_date(date), "3 Sep 2020");
        assert_eq!(long_date(date), "3 September 2020");
    }
}
