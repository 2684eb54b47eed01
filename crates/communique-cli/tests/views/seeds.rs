//! Random views over the five articles, each with what a brute-force reading of them finds.

use std::path::Path;

use communique_compiler::compile;
use communique_index::fixture::Random;
use communique_index::{Corpus, Facet, FacetMap};

use crate::evaluate;
use crate::reader::tokens;
use crate::views::{Views, Vocabulary};
use crate::wanted::Scorer;

/// A view with its answer.
pub(crate) struct Checked {
    /// Its query string.
    pub(crate) address: String,
    /// Ids of its statements, in order.
    pub(crate) ids: Vec<String>,
    pub(crate) passages: usize,
    pub(crate) documents: usize,
    pub(crate) undated: usize,
    /// For each value of each facet how many statements.
    pub(crate) counts: FacetMap<Vec<u32>>,
}

/// The five articles, compiled.
pub(crate) fn corpus() -> Corpus {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    compile(&folder).expect("the seeds compile").corpus
}

/// `n` views over the five articles, the same ones every time.
pub(crate) fn checked(corpus: &Corpus, n: usize) -> Vec<Checked> {
    let scorer = Scorer::new(corpus, tokens);
    let mut views = Views { random: &mut Random::new(2021), vocabulary: &VOCABULARY };
    let one = |_| {
        let (view, wanted) = views.view(corpus);
        let expected = evaluate::answer(&scorer, view.question(), wanted.as_ref());
        let id = |idx: &usize| corpus.statements[*idx].id.clone();
        Checked {
            address: view.encode(),
            ids: expected.statements.iter().map(id).collect(),
            passages: expected.totals.passages,
            documents: expected.totals.documents,
            undated: expected.totals.undated,
            counts: expected.counts,
        }
    };
    (0..n).map(one).collect()
}

static VOCABULARY: Vocabulary = Vocabulary {
    words: &[
        "region",
        "Iran",
        "foreign",
        "forces",
        "countries",
        "US",
        "Iraq",
        "Tehran",
        "relations",
        "withdrawal",
        "neighbors",
        "governments",
        "Iran’s",
        "us",
        "terrorism",
        "the",
        "troops",
        "American",
        "Shamkhani",
        "withdraw",
        "of",
        "xyzzy",
    ],
    phrases: &[
        &["foreign", "forces"],
        &["the", "region"],
        &["foreign", "troops"],
        &["American", "forces"],
        &["the", "two", "countries"],
        &["US"],
        &["Islamic", "Republic"],
        &["countries", "two"],
    ],
    prefixes: &["reg", "for", "with", "ira", "US", "us", "neighb", "x"],
    suffixes: &["ism", "ing", "ies", "US", "an", "rces", "x"],
    patterns: &[
        "foreign (forces|troops)",
        r"\bUS\b",
        "(?-i)US",
        r"\w+-\w+",
        "iran['’]?s",
        "^the ",
        "xyzzy",
    ],
    fields: &[
        (Facet::Speaker, "ali-shamkhani"),
        (Facet::Country, "us"),
        (Facet::Country, "iq"),
        (Facet::Theme, "withdrawal"),
        (Facet::Theme, "security"),
        (Facet::Kind, "indirect"),
        (Facet::Year, "2021"),
        (Facet::SpeakerCountry, "ir"),
        (Facet::Cue, "say"),
    ],
    dates: &["2020", "2021", "2021-04", "2020..2021"],
    days: &["2020-06-01", "2021-04-12", "2022-01-01"],
};
