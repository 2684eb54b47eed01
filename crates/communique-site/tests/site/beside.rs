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
fn a_long_pack_is_a_file_that_the_entrance_names() {
    let speech = "no word of it is new ".repeat(MOST_INSIDE / 20);
    let long = pack::write(&corpus(&[Said::new("a.txt", "ada", &speech)]));
    assert!(long.len() > MOST_INSIDE);
    let files = publish(&page(), &Edition { pack: &long, url: None }).unwrap();
    let index = files.text("index.html").unwrap();
    let named = |attribute| attributes(index, "meta[name=communique-pack]", attribute).remove(0);
    let path = named("content");
    assert_eq!(files.get(path.trim_start_matches("./")), Some(&long[..]));
    assert_eq!(named("data-size"), long.len().to_string());
    assert_eq!(attributes(index, "link[rel=preload][as=fetch]", "href"), [path]);
    assert!(section(&files).is_empty());
}

/// The section for the pack in the site's module.
fn section(files: &communique_site::Files) -> Vec<u8> {
    let module = files.iter().find(|(path, _)| path.ends_with("_bg.wasm")).unwrap().1;
    wasm::custom_section(module, SECTION).unwrap().unwrap().to_vec()
}
