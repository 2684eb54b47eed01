//! What the front page says of the corpus before, or without, the app.

use communique_engine::words::{count, facet as facet_name, long_date, number};
use communique_engine::{Action, Choice, Engine, Overview, ValueLabel, View};
use communique_index::Date;
use communique_words::{Language, say, within};
use maud::{Markup, html};

use super::catalog::{Catalog, Entry};
use super::frame::{About, preview};
use super::list;
use super::place::Kind;

/// Values of a kind on the front page; the list behind them has all.
const MOST_NAMED: usize = 16;
/// Articles on the front page.
const MOST_ARTICLES: usize = 8;

/// What goes into the front page.
pub(crate) struct Front {
    /// Title of the window.
    pub(crate) title: String,
    /// A sentence for search engines.
    pub(crate) description: String,
    /// For the head: previews of links.
    pub(crate) head: String,
    /// For the body: the look at the corpus.
    pub(crate) overview: String,
    /// For the app: its start page in English, with links to its views.
    pub(crate) start: String,
    /// And in the other languages, each with its tag.
    pub(crate) other_starts: Vec<(&'static str, String)>,
}

/// Makes it.
pub(crate) fn front(catalog: &Catalog<'_>) -> Front {
    let site = catalog.engine.site();
    let overview = catalog.engine.overview();
    let size = size(&overview);
    let description =
        if site.description.is_empty() { size.clone() } else { site.description.clone() };
    let about = About {
        path: "",
        title: &site.title,
        description: &description,
        published: None,
        alternates: &[],
    };
    let markup = html! {
        h2 class="overview__title" { (site.title) }
        @if !site.description.is_empty() { p class="overview__text" { (site.description) } }
        p class="overview__size" { (size) }
        @for kind in Kind::ALL { (section(catalog, kind)) }
        p class="overview__edition" { "Edition " code { (catalog.engine.edition()) } }
    };
    let start_in = |language| {
        within(language, || start(catalog.engine, &overview, &site.description).into_string())
    };
    let others = Language::ALL.into_iter().filter(|language| *language != Language::English);
    Front {
        title: format!("{}: who said what about whom", site.title),
        head: preview(catalog, &about).into_string(),
        start: start_in(Language::English),
        other_starts: others.map(|other| (other.tag(), start_in(other))).collect(),
        overview: markup.into_string(),
        description,
    }
}

/// What the collection is, what is said most in it, and questions to begin with.
fn start(engine: &Engine, overview: &Overview, description: &str) -> Markup {
    let chosen = |value: &ValueLabel| {
        let choose = Action::Choose(value.facet, value.key.clone(), Choice::Included);
        format!("?{}", View::default().apply(choose).encode())
    };
    html! {
        p class="lede" {
            span { (description) }
            @if let Some(days) = overview.days { " " span { (reach(days)) } }
        }
        dl class="start__most" {
            @for (facet, values) in &overview.most_said {
                div class="start__row" {
                    dt { (facet_name(*facet)) @if engine.is_suggested(*facet) { " (suggested)" } }
                    dd { @for (value, n) in values {
                        a class="start__value" href=(chosen(value)) {
                            (value.label) " " span class="start__count tnum" { (number(*n as usize)) }
                        } " "
                    } }
                }
            }
        }
        @if !overview.examples.is_empty() {
            h2 class="start__head" { (say::START_BEGIN.text()) }
            ul { @for example in &overview.examples { li {
                a class="start__example" href={ "?" (example.view().encode()) } {
                    span { (engine.sentence(example.view().question()).to_string()) } " "
                    span class="start__count tnum" { (say::STATEMENTS.of(example.n_statements)) }
                }
            } } }
        }
    }
}

/// `Its dated articles are from 22 July 2020 to 12 April 2021.`
fn reach((first, last): (Date, Date)) -> String {
    match first == last {
        true => say::START_DAY.fill([&long_date(first)]),
        false => say::START_DAYS.fill([&long_date(first), &long_date(last)]),
    }
}

/// `66 statements in 5 articles, by 9 speakers about 14 countries, 3 October 2020 to 12 April 2021`.
fn size(overview: &Overview) -> String {
    let totals = &overview.totals;
    let days = match overview.days {
        None => String::new(),
        Some((first, last)) if first == last => format!(", {}", long_date(first)),
        Some((first, last)) => format!(", {} to {}", long_date(first), long_date(last)),
    };
    format!(
        "{} in {}, by {} about {}{days}",
        count(totals.statements, "statement", "statements"),
        count(totals.documents, "article", "articles"),
        count(overview.n_speakers, "speaker", "speakers"),
        count(overview.n_countries, "country", "countries"),
    )
}

fn section(catalog: &Catalog<'_>, kind: Kind) -> Markup {
    let entries: Vec<_> = catalog.of(kind).collect();
    let n_named = if kind == Kind::Document { MOST_ARTICLES } else { MOST_NAMED };
    html! {
        @if !entries.is_empty() {
            section class="overview__part" data-kind=(kind.folder()) {
                h3 class="overview__kind" {
                    a href=(list::path(kind)) { (kind.plural()) }
                    @if catalog.is_suggested(kind) { " (suggested)" }
                }
                ul class="overview__list" { @for entry in entries.iter().take(n_named) { (named(entry)) } }
                @if entries.len() > n_named {
                    p class="overview__more" { a href=(list::path(kind)) { "All " (entries.len()) } }
                }
            }
        }
    }
}

fn named(entry: &Entry) -> Markup {
    html! {
        li {
            a href={ (entry.stem) ".html" } { (entry.label) } " "
            span class="overview__count" {
                @match (entry.kind, entry.date) {
                    (Kind::Document, Some(date)) => (long_date(date)),
                    (Kind::Document, None) => "undated",
                    _ => (entry.statements.len()),
                }
            }
        }
    }
}
