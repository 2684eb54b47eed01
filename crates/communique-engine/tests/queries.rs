//! Queries over a small corpus: what each finds, what each marks, and what each complains of.

use communique_engine::{Diagnostic, Engine, Place, Query, View};
use communique_index::pack;

mod table;

use table::{Case, SAID, cases};

fn engine() -> Engine {
    Engine::open(pack::write(&table::corpus())).expect("a sound corpus opens")
}

/// The parts of `text` that diagnostics point to, in the order of their places.
fn parts(text: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let part = |diagnostic: &Diagnostic| match &diagnostic.place {
        Place::Query(span) => text[span.clone()].to_owned(),
        Place::Address(part) => panic!("a query has no address, but {part}"),
    };
    diagnostics.iter().map(part).collect()
}

#[test]
fn queries_print_find_and_complain_as_the_table_says() {
    let engine = engine();
    for Case { query: text, printed, odd, found } in cases() {
        let (query, _) = Query::parse(&text);
        let printed = printed.unwrap_or_else(|| text.clone());
        assert_eq!(query.to_string(), printed, "{text}");
        assert_eq!(Query::parse(&printed).0, query, "{text}");
        // The normal form asks the same.
        assert_eq!(found_by(&engine, &printed).0, found, "{printed}");
        let (got, diagnostics) = found_by(&engine, &text);
        assert_eq!(got, found, "{text}");
        assert_eq!(parts(&text, &diagnostics), odd, "{text}");
    }
}

/// The statements that a query finds, by number, and what it complains of.
fn found_by(engine: &Engine, query: &str) -> (Vec<usize>, Vec<Diagnostic>) {
    let mut view = View::default();
    view.question.query = query.to_owned();
    engine.search_patterns(view.question(), communique_regex::finder);
    let answer = engine.answer(view.question());
    let mut found: Vec<_> = answer.statements.iter().map(|s| s.get()).collect();
    found.sort_unstable();
    (found, answer.diagnostics)
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
    engine.forget_pattern("e(");
    assert_eq!(engine.unsearched_patterns(view.question()), ["e("]);
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
