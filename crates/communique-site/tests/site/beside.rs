//! Where the pack goes: into the module, or beside it where it is long.

use communique_index::fixture::{Said, corpus};
use communique_index::pack;
use communique_site::{Edition, MOST_INSIDE, SECTION, publish, wasm};

use crate::made::{attributes, page, site, talks};

#[test]
fn a_short_pack_is_inside_the_module() {
    let files = site(&talks(), None);
    assert!(files.iter().all(|(path, _)| !path.ends_with(".pack")));
    assert_eq!(section(&files), pack::write(&talks()));
}

#[test]
fn a_long_pack_is_two_files_that_the_entrance_names() {
    let speech = "no word of it is new ".repeat(MOST_INSIDE / 20);
    let long = pack::write(&corpus(&[
        Said::new("a.txt", "ada", &speech),
        Said::new("b.txt", "ada", "and so on").dated("2021-04-12"),
    ]));
    assert!(long.len() > MOST_INSIDE);
    let files = publish(&page(), &Edition { pack: &long, url: None }).unwrap();
    let index = files.text("index.html").unwrap();
    let mut parts = Vec::new();
    for meta in ["meta[name=communique-pack]", "meta[name=communique-texts]"] {
        let named = |attribute| attributes(index, meta, attribute).remove(0);
        let path = named("content");
        let part = files.get(path.trim_start_matches("./")).unwrap();
        assert_eq!(named("data-size"), part.len().to_string());
        parts.push((path, part));
    }
    let [(head, first), (_, texts)] = &parts[..] else { panic!("two parts") };
    assert_eq!([*first, *texts].concat(), long);
    assert_eq!(
        attributes(index, "link[rel=preload][as=fetch]", "href"),
        *std::slice::from_ref(head)
    );
    assert!(section(&files).is_empty());
}

/// The section for the pack in the site's module.
fn section(files: &communique_site::Files) -> Vec<u8> {
    let module = files.iter().find(|(path, _)| path.ends_with("_bg.wasm")).unwrap().1;
    wasm::custom_section(module, SECTION).unwrap().unwrap().to_vec()
}
