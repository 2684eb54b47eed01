//! Packs that someone changed and signed again: whatever opens answers without a panic.

mod exercise;

use communique_engine::Engine;
use exercise::{CHECKSUM, bytes, exercise, sign};
use proptest::prelude::*;

#[test]
fn a_signature_made_here_is_the_one_a_pack_has() {
    let mut signed = bytes();
    sign(&mut signed);
    assert_eq!(signed, bytes());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn changed_packs_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..64_u8), 1..3)
    ) {
        let mut bytes = bytes();
        for (at, byte) in changes {
            let at = CHECKSUM.end + at.index(bytes.len() - CHECKSUM.end);
            bytes[at] = byte;
        }
        sign(&mut bytes);
        if let Ok(engine) = Engine::open(bytes) {
            exercise(&engine);
        }
    }
}
