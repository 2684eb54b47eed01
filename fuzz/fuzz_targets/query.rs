//! Any text as a query: it parses, its diagnostics point into it, its normal form reads as the same query, and
//! a small corpus answers it.

#![no_main]

#[path = "../../crates/communique-engine/tests/exercise/mod.rs"]
mod exercise;

use std::sync::LazyLock;

use communique_engine::{Engine, Place, Query, View};
use libfuzzer_sys::fuzz_target;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::open(exercise::bytes()).expect("a sound pack opens"));

fuzz_target!(|text: &str| {
    let (query, diagnostics) = Query::parse(text);
    for diagnostic in diagnostics {
        let Place::Query(span) = diagnostic.place else { panic!("a query has no address") };
        assert!(text.get(span).is_some());
    }
    let printed = query.to_string();
    let (again, _) = Query::parse(&printed);
    assert_eq!(again, query);
    assert_eq!(again.to_string(), printed);
    let mut view = View::default();
    view.question.query = text.to_owned();
    exercise::show(&ENGINE, &view);
});
