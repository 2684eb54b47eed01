//! The engine against a brute-force reading of the plain corpus that shares no code with the index: for
//! random corpora and random views, ids in order, totals and every facet count are the same.

mod corpora;
mod evaluate;
mod parsed;
mod reader;
mod series;
#[expect(dead_code, reason = "what a query prints and complains of is for the tests of queries")]
#[path = "../table/mod.rs"]
mod table;
mod views;
mod wanted;
mod words;

use communique_engine::{Engine, Query, View};
use communique_index::fixture::Random;
use communique_index::{Facet, pack};
use corpora::Corpora;
use views::Views;
use wanted::Scorer;

#[test]
fn answers_equal_those_of_a_brute_force_reading() {
    let (mut n_views, mut n_found, mut n_queries) = (0, 0, 0);
    for seed in 0..250 {
        let random = &mut Random::new(seed);
        let corpus = Corpora(random).corpus();
        let scorer = Scorer::new(&corpus, words::tokens);
        let mut views = Views { random, vocabulary: &words::VOCABULARY };
        let engine = Engine::open(pack::write(&corpus)).unwrap();
        for _ in 0..40 {
            let (view, wanted) = views.view(&corpus);
            let address = view.encode();
            engine.search_patterns(view.question(), communique_regex::finder);
            let answer = engine.answer(view.question());
            let expected = evaluate::answer(&scorer, view.question(), wanted.as_ref());
            let got: Vec<_> = answer.statements.iter().map(|s| s.get()).collect();
            assert_eq!(got, expected.statements, "corpus {seed}, statements of ?{address}");
            assert_eq!(answer.totals, expected.totals, "corpus {seed}, totals of ?{address}");
            assert_eq!(
                engine.n_speakers(&answer),
                expected.n_speakers,
                "corpus {seed}, speakers of ?{address}"
            );
            for facet in Facet::ALL {
                let counts: Vec<_> = answer.facets[facet].iter().map(|c| c.count).collect();
                assert_eq!(
                    counts, expected.counts[facet],
                    "corpus {seed}, {facet:?} of ?{address}"
                );
            }
            assert_eq!(engine.n_answers(view.question()), expected.statements.len());
            // Each number leads to a list, which is one more answer: a quarter of the views is plenty.
            if n_views % 4 == 0 {
                series::check(&corpus, &engine, &view, &answer);
            }
            (n_views, n_found) = (n_views + 1, n_found + usize::from(!got.is_empty()));
            n_queries += usize::from(wanted.is_some());
        }
    }
    // Views that mostly find nothing, or never search, would prove little.
    assert_eq!(n_views, 10_000);
    assert!(n_found > 4_000, "{n_found} views found something");
    assert!(n_queries > 4_000, "{n_queries} views had a query");
}

#[test]
fn the_table_of_queries_finds_what_a_brute_force_reading_does() {
    let corpus = table::corpus();
    let scorer = Scorer::new(&corpus, reader::tokens);
    for case in table::cases() {
        let (query, _) = Query::parse(&case.query);
        let mut view = View::default();
        view.question.query = case.query.clone();
        let wanted = query.root.as_ref().and_then(|root| parsed::wanted(&corpus, root));
        let answer = evaluate::answer(&scorer, view.question(), wanted.as_ref());
        let mut found = answer.statements;
        found.sort_unstable();
        assert_eq!(found, case.found, "{}", case.query);
    }
}
