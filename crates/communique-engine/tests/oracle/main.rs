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
fn a_pack_that_arrives_in_parts_answers_as_the_whole_one_does() {
    let (mut n_waiting, mut n_there) = (0, 0);
    for seed in 1_000..1_040 {
        let random = &mut Random::new(seed);
        let corpus = Corpora(random).corpus();
        let scorer = Scorer::new(&corpus, words::tokens);
        let mut views = Views { random, vocabulary: &words::VOCABULARY };
        let bytes = pack::write_in_blocks(&corpus, 1, 1);
        let whole = Engine::open(bytes.clone()).unwrap();
        let (head, mut rest) = bytes.split_at(whole.pack().head_len());
        let engine = Engine::open_begun(head.to_vec()).unwrap();
        loop {
            for _ in 0..5 {
                let mut question = views.view(&corpus).0.question().clone();
                question.query.clear();
                let answer = engine.answer(&question);
                let expected = evaluate::answer(&scorer, &question, None);
                let got: Vec<_> = answer.statements.iter().map(|s| s.get()).collect();
                assert_eq!(got, expected.statements, "corpus {seed}, {question:?}");
                assert_eq!(answer, whole.answer(&question), "corpus {seed}, {question:?}");
                for idx in &answer.statements {
                    let card = engine.card(*idx, &answer);
                    let mut expected = whole.card(*idx, &answer);
                    if card.has_words {
                        n_there += 1;
                    } else {
                        n_waiting += 1;
                        expected.has_words = false;
                        expected.content = card.content.clone();
                        expected.published = card.published.clone();
                        expected.topic = None;
                        expected.cue.clear();
                        expected.source.clear();
                        assert_eq!(card.content.text, "");
                    }
                    assert_eq!(card, expected, "corpus {seed}");
                }
            }
            let (block, behind) = rest.split_at(engine.pack().n_missing_next());
            if block.is_empty() {
                break;
            }
            engine.pack().add_texts(block.to_vec()).unwrap();
            rest = behind;
        }
        for _ in 0..10 {
            let (view, wanted) = views.view(&corpus);
            engine.search_patterns(view.question(), communique_regex::finder);
            let answer = engine.answer(view.question());
            let expected = evaluate::answer(&scorer, view.question(), wanted.as_ref());
            let got: Vec<_> = answer.statements.iter().map(|s| s.get()).collect();
            assert_eq!(got, expected.statements, "corpus {seed}, ?{}", view.encode());
        }
    }
    assert!(n_waiting > 1_000 && n_there > 1_000, "{n_waiting} cards waited, {n_there} did not");
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
