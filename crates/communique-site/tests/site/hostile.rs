//! Strings that have broken other sites, in every place that a corpus has text for: they show as they are.
//!
//! `hostile.json` lists them: vectors of the OWASP cheat sheets and of the big list of naughty strings, and
//! what our own formats could trip over. The tests of the command and the stories in the browser read it too.

use std::collections::BTreeSet;

use communique_index::fixture::{Said, corpus};
use communique_index::{Corpus, Facet, pack};
use communique_site::{Edition, Files, publish_one_file};
use scraper::Html;

use crate::made::{attributes, page, site, texts};

fn strings() -> Vec<String> {
    serde_json::from_str(include_str!("hostile.json")).unwrap()
}

/// `text` as a parser of HTML gives it back: without NUL, and with one kind of line break (HTML, 13.2.3.5 and 13.2.6.4.7).
fn parsed(text: &str) -> String {
    text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n")
}

/// A corpus that says each of `strings`, in an article called so, by a speaker called so, about a country and
/// on a theme called so.
fn hostile(strings: &[String]) -> Corpus {
    let said = |text: &String| {
        let mut said = Said::new(text, text, text).dated("2021-04-12");
        said.outlet = text.clone();
        said.countries = vec![text.clone()];
        said.themes = vec![text.clone()];
        said.listeners = vec![text.clone()];
        said
    };
    let mut corpus = corpus(&strings.iter().map(said).collect::<Vec<_>>());
    for facet in Facet::ALL {
        for value in &mut corpus.facet_values[facet] {
            value.label.clone_from(&value.key);
        }
    }
    for document in &mut corpus.documents {
        document.url = Some(document.file.clone());
        document.date_note.clone_from(&document.file);
    }
    for statement in &mut corpus.statements {
        statement.office.clone_from(&corpus.documents[statement.document.get()].file);
    }
    corpus.site.title.clone_from(&strings[0]);
    corpus.site.description = strings[1..strings.len().min(20)].join(" ");
    corpus
}

/// What pages are made of. A hostile string that came to life would be something else.
const ELEMENTS: &str = "a article blockquote body circle cite code dd div dl dt footer form h1 h2 h3 head header html \
    input label li link main meta nav noscript p path script section span svg title ul";
const ATTRIBUTES: &str = "action aria-hidden aria-label autocomplete charset class content cx cy d data-hosted data-kind data-plan data-role \
    data-wasm for href http-equiv id lang name placeholder property r rel role src tabindex type viewbox viewBox";

/// Asserts that the page at `path` holds no element, attribute or address that a page of ours would not.
fn check_markup(path: &str, html: &str) {
    let page = Html::parse_document(html);
    let elements = page.tree.values().filter_map(|node| node.as_element());
    for element in elements {
        let name = element.name();
        assert!(ELEMENTS.split_whitespace().any(|known| known == name), "<{name}> in {path}");
        for (attribute, value) in element.attrs() {
            let is_known = ATTRIBUTES.split_whitespace().any(|known| known == attribute);
            assert!(is_known, "{attribute} of <{name}> in {path}");
            if matches!(attribute, "href" | "src" | "action") {
                let path_part = value.split(['?', '#']).next().unwrap_or_default();
                let is_web = ["https://", "http://"].iter().any(|start| value.starts_with(start));
                assert!(is_web && name == "a" || !path_part.contains(':'), "{value} in {path}");
            }
        }
        if name == "script" {
            assert_eq!(path, "index.html");
            let ours = ["./offline-5555555555555555.js", "./start-3333333333333333.js"];
            assert!(element.attr("src").is_some_and(|src| ours.contains(&src)), "{html}");
        }
    }
}

fn html_of(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, str::from_utf8(bytes).unwrap()))
}

