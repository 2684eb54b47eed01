//! Queries over a small corpus: what each finds, what each marks, and what each complains of.

use communique_engine::{Engine, View};
use communique_index::fixture::{Said, corpus};
use communique_index::pack;

/// Statements by number, in document order.
const SAID: [&str; 12] = [
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

fn engine() -> Engine {
    let mut said: Vec<_> =
        SAID.iter().map(|words| Said::new("a.txt", "ada-lovelace", words)).collect();
    said[0] = said[0].clone().about("iq").on("withdrawal");
    said[2].countries = vec!["us".into(), "iq".into()];
    said[3].speaker = "alan-turing".into();
    said[4].topic = "Terror and pacts".into();
    let mut corpus = corpus(&said);
    corpus.facet_values[communique_index::Facet::Country][1].label = "United States".into();
    corpus.facet_values[communique_index::Facet::Country][1].aliases = vec!["America".into()];
    corpus.documents[0].date = communique_index::Date::parse("2021-04-12");
    Engine::open(pack::write(&corpus)).expect("a sound corpus opens")
}

fn check(engine: &Engine, query: &str, expected: &[usize]) -> usize {
    let mut view = View::default();
    view.question.query = query.to_owned();
    engine.search_patterns(view.question(), communique_regex::finder);
    let answer = engine.answer(view.question());
    let mut found: Vec<_> = answer.statements.iter().map(|s| s.get()).collect();
    found.sort_unstable();
    assert_eq!(found, expected, "{query}");
    answer.diagnostics.len()
}

#[test]
fn queries_find_what_they_say() {
    let engine = engine();
    let all: Vec<_> = (0..SAID.len()).collect();
    for (query, expected) in [
        ("", all.as_slice()),
        // Forms of a word, in any case.
        ("withdraw", &[0, 1, 2]),
        ("Withdrawals", &[0, 1, 2]),
        ("IRAQ", &[0, 3]),
        ("neighbour", &[3, 5]),
        ("neighbors", &[3, 5]),
        // Acronyms that would be words are apart; others are not.
        ("US", &[2, 6]),
        ("U.S.", &[2, 6]),
        ("us", &[1, 11]),
        ("\"US\"", &[2, 6]),
        ("\"between us\"", &[11]),
        ("eu", &[6]),
        ("iran", &[9]),
        // Apostrophes, accents, hyphens, blanks, numbers, scripts.
        ("iraq's", &[0, 3]),
        ("Iraq’s", &[0, 3]),
        ("wont", &[6]),
        ("raisi", &[7]),
        ("\"no one\"", &[7]),
        ("no\u{a0}one", &[7]),
        ("tehran", &[4]),
        ("Tehran-Baku", &[4]),
        ("Baku-Tehran", &[]),
        ("anti-terror", &[4]),
        ("terror", &[4, 5]),
        ("5000", &[9]),
        ("ايران", &[10]),
        // Phrases are exact and do not run from topic to content.
        ("\"foreign forces\"", &[0, 8]),
        ("“foreign forces”", &[0, 8]),
        ("\"foreign force\"", &[]),
        ("\"pacts the\"", &[]),
        // Operators.
        ("foreign forces", &[0, 8]),
        ("foreign OR forces", &[0, 2, 3, 8]),
        ("forces -foreign", &[2]),
        ("-the -foreign -us -iran", &[2, 5, 7, 10]),
        ("(withdraw OR pact) -us", &[0, 2, 4]),
        ("withdr*", &[0, 1, 2]),
        ("with*", &[0, 1, 2]),
        ("us*", &[1, 11]),
        ("*drawal", &[0]),
        ("*ing", &[1, 11]),
        ("*US -*rces", &[6]),
        ("*ti-terror", &[4]),
        ("*ign NEAR/1 forces", &[0, 8]),
        ("foreign NEAR/2 neighbors", &[3]),
        ("forces NEAR/1 foreign", &[0, 8]),
        ("and NEAR/60 the", &[6]),
        // Patterns: within a topic or a stretch of content, in straight quotes and ordinary spaces.
        ("/foreign (forces|to)/", &[0, 3]),
        ("/forces/ -/\\bus\\b/", &[0, 8]),
        ("/iraq's/", &[3]),
        ("/no one/", &[7]),
        ("/pacts the/", &[]),
        ("/\"foreign/ OR /won’t/", &[6, 8]),
        // Fields.
        ("speaker:turing", &[3]),
        ("speaker:alan-turing", &[3]),
        ("-speaker:lovelace", &[3]),
        ("speaker:!lovelace", &[3]),
        ("country:!us -country:!iq", &[0]),
        ("country:us", &[2]),
        ("country:\"united states\" forces", &[2]),
        ("country:america", &[2]),
        ("country:iq -country:us", &[0]),
        ("theme:withdrawal", &[0]),
        ("date:2021-04 terror", &[4, 5]),
        ("date:..2020", &[]),
        ("kind:direct", &[8]),
    ] {
        assert_eq!(check(&engine, query, expected), 0, "{query}");
    }
}

#[test]
fn odd_queries_search_and_complain() {
    let engine = engine();
    for (query, expected) in [
        ("\"foreign forces", [0, 8].as_slice()),
        ("(foreign forces", &[0, 8]),
        ("/forei.n forces", &[]),
        ("/forei(n/ forces", &[0, 2, 8]),
        ("withdraw AND) US", &[2]),
        ("speaker:nobody", &[]),
        ("date:soon", &[]),
        ("subject:forces", &[]),
        ("OR terror", &[4, 5]),
    ] {
        assert_eq!(check(&engine, query, expected), 1, "{query}");
    }
}

#[test]
fn patterns_are_searched_step_by_step() {
    let engine = engine();
    let (view, _) = View::decode("q=/foreign/+forces+/e(/");
    assert_eq!(engine.unsearched_patterns(view.question()), ["foreign", "e("]);
    let answer = engine.answer(view.question());
    assert_eq!((answer.statements.len(), answer.diagnostics.len()), (3, 2));
    // A search that is dropped leaves nothing behind.
    let find = communique_regex::finder("foreign").unwrap();
    assert!(engine.search_pattern("foreign").step(1, &find));
    assert_eq!(engine.unsearched_patterns(view.question()), ["foreign", "e("]);
    let mut search = engine.search_pattern("foreign");
    let n_steps = (1..).find(|_| !search.step(1, &find)).unwrap();
    assert_eq!(n_steps, SAID.len());
    engine.refuse_pattern("e(", "never closed".to_owned());
    assert_eq!(engine.unsearched_patterns(view.question()), [""; 0]);
    let answer = engine.answer(view.question());
    assert_eq!(answer.statements.len(), 2);
    let messages: Vec<_> = answer.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(messages, ["never closed; left out"]);
}

#[test]
fn choices_that_the_corpus_lacks_are_reported() {
    let engine = engine();
    for (address, message) in [
        ("speaker=nobody", "this collection has no speaker \"nobody\""),
        ("country=!zz", "this collection has no country \"zz\""),
        ("from=2021-01-02&to=2021-01-01", "the last day is before the first"),
    ] {
        let (view, odd) = View::decode(address);
        assert_eq!(odd, [], "{address}");
        let answer = engine.answer(view.question());
        let [diagnostic] = &answer.diagnostics[..] else { panic!("{address}") };
        assert!(diagnostic.message.starts_with(message), "{}", diagnostic.message);
        assert_eq!(diagnostic.place, communique_engine::Place::Address(address.to_owned()));
    }
}

#[test]
fn relevance_prefers_short_and_rare() {
    let engine = engine();
    let (view, _) = View::decode("q=foreign");
    let answer = engine.answer(view.question());
    let ids: Vec<_> = answer.statements.iter().map(|s| s.get()).collect();
    assert_eq!(ids, [8, 3, 0], "twice before once, in the shorter one first");
    let (view, _) = View::decode("q=foreign+OR+iran");
    let answer = engine.answer(view.question());
    assert_eq!(answer.statements[0].get(), 9, "the rare word weighs more");
}

#[test]
fn matches_are_marked() {
    let engine = engine();
    for (query, statement, marked) in [
        ("withdraw", 0, "the [withdrawal] of foreign forces from Iraq"),
        ("\"foreign forces\"", 8, "“forces” that are “foreign” and [foreign, forces]"),
        ("iraq", 3, "[Iraq’s] neighbors are foreign to nobody"),
        ("us", 1, "they are withdrawing; the Iraqis stay with [us]"),
        ("US", 6, "the [U.S.] and the E.U. won’t talk"),
        ("Tehran-Baku pact", 4, "the anti-terror [pact] of [Tehran-Baku]"),
        ("no-one", 7, "Raïsi met [no\u{a0}one] in 2021"),
        ("forces -guests", 2, "US [forces] must withdraw"),
        ("with* OR withdraw", 1, "they are [withdrawing]; the Iraqis stay [with] us"),
        ("/ne[iï].*foreign/", 3, "Iraq’s [neighbors are foreign] to nobody"),
        ("/o o|M.T/ raisi", 7, "[Raïsi] [met] n[o\u{a0}o]ne in 2021"),
        ("to NEAR/2 foreign", 3, "Iraq’s neighbors are [foreign] [to] nobody"),
        ("speaker:turing", 3, "Iraq’s neighbors are foreign to nobody"),
    ] {
        let mut view = View::default();
        view.question.query = query.to_owned();
        engine.search_patterns(view.question(), communique_regex::finder);
        let answer = engine.answer(view.question());
        let idx = answer.statements.iter().find(|s| s.get() == statement).expect(query);
        let content = engine.card(*idx, &answer).content;
        let piece = |(text, is_marked): (&str, bool)| {
            if is_marked { format!("[{text}]") } else { text.to_owned() }
        };
        assert_eq!(content.pieces().map(piece).collect::<String>(), marked, "{query}");
        let units: Vec<_> = content.text.encode_utf16().collect();
        for (mark, utf16) in content.marks.iter().zip(content.marks_utf16()) {
            assert_eq!(String::from_utf16_lossy(&units[utf16]), content.text[mark.clone()]);
        }
    }
}
