//! Packs that someone changed and signed again: whatever opens answers without a panic.

use communique_engine::{Engine, View};
use communique_index::fixture::{Said, corpus};
use communique_index::{DocumentIdx, pack};
use proptest::prelude::*;

/// Where the checksum stands, and where the bytes begin that it is made of.
const CHECKSUM: std::ops::Range<usize> = 16..24;

fn bytes() -> Vec<u8> {
    let mut corpus = corpus(&[
        Said::new("a.txt", "ada", "“foreign forces leave us”").about("us ir").dated("2021-04-12"),
        Said { topic: "Of forces".into(), ..Said::new("b.txt", "", "the US withdrawal is near") },
        Said::new("b.txt", "carl", "nothing, he said, of note").on("trade security"),
    ]);
    let documents = &mut corpus.documents;
    documents[1].repairs = vec![communique_index::corpus::Repair {
        text_span: communique_index::TextSpan::new(0, 4),
        replacement: "it".into(),
        rule: "a rule".into(),
    }];
    pack::write(&corpus)
}

/// FNV-1a over words of eight bytes and the length, as the pack's description says.
fn sign(bytes: &mut [u8]) {
    let checked = &bytes[CHECKSUM.end..];
    let mut words: Vec<_> = checked
        .chunks(8)
        .map(|chunk| {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            u64::from_le_bytes(word)
        })
        .collect();
    if checked.len().is_multiple_of(8) {
        words.push(0);
    }
    words.push(checked.len() as u64);
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0x0000_0100_0000_01b3);
    let sum = words.into_iter().fold(0xcbf2_9ce4_8422_2325, step);
    bytes[CHECKSUM].copy_from_slice(&sum.to_le_bytes());
}

fn exercise(engine: &Engine) {
    for address in [
        "",
        "q=forces&sort=speaker",
        "q=%22foreign+forces%22+OR+with*+OR+us+NEAR/3+leave&country=us,!ir",
        "q=speaker:ada+-the&from=2020-01-01&sort=oldest",
    ] {
        let (view, _) = View::decode(address);
        let answer = engine.answer(view.question());
        answer.statements.iter().for_each(|idx| {
            engine.card(*idx, &answer).content.marks_utf16();
        });
        engine.sentence(view.question());
        engine.ways_out(view.question());
    }
    (0..engine.n_documents()).for_each(|idx| _ = engine.document(DocumentIdx::from(idx)));
}

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
