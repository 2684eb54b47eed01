//! Any text as the query string of an address: it decodes to a view that encodes and decodes to itself without a
//! finding, and a small corpus answers it.

#![no_main]

#[path = "../../crates/communique-engine/tests/exercise/mod.rs"]
mod exercise;

use std::sync::LazyLock;

use communique_engine::{Engine, View};
use libfuzzer_sys::fuzz_target;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::open(exercise::bytes()).expect("a sound pack opens"));

fuzz_target!(|address: &str| {
    let (view, _) = View::decode(address);
    let encoded = view.encode();
    let (again, diagnostics) = View::decode(&encoded);
    assert_eq!(again, view);
    assert_eq!(diagnostics, []);
    assert_eq!(again.encode(), encoded);
    exercise::show(&ENGINE, &view);
});
