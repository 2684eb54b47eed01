//! The cases of `queries.toml`, and the small corpus that they are asked of.

use communique_index::fixture::{self, Said};
use communique_index::{Corpus, Date, Facet};
use serde::Deserialize;

/// Statements by number, in document order.
pub(crate) const SAID: [&str; 12] = [
    /* 0 */ "the withdrawal of foreign forces from Iraq",
    /* 1 */ "they are withdrawing; the Iraqis stay with us",
    /* 2 */ "US forces must withdraw",
    /* 3 */ "Iraq’s neighbors are foreign to nobody",
    /* 4 */ "the anti-terror pact of Tehran-Baku",
    /* 5 */ "terror has no neighbor",
    /* 6 */ "the U.S. and the E.U. won’t talk",
    /* 7 */ "Raïsi met no\u{a0}one in 2021",
    /* 8 */ "“forces” that are “foreign” and foreign, forces",
    /* 9 */ "IRAN and Iran's 5,000 guests",
    /* 10 */ "ایران و عراق",
    /* 11 */ "nothing between us",
];

/// [`SAID`], with some facts.
pub(crate) fn corpus() -> Corpus {
    let mut said: Vec<_> =
        SAID.iter().map(|words| Said::new("a.txt", "ada-lovelace", words)).collect();
    said[0] = said[0].clone().about("iq").on("withdrawal");
    said[2].countries = vec!["us".into(), "iq".into()];
    said[3].speaker = "alan-turing".into();
    said[4].topic = "Terror and pacts".into();
    let mut corpus = fixture::corpus(&said);
    let [iraq, america] = &mut corpus.facet_values[Facet::Country][..] else {
        panic!("two countries are spoken of");
    };
    iraq.label = "Iraq".into();
    america.label = "United States".into();
    america.aliases = vec!["America".into()];
    corpus.documents[0].date = Date::parse("2021-04-12");
    corpus
}

/// A case of `queries.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) query: String,
    /// Its normal form, where that is another.
    pub(crate) printed: Option<String>,
    /// The parts that are complained of.
    #[serde(default)]
    pub(crate) odd: Vec<String>,
    /// Statements by number.
    pub(crate) found: Vec<usize>,
}

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    #[derive(Deserialize)]
    struct Table {
        query: Vec<Case>,
    }
    let table: Table = toml::from_str(include_str!("../queries.toml")).expect("a table of queries");
    table.query
}
