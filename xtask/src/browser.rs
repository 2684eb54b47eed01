//! What needs a browser: readers' stories, the time to first results, pictures of the page.
//!
//! The scripts lie in `e2e/` and are plain Playwright. They learn from the environment where the browser is
//! (`CHROME`) and where the sites are (`SITE_URL`, `HOSTILE_URL`), and never download one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{cargo, output, root, run, run_counting};
use crate::steps::Tally;
use communique_serve::server;

use crate::{site, tools};

/// Runs the readers' stories on the site in `dist/`; `arguments` go to Playwright.
///
/// # Errors
/// If there is no site or no browser, or a story fails.
pub(crate) fn stories_of_dist(arguments: &[String]) -> Result<()> {
    let dist = site::built()?;
    for (site, build) in [(hostile_site(), build_hostile as fn() -> _), (next_site(), build_next)] {
        if !site.join("index.html").is_file() {
            build()?;
        }
    }
    let tally = stories(&dist, arguments)?;
    println!("\n{tally}");
    anyhow::ensure!(tally.failed == 0, "a story failed");
    Ok(())
}

/// Runs the readers' stories on the site in `dist`; `arguments` go to Playwright.
///
/// # Errors
/// If there is no browser, or a story cannot be run.
pub(crate) fn stories(dist: &Path, arguments: &[String]) -> Result<Tally> {
    let [one_file, hostile_file] = ["one-file.html", "hostile-file.html"].map(out);
    site::finish_one_file(&one_file, None)?;
    let strings = written("support/hostile-corpus.mjs", "hostile-strings")?;
    site::finish_one_file(&hostile_file, Some(&strings))?;
    let strings_site = out("strings-site");
    site::finish(&strings_site, Some(&strings))?;
    let [hostile, hostile_strings] =
        [server::start(&hostile_site(), 0)?, server::start(&strings_site, 0)?];
    let views = write_views()?;
    let mut playwright = script("node_modules/@playwright/test/cli.js", dist)?;
    playwright
        .env("HOSTILE_URL", format!("http://{hostile}/"))
        .env("STRINGS_URL", format!("http://{hostile_strings}/"))
        .env("STRINGS_FOLDER", strings_site)
        // The stories of the offline copy serve, kill and replace a site themselves.
        .env("SITE_FOLDER", dist)
        .env("HOSTILE_FOLDER", hostile_site())
        .env("NEXT_FOLDER", next_site())
        .env("ONE_FILE", one_file)
        .env("HOSTILE_FILE", hostile_file)
        .env("VIEWS", views)
        .env("LARGE_FOLDER", invented(LARGE, dist)?.join("site"));
    run_counting(playwright.arg("test").args(arguments))
}

/// Writes random views over the five articles, each with what a brute-force reading of them finds.
fn write_views() -> Result<PathBuf> {
    let path = out("views.json");
    let example = ["run", "--locked", "--quiet", "--package", "communique-cli", "--example"];
    let views = output(cargo(&example).args(["views", "--", "1000"]))?;
    fs::create_dir_all(path.parent().context("the file has a folder")?)?;
    fs::write(&path, views)?;
    Ok(path)
}

/// Prints the time from navigation to the first results of the site in `dist/`.
///
/// # Errors
/// If there is no site or no browser.
pub(crate) fn bench_of_dist() -> Result<()> {
    bench(&site::built()?).map(|_| ())
}

/// Prints the time from navigation to the first results of the site in `dist`. A slow machine fails nothing:
/// only a page without results does.
///
/// # Errors
/// If there is no browser, or the results never show.
pub(crate) fn bench(dist: &Path) -> Result<Tally> {
    run(&mut script("bench/first-results.mjs", dist)?)?;
    Ok(Tally::ONE)
}

/// Prints what Lighthouse thinks of the site in `dist/`.
///
/// # Errors
/// If there is no site or no browser, or a score is below its floor.
pub(crate) fn lighthouse() -> Result<()> {
    tools::for_lighthouse()?;
    let dist = site::built()?;
    run(script("lighthouse/run.mjs", &dist)?.env("SITE_FOLDER", &dist))
}

/// Draws the icons of the web app manifest into `www/icons/`.
///
/// # Errors
/// If there is no browser.
pub(crate) fn icons() -> Result<()> {
    tools::for_site()?;
    let www = root().join("www");
    run(script("icons.mjs", &www)?.arg(www.join("icons")))
}

/// Statements of the collection whose lists are long, in stories.
const LARGE: &str = "5000";

/// A folder with a site of so many invented statements, made with the page in `dist`, and the same as plain data.
fn invented(n_statements: &str, dist: &Path) -> Result<PathBuf> {
    let folder = out("peers").join(n_statements);
    let example = ["run", "--locked", "--quiet", "--release", "--package", "communique-site"];
    let mut invented = cargo(&example);
    run(invented.args(["--example", "invented", "--", n_statements]).arg(dist).arg(&folder))?;
    Ok(folder)
}

/// Prints how the site in `dist/` does beside other engines, over as many invented statements as each of `sizes` says.
///
/// # Errors
/// If there is no site or no browser, or the statements cannot be made.
pub(crate) fn peers_of_dist(sizes: &[&str]) -> Result<()> {
    let dist = site::built()?;
    let mut peers = script("bench/peers/main.mjs", &dist)?;
    for size in sizes {
        peers.arg(invented(size, &dist)?);
    }
    run(&mut peers)
}

/// Builds the site, and takes its pictures.
///
/// # Errors
/// If the build fails or there is no browser.
pub(crate) fn screenshots() -> Result<()> {
    site::build(&site::dist(), None)?;
    run(script("screenshots.mjs", &site::dist())?.arg(root().join("docs")))
}

/// Makes the site of articles that are full of markup, which the stories read too, from the page as it was
/// built last.
///
/// # Errors
/// If the build fails.
pub(crate) fn build_hostile() -> Result<Tally> {
    site::finish(&hostile_site(), Some(&hostile_corpus()))
}

/// Makes the site of the seeds as they may be some time later, from the page as it was built last.
///
/// # Errors
/// If Node is missing or the build fails.
pub(crate) fn build_next() -> Result<Tally> {
    let corpus = written("support/next-edition.mjs", "next-corpus")?;
    site::finish(&next_site(), Some(&corpus))
}

/// The folder of articles that a script of `e2e/` writes.
fn written(script: &str, name: &str) -> Result<PathBuf> {
    let corpus = out(name);
    let mut node = Command::new("node");
    run(node.arg(script).arg(&corpus).current_dir(root().join("e2e")))?;
    Ok(corpus)
}

fn next_site() -> PathBuf {
    out("next-site")
}

fn hostile_site() -> PathBuf {
    out("hostile-site")
}

fn hostile_corpus() -> PathBuf {
    root().join("e2e").join("corpora").join("hostile")
}

/// What the stories read and leave.
fn out(name: &str) -> PathBuf {
    root().join("e2e").join("out").join(name)
}

/// A script of `e2e/` in Node, with the browser and a server of `dist` at hand.
fn script(name: &str, dist: &Path) -> Result<Command> {
    let mut node = Command::new("node");
    node.arg(name)
        .current_dir(root().join("e2e"))
        .env("CHROME", tools::browser()?)
        .env("SITE_URL", format!("http://{}/", server::start(dist, 0)?));
    Ok(node)
}
