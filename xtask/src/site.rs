//! The site: Trunk's release build of the page with a folder's pack inside, all links relative.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{root, run};
use crate::steps::Tally;
use crate::{modules, sizes, tools};

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
    let sizes = sizes::measure(&dist())?;
    println!("\n{sizes}");
    for excess in sizes.over(sizes::BUDGET) {
        println!("not yet within the budget: {excess}");
    }
    println!("\nThe site is in dist/: copy that folder to any web server, under any path.");
    Ok(())
}

/// Builds the site of `corpus`, or of the folder that `COMMUNIQUE_CORPUS` names, or of `seeds/`, into `dist`.
///
/// # Errors
/// If a tool is missing or the build fails.
pub(crate) fn build(dist: &Path, corpus: Option<&Path>) -> Result<Tally> {
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
        .arg(dist)
        .current_dir(root())
        .env("PATH", &tools.path)
        // Cargo adds these to the flags of .cargo/config.toml.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths())
        // Trunk takes only `true` and `false` there, and the usual `NO_COLOR=1` stops it.
        .env_remove("NO_COLOR");
    if let Some(corpus) = corpus {
        trunk.env("COMMUNIQUE_CORPUS", corpus);
    }
    run(&mut trunk).context("the site was not built")?;
    modules::name_by_content(dist)?;
    Ok(Tally::ONE)
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

/// What a rebuild depends on: everything the page is made of, and the folder of articles.
pub(crate) fn sources() -> Vec<PathBuf> {
    let root = root();
    let corpus = env::var_os("COMMUNIQUE_CORPUS")
        .map_or_else(|| root.join("seeds"), |folder| root.join(folder));
    ["Cargo.toml", "Cargo.lock", "Trunk.toml", "build.rs", "src", "www", "crates"]
        .into_iter()
        .map(|name| root.join(name))
        .chain([corpus])
        .collect()
}
