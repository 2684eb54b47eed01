//! What the texts promise, in every language.

use crate::{Language, digits, number, recognized, say, told, within};

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
        let tables = [language.scripts(), language.page(), language.annex(), language.told()];
        for line in tables.iter().flat_map(|table| table.lines()) {
            assert!(!line.trim().is_empty(), "{language:?}: an empty text");
        }
    }
    let n_lines = |tables: [&str; 4]| tables.map(|table| table.lines().count());
    let [english, persian] = Language::ALL.map(|language| {
        n_lines([language.scripts(), language.page(), language.annex(), language.told()])
    });
    assert_eq!(english, persian);
}

#[test]
fn persian_is_spelt_with_persian_letters() {
    let persian = Language::Persian;
    let tables = [persian.scripts(), persian.page(), persian.annex(), persian.told()];
    for line in tables.iter().flat_map(|table| table.lines()) {
        assert!(!line.contains(['ي', 'ك', 'ة']), "{line}: Arabic letters");
        for apart in [" می ", "‌ ", " ‌"] {
            assert!(!line.contains(apart), "{line}: a lost half-space");
        }
    }
}

#[test]
fn what_is_told_is_said_in_the_language_of_the_page() {
    let step = say::STEP_SHORT.told(["Venn", "Ida Venn", "12"]);
    assert_eq!(told(&step), "“Venn” is short for Ida Venn, named in full in line 12");
    let persian = within(Language::Persian, || told(&step));
    assert!(persian.contains("Ida Venn") && persian.contains("۱۲"), "{persian}");
    assert!(!persian.contains("named"), "{persian}");
    let speaks = say::STEP_SPEAKS.told_within();
    let step = say::STEP_TAKES_UP_BEFORE.told(["he", "Ida Venn", &speaks, "3"]);
    assert_eq!(told(&step), "“he” takes up Ida Venn, who speaks in the sentence before (line 3)");
    assert!(!within(Language::Persian, || told(&step)).contains("speaks"));
}

#[test]
fn what_nobody_has_a_form_of_is_told_as_it_is() {
    for own in ["as {0} said", "the editor’s note", ""] {
        assert_eq!(within(Language::Persian, || told(own)), own);
    }
    let odd = say::STEP_CORRECTED.told(["a\u{1f}b\u{1e}{0}"]);
    assert_eq!(told(&odd), "corrected by the publisher: ab{0}");
}

#[test]
fn a_sentence_that_a_form_says_is_recognized() {
    let sentence = "Of the speakers of these, 66 of 66 are right.";
    let found = recognized(sentence).expect("a form says it");
    assert_eq!(told(&found), sentence);
    let persian = within(Language::Persian, || told(&found));
    assert!(persian.contains("۶۶") && !persian.contains("right"), "{persian}");
    assert_eq!(recognized("Of the speakers of these, all are right."), None);
}

#[test]
fn every_form_that_is_told_is_told_apart() {
    let mut told: Vec<_> = Language::English.told().lines().collect();
    let n_told = told.len();
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), n_told);
}
