//! The words that random corpora are made of, with what is known of each without any analyzer.

use communique_index::Facet;

use crate::views::Vocabulary;

/// A word as it is written, and its tokens: what an exact phrase compares, and what all its forms share.
pub(crate) struct Word {
    pub(crate) written: &'static str,
    pub(crate) tokens: &'static [(&'static str, &'static str)],
}

const fn word(written: &'static str, tokens: &'static [(&'static str, &'static str)]) -> Word {
    Word { written, tokens }
}

pub(crate) const WORDS: [Word; 24] = [
    word("withdraw", &[("withdraw", "withdraw")]),
    word("Withdrawal", &[("withdrawal", "withdraw")]),
    word("withdrawing", &[("withdrawing", "withdraw")]),
    word("with", &[("with", "with")]),
    word("troops", &[("troops", "troop")]),
    word("Troop’s", &[("troop", "troop")]),
    word("US", &[("US", "US")]),
    word("U.S.", &[("US", "US")]),
    word("us", &[("us", "us")]),
    word("Us", &[("us", "us")]),
    word("Iran", &[("iran", "iran")]),
    word("IRAN’s", &[("iran", "iran")]),
    word("Iran's", &[("iran", "iran")]),
    word("Raïsi", &[("raisi", "raisi")]),
    word("raisi", &[("raisi", "raisi")]),
    word("anti-terror", &[("anti", "anti"), ("terror", "terror")]),
    word("Tehran–Baku", &[("tehran", "tehran"), ("baku", "baku")]),
    word("Baku", &[("baku", "baku")]),
    word("the", &[("the", "the")]),
    word("5,000", &[("5000", "5000")]),
    word("foreign\u{a0}forces", &[("foreign", "foreign"), ("forces", "force")]),
    word("force", &[("force", "force")]),
    word("ایران", &[("ایران", "ایران")]),
    word("won’t", &[("wont", "wont")]),
];

/// The tokens of a text made of [`WORDS`], blanks and quotation marks.
pub(crate) fn tokens(text: &str) -> Vec<(&'static str, &'static str)> {
    let mut tokens = Vec::new();
    for written in text.split(' ').map(|w| w.trim_matches(['“', '”', ',', '!'])) {
        let known = WORDS.iter().find(|word| word.written == written);
        tokens.extend(known.map_or(&[][..], |word| word.tokens));
    }
    tokens
}

/// What views over them are made of.
pub(crate) static VOCABULARY: Vocabulary = Vocabulary {
    words: &[
        "withdraw",
        "Withdrawal",
        "withdrawing",
        "with",
        "troops",
        "Troop’s",
        "US",
        "U.S.",
        "us",
        "Us",
        "Iran",
        "IRAN’s",
        "Iran's",
        "Raïsi",
        "raisi",
        "anti-terror",
        "Tehran–Baku",
        "Baku",
        "the",
        "5,000",
        "troops",
        "force",
        "ایران",
        "won’t",
    ],
    phrases: &[],
    prefixes: &["with", "withdraw", "f", "ira", "US", "us", "x"],
    suffixes: &["drawal", "ing", "s", "US", "us", "an", "x"],
    // Across words, within words, with marks as they are typed, and of nothing.
    patterns: &[
        "withdraw(al|ing)?",
        r"\bUS\b",
        "troop['’]?s",
        "foreign forces",
        r"\w+-\w+",
        "^the|raïsi$",
        "(?-i)US",
        "ایران",
        "xyzzy",
    ],
    // With a value that random statements have.
    fields: &[
        (Facet::Speaker, "ada"),
        (Facet::Country, "us"),
        (Facet::Theme, "trade"),
        (Facet::Kind, "direct"),
        (Facet::Outlet, "gazette"),
        (Facet::Year, "2021"),
        (Facet::SpeakerCountry, "ir"),
        (Facet::Listener, "carl"),
        (Facet::Cue, "stressed"),
    ],
    dates: &["2020", "2021"],
    days: &["2020-02-29", "2021-04-12", "2021-06-01"],
};
