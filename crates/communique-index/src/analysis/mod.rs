//! From text to terms: the same code when compiling and when searching, so that both mean the same by a word.
//!
//! In goes any text; out come tokens with their places and terms. The rules a reader may need to know:
//!
//! * Case, accents and the kind of apostrophe do not matter; a no-break space is a space.
//! * A possessive is the word itself (`Iran’s` is `iran`); other apostrophes inside a word are left out.
//! * Hyphenated words are their parts, side by side. Dotted capitals are one word (`U.S.` is `US`).
//! * A few acronyms that would be everyday words in small letters (`US`, `WHO`) are terms of their own,
//!   in capitals; see [`is_set_apart`]. All other words fold freely (`IRAN` is `iran`).
//! * Forms of an English word share a stem (Porter2, the English stemmer of <https://snowballstem.org>),
//!   and so do its British and American spelling.
//! * Arabic and Persian are one script: its vowel signs, the stroke that stretches a word and the joiners count for
//!   nothing, variants of a letter are one letter, and digits are digits.
//!
//! No word is left out as too frequent: phrases need them all.

mod fold;
mod spelling;
mod stem;
mod token;

use std::ops::Range;

use fold::normalize_into;
pub use fold::{is_set_apart, normalize};
pub use stem::stem;
pub use token::tokens;

/// A token with its term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text it stands in.
    pub text_span: Range<usize>,
    /// Its normalized form, never empty.
    pub term: String,
}

/// The words of `text`, in order. Adjacent words have adjacent places in a posting list.
pub fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    tokens(text).filter_map(|text_span| {
        let term = normalize(&text[text_span.clone()]);
        (!term.is_empty()).then_some(Word { text_span, term })
    })
}

/// Calls `see` with the term of each word of `text`, in order: [`words`] for those who look at many.
pub fn for_each_term(text: &str, mut see: impl FnMut(&str)) {
    let mut term = String::new();
    for text_span in tokens(text) {
        term.clear();
        normalize_into(&text[text_span], &mut term);
        if !term.is_empty() {
            see(&term);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> String {
        words(text).map(|word| word.term).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn terms_of_words() {
        for (text, expected) in [
            ("Iran’s role", "iran role"),
            ("Iran's and IRAN‘S", "iran and iran"),
            ("the guests’ rooms", "the guests rooms"),
            ("Tehran-Baku, anti-terror", "tehran baku anti terror"),
            ("“We won’t,” he said.", "we wont he said"),
            ("o'clock d’état", "oclock detat"),
            ("US troops told us so; Us, U.S. and u.s.", "US troops told us so us US and us"),
            ("WHO is IT for? WHO’s", "WHO is IT for WHO"),
            ("NATO nato UAE", "nato nato uae"),
            ("Raʼisi Ra'isi", "raisi raisi"),
            ("5,000 of 12.5 in 2021, 7 (12,34)", "5000 of 12.5 in 2021 7 12 34"),
            ("no\u{a0}break", "no break"),
            (
                "Müller Ægir Łódź Straße İstanbul Nguyễn",
                "muller aegir lodz strasse istanbul nguyen",
            ),
            ("cafe\u{301}", "cafe"),
            ("إيران كتاب ٢٠٢١ می\u{200c}رود", "ایران کتاب 2021 میرود"),
            ("مُحَمَّد مـــحمد محمّد", "محمد محمد محمد"),
            ("علي علی على، كتب؟ کتب مسؤول", "علی علی علی کتب کتب مسوول"),
            ("۱۴۰۰ ۵٬۰۰۰ ١٢٫٥ \u{200f}ایران\u{200f}", "1400 5000 12.5 ایران"),
            ("Тегеран ΑΘΗΝΑ", "тегеран αθηνα"),
            ("中国說", "中 国 說"),
            ("㐀`º l'㐀", "㐀 º l 㐀"),
            ("... – “” 's", "s"),
            ("", ""),
        ] {
            assert_eq!(terms(text), expected, "{text}");
        }
    }

    #[test]
    fn forms_share_a_stem() {
        let same = |forms: &[&str]| {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        };
        same(&["withdraw", "withdrawal", "withdrawals", "withdrawing", "withdraws"]);
        same(&["iraq", "iraqs"]);
        same(&["country", "countries"]);
        same(&["cooperate", "cooperation", "cooperating"]);
        assert_ne!(stem("iran"), stem("iranian"));
        assert_ne!(stem("US"), stem("us"));
        assert_eq!(stem("ایران"), "ایران");
    }

    proptest::proptest! {
        #[test]
        fn tokens_rebuild_the_text(text in ".{0,60}|[a-zA-Z.’',U S0-9-]{0,40}") {
            let mut at = 0;
            for span in tokens(&text) {
                proptest::prop_assert!(at <= span.start && span.start < span.end);
                proptest::prop_assert!(text.get(span.clone()).is_some());
                proptest::prop_assert!(!text[at..span.start].contains(char::is_alphanumeric));
                at = span.end;
            }
            proptest::prop_assert!(!text[at..].contains(char::is_alphanumeric));
        }

        #[test]
        fn terms_are_terms_of_themselves(text in ".{0,40}|[a-zA-Zé.’',US0-9-]{0,40}") {
            for word in words(&text) {
                let again: Vec<_> = words(&word.term).map(|word| word.term).collect();
                proptest::prop_assert_eq!(again, vec![word.term]);
            }
        }
    }
}
