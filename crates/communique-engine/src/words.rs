//! Numbers and dates in words, for whoever shows an answer.

use communique_index::Date;

/// `1 statement`, `7 statements`, `1,204 statements`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// A number with its thousands apart: `1,204`.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut spelt = String::with_capacity(digits.len() + digits.len() / 3);
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            spelt.push(',');
        }
        spelt.push(digit);
    }
    spelt
}

/// `12 Apr 2021`.
pub fn short_date(date: Date) -> String {
    format!("{} {} {}", date.day, &month(date)[..3], date.year)
}

/// `12 April 2021`.
pub fn long_date(date: Date) -> String {
    format!("{} {} {}", date.day, month(date), date.year)
}

/// `April`.
pub fn month(date: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[usize::from(date.month.clamp(1, 12)) - 1]
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
