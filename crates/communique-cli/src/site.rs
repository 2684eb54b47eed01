//! `build`, `watch` and `serve`: the site of a folder of articles.

use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use communique_index::pack;
use communique_serve::watch::Watch;
use communique_serve::{open, serve};
use communique_site::{Edition, Page, place, publish};

use crate::arguments::{Build, PageSource, Serve};
use crate::compiled;

/// The files of the built page, as they were when this command was built.
const PAGE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// Makes the site of a folder and puts it where it goes.
///
/// # Errors
/// If nothing can be compiled, there is no page, or the site cannot be written.
pub(crate) fn build(build: &Build) -> anyhow::Result<()> {
    make(&build.folder, &built_page(&build.page)?, &build.output)
}

/// Makes the site, and again whenever the folder changes. Ends only with the program.
///
/// # Errors
/// If the first site cannot be made; later failures are told, and the site before stays.
pub(crate) fn watch(build: &Build) -> anyhow::Result<()> {
    let page = built_page(&build.page)?;
    let watch = Watch::new(vec![build.folder.clone()]);
    make(&build.folder, &page, &build.output)?;
    keep_making(watch, &build.folder, &page, &build.output)
}

/// Shows a site, or that of a folder of articles. Ends only with the program.
///
/// # Errors
/// If there is no site and none can be made, or no port is free.
pub(crate) fn show(asked: &Serve) -> anyhow::Result<()> {
    if place::is_site(&asked.folder) {
        show_at(&asked.folder, asked)?;
        loop {
            std::thread::park();
        }
    }
    let page = built_page(&asked.page)?;
    let site = std::env::temp_dir().join(format!("communique-{}", std::process::id())).join("site");
    let watch = Watch::new(vec![asked.folder.clone()]);
    make(&asked.folder, &page, &site)?;
    show_at(&site, asked)?;
    keep_making(watch, &asked.folder, &page, &site)
}

fn show_at(site: &Path, asked: &Serve) -> anyhow::Result<()> {
    let url = serve(site, asked.port)?;
    say(format_args!("the site is at {url}, on this machine only; Ctrl-C ends"))?;
    if !asked.no_open && !open::open(&url) {
        say(format_args!("no browser could be opened from here: open the address yourself"))?;
    }
    Ok(())
}

fn keep_making(mut watch: Watch, folder: &Path, page: &Page, output: &Path) -> anyhow::Result<()> {
    loop {
        watch.wait();
        if let Err(error) = make(folder, page, output) {
            say(format_args!("{error:#}; the site before stays"))?;
        }
    }
}

/// Compiles, publishes, writes; says how much it was and how long it took.
fn make(folder: &Path, page: &Page, output: &Path) -> anyhow::Result<()> {
    let started = Instant::now();
    say(format_args!("reading {}", folder.display()))?;
    let compiled = compiled(folder)?;
    let corpus = &compiled.corpus;
    say(format_args!(
        "{} articles, {} statements ({})",
        corpus.documents.len(),
        corpus.statements.len(),
        seconds(started.elapsed())
    ))?;
    let edition = Edition { pack: &pack::write(corpus), url: compiled.url.as_deref() };
    let files = publish(page, &edition)?;
    place::put(&files, output)
        .with_context(|| format!("cannot write the site to {}", output.display()))?;
    say(format_args!(
        "{}: {} files, {}; copy that folder to any web server, under any path",
        output.display(),
        files.len(),
        seconds(started.elapsed())
    ))
}

fn built_page(source: &PageSource) -> anyhow::Result<Page> {
    if let Some(folder) = &source.page {
        return Ok(Page::read(folder)?);
    }
    if PAGE.is_empty() {
        bail!(
            "this command was built without the page; in the project's folder `cargo xtask install` builds both, \
             or name a built page with --page"
        );
    }
    Ok(Page::new(PAGE.iter().map(|&(path, bytes)| (path, bytes)).collect())?)
}

/// Tells the publisher how far it is, apart from what the command prints.
fn say(message: std::fmt::Arguments<'_>) -> anyhow::Result<()> {
    Ok(writeln!(io::stderr(), "{message}")?)
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
