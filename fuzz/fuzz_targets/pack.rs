//! Any bytes as a pack, as they are and as changes to a sound one that is then signed again: opening refuses
//! them, or the engine answers everything, also while the pack arrives block by block.

#![no_main]

#[path = "../../crates/communique-engine/tests/exercise/mod.rs"]
mod exercise;

use std::sync::LazyLock;

use communique_index::pack::sign;
use exercise::{CHECKED_FROM, bytes, exercise_pack};
use libfuzzer_sys::fuzz_target;

static SOUND: LazyLock<Vec<u8>> = LazyLock::new(bytes);

fuzz_target!(|data: &[u8]| {
    exercise_pack(data);
    let mut damaged = SOUND.clone();
    // Two bytes of place and one of what to put there.
    for change in data.as_chunks::<3>().0 {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]]));
        let n_signed = damaged.len() - CHECKED_FROM;
        damaged[CHECKED_FROM + at % n_signed] = change[2];
    }
    sign(&mut damaged);
    exercise_pack(&damaged);
});
