//! The site: Trunk's release build of the page, finished by the command for a folder of articles.
//!
//! The page is built with the articles of `seeds/` inside, whatever site is wanted: another folder only takes another
//! pack, which `communique build` puts in. So a page is linked once, and what is served here is what a
//! publisher's command makes.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, root, run};
use crate::steps::Tally;
use crate::{modules, scripts, sizes, styles, tools, words};

/// Where the finished site of the publisher's folder lies.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the site into `dist/` and prints the size of each file.
///
/// # Errors
/// If a tool is missing or the build fails. A size over its budget is only told.
pub(crate) fn build_and_measure() -> Result<()> {
    build(&dist(), None)?;
    tell_sizes()
}

/// Prints the size of each file in `dist/`.
fn tell_sizes() -> Result<()> {
    let sizes = sizes::measure(&dist())?;
    println!("\n{sizes}");
    for excess in sizes.over_budget() {
        println!("over its budget: {excess}");
    }
    println!("\nThe site is in dist/: copy that folder to any web server, under any path.");
    Ok(())
}

/// Builds the page and from it the site of `corpus`, or of the folder that `COMMUNIQUE_CORPUS` names, or of
/// `seeds/`, into `dist`.
///
/// # Errors
/// If a tool is missing or the build fails.
pub(crate) fn build(dist: &Path, corpus: Option<&Path>) -> Result<Tally> {
    build_page()?;
    finish(dist, corpus)
}

/// Builds the page, and leaves it where the command takes it from when it is built.
///
/// # Errors
/// If a tool is missing or the build fails.
pub(crate) fn build_page() -> Result<()> {
    let tools = tools::for_site()?;
    let mut trunk = Command::new(&tools.trunk);
    trunk
        .args([
            "build",
            "--release",
            "--offline",
            "--skip-version-check",
            "--public-url",
            "./",
            "--dist",
        ])
        .arg(page())
        .current_dir(root())
        .env("PATH", &tools.path)
        // Cargo adds these to the flags of .cargo/config.toml.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths())
        .env_remove(CORPUS)
        // Trunk takes only `true` and `false` there, and the usual `NO_COLOR=1` stops it.
        .env_remove("NO_COLOR");
    run(&mut trunk).context("the page was not built")?;
    styles::join(&page())?;
    modules::finish(&page(), &tools.npm_bin)?;
    scripts::finish(&page(), &tools.npm_bin)?;
    words::put_in(&page())?;
    hand_over(&page(), &root().join("crates").join("communique-cli").join("page"))
}

/// Makes the site of `corpus`, chosen as in [`build`], from the page as it was built last.
///
/// # Errors
/// If the command cannot be built or finds nothing sensible to make.
pub(crate) fn finish(dist: &Path, corpus: Option<&Path>) -> Result<Tally> {
    // Trunk made sites there before this command did.
    if dist.exists() && !dist.join("files.json").is_file() {
        fs::remove_dir_all(dist).with_context(|| format!("cannot clear {}", dist.display()))?;
    }
    make(corpus, dist, &[])
}

/// Makes the edition of `corpus` that is one file, as [`finish`] makes the site.
///
/// # Errors
/// As for [`finish`].
pub(crate) fn finish_one_file(path: &Path, corpus: Option<&Path>) -> Result<Tally> {
    make(corpus, path, &["--single"])
}

fn make(corpus: Option<&Path>, output: &Path, options: &[&str]) -> Result<Tally> {
    let corpus = corpus.map_or_else(folder, Path::to_owned);
    let mut command =
        cargo(&["run", "--locked", "--quiet", "--package", "communique-cli", "--", "build"]);
    run(command.arg(corpus).arg("--output").arg(output).arg("--page").arg(page()).args(options))
        .context("the site was not made")?;
    Ok(Tally::ONE)
}

/// Builds the page, and installs the command with it inside.
///
/// # Errors
/// If either build fails.
pub(crate) fn install() -> Result<()> {
    build_page()?;
    run(&mut cargo(&["install", "--locked", "--path", "crates/communique-cli"]))
}

/// Names the folder of articles.
const CORPUS: &str = "COMMUNIQUE_CORPUS";

/// Where Trunk leaves the page.
fn page() -> PathBuf {
    root().join("target").join("trunk")
}

/// The publisher's folder.
fn folder() -> PathBuf {
    let root = root();
    env::var_os(CORPUS).map_or_else(|| root.join("seeds"), |folder| root.join(folder))
}

/// Makes `to` hold the files of `from`, where they differ; files that begin with a dot stay. The page is one
/// flat folder.
fn hand_over(from: &Path, to: &Path) -> Result<()> {
    let names = |folder: &Path| -> Result<BTreeSet<OsString>> {
        let entries =
            fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
        let names = entries.map(|entry| Ok(entry?.file_name()));
        let names = names.collect::<Result<BTreeSet<_>>>()?;
        Ok(names.into_iter().filter(|name| !name.to_string_lossy().starts_with('.')).collect())
    };
    let (new, old) = (names(from)?, names(to)?);
    for name in old.difference(&new) {
        fs::remove_file(to.join(name))?;
    }
    for name in new {
        let bytes = fs::read(from.join(&name))?;
        // Untouched, a file does not make Cargo build the command again.
        if fs::read(to.join(&name)).ok().as_ref() != Some(&bytes) {
            fs::write(to.join(&name), bytes)?;
        }
    }
    Ok(())
}

/// The compiler flag that keeps this machine's paths out of the module, where the places of panics would hold them.
fn without_paths() -> String {
    let home = env::home_dir().map(|home| home.join(".cargo"));
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or(home);
    // Cargo splits these flags at spaces and knows no quotation marks.
    match cargo_home.as_deref().and_then(Path::to_str).filter(|path| !path.contains(' ')) {
        Some(path) => format!("--remap-path-prefix={path}=cargo"),
        None => String::new(),
    }
}

/// Gives `dist/`, if a site was built there.
///
/// # Errors
/// If none was.
pub(crate) fn built() -> Result<PathBuf> {
    let dist = dist();
    if !dist.join("index.html").is_file() {
        bail!("there is no site in dist/ yet; run `cargo xtask build` first");
    }
    Ok(dist)
}

/// What the page is made of: a change makes another page.
pub(crate) fn page_sources() -> Vec<PathBuf> {
    ["Cargo.toml", "Cargo.lock", "Trunk.toml", "build.rs", "src", "www", "crates"]
        .into_iter()
        .map(|name| root().join(name))
        .collect()
}

/// What the site is made of beside the page.
pub(crate) fn corpus_sources() -> Vec<PathBuf> {
    vec![folder()]
}
