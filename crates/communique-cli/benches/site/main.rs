//! How long it takes from a folder of a hundred articles to its site, phase by phase.
//!
//! `cargo bench -p communique-cli` prints the median of several runs and each phase's share of it. It needs the
//! built page, which `cargo xtask build` leaves in this package.

#![allow(clippy::print_stdout, reason = "a bench reports")]

mod articles;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use communique_compiler::compile;
use communique_index::pack;
use communique_site::{Edition, Files, Page, compress, place, publish};

const N_ARTICLES: usize = 100;
const N_RUNS: usize = 9;

/// Names of the phases, in their order.
const PHASES: [&str; 4] = ["compile", "pages", "compress", "write"];

fn main() -> Result<(), Box<dyn Error>> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("page");
    if !page.join("index.html").is_file() {
        return Err("there is no built page yet; run `cargo xtask build` first".into());
    }
    let outer = std::env::temp_dir().join(format!("communique-bench-{}", std::process::id()));
    let (folder, site) = (outer.join("articles"), outer.join("site"));
    articles::write(&folder, N_ARTICLES)?;
    let mut runs = Vec::new();
    for _ in 0..N_RUNS {
        runs.push(run(&page, &folder, &site)?);
    }
    report(runs, &Files::read(&site)?);
    Ok(fs::remove_dir_all(outer)?)
}

/// Makes the site once; how long each phase took.
fn run(
    page: &Path,
    folder: &Path,
    site: &Path,
) -> Result<[Duration; PHASES.len()], Box<dyn Error>> {
    let start = Instant::now();
    let compiled = compile(folder).map_err(|_| "the invented articles do not compile")?;
    let pack = pack::write(&compiled.corpus);
    let compile = start.elapsed();

    let start = Instant::now();
    let files = publish(&Page::read(page)?, &Edition { pack: &pack, url: None })?;
    let publish = start.elapsed();
    // Compressing is a part of publishing; alone, it takes as long.
    let is_plain = |path: &str| !path.ends_with(".br") && !path.ends_with(".gz");
    let mut plain: Files = files.iter().filter(|(path, _)| is_plain(path)).collect();
    let start = Instant::now();
    compress::add(&mut plain);
    let compress = start.elapsed();

    let start = Instant::now();
    place::put(&files, site)?;
    Ok([compile, publish.saturating_sub(compress), compress, start.elapsed()])
}

fn report(mut runs: Vec<[Duration; PHASES.len()]>, site: &Files) {
    runs.sort_by_key(|run| run.iter().sum::<Duration>());
    let median = runs[runs.len() / 2];
    let whole: Duration = median.iter().sum();
    println!("{N_ARTICLES} articles, {} files: {} ms", site.len(), whole.as_millis());
    for (phase, took) in PHASES.iter().zip(median) {
        let share = 100.0 * took.as_secs_f64() / whole.as_secs_f64();
        println!("  {phase:<10} {:>6} ms {share:>5.0} %", took.as_millis());
    }
}
