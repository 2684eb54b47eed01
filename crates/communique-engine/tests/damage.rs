//! Packs that someone changed and signed again: whatever opens answers without a panic.

mod exercise;

use communique_engine::Engine;
use communique_index::pack::sign;
use exercise::{CHECKED_FROM, bytes, exercise_pack};
use proptest::prelude::*;

#[test]
fn what_is_exercised_opens_and_comes_in_parts() {
    let engine = Engine::open(bytes()).unwrap();
    assert!(engine.pack().head_len() < bytes().len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn changed_packs_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..64_u8), 1..3)
    ) {
        let mut bytes = bytes();
        for (at, byte) in changes {
            let at = CHECKED_FROM + at.index(bytes.len() - CHECKED_FROM);
            bytes[at] = byte;
        }
        sign(&mut bytes);
        exercise_pack(&bytes);
    }
}
