//! Words of any plain text, read by a regular expression and lists of forms instead of the analyzer.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::evaluate::Tokens;

/// Forms of one word, for the words that the queries here are made of; every other word stands alone.
const FORMS: [&[&str]; 13] = [
    &["withdraw", "withdrawal", "withdrawals", "withdrawing", "withdraws"],
    &["force", "forces", "forced"],
    &["foreign", "foreigner", "foreigners"],
    &["neighbor", "neighbors", "neighbour", "neighbours", "neighboring", "neighbouring"],
    &["region", "regions", "regional"],
    &["country", "countries"],
    &["government", "governments", "governance"],
    &["terror", "terrorism"],
    &["relation", "relations", "related"],
    &["troop", "troops"],
    &["iraq", "iraqs"],
    &["pact", "pacts"],
    &["guest", "guests"],
];

/// Dotted letters; a number with its thousands or its point; letters and digits with what apostrophes join to them.
static WORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:\p{L}\.){2,}|\d+(?:,\d{3}|\.\d+)+|[\p{L}\p{N}]+(?:'\p{L}+)*")
        .expect("the expression is sound")
});

/// The words of `text`: as an exact phrase compares them, and what their forms share.
pub(crate) fn tokens(text: &str) -> Tokens {
    let text = text.replace(['’', '‘', '`'], "'").replace('ï', "i").replace('ي', "ی");
    WORD.find_iter(&text).map(|word| token(word.as_str())).collect()
}

fn token(word: &str) -> (&'static str, &'static str) {
    let is_number = word.starts_with(|c: char| c.is_ascii_digit());
    let bare = word.strip_suffix("'s").or(word.strip_suffix("'S")).unwrap_or(word);
    let bare = bare.replace(if is_number { &[','][..] } else { &['\'', '.'] }, "");
    let is_acronym = ["US", "WHO", "IS", "IT", "AM"].contains(&&*bare);
    let exact = interned(if is_acronym { bare } else { bare.to_lowercase() });
    let forms = FORMS.iter().find(|forms| forms.contains(&exact));
    (exact, forms.map_or(exact, |forms| forms[0]))
}

/// The one copy of a text that lives as long as the test.
pub(crate) fn interned(text: impl AsRef<str>) -> &'static str {
    thread_local! {
        static KNOWN: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
    }
    KNOWN.with_borrow_mut(|known| match known.get(text.as_ref()) {
        Some(known) => *known,
        None => {
            let new: &'static str = Box::leak(text.as_ref().into());
            known.insert(new);
            new
        }
    })
}