#[test]
fn hostile_strings_show_as_text_in_every_page() {
    let strings = strings();
    assert!(strings.len() >= 300);
    let files = site(&hostile(&strings), None);
    let (mut titles, mut said) = (BTreeSet::new(), BTreeSet::new());
    for (path, html) in html_of(&files) {
        check_markup(path, html);
        if path.starts_with("document/") && path != "document/index.html" {
            titles.extend(texts(html, "h1"));
            said.extend(texts(html, ".statement__words"));
            assert_eq!(texts(html, ".statement__speaker"), texts(html, "h1"), "{path}");
        }
    }
    let expected: BTreeSet<String> = strings.iter().map(|text| parsed(text)).collect();
    assert_eq!(titles, expected);
    assert_eq!(said, expected);
}

#[test]
fn hostile_strings_are_whole_in_records_and_feeds() {
    let strings = strings();
    let files = site(&hostile(&strings), Some("https://example.org/"));
    let expected: BTreeSet<String> = strings.iter().cloned().collect();
    let mut recorded = BTreeSet::new();
    let mut n_feeds = 0;
    for (path, bytes) in files.iter() {
        let text = str::from_utf8(bytes).unwrap_or_default();
        if path.starts_with("document/") && path.ends_with(".json") {
            let records: serde_json::Value = serde_json::from_str(text).unwrap();
            recorded.extend(records["statements"][0]["text"].as_str().map(str::to_owned));
        } else if path.ends_with(".atom") || path == "sitemap.xml" {
            let elements = elements_of(path, text);
            let known = "author category content entry feed id link loc name subtitle title updated url urlset";
            for element in elements {
                assert!(
                    known.split_whitespace().any(|name| name == element),
                    "<{element}> in {path}"
                );
            }
            n_feeds += 1;
        }
    }
    assert_eq!(recorded, expected);
    assert_eq!(n_feeds, 2 * strings.len() + 1, "of each speaker and theme, and the sitemap");
}

/// Names of the elements of an XML document, which must be well formed.
fn elements_of(path: &str, xml: &str) -> BTreeSet<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut names = BTreeSet::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
            quick_xml::events::Event::Eof => return names,
            quick_xml::events::Event::Start(start) | quick_xml::events::Event::Empty(start) => {
                names.insert(String::from_utf8(start.name().as_ref().to_vec()).unwrap());
                start.attributes().for_each(|attribute| drop(attribute.unwrap()));
            }
            quick_xml::events::Event::PI(_) | quick_xml::events::Event::DocType(_) => {
                panic!("{path} holds an instruction")
            }
            _ => {}
        }
    }
}

#[test]
fn an_address_of_an_article_is_a_link_only_where_it_is_one_of_the_web() {
    let addresses = ["javascript:alert(1)", "https://xss.example/\"x"].map(str::to_owned);
    let files = site(&hostile(&addresses), None);
    let found: Vec<String> = html_of(&files)
        .flat_map(|(_, html)| attributes(html, "a[rel=noreferrer]", "href"))
        .collect();
    assert_eq!(found, ["https://xss.example/\"x"]);
}

#[test]
fn hostile_strings_are_text_in_the_edition_that_is_one_file() {
    let pack = pack::write(&hostile(&strings()));
    let html = publish_one_file(&page(), &Edition { pack: &pack, url: None }).unwrap();
    let html = String::from_utf8(html).unwrap();
    let kinds = attributes(&html, "script", "type");
    assert_eq!(kinds, ["module", "module", "module", "application/wasm"]);
    let elements = Html::parse_document(&html);
    for element in elements.tree.values().filter_map(|node| node.as_element()) {
        let is_known = ELEMENTS.split_whitespace().any(|known| known == element.name());
        assert!(is_known || element.name() == "style", "<{}>", element.name());
        let handlers = element.attrs().filter(|(name, _)| name.starts_with("on")).count();
        assert_eq!(handlers, 0, "{element:?}");
    }
    assert_eq!(texts(&html, ".overview__title"), [strings()[0].clone()]);
}
