//! From the built page and a compiled corpus to the finished static site: a folder of files for any host.
//!
//! In come the [`Page`], as Trunk builds it, with any corpus or none inside; and an [`Edition`]: a pack and
//! what its publisher says of where it will stand. Out come [`Files`]. The pack goes into the page's module as
//! its custom section `corpus`, a long one beside it, and every name that tells a content follows. One mechanism for all: the command
//! and the workspace build both come here.
//!
//! Same page and edition, same bytes: no clock, no path of this machine, no order of a file system.
//! Deliberately absent: how a pack is made, browsers, the network.

pub mod compress;
pub mod files;
mod hosting;
pub mod manifest;
pub mod names;
mod one_file;
mod page;
mod pages;
pub mod place;
mod shell;
pub mod wasm;
mod xml;

pub use files::Files;
pub use page::{Page, PageError};
pub use pages::SCHEMA;

use communique_engine::Engine;
use communique_index::PackError;

use pages::Catalog;
use shell::Shell;

/// The custom section of the page's module that holds the pack.
pub const SECTION: &str = "corpus";

/// Bytes up to which a pack goes into the page's module. A longer one is two files beside it: what the first results need,
/// and the other texts. The page shows the first long before it has all of them.
pub const MOST_INSIDE: usize = 1 << 20;

/// What a site is made of beside the page.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'p> {
    /// The compiled corpus.
    pub pack: &'p [u8],
    /// Where the site will stand, such as `https://example.org/talks/`. What needs whole addresses is made
    /// only where it is known.
    pub url: Option<&'p str>,
}

impl Edition<'_> {
    fn open(&self) -> Result<Engine, SiteError> {
        Engine::open(self.pack.to_owned()).map_err(SiteError::Pack)
    }
}

/// Why no site could be made.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The page is not one that a pack can be put into.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The pack cannot be opened.
    #[error("the compiled corpus cannot be opened: {0}")]
    Pack(#[source] PackError),
}

/// Makes the finished site.
///
/// # Errors
/// If the page has no module for a pack, or the pack cannot be opened.
pub fn publish(page: &Page, edition: &Edition<'_>) -> Result<Files, SiteError> {
    let engine = edition.open()?;
    let catalog = Catalog::new(&engine, edition.url);
    let (mut files, shell) = app(page, edition, &catalog)?;
    one_file::add_plan(&mut files, catalog.url.as_deref())?;
    manifest::add(&mut files, &engine.edition());
    files.append(&mut pages::all(&shell, &catalog));
    compress::add(&mut files);
    hosting::add(&mut files, &shell.policy);
    Ok(files)
}

/// Makes the edition that is one file: all of the app in a single `.html`, which opens from disk.
///
/// # Errors
/// As for [`publish`].
pub fn publish_one_file(page: &Page, edition: &Edition<'_>) -> Result<Vec<u8>, SiteError> {
    let engine = edition.open()?;
    let catalog = Catalog::new(&engine, edition.url);
    let (files, _) = app(page, edition, &catalog)?;
    Ok(one_file::assemble(&files, catalog.url.as_deref())?)
}

/// The files of the app with the pack in its place, and what other pages share with its front page.
fn app(
    page: &Page,
    edition: &Edition<'_>,
    catalog: &Catalog<'_>,
) -> Result<(Files, Shell), PageError> {
    let mut files = match edition.pack.len() {
        ..=MOST_INSIDE => page.with_pack(edition.pack)?,
        _ => page.with_pack_beside(edition.pack, catalog.engine.pack().head_len())?,
    };
    let shell = Shell::read(&files);
    shell.fill(&mut files, &pages::front(catalog));
    Ok((files, shell))
}
