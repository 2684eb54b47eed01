//! What the texts promise, in every language.

use crate::{Language, digits, number, say, within};

#[test]
fn a_language_says_its_own_texts_and_then_english_again() {
    assert_eq!(say::STATEMENTS.of(1), "1 statement");
    assert_eq!(say::STATEMENTS.of(1204), "1,204 statements");
    within(Language::Persian, || assert_eq!(say::STATEMENTS.of(1204), "۱٬۲۰۴ گفته"));
    assert_eq!(say::STATEMENTS.of(0), "0 statements");
}

#[test]
fn slots_are_filled_in_the_order_of_the_english_text() {
    assert_eq!(say::MORE.fill(["50", "61"]), "Show 50 of 61 more");
    let persian = within(Language::Persian, || say::WAY_VALUE.fill(["Iran", "کشور"]));
    assert_eq!(
        persian, "بدون \u{2068}Iran\u{2069} (کشور)",
        "a name is set apart from the text around it"
    );
}

#[test]
fn lists_and_the_annex_are_found_behind_the_page() {
    assert_eq!(say::MONTHS.nth(11), "December");
    assert_eq!(say::HELP_KEYS.text(), "Keys");
    within(Language::Persian, || assert_eq!(say::HELP_KEYS.text(), "کلیدها"));
}

#[test]
fn numbers_have_the_digits_of_the_language() {
    for (n, spelt) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
        assert_eq!(number(n), spelt);
    }
    within(Language::Persian, || assert_eq!(digits("2021"), "۲۰۲۱"));
}

#[test]
fn every_language_has_every_text_in_its_own_letters() {
    for language in Language::ALL {
        let tables = [language.scripts(), language.page(), language.annex()];
        for line in tables.iter().flat_map(|table| table.lines()) {
            assert!(!line.trim().is_empty(), "{language:?}: an empty text");
        }
    }
    let n_lines = |tables: [&str; 3]| tables.map(|table| table.lines().count());
    let [english, persian] = Language::ALL
        .map(|language| n_lines([language.scripts(), language.page(), language.annex()]));
    assert_eq!(english, persian);
}

#[test]
fn persian_is_spelt_with_persian_letters() {
    let tables = [Language::Persian.scripts(), Language::Persian.page(), Language::Persian.annex()];
    for line in tables.iter().flat_map(|table| table.lines()) {
        assert!(!line.contains(['ي', 'ك', 'ة']), "{line}: Arabic letters");
        for apart in [" می ", "‌ ", " ‌"] {
            assert!(!line.contains(apart), "{line}: a lost half-space");
        }
    }
}
