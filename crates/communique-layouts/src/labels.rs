//! Labels where there is little room.

use communique_words::say;

/// The last words of a name that fit in `n_chars`, at least one: surnames stand last.
pub(crate) fn short_name(name: &str, n_chars: usize) -> String {
    if name.chars().count() <= n_chars {
        return name.to_owned();
    }
    let mut tails = name.match_indices(' ').map(|(at, _)| &name[at + 1..]);
    let fitting = tails.clone().find(|tail| tail.chars().count() <= n_chars);
    let last = tails.next_back().unwrap_or(name);
    cut(fitting.unwrap_or(last), n_chars)
}

/// The beginning of `text` in at most `n_chars`, with `…` where it is cut: after a whole word, so that what is seen
/// is part of the name that is heard; inside a word only where it is the first.
pub(crate) fn cut(text: &str, n_chars: usize) -> String {
    if text.chars().count() <= n_chars {
        return text.to_owned();
    }
    let kept: String = text.chars().take(n_chars.saturating_sub(1)).collect();
    let is_whole = text[kept.len()..].starts_with(' ');
    let whole = kept.rfind(' ').filter(|_| !is_whole).map_or(kept.as_str(), |end| &kept[..end]);
    format!("{}…", whole.trim_end())
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn enumerated(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            [&first.join(say::LIST_COMMA.text()), say::LIST_AND.text(), last].concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_last_words() {
        for (name, short) in [
            ("Ali Bagheri Kani", "Bagheri Kani"),
            ("Ali Shamkhani", "Ali Shamkhani"),
            ("Mohammad bin Abdul Aziz al-Khalifi", "al-Khalifi"),
            ("Extraordinarilylong", "Extraordinari…"),
            ("Zoë", "Zoë"),
        ] {
            assert_eq!(short_name(name, 14), short);
        }
    }

    #[test]
    fn long_labels_are_cut_with_a_sign() {
        assert_eq!(cut("Regional security", 17), "Regional security");
        assert_eq!(cut("Regional security", 10), "Regional…");
        assert_eq!(cut("Regional security", 14), "Regional…");
        assert_eq!(cut("Regional security and stability", 18), "Regional security…");
        assert_eq!(cut("Regionality", 5), "Regi…");
    }

    #[test]
    fn names_are_enumerated() {
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(enumerated(&names), "a, b and c");
        assert_eq!(enumerated(&names[..2]), "a and b");
        assert_eq!(enumerated(&names[..1]), "a");
        assert_eq!(enumerated(&[]), "");
    }
}
