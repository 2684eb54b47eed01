//! `build`, `watch` and `serve`: the site of a folder of articles.

use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use communique_index::pack;
use communique_serve::watch::Watch;
use communique_serve::{open, serve};
use communique_site::{Edition, Page, place, publish, publish_one_file};

use crate::arguments::{Build, PageSource, Serve};
use crate::compiled;

/// The files of the built page, as they were when this command was built.
const PAGE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// What is made, and where it goes.
#[derive(Clone, Copy)]
enum Target<'b> {
    /// A folder for a web server.
    Folder(&'b Path),
    /// One file that opens from disk.
    OneFile(&'b Path),
}

impl<'b> Target<'b> {
    fn of(build: &'b Build) -> Self {
        if build.single { Self::OneFile(&build.output) } else { Self::Folder(&build.output) }
    }

    /// Makes it and puts it there; says what it has become.
    fn put(self, page: &Page, edition: &Edition<'_>) -> anyhow::Result<String> {
        let failed = |path: &Path| format!("cannot write the site to {}", path.display());
        Ok(match self {
            Self::Folder(path) => {
                let files = publish(page, edition)?;
                say(format_args!("writing {} files", files.len()))?;
                place::put(&files, path).with_context(|| failed(path))?;
                if edition.url.is_none() {
                    say(format_args!(
                        "no sitemap, and links without a host in feeds: `url` in corpus.toml says where the site will stand"
                    ))?;
                }
                "copy that folder to any web server, under any path".to_owned()
            }
            Self::OneFile(path) => {
                let bytes = publish_one_file(page, edition)?;
                place::put_file(&bytes, path).with_context(|| failed(path))?;
                format!("{} kB in one file; a double click opens it", bytes.len().div_ceil(1000))
            }
        })
    }

    fn path(self) -> &'b Path {
        match self {
            Self::Folder(path) | Self::OneFile(path) => path,
        }
    }
}

/// Makes the site of a folder and puts it where it goes.
///
/// # Errors
/// If nothing can be compiled, there is no page, or the site cannot be written.
pub(crate) fn build(build: &Build) -> anyhow::Result<()> {
    make(&build.folder, &built_page(&build.page)?, &Target::of(build))
}

/// Makes the site, and again whenever the folder changes. Ends only with the program.
///
/// # Errors
/// If the first site cannot be made; later failures are told, and the site before stays.
pub(crate) fn watch(build: &Build) -> anyhow::Result<()> {
    let (page, target) = (built_page(&build.page)?, Target::of(build));
    let watch = Watch::new(vec![build.folder.clone()]);
    make(&build.folder, &page, &target)?;
    keep_making(watch, &build.folder, &page, &target)
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
    let target = Target::Folder(&site);
    make(&asked.folder, &page, &target)?;
    show_at(&site, asked)?;
    keep_making(watch, &asked.folder, &page, &target)
}

fn show_at(site: &Path, asked: &Serve) -> anyhow::Result<()> {
    let url = serve(site, asked.port)?;
    say(format_args!("the site is at {url}, on this machine only; Ctrl-C ends"))?;
    if !asked.no_open && !open::open(&url) {
        say(format_args!("no browser could be opened from here: open the address yourself"))?;
    }
    Ok(())
}

fn keep_making(
    mut watch: Watch,
    folder: &Path,
    page: &Page,
    target: &Target<'_>,
) -> anyhow::Result<()> {
    loop {
        watch.wait();
        if let Err(error) = make(folder, page, target) {
            say(format_args!("{error:#}; the site before stays"))?;
        }
    }
}

/// Compiles, publishes, writes; says how much it was and how long it took.
fn make(folder: &Path, page: &Page, target: &Target<'_>) -> anyhow::Result<()> {
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
    let made = target.put(page, &edition)?;
    let (output, took) = (target.path().display(), seconds(started.elapsed()));
    say(format_args!("{output}: {made} ({took})"))
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
