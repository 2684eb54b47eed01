//! How long answers take, with the counts of all facets: sixty views over 1,000, 10,000 and 100,000 invented
//! statements, beside a brute-force scan of the same statements in the same run. Also opening, making the index of words, the
//! memory that both take beside the bytes of the pack, and their number.
//!
//! `cargo bench -p communique-engine` prints p50 and p95 of the views and the ratio, then Criterion's figures.

mod scan;

use std::hint::black_box;
use std::time::{Duration, Instant};

use communique_engine::{Engine, View};
use communique_index::fixture::invented;
use communique_index::{Corpus, Facet, pack};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn answers(c: &mut Criterion) {
    for n_statements in [1_000, 10_000, 100_000] {
        let corpus = invented::corpus(n_statements);
        let views: Vec<_> =
            invented::views(&corpus).iter().map(|view| View::decode(view).0).collect();
        let bytes = pack::write(&corpus);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let engine = Engine::open(bytes.clone()).expect("a sound corpus opens");
        engine.pack().n_tokens();
        let beside = |usage: usize| (usage - before).saturating_sub(bytes.len());
        print_sizes(
            &corpus,
            bytes.len(),
            [MEMORY.current_usage(), MEMORY.peak_usage()].map(beside),
        );
        print_comparison(&corpus, &engine, &views);

        let mut group = c.benchmark_group("answers");
        group.bench_with_input(
            BenchmarkId::new("sixty views", n_statements),
            &views,
            |b, views| {
                b.iter(|| {
                    views.iter().for_each(|view| _ = black_box(engine.answer(view.question())))
                });
            },
        );
        group.bench_with_input(BenchmarkId::new("open", n_statements), &bytes, |b, bytes| {
            let open = |bytes: Vec<u8>| black_box(Engine::open(bytes));
            b.iter_batched(|| bytes.clone(), open, BatchSize::LargeInput);
        });
        group.bench_with_input(BenchmarkId::new("index", n_statements), &bytes, |b, bytes| {
            let open = || Engine::open(bytes.clone()).expect("a sound corpus opens");
            b.iter_batched(open, |engine| engine.pack().n_tokens(), BatchSize::LargeInput);
        });
        group.finish();
    }
}

#[expect(clippy::print_stdout, reason = "a bench reports")]
fn print_sizes(corpus: &Corpus, pack_len: usize, [held, most]: [usize; 2]) {
    let text_len: usize = corpus.documents.iter().map(|document| document.text.len()).sum();
    let n_statements = corpus.statements.len();
    println!("{n_statements} statements, {text_len} bytes of text, pack of {pack_len}");
    println!(
        "  beside the pack, the opened engine with its index holds {held} bytes, {most} while that is made"
    );
}

/// Checks that engine and scan agree where a scan can tell, then prints their times side by side.
fn print_comparison(corpus: &Corpus, engine: &Engine, views: &[View]) {
    let scan = scan::Scan::new(corpus);
    let (mut by_engine, mut by_scan) = (Vec::new(), Vec::new());
    for view in views {
        let question = view.question();
        let answer = timed(&mut by_engine, || engine.answer(question));
        let counts = timed(&mut by_scan, || scan.answer(question));
        let expected: Vec<_> = answer.facets[Facet::Speaker].iter().map(|c| c.count).collect();
        assert_eq!(counts[Facet::Speaker], expected, "?{}", view.encode());
    }
    let [engine50, engine95] = percentiles(&mut by_engine);
    let [scan50, scan95] = percentiles(&mut by_scan);
    #[expect(clippy::print_stdout, reason = "a bench reports")]
    {
        println!("  engine  p50 {engine50:>9.1?}  p95 {engine95:>9.1?}");
        println!("  scan    p50 {scan50:>9.1?}  p95 {scan95:>9.1?}");
        let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64();
        println!("  engine / scan {:.3}, {:.3}", ratio(engine50, scan50), ratio(engine95, scan95));
    }
}

/// The best of five runs, as a reader's machine is not always busy.
fn timed<T>(times: &mut Vec<Duration>, mut run: impl FnMut() -> T) -> T {
    let mut best = Duration::MAX;
    for _ in 0..4 {
        let start = Instant::now();
        black_box(run());
        best = best.min(start.elapsed());
    }
    let start = Instant::now();
    let result = run();
    times.push(best.min(start.elapsed()));
    result
}

fn percentiles(times: &mut [Duration]) -> [Duration; 2] {
    times.sort_unstable();
    [times[times.len() / 2], times[times.len() * 95 / 100]]
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = answers
}
criterion_main!(benches);
