//! What is found against statements marked by hand: quality may not fall unnoticed.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use communique_compiler::{Compiled, compile};
use communique_index::corpus::Kind;
use communique_words::told;
use sha2::{Digest, Sha256};

mod scoring;

use scoring::sentences::sentences;
use scoring::{Counts, GoldDocument, Pairing, gold};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

/// Compiled once for all tests of this file.
static COMPILED: LazyLock<Compiled> =
    LazyLock::new(|| compile(&seeds()).expect("the seeds compile"));

fn marked() -> Vec<GoldDocument> {
    gold::read(include_str!("gold/seeds.ndjson"))
}

fn check(test: impl FnOnce(&[Pairing<'_>])) {
    let documents = marked();
    let pairings: Vec<Pairing<'_>> =
        documents.iter().filter_map(|document| Pairing::new(document, &COMPILED)).collect();
    assert_eq!(pairings.len(), 5);
    test(&pairings);
}

#[test]
fn the_articles_are_the_published_bytes() {
    let published = [
        (
            "000_6c199e49b80868eb.txt",
            "9f2adf2404ecb3284a3d16d4644d2367eaf78d11af7905814ca31b6b642848bd",
        ),
        (
            "001_9d0667f4fa7cf92c.txt",
            "c9eac57f387d481bba9a55c8e394962dbeef8d3db921815683071ac098224c55",
        ),
        (
            "002_4990bdb59b6fd2dd.txt",
            "eca7fb99085716855610cde5d9034377f43f2a092e253d5921b56576fecc52d7",
        ),
        (
            "003_5bd232881ca3315c.txt",
            "776b4af77aade3a0d7242e621d00fd392cf5abfef6ce30c707ff778c4c19e72e",
        ),
        (
            "004_00c24f4bba44611c.txt",
            "713829cc4a0ac5aa9dbdfbc338a6bba45180de5abb374563711ef361ebeca560",
        ),
    ];
    for (file, expected) in published {
        let bytes = std::fs::read(seeds().join(file)).expect("the article is there");
        let digest: String =
            Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest, expected, "{file}");
    }
    let recorded = COMPILED.corpus.documents.iter().map(|document| document.sha256);
    for (sha256, (file, expected)) in recorded.zip(published) {
        let digest: String = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest, expected, "{file}");
    }
}

#[test]
fn at_least_65_of_66_statements_are_found() {
    check(|pairings| {
        let counts = Counts::of(pairings, None);
        let found = counts.statement;
        assert_eq!(found.n_gold, 66);
        assert!(found.n_right >= 65, "{found:?}");
        assert!(found.precision() >= 0.98, "precision {}", found.precision());
        assert!(found.recall() >= 0.98, "recall {}", found.recall());
        assert!(counts.token_f1() >= 0.97, "tokens {}", counts.token_f1());
    });
}

#[test]
fn every_statement_found_has_the_right_speaker() {
    check(|pairings| {
        for pairing in pairings {
            for (marked, matched) in pairing.gold.statements.iter().zip(&pairing.matches) {
                let Some(found) = matched.map(|idx| &pairing.found[idx]) else { continue };
                assert_eq!(found.speaker, marked.speaker, "{}:{}", pairing.gold.file, marked.line);
            }
        }
    });
}

#[test]
fn nobody_speaks_who_did_not() {
    let silent = ["Trump", "Qomi", "Rouhani", "Soleimani", "Khamenei", "Khomeini", "Muhandis"];
    check(|pairings| {
        for found in pairings.iter().flat_map(|pairing| &pairing.found) {
            let speaker = found.speaker.as_deref().unwrap_or_default();
            assert!(
                !silent.iter().any(|name| speaker.ends_with(name)),
                "{speaker}: {}",
                found.text
            );
        }
    });
}

#[test]
fn statements_stand_in_passages_that_were_marked() {
    check(|pairings| {
        for pairing in pairings {
            for found in pairing.extra() {
                let known = pairing.gold.statements.iter().any(|marked| marked.line == found.line);
                assert!(known, "{}:{} {}", pairing.gold.file, found.line, found.text);
            }
        }
    });
}

#[test]
fn countries_and_themes_agree() {
    check(|pairings| {
        let counts = Counts::of(pairings, None);
        assert!(counts.countries.f1() >= 0.95, "{:?}", counts.countries);
        assert!(counts.themes.f1() >= 0.9, "{:?}", counts.themes);
    });
}

#[test]
fn the_site_says_how_well_it_reads() {
    check(|pairings| {
        let measured = sentences(pairings);
        let remedy = format!("put this into seeds/corpus.toml: quality = {measured:#?}");
        let told: Vec<_> = COMPILED.corpus.site.quality.iter().map(|it| told(it)).collect();
        assert!(told.starts_with(&measured), "{remedy}");
    });
}

/// News that nobody looked at while the rules were written.
#[test]
fn the_development_split_is_read_as_well_as_the_site_says() {
    let split = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gold/polnear/dev");
    let Ok(marked) = std::fs::read_to_string(split.join("gold.ndjson")) else {
        eprintln!("skipped: PolNeAR is not at {}", split.display());
        return;
    };
    let documents = gold::read(&marked);
    let compiled = compile(&split.join("text")).expect("the articles compile");
    let pairings: Vec<Pairing<'_>> =
        documents.iter().filter_map(|document| Pairing::new(document, &compiled)).collect();
    assert_eq!(pairings.len(), 84);
    let counts = Counts::of(&pairings, None);
    let at_least = |what: &str, measured: f64, floor: f64| {
        assert!(measured >= floor, "{what}: {measured:.3}, was {floor} or more");
    };
    at_least("precision of statements", counts.statement.precision(), 0.86);
    at_least("statements", counts.statement.f1(), 0.83);
    at_least("words", counts.token_f1(), 0.885);
    at_least("statements to the word", counts.exact.f1(), 0.72);
    at_least("statements with their speaker", counts.speaker.f1(), 0.81);
    at_least("statements with the name", counts.name.f1(), 0.755);
    let of = |kind: Kind| Counts::of(&pairings, Some(kind)).statement.f1();
    at_least("direct statements", of(Kind::Direct), 0.92);
    at_least("mixed statements", of(Kind::Mixed), 0.84);
    at_least("indirect statements", of(Kind::Indirect), 0.77);
}
