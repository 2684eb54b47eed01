//! A small page and corpora to make sites of, and a look at the HTML of what is made.

use communique_index::fixture::{Said, corpus};
use communique_index::{Corpus, pack};
use communique_site::{Edition, Files, Page, SECTION, publish, wasm};
use scraper::{Html, Selector};

/// The front page as Trunk leaves it, with all that a site fills in.
const INDEX: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Communiqué</title>\
    <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'\">\
    <meta content=What name=description><meta name=communique-edition content=@edition@><link rel=icon href=./icon-0000000000000000.svg>\
    <link rel=stylesheet href=./page-1111111111111111.css>\
    <meta name=communique-module content=./page-2222222222222222.js data-wasm=./page-2222222222222222_bg.wasm>\
    <meta name=communique-save content=save-4444444444444444.js data-plan data-hosted>\
    <link rel=modulepreload href=./page-2222222222222222.js>\
    <script src=./offline-5555555555555555.js type=module data-hosted></script>\
    <script src=./start-3333333333333333.js type=module></script>\
    <body><main><noscript><p>Every statement is on a page of its own.</p></noscript>\
    <section class=overview id=overview></section></main></body></html>";

/// A built page: a module with an old pack inside, and what goes with it.
pub(crate) fn page() -> Page {
    Page::new(built(b"old")).unwrap()
}

/// The files of a built page that has `pack` inside.
pub(crate) fn built(pack: &[u8]) -> Files {
    let module = wasm::with_custom_section(b"\0asm\x01\0\0\0", SECTION, pack).unwrap();
    [
        ("index.html", INDEX.as_bytes()),
        ("icon-0000000000000000.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("page-1111111111111111.css", b"p { color: red }"),
        ("one-file.js", b"window.fetch = answer;"),
        ("page-2222222222222222.js", b"function start() {}\nexport { start as default };\n"),
        ("page-2222222222222222_bg.wasm", &module),
        ("start-3333333333333333.js", b"import('x')"),
        ("save-4444444444444444.js", b"export function oneFile() {}"),
        ("offline-5555555555555555.js", b"navigator.serviceWorker"),
        ("sw.js", b"const EDITION = { id: \"\", files: {} };"),
    ]
    .into_iter()
    .collect()
}

/// Four statements in three articles, two of them dated.
pub(crate) fn talks() -> Corpus {
    corpus(&[
        Said::new("lima.txt", "ann-lee", "“talks go on”")
            .about("pe us")
            .on("talks")
            .dated("2021-04-12"),
        Said::new("lima.txt", "bo-diaz", "that Lima waits").about("pe").dated("2021-04-12"),
        Said::new("accra.txt", "ann-lee", "no more").on("talks").dated("2020-01-31"),
        Said::new("Odd name.txt", "", "that nobody knows").about("us"),
    ])
}

/// The site of `corpus`.
pub(crate) fn site(corpus: &Corpus, url: Option<&str>) -> Files {
    publish(&page(), &Edition { pack: &pack::write(corpus), url }).unwrap()
}

/// Every value of `attribute` of the elements that `selector` selects, in order, as a browser reads them.
pub(crate) fn attributes(html: &str, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let page = Html::parse_document(html);
    let values = page.select(&selector).filter_map(|element| element.attr(attribute));
    values.map(str::to_owned).collect()
}

/// The text of each element that `selector` selects, in order, as a browser reads it.
pub(crate) fn texts(html: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    Html::parse_document(html).select(&selector).map(|element| element.text().collect()).collect()
}
