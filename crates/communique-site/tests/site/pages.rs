//! The pages beside the app, their other forms, and the names of an edition.

use std::collections::BTreeSet;

use communique_index::pack;
use communique_site::files::sha256;
use communique_site::{Files, Page, SCHEMA, SECTION, wasm};

use crate::made::{attributes, built, site, talks};

const URL: &str = "https://example.org/talks";

/// Where the links of the page at `from` lead within the site: a path, or `None` for another site or the app.
fn links(from: &str, html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (selector, attribute) in
        [("a", "href"), ("link", "href"), ("script", "src"), ("form", "action")]
    {
        for address in attributes(html, selector, attribute) {
            let address =
                address.strip_prefix(&format!("{URL}/")).map_or(address.clone(), |path| {
                    format!("{}{path}", "../".repeat(from.matches('/').count()))
                });
            let path = address.split(['?', '#']).next().unwrap_or_default();
            if !path.contains("://") && !path.is_empty() {
                found.insert(resolved(from, path));
            }
        }
    }
    found
}

fn resolved(from: &str, path: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop().expect("no link leads out of the site")),
            _ => parts.push(part),
        }
    }
    let path = parts.join("/");
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
}

/// Every page that can be reached from the front page by links alone.
fn reachable(files: &Files) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(path) = waiting.pop() {
        let Some(html) = files.text(&path).filter(|_| seen.insert(path.clone())) else { continue };
        if path.ends_with(".html") {
            waiting.extend(links(&path, html));
        }
    }
    seen
}

#[test]
fn the_pack_is_in_the_module_and_every_name_follows() {
    let corpus = talks();
    let files = site(&corpus, None);
    let module = files.iter().find(|(path, _)| path.ends_with(".wasm")).unwrap();
    let pack = communique_index::pack::write(&corpus);
    assert_eq!(wasm::custom_section(module.1, SECTION).unwrap(), Some(&pack[..]));
    assert!(module.0.contains(&sha256(module.1)[..16]), "{}", module.0);
    let html = files.text("index.html").unwrap();
    assert_eq!(attributes(html, "meta[data-wasm]", "data-wasm"), [format!("./{}", module.0)]);
    let edition = &attributes(html, "meta[name=communique-edition]", "content")[0];
    let list: serde_json::Value = serde_json::from_str(files.text("files.json").unwrap()).unwrap();
    assert_eq!(list["edition"], edition.as_str());
    for (path, hash) in list["files"].as_object().unwrap() {
        assert_eq!(hash, &sha256(files.get(path).unwrap()), "{path}");
    }
    assert!(files.text("sw.js").unwrap().contains(edition));
}

#[test]
fn same_page_and_corpus_same_bytes_and_another_corpus_another_edition() {
    assert_eq!(site(&talks(), Some(URL)), site(&talks(), Some(URL)));
    let mut other = talks();
    other.site.title = "Other".to_owned();
    assert_ne!(site(&other, None).get("files.json"), site(&talks(), None).get("files.json"));
}

#[test]
fn a_page_of_another_version_is_refused() {
    let mut pack = pack::write(&talks());
    assert!(Page::new(built(&pack)).is_ok());
    // The version stands behind the eight letters that every pack begins with.
    pack[8] += 1;
    let refused = Page::new(built(&pack)).unwrap_err().to_string();
    let (reads, writes) = (pack::VERSION + 1, pack::VERSION);
    let expected = format!("packs of version {reads}, and this command writes version {writes}");
    assert!(refused.contains(&expected), "{refused}");
}

#[test]
fn every_link_leads_somewhere() {
    for url in [None, Some(URL)] {
        let files = site(&talks(), url);
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            for target in links(path, str::from_utf8(bytes).unwrap()) {
                assert!(
                    files.get(&target).is_some(),
                    "{path} leads to {target}, which is not there"
                );
            }
        }
    }
}

#[test]
fn every_statement_is_reached_from_the_front_page_without_a_script() {
    let corpus = talks();
    let files = site(&corpus, None);
    let pages = reachable(&files);
    let mut shown = BTreeSet::new();
    for path in pages.iter().filter(|path| path.ends_with(".html") && path.contains('/')) {
        let html = files.text(path).unwrap();
        assert!(
            attributes(html, "script", "src").is_empty() && !html.contains("<script"),
            "{path}"
        );
        shown.extend(attributes(html, "article.statement", "id"));
    }
    let ids: BTreeSet<String> = corpus.statements.iter().map(|s| s.id.clone()).collect();
    assert_eq!(shown, ids);
    for kind in ["speaker/ann-lee", "country/pe", "theme/talks", "document/lima"] {
        assert!(pages.contains(&format!("{kind}.html")), "{kind}");
    }
}

#[test]
fn records_are_as_the_schema_says() {
    let schema = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let files = site(&talks(), Some(URL));
    let mut n_files = 0;
    for (path, bytes) in
        files.iter().filter(|(path, _)| path.ends_with(".json") && path.contains('/'))
    {
        let records: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        if let Err(error) = schema.validate(&records) {
            panic!("{path}: {error} at {}", error.instance_path());
        }
        assert_eq!(records["total"], records["statements"].as_array().unwrap().len());
        n_files += 1;
    }
    assert_eq!(n_files, 3 + 2 + 2 + 1, "articles, speakers, countries, themes");
    let mut broken: serde_json::Value =
        serde_json::from_str(files.text("speaker/ann-lee.json").unwrap()).unwrap();
    broken["statements"][0]["kind"] = "shouted".into();
    assert!(!schema.is_valid(&broken));
}

#[test]
fn feeds_hold_what_is_dated_and_say_what_they_leave_out() {
    let files = site(&talks(), Some(URL));
    let feed = files.text("speaker/ann-lee.atom").unwrap();
    assert_eq!(feed.matches("<entry>").count(), 2);
    assert!(feed.contains("<updated>2021-04-12T00:00:00Z</updated>"), "{feed}");
    assert!(
        feed.contains(
            r#"<link rel="self" href="https://example.org/talks/speaker/ann-lee.atom"/>"#
        )
    );
    assert!(feed.contains("https://example.org/talks/document/lima.html#lima.txt-1"));
    assert!(files.get("theme/talks.atom").is_some() && files.get("country/pe.atom").is_none());
    let ids: BTreeSet<&str> =
        feed.split("<id>").skip(1).filter_map(|rest| rest.split("</id>").next()).collect();
    assert_eq!(ids.len(), 3, "of the feed and of each entry, none twice");
}

#[test]
fn what_needs_whole_addresses_is_there_where_they_are_known() {
    let files = site(&talks(), None);
    assert!(files.get("sitemap.xml").is_none() && files.get("robots.txt").is_none());
    let html = files.text("document/lima.html").unwrap();
    assert!(attributes(html, "link[rel=canonical]", "href").is_empty());
    assert_eq!(attributes(html, "meta[property='og:title']", "content"), ["lima.txt"]);

    let files = site(&talks(), Some(URL));
    let sitemap = files.text("sitemap.xml").unwrap();
    let n_pages = files.iter().filter(|(path, _)| path.ends_with(".html")).count();
    assert_eq!(sitemap.matches("<loc>https://example.org/talks/").count(), n_pages);
    let html = files.text("document/lima.html").unwrap();
    assert_eq!(
        attributes(html, "link[rel=canonical]", "href"),
        ["https://example.org/talks/document/lima.html"]
    );
    assert_eq!(
        attributes(html, "meta[property='article:published_time']", "content"),
        ["2021-04-12"]
    );
}
