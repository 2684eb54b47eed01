use proptest::prelude::*;

use super::checksum::checksum;
use super::layout::{HEADER_LEN, VERSION};
use super::{Pack, PackError, write};
use crate::corpus::{Corpus, Repair};
use crate::fixture::{Said, corpus};
use crate::{DocumentIdx, Encoding, Facet, StatementIdx, TextSpan};

fn sample() -> Corpus {
    let mut corpus = corpus(&[
        Said::new("b.txt", "ada-lovelace", "“Irans guests must leave the US”").about("ir us"),
        Said::new("a.txt", "", "that guests are guests").dated("2021-04-12").on("visits security"),
        Said {
            topic: "Of guests".into(),
            ..Said::new("b.txt", "alan-turing", "nothing’s settled")
        },
    ]);
    corpus.documents[0].encoding = Encoding::Windows1252;
    corpus.documents[1].repairs = vec![Repair {
        text_span: TextSpan::new(25, 26),
        replacement: "’s".into(),
        rule: "a lost apostrophe is put back".into(),
    }];
    corpus.facet_values[Facet::Speaker][0].aliases = vec!["Lady Lovelace".into(), "Ada".into()];
    corpus
}

#[test]
fn what_is_written_is_read() {
    let mut without_bom = sample();
    without_bom.documents[0].encoding = Encoding::Utf16BeNoBom;
    for corpus in [sample(), without_bom, Corpus::default()] {
        let bytes = write(&corpus);
        assert_eq!(bytes, write(&corpus.clone()), "same corpus, same bytes");
        assert_eq!(Pack::open(bytes).unwrap().to_corpus(), corpus);
    }
}

#[test]
fn lookups_find_what_is_there() {
    let pack = Pack::open(write(&sample())).unwrap();
    assert_eq!(pack.find_document("b.txt"), Some(DocumentIdx(1)));
    assert_eq!(pack.find_document("c.txt"), None);
    assert_eq!(pack.find_statement("b.txt-2"), Some(StatementIdx(2)));
    assert_eq!(pack.find_statement("b.txt-9"), None);
    assert_eq!(
        pack.statements_of(DocumentIdx(1)).collect::<Vec<_>>(),
        [StatementIdx(1), StatementIdx(2)]
    );
    let us = pack.find_value(Facet::Country, "us").unwrap();
    assert_eq!(pack.value_key(Facet::Country, us), "us");
    assert_eq!(pack.find_value(Facet::Country, "zz"), None);
    let ranks = |facet: Facet| {
        (0..pack.n_values(facet)).map(|idx| pack.value_rank(facet, idx.into())).collect::<Vec<_>>()
    };
    // Keys ada-lovelace, alan-turing, unresolved; labels in the same order.
    assert_eq!(ranks(Facet::Speaker), [0, 1, 2]);
    assert!(pack.find_term("US").is_some());
    assert_eq!(pack.find_term("us"), None);
}

#[test]
fn words_are_searched_as_repaired_with_topic_first() {
    let pack = Pack::open(write(&sample())).unwrap();
    let places = |term: &str| {
        let mut postings = pack.postings(pack.find_term(term).unwrap());
        let mut found = Vec::new();
        let mut positions = Vec::new();
        while let Some(statement) = postings.next_positions(&mut positions) {
            found.push((statement.0, std::mem::take(&mut positions)));
        }
        found
    };
    assert_eq!(places("iran"), [(1, vec![0])]);
    assert_eq!(places("guests"), [(0, vec![1, 3]), (1, vec![1]), (2, vec![1])]);
    // The topic "Of guests" has two words, then the gap.
    assert_eq!(places("nothing"), [(2, vec![2 + crate::inverted::GAP])]);
    assert_eq!(pack.terms_with_stem("guest").count(), 1);
    assert_eq!(pack.doc_freq(pack.find_term("guests").unwrap()), 3);
}

#[test]
fn errors_say_what_was_expected() {
    let good = write(&sample());
    let check = |bytes: Vec<u8>, message: &str| {
        let error = Pack::open(bytes).err().expect("an error").to_string();
        assert!(error.contains(message), "{error}");
    };
    check(vec![], "not a pack");
    check(b"<!doctype html><html>".to_vec(), "not a pack");
    check(good[..40].to_vec(), "the pack ends after 40 bytes, expected at least 128");
    check(good[..good.len() - 1].to_vec(), "expected at least");
    let mut newer = good.clone();
    newer[8] += 1;
    check(newer, &format!("version {}, expected {VERSION}", VERSION + 1));
    let mut flipped = good.clone();
    *flipped.last_mut().unwrap() ^= 1;
    check(flipped, "the pack is damaged");
}

/// Reads all there is to read.
fn read_through(pack: &Pack) {
    pack.to_corpus();
    for (_, term) in (0..pack.n_statements()).zip(pack.terms_with_prefix("")) {
        let mut postings = pack.postings(term);
        while postings.next_freq().is_some() {}
        let _ = (pack.term(term), pack.doc_freq(term));
        let _ = pack.terms_with_stem(pack.term(term)).count();
    }
    for document in (0..pack.n_documents()).map(DocumentIdx::from) {
        let _ = pack.statements_of(document).count();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn damage_never_goes_unnoticed(at in any::<prop::sample::Index>(), flip in 1..=255_u8) {
        let mut bytes = write(&sample());
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        prop_assert!(Pack::open(bytes).is_err());
    }

    /// As above, but with a checksum that is right again: what is found may be nonsense, nothing panics.
    #[test]
    fn forged_packs_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)
    ) {
        let mut bytes = write(&sample());
        for (at, byte) in changes {
            let at = HEADER_LEN + at.index(bytes.len() - HEADER_LEN);
            bytes[at] = byte;
        }
        let sum = checksum(&bytes[HEADER_LEN..]);
        bytes[16..24].copy_from_slice(&sum.to_le_bytes());
        match Pack::open(bytes) {
            Ok(pack) => read_through(&pack),
            Err(error) => {
                let is_about_sum = matches!(error, PackError::Checksum { .. });
                prop_assert!(!is_about_sum);
            }
        }
    }

    #[test]
    fn any_bytes_give_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let with_magic = [b"communiq\x04\0\0\0\x0d\0\0\0", bytes.as_slice()].concat();
        prop_assert!(Pack::open(bytes).is_err());
        prop_assert!(Pack::open(with_magic).is_err());
    }
}
