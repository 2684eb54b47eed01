//! The page of a speaker, a country or a theme.

use communique_engine::words::count;
use communique_index::StatementIdx;
use maud::{Markup, html};

use super::catalog::{Catalog, Entry};
use super::frame::{About, page as framed};
use super::list::SUGGESTED;
use super::place::Kind;
use super::{feed, statement};
use crate::shell::Shell;

/// All statements of a value, newest first, and what else they are about.
pub(crate) fn page(shell: &Shell, catalog: &Catalog<'_>, entry: &Entry) -> String {
    let claim = catalog.engine.sentence(entry.view().question()).to_string();
    let n_statements = count(entry.statements.len(), "statement", "statements");
    let mut documents: Vec<_> =
        entry.statements.iter().map(|idx| catalog.engine.pack().statement_document(*idx)).collect();
    documents.dedup();
    let size = format!("{n_statements} in {}", count(documents.len(), "article", "articles"));
    let mut alternates = vec![("application/json", format!("{}.json", entry.stem))];
    if feed::is_fed(catalog, entry) {
        alternates.push(("application/atom+xml", format!("{}.atom", entry.stem)));
    }
    let about = About {
        path: &format!("{}.html", entry.stem),
        title: &entry.label,
        description: &format!("{claim}: {size}, each with its source."),
        published: None,
        alternates: &alternates,
    };
    let body = html! {
        h1 class="claim" { (claim) }
        p class="tally" {
            span { (size) }
            @if catalog.is_suggested(entry.kind) { span { (SUGGESTED) } }
        }
        p class="page-acts" { a href={ "../?" (entry.view().encode()) } { "Search and filter these" } }
        (statement::by_article(catalog, &entry.statements))
    };
    framed(shell, catalog, &about, &rail(catalog, entry, &alternates), &body)
}

/// What the statements of `entry` have beside it, and their other forms.
fn rail(catalog: &Catalog<'_>, entry: &Entry, alternates: &[(&str, String)]) -> Markup {
    html! {
        @for kind in [Kind::Speaker, Kind::Country, Kind::Theme] {
            @if kind != entry.kind {
                @let found = beside(catalog, kind, &entry.statements);
                @if !found.is_empty() {
                    section class="facet" {
                        h2 class="facet__legend" {
                            (kind.plural())
                            @if catalog.is_suggested(kind) { span class="facet__note" { " suggested" } }
                        }
                        ul { @for (other, n) in found { (row(other, n)) } }
                    }
                }
            }
        }
        section class="facet" {
            h2 class="facet__legend" { "Take it away" }
            ul class="rail-links" {
                @for (media_type, path) in alternates {
                    li { a href={ "../" (path) } { (form(media_type)) } }
                }
                li { a href={ "../" (entry.kind.folder()) "/index.html" } { "All " (entry.kind.plural().to_lowercase()) } }
            }
        }
    }
}

/// What a reader calls a form.
fn form(media_type: &str) -> &'static str {
    match media_type {
        "application/atom+xml" => "Atom feed",
        _ => "JSON records",
    }
}

/// A value with its count, linked to its page.
pub(crate) fn row(entry: &Entry, n: usize) -> Markup {
    html! {
        li class="page-row" {
            a class="page-row__label" href={ "../" (entry.stem) ".html" } { (entry.label) }
            span class="page-row__count" { (n) }
        }
    }
}

/// The values of another kind that any of `statements` has, most first.
fn beside<'c>(
    catalog: &'c Catalog<'_>,
    kind: Kind,
    statements: &[StatementIdx],
) -> Vec<(&'c Entry, usize)> {
    let Some(facet) = kind.facet() else { return Vec::new() };
    let pack = catalog.engine.pack();
    let mut counts = vec![0_usize; pack.n_values(facet)];
    for idx in statements {
        pack.statement_values(facet, *idx).for_each(|value| counts[value.get()] += 1);
    }
    let n_of = |entry: &Entry| entry.value.map_or(0, |value| counts[value.get()]);
    let mut found: Vec<_> =
        catalog.of(kind).map(|entry| (entry, n_of(entry))).filter(|(_, n)| *n > 0).collect();
    found.sort_by_key(|(_, n)| usize::MAX - n);
    found
}
