//! Article text compiled a second, on one core: the whole way from a folder to a corpus, and each step by itself.
//!
//! The target is 5 MB a second (DESIGN §7). Measured on invented news and, where it is at hand, on the real news of
//! PolNeAR's train split. Machines differ and are busy, so each run also measures a yardstick: the least that
//! finds statements at all, two regular expressions. What counts is how many of those the compiler costs.
//!
//! Citron is not among them: it is on no package index (PyPI's `citron` is another project), and its spaCy models are
//! not either.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

mod newswire;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use communique_compiler::lexicon::Lexicon;
use communique_compiler::reading::ReadSpan;
use communique_compiler::sentences::Prose;
use communique_compiler::{ReadDocument, attribution, compile, read_document, resolution};
use communique_index::fixture::Random;
use criterion::{
    BenchmarkGroup, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
    measurement::WallTime,
};
use regex::Regex;

/// Bytes of invented news to compile.
const N_BYTES: usize = 1_000_000;

/// A folder of invented articles, removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn invented() -> Self {
        let folder =
            Self(std::env::temp_dir().join(format!("communique-bench-{}", std::process::id())));
        fs::create_dir_all(&folder.0).expect("the temporary folder can be written");
        let mut random = Random::new(1);
        let (mut n_bytes, mut n_articles) = (0, 0);
        while n_bytes < N_BYTES {
            let article = newswire::article(&mut random);
            let file = folder.0.join(format!("{n_articles:05}.txt"));
            fs::write(file, &article).expect("the temporary folder can be written");
            n_bytes += article.len();
            n_articles += 1;
        }
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system's own clearing of temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn whole(c: &mut Criterion) {
    let invented = Folder::invented();
    measure(c, "invented news", &invented.0);
    let real =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gold/polnear/train/text");
    if real.is_dir() {
        measure(c, "PolNeAR train", &real);
    }
}

/// Benches the whole way and each of its steps over the articles of `folder`.
fn measure(c: &mut Criterion, name: &str, folder: &Path) {
    let files = articles(folder);
    let mut group = c.benchmark_group(name);
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    group.warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));
    group.throughput(Throughput::Bytes(files.iter().map(|(_, bytes)| bytes.len() as u64).sum()));
    group.bench_function("yardstick", |b| b.iter(|| yardstick(&files)));
    group.bench_function("compile", |b| b.iter(|| compile(folder).expect("the articles compile")));
    steps(&mut group, &files);
    group.finish();
}

/// The sentences with a reporting verb, both told by a regular expression.
fn yardstick(files: &[(String, Vec<u8>)]) -> usize {
    static SENTENCE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[^.!?\n]+(?:[.!?]+[”’\x22')]*|\n)").expect("well formed"));
    static REPORT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:said|says|told|added|stressed|warned|according to)\b")
            .expect("well formed")
    });
    let found = |(_, bytes): &(String, Vec<u8>)| {
        let text = String::from_utf8_lossy(bytes);
        SENTENCE.find_iter(&text).filter(|sentence| REPORT.is_match(sentence.as_str())).count()
    };
    files.iter().map(found).sum()
}

/// Benches each step on what the steps before it found.
fn steps(group: &mut BenchmarkGroup<WallTime>, files: &[(String, Vec<u8>)]) {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let (lexicon, _) = Lexicon::open(&seeds);
    let read = |(file, bytes): &(String, Vec<u8>)| read_document(file, bytes).ok();
    let attributed = |(document, prose): (&ReadDocument, &Prose<'_>)| {
        attribution::attribute(&document.reading, prose)
    };
    let countries = |document: &ReadDocument| lexicon.gazetteer.hits(&document.reading.text);

    let documents: Vec<_> = files.iter().filter_map(read).collect();
    let prose: Vec<_> = documents.iter().map(|document| Prose::new(&document.reading)).collect();
    let attributions: Vec<_> = documents.iter().zip(&prose).map(attributed).collect();
    let hits: Vec<_> = documents.iter().map(countries).collect();
    let resolved = |idx: usize| {
        let reading = &documents[idx].reading;
        resolution::resolve(reading, &prose[idx], &attributions[idx], &hits[idx], &lexicon.speakers)
    };
    // Of whole texts, where a run looks at what was said only.
    let themes = |document: &ReadDocument| {
        let text = &document.reading.text;
        lexicon.themes.hits(text, &[ReadSpan { start: 0, end: text.len() as u32 }])
    };

    group.bench_function("read", |b| b.iter(|| files.iter().filter_map(read).collect::<Vec<_>>()));
    group.bench_function("sentences", |b| {
        b.iter(|| documents.iter().map(|d| Prose::new(&d.reading)).collect::<Vec<_>>())
    });
    group.bench_function("attributions", |b| {
        b.iter(|| documents.iter().zip(&prose).map(attributed).collect::<Vec<_>>())
    });
    group.bench_function("countries", |b| {
        b.iter(|| documents.iter().map(countries).collect::<Vec<_>>())
    });
    group.bench_function("speakers", |b| {
        b.iter(|| (0..documents.len()).map(resolved).collect::<Vec<_>>())
    });
    group.bench_function("themes", |b| b.iter(|| documents.iter().map(themes).collect::<Vec<_>>()));
    group.bench_function("word lists", |b| b.iter(|| Lexicon::open(&seeds)));
}

/// The articles of a folder, by name.
fn articles(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder can be read")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    let article = |path: &PathBuf| {
        let name = path.file_name()?.to_str()?.to_owned();
        Some((name, fs::read(path).ok()?))
    };
    files.iter().filter_map(article).collect()
}

criterion_group!(benches, whole);
criterion_main!(benches);
