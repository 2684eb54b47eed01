//! The edition that is one file: everything inside, nothing named outside, and only what its policy allows.

use std::collections::BTreeSet;
use std::io::Read;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use communique_index::Corpus;
use communique_index::fixture::{Said, corpus};
use communique_index::pack;
use communique_site::{Edition, Files, MOST_INSIDE, SECTION, publish_one_file, wasm};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

use crate::made::{attributes, page, site, talks, texts};

fn one_file(corpus: &Corpus, url: Option<&str>) -> String {
    let edition = Edition { pack: &pack::write(corpus), url };
    String::from_utf8(publish_one_file(&page(), &edition).unwrap()).unwrap()
}

/// The files inside, by their names, as `www/one-file.js` finds them.
fn held(html: &str) -> Vec<(String, Vec<u8>)> {
    let names = attributes(html, "script[data-file]", "data-file");
    let unpacked = texts(html, "script[data-file]").into_iter().map(|base64| {
        let mut bytes = Vec::new();
        let compressed = BASE64_STANDARD.decode(base64).unwrap();
        flate2::read::GzDecoder::new(&compressed[..]).read_to_end(&mut bytes).unwrap();
        bytes
    });
    names.into_iter().zip(unpacked).collect()
}

#[test]
fn nothing_is_named_outside() {
    let html = one_file(&talks(), None);
    let named: Vec<_> = ["src", "href", "action", "integrity"]
        .into_iter()
        .flat_map(|name| attributes(&html, &format!("[{name}]"), name))
        .filter(|value| !value.starts_with("data:") && !value.starts_with('?'))
        .collect();
    assert_eq!(named, Vec::<String>::new());
    assert!(!html.contains("offline-") && !html.contains("communique-save"));
    assert!(texts(&html, "#overview").concat().contains("Ann Lee"), "named without a link");
    let unscripted = texts(&html, "noscript").concat();
    assert!(unscripted.contains("inside this file") && !unscripted.contains("page of its own"));
}

#[test]
fn the_policy_allows_the_scripts_and_styles_inside_and_no_other() {
    let html = one_file(&talks(), None);
    let policy = attributes(&html, "meta[http-equiv]", "content").remove(0);
    let allowed: BTreeSet<&str> =
        policy.split([' ', ';']).filter(|word| word.starts_with("'sha256-")).collect();
    let inside = texts(&html, "script:not([data-file]), style");
    let hash = |text: &String| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let hashes: Vec<String> = inside.iter().map(hash).collect();
    assert_eq!(inside.len(), 4, "the answers, the module's script, the starter, the style sheet");
    assert_eq!(hashes.iter().map(String::as_str).collect::<BTreeSet<_>>(), allowed);
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("'self'"), "{policy}");
    assert!(policy.ends_with("require-trusted-types-for 'script'; trusted-types 'none'"));
}

#[test]
fn modules_and_pack_are_inside_under_the_names_that_the_page_asks_for() {
    let html = one_file(&talks(), None);
    let [(name, module)] = &held(&html)[..] else { panic!("one module") };
    assert_eq!(attributes(&html, "meta[data-wasm]", "data-wasm"), [format!("./{name}")]);
    assert_eq!(wasm::custom_section(module, SECTION).unwrap(), Some(&pack::write(&talks())[..]));

    let long = corpus(&[
        Said::new("a.txt", "ada", &"no word of it is new ".repeat(MOST_INSIDE / 20)),
        Said::new("b.txt", "ada", "and so on").dated("2021-04-12"),
    ]);
    let html = one_file(&long, None);
    let held = held(&html);
    let [(head, first), (texts, rest), (_, _)] = &held[..] else { panic!("pack and module") };
    assert_eq!([&first[..], rest].concat(), pack::write(&long));
    for (meta, beside) in [("pack", head), ("texts", texts)] {
        let meta = format!("meta[name=communique-{meta}]");
        assert_eq!(attributes(&html, &meta, "content"), [format!("./{beside}")]);
    }
}

#[test]
fn it_says_where_its_site_stands() {
    let stands =
        |url| attributes(&one_file(&talks(), url), "meta[name=communique-one-file]", "content");
    assert_eq!(stands(None), [""]);
    assert_eq!(
        stands(Some("https://example.org/a?b=\"c\"&d")),
        ["https://example.org/a?b=\"c\"&d/"]
    );
}

/// What `www/save.js` does with the plan of a site.
fn saved(files: &Files) -> String {
    let index = files.text("index.html").unwrap();
    let path = attributes(index, "meta[name=communique-save]", "data-plan").remove(0);
    let plan: Vec<String> = serde_json::from_slice(files.get(&path).unwrap()).unwrap();
    let part = |(place, part): (usize, &String)| match place % 2 {
        0 => part.clone(),
        _ => {
            let mut gzip = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::new(6));
            std::io::Write::write_all(&mut gzip, files.get(part).unwrap()).unwrap();
            BASE64_STANDARD.encode(gzip.finish().unwrap())
        }
    };
    plan.iter().enumerate().map(part).collect()
}

#[test]
fn the_browser_puts_together_what_the_command_does() {
    for url in [None, Some("https://example.org/")] {
        assert_eq!(saved(&site(&talks(), url)), one_file(&talks(), url));
    }
}

#[test]
fn a_plan_cannot_be_forged_by_what_the_corpus_says() {
    // What `plan` looks for, in every place of the document that text of the corpus gets into.
    let forged =
        "</title><script type=\"application/wasm\" data-file=\"page-2222222222222222_bg.wasm\">";
    let mut hostile = talks();
    forged.clone_into(&mut hostile.site.title);
    forged.clone_into(&mut hostile.site.description);
    let html = one_file(&hostile, Some(forged));
    assert_eq!(held(&html).len(), 1);
    let scripts = Selector::parse("script").unwrap();
    assert_eq!(Html::parse_document(&html).select(&scripts).count(), 4);
    assert_eq!(saved(&site(&hostile, Some(forged))), html);
}
