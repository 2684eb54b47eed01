//! The page of an article: its facts, its statements, and its text as published.

use communique_engine::words::{count, long_date};
use communique_engine::{DocumentPage, document::DocumentSegment};
use communique_index::DocumentIdx;
use communique_index::corpus::SegmentRole;
use maud::{Markup, html};

use super::catalog::{Catalog, Entry};
use super::frame::{About, page as framed};
use super::statement::statement;
use crate::shell::Shell;

/// All that is known of an article.
pub(crate) fn page(shell: &Shell, catalog: &Catalog<'_>, entry: &Entry) -> String {
    let idx = catalog.engine.document_of(&entry.key).unwrap_or(DocumentIdx(0));
    let document = catalog.engine.document(idx);
    let n_statements = count(entry.statements.len(), "statement", "statements");
    let meta = meta(&document);
    let alternates = [("application/json", format!("{}.json", entry.stem))];
    let about = About {
        path: &format!("{}.html", entry.stem),
        title: &entry.label,
        description: &format!("{n_statements} in “{}” ({meta}), each with its place.", entry.label),
        published: Some(document.date.map(|date| date.to_string()).unwrap_or_default()),
        alternates: &alternates,
    };
    let body = html! {
        h1 class="claim" { (entry.label) }
        p class="tally" {
            span { (meta) } span { (n_statements) }
            @if let Some(url) = document.url.as_deref().filter(|url| is_web(url)) {
                span { a href=(url) rel="noreferrer" { "As published" } }
            }
        }
        p class="page-acts" { a href={ "../?" (entry.view().encode()) } { "Read it with its statements marked" } }
        @for idx in &entry.statements { (statement(&catalog.card(*idx))) }
        h2 class="page-part" id="text" { "The article as published" }
        div class="prose" { @for segment in &document.segments { (line(&document, segment)) } }
    };
    framed(shell, catalog, &about, &rail(&document, &alternates[0].1), &body)
}

/// `Iran Press, 12 April 2021`.
fn meta(document: &DocumentPage) -> String {
    let outlet = document.outlet.as_deref().map_or(String::new(), |outlet| format!("{outlet}, "));
    let day = document.date.map_or("undated".to_owned(), long_date);
    format!("{outlet}{day}")
}

/// An address that a link may lead to; a corpus could say `javascript:`.
fn is_web(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme))
}

fn line(document: &DocumentPage, segment: &DocumentSegment) -> Markup {
    html! {
        p class="prose__line" id={ "line-" (segment.line) } data-role=(segment.role.key()) {
            span class="prose__number" { (segment.line) }
            span class="prose__text" { (document.text[segment.place.text.clone()]) }
            @if segment.role == SegmentRole::Boilerplate { span class="prose__rule" { (segment.rule) } }
        }
    }
}

/// How to tell that this is the file as published.
fn rail(document: &DocumentPage, json: &str) -> Markup {
    html! {
        section class="facet" {
            h2 class="facet__legend" { "Provenance" }
            dl class="proof" {
                dt { "File" } dd { code { (document.file) } }
                dt { "SHA-256" } dd { code { (document.sha256) } }
                dt { "Encoding" } dd { (document.encoding.name()) }
                @if !document.date_note.is_empty() { dt { "Date" } dd { (document.date_note) } }
            }
        }
        section class="facet" {
            h2 class="facet__legend" { "Take it away" }
            ul class="rail-links" {
                li { a href={ "../" (json) } { "JSON records" } }
                li { a href="#text" { "The article as published" } }
                li { a href="../document/index.html" { "All articles" } }
            }
        }
    }
}
