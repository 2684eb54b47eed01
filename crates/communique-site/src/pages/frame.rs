//! What every page has around its own: head, masthead, foot. No script, and a policy that allows none.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::catalog::Catalog;
use crate::shell::Shell;

/// The policy of pages that only show text.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'";

/// What a page says of itself to those who do not read it: search engines, feed readers, previews of links.
pub(crate) struct About<'a> {
    /// Path of the page.
    pub(crate) path: &'a str,
    /// What it is called.
    pub(crate) title: &'a str,
    /// A sentence on what it holds.
    pub(crate) description: &'a str,
    /// The day of an article.
    pub(crate) published: Option<String>,
    /// Other forms of the page: media type and path.
    pub(crate) alternates: &'a [(&'static str, String)],
}

/// A page of a folder below the front page.
pub(crate) fn page(
    shell: &Shell,
    catalog: &Catalog<'_>,
    about: &About<'_>,
    rail: &Markup,
    body: &Markup,
) -> String {
    let site = catalog.engine.site().title;
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="color-scheme" content="light dark";
                title { (about.title) ". " (site) }
                meta name="description" content=(about.description);
                @for icon in &shell.icons { link rel="icon" href={ "../" (icon) }; }
                @for style in &shell.styles { link rel="stylesheet" href={ "../" (style) }; }
                @for (media_type, path) in about.alternates {
                    link rel="alternate" type=(media_type) href={ "../" (path) };
                }
                (preview(catalog, about))
            }
            body {
                a class="skip-link" href="#statements" { "Skip to the statements" }
                header class="masthead" {
                    p class="brand" {
                        a class="brand__name" href="../index.html" { "Communiqué" }
                        span class="brand__size" { (site) }
                    }
                    (search())
                }
                div class="desk desk--page" {
                    main class="desk__main" id="statements" tabindex="-1" {
                        (body)
                        footer class="foot" {
                            p { (catalog.engine.site().description) }
                            p { "Edition " code { (catalog.engine.edition()) } }
                        }
                    }
                    nav class="desk__rail" aria-label="Beside these statements" { (rail) }
                }
            }
        }
    };
    page.into_string()
}

/// Open Graph, and the page's own address, where the site has one.
pub(crate) fn preview(catalog: &Catalog<'_>, about: &About<'_>) -> Markup {
    let url = catalog.url.as_ref().map(|url| format!("{url}{}", about.path));
    html! {
        meta property="og:title" content=(about.title);
        meta property="og:description" content=(about.description);
        meta property="og:site_name" content=(catalog.engine.site().title);
        @if let Some(published) = &about.published {
            meta property="og:type" content="article";
            @if !published.is_empty() {
                meta property="article:published_time" content=(published);
            }
        } @else {
            meta property="og:type" content="website";
        }
        @if let Some(url) = url {
            meta property="og:url" content=(url);
            link rel="canonical" href=(url);
        }
    }
}

/// The search box, which leads into the app.
fn search() -> Markup {
    html! {
        form class="search" role="search" action="../index.html" {
            div class="search__box" {
                (PreEscaped(r#"<svg class="search__glass" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="5"/><path d="m11 11 4 4"/></svg>"#))
                label class="visually-hidden" for="query" { "Search what was said" }
                input class="search__input" id="query" type="search" name="q" placeholder="Search what was said" autocomplete="off";
            }
        }
    }
}
