//! A statement on a page: who, how, the words, to whom, about what, and where it stands.

use communique_engine::words::long_date;
use communique_engine::{Action, Card, ValueLabel, View};
use communique_index::StatementIdx;
use maud::{Markup, html};

use super::catalog::Catalog;
use super::place::Kind;

/// Statements in their order, those of an article below its title.
pub(crate) fn by_article(catalog: &Catalog<'_>, statements: &[StatementIdx]) -> Markup {
    let cards: Vec<Card> = statements.iter().map(|idx| catalog.card(*idx)).collect();
    html! {
        @for group in cards.chunk_by(|a, b| a.document == b.document) {
            @let first = &group[0];
            h2 class="article-head" {
                span class="article-head__date" { (first.date.map_or("Undated".to_owned(), long_date)) }
                a class="article-head__title" href={ "../" (Kind::Document.stem(&first.file)) ".html" } { (first.title) }
            }
            @for card in group { (statement(card)) }
        }
    }
}

/// One statement.
pub(crate) fn statement(card: &Card) -> Markup {
    let document = format!("../{}.html", Kind::Document.stem(&card.file));
    html! {
        article class="statement" id=(card.id) {
            p class="statement__by" {
                (value(&card.speaker, "statement__speaker"))
                @if let Some(who) = named(card) { span class="statement__office" { ", " (who) "," } }
                " " span class="statement__cue" { (card.cue) }
                @if !card.listeners.is_empty() {
                    " " span class="statement__listener" { "to " (values(&card.listeners)) }
                }
                @if card.is_corrected { " " span class="statement__corrected" { (CORRECTED) } }
            }
            @if let Some(topic) = &card.topic { p class="statement__topic" { (topic.text) } }
            blockquote class="statement__words" { (card.content.text) }
            div class="statement__foot" {
                @if !card.countries.is_empty() { p { "about " (values(&card.countries)) } }
                @if !card.themes.is_empty() {
                    p class="separated" { @for theme in &card.themes { span { (value(theme, "statement__value")) } } }
                }
            }
            p class="statement__source" {
                cite { (card.title) } ", " (outlet_and_day(card)) ", "
                a href={ (document) "#" (card.id) } { "line " (card.line) } " of " (card.file) " · "
                a href=(in_app(card)) { "In the article" }
            }
        }
    }
}

/// What is said of a statement that the publisher has put right.
const CORRECTED: &str = "corrected by the publisher";

/// The office as the article gave it, or the words of a source that resolves to nobody.
fn named(card: &Card) -> Option<String> {
    match (card.is_resolved, card.source.as_str(), card.office.as_str()) {
        (false, "", _) | (true, _, "") => None,
        (false, source, _) => Some(format!("“{source}”")),
        (true, _, office) => Some(office.to_owned()),
    }
}

/// With title, line and file, enough to find the words again without this site.
fn outlet_and_day(card: &Card) -> String {
    let outlet = card.outlet.as_deref().map_or(String::new(), |outlet| format!("{outlet}, "));
    let day = card.date.map_or("undated".to_owned(), long_date);
    format!("{outlet}{day}")
}

/// The statement in its article, in the app.
fn in_app(card: &Card) -> String {
    let open = [Action::OpenDocument(card.file.clone()), Action::SingleOut(Some(card.id.clone()))];
    format!("../?{}", View::default().after(open).encode())
}

fn values(values: &[ValueLabel]) -> Markup {
    html! { span class="listed" { @for label in values { span { (value(label, "statement__value")) } } } }
}

/// A value, linked to its page where it has one: nobody has, and who only listens may have none.
fn value(label: &ValueLabel, class: &str) -> Markup {
    match Kind::of(label.facet).filter(|_| label.key != communique_index::facet::UNRESOLVED) {
        Some(kind) => {
            html! { a class=(class) href={ "../" (kind.stem(&label.key)) ".html" } { (label.label) } }
        }
        None => html! { span class=(class) { (label.label) } },
    }
}
