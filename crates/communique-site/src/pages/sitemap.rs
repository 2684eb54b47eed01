//! The sitemap (sitemaps.org, protocol 0.9), which holds whole addresses only.

use super::catalog::Catalog;
use super::list;
use super::place::Kind;
use crate::xml::Xml;

/// Addresses that one file may hold.
const MOST: usize = 50_000;

/// Front page, lists and pages of the site at `url`.
pub(crate) fn sitemap(catalog: &Catalog<'_>, url: &str) -> Vec<u8> {
    let lists = Kind::ALL.into_iter().map(list::path);
    let pages = catalog.entries().iter().map(|entry| format!("{}.html", entry.stem));
    let addresses = [String::new()].into_iter().chain(lists).chain(pages);
    Xml::document("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
        for address in addresses.take(MOST) {
            xml.within("url", &[], |xml| xml.text("loc", &[], &format!("{url}{address}")));
        }
    })
}
