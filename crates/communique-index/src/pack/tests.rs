use proptest::prelude::*;

use super::layout::{HEADER_LEN, Section, VERSION};
use super::{Pack, PackError, sign, write, write_in_blocks};
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
    check(good[..40].to_vec(), "the pack ends after 40 bytes, expected at least 160");
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

/// A pack whose texts are a block each, and how long its head is.
fn in_blocks() -> (Vec<u8>, usize) {
    let bytes = write_in_blocks(&sample(), 1, 1);
    let head_len = Pack::open(bytes.clone()).unwrap().head_len();
    (bytes, head_len)
}

#[test]
fn texts_may_come_later() {
    let (bytes, head_len) = in_blocks();
    let whole = Pack::open(bytes.clone()).unwrap();
    assert!(whole.is_whole() && whole.n_missing_next() == 0);
    assert!(Pack::open(bytes[..head_len].to_vec()).err().unwrap().to_string().contains("at least"));

    let pack = Pack::open_begun(bytes[..head_len].to_vec()).unwrap();
    // The dated document is shown first.
    let [early, late] = [DocumentIdx(0), DocumentIdx(1)];
    assert!(pack.has_text(early) && !pack.has_text(late) && !pack.is_whole());
    assert_eq!(pack.document_text(early), whole.document_text(early));
    assert_eq!(pack.document_text(late), "");
    assert_eq!(pack.checksum(), whole.checksum());
    assert_eq!(pack.n_missing_next(), bytes.len() - head_len);
    // There are no words yet, nor does it help to ask.
    assert_eq!(pack.find_term("guests"), None);
    assert!(!pack.indexing().step(1));
    pack.indexing().end();
    assert!(!pack.is_indexed());

    pack.add_texts(bytes[head_len..].to_vec()).unwrap();
    assert!(pack.is_whole() && pack.n_missing_next() == 0);
    assert_eq!(pack.to_corpus(), sample());
    assert!(pack.find_term("guests").is_some());
    assert!(pack.add_texts(vec![1]).is_err());
}

#[test]
fn texts_that_do_not_belong_there_are_refused() {
    let (bytes, head_len) = in_blocks();
    let pack = Pack::open_begun(bytes[..head_len].to_vec()).unwrap();
    let mut changed = bytes[head_len..].to_vec();
    changed[3] ^= 1;
    assert!(matches!(pack.add_texts(changed), Err(PackError::Checksum { .. })));
    let cut = bytes[head_len..bytes.len() - 1].to_vec();
    assert!(matches!(pack.add_texts(cut), Err(PackError::Truncated { .. })));
    assert!(!pack.has_text(DocumentIdx(1)));
    pack.add_texts(bytes[head_len..].to_vec()).unwrap();
    assert_eq!(pack.to_corpus(), sample());
}

#[test]
fn blocks_end_where_they_are_told_to() {
    let corpus = crate::fixture::invented::corpus(60);
    let bytes = write_in_blocks(&corpus, 1, 6000);
    let mut pack = Pack::open(bytes.clone()).unwrap();
    let mut to = pack.head_len();
    pack = Pack::open_begun(bytes[..to].to_vec()).unwrap();
    let mut n_blocks = 1;
    while pack.n_missing_next() > 0 {
        let from = to;
        to += pack.n_missing_next();
        assert!((2000..=6000).contains(&(to - from)) || to == bytes.len());
        pack.add_texts(bytes[from..to].to_vec()).unwrap();
        n_blocks += 1;
    }
    assert!((5..=12).contains(&n_blocks), "{n_blocks}");
    assert_eq!(pack.to_corpus(), corpus);
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

    #[test]
    fn a_cut_elsewhere_than_behind_a_block_is_noticed(at in any::<prop::sample::Index>()) {
        let (bytes, head_len) = in_blocks();
        let at = at.index(bytes.len());
        let no_text = head_len - Pack::open(bytes.clone()).unwrap().document_text(DocumentIdx(0)).len();
        let is_behind_a_block = [no_text, head_len].contains(&at);
        prop_assert_eq!(Pack::open_begun(bytes[..at].to_vec()).is_ok(), is_behind_a_block);
    }

    #[test]
    fn damage_to_what_comes_later_never_goes_unnoticed(
        at in any::<prop::sample::Index>(), flip in 1..=255_u8
    ) {
        let (mut bytes, head_len) = in_blocks();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        match Pack::open_begun(bytes[..head_len].to_vec()) {
            Ok(pack) => prop_assert!(at >= head_len && pack.add_texts(bytes[head_len..].to_vec()).is_err()),
            Err(_) => prop_assert!(at < head_len),
        }
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
        sign(&mut bytes);
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
        let header = [VERSION.to_le_bytes(), (Section::COUNT as u32).to_le_bytes()].concat();
        let with_magic = [b"communiq", header.as_slice(), bytes.as_slice()].concat();
        prop_assert!(Pack::open(bytes).is_err());
        prop_assert!(Pack::open(with_magic).is_err());
    }
}
