//! The pages beside the app: one for every document, speaker, country and theme, with all their statements.
//!
//! They need no script, so that readers without, search engines and archives get everything; each leads to the
//! same view in the app. Their other forms lie beside them under the same name: `.json` and, for speakers and
//! themes, `.atom`. Every link is relative, but for those that must be whole (see [`crate::Edition::url`]).
//! All text goes through the escaping of `maud`, `quick-xml` or `serde_json`: none of it is ever markup.

mod catalog;
mod data;
mod document;
mod feed;
mod frame;
mod list;
mod overview;
mod place;
mod sitemap;
mod statement;
mod value;

pub use data::SCHEMA;

use rayon::prelude::*;

use crate::files::Files;
use crate::shell::Shell;
use catalog::Entry;
use place::Kind;

pub(crate) use catalog::Catalog;
pub(crate) use overview::{Front, front};

/// All pages of the corpus and their other forms.
pub(crate) fn all(shell: &Shell, catalog: &Catalog<'_>) -> Files {
    let forms = catalog.entries().par_iter().flat_map_iter(|entry| forms(shell, catalog, entry));
    let mut files: Files = forms.collect::<Vec<_>>().into_iter().collect();
    for kind in Kind::ALL {
        files.insert(list::path(kind), list::page(shell, catalog, kind));
    }
    files.insert(data::SCHEMA_PATH, SCHEMA);
    if let Some(url) = &catalog.url {
        files.insert("sitemap.xml", sitemap::sitemap(catalog, url));
        files.insert("robots.txt", format!("User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n"));
    }
    files
}

/// The page of `entry` and its other forms, with their paths.
fn forms(shell: &Shell, catalog: &Catalog<'_>, entry: &Entry) -> Vec<(String, Vec<u8>)> {
    let page = match entry.kind {
        Kind::Document => document::page(shell, catalog, entry),
        Kind::Speaker | Kind::Country | Kind::Theme => value::page(shell, catalog, entry),
    };
    let path = |ending| format!("{}.{ending}", entry.stem);
    let feed = feed::of(catalog, entry).map(|feed| (path("atom"), feed));
    [(path("html"), page.into_bytes()), (path("json"), data::of(catalog, entry))]
        .into_iter()
        .chain(feed)
        .collect()
}
