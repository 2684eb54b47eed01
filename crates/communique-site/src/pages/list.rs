//! The whole list of a kind of page: every article, speaker, country, theme.

use communique_engine::words::{count, long_date};
use maud::html;

use super::catalog::Catalog;
use super::frame::{About, page as framed};
use super::place::Kind;
use super::value::row;
use crate::shell::Shell;

/// What is said of values that the publisher has not named.
pub(crate) const SUGGESTED: &str = "suggested by the articles’ own words";

/// The list's path.
pub(crate) fn path(kind: Kind) -> String {
    format!("{}/index.html", kind.folder())
}

/// Everything of a kind, in the catalog's order.
pub(crate) fn page(shell: &Shell, catalog: &Catalog<'_>, kind: Kind) -> String {
    let entries: Vec<_> = catalog.of(kind).collect();
    let about = About {
        path: &path(kind),
        title: kind.plural(),
        description: &format!("{}: {}, with all their statements.", kind.plural(), entries.len()),
        published: None,
        alternates: &[],
    };
    let rail = html! {
        section class="facet" {
            h2 class="facet__legend" { "Other lists" }
            ul class="rail-links" {
                @for other in Kind::ALL {
                    @if other != kind { li { a href={ "../" (path(other)) } { (other.plural()) } } }
                }
            }
        }
    };
    let body = html! {
        h1 class="claim" { (kind.plural()) }
        p class="tally" {
            span { (entries.len()) " altogether" }
            @if catalog.is_suggested(kind) { span { (SUGGESTED) } }
        }
        ul class="page-list" {
            @for entry in entries {
                @if kind == Kind::Document {
                    li class="contents__entry" {
                        a class="contents__title" href={ "../" (entry.stem) ".html" } { (entry.label) }
                        span class="contents__facts" {
                            (entry.date.map_or("Undated".to_owned(), long_date)) " · "
                            (count(entry.statements.len(), "statement", "statements"))
                        }
                    }
                } @else { (row(entry, entry.statements.len())) }
            }
        }
    };
    framed(shell, catalog, &about, &rail, &body)
}
