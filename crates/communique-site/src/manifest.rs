//! What belongs to an edition of the app, file by file with its SHA-256: for whoever keeps it, or checks a copy.
//!
//! `files.json` holds the list:
//!
//! ```json
//! {"edition":"0123456789abcdef","corpus":"fedcba9876543210","files":{"index.html":"<SHA-256>"}}
//! ```
//!
//! `sw.js`, the service worker, holds it in place of [`EMPTY`], since a browser takes a worker for a new one only
//! if its own bytes differ; and `index.html` is told the name of the edition in place of [`UNNAMED`], so that an open
//! page knows which one it is. The name is a hash of the list in which `index.html` counts as it was before: a file
//! cannot hold what is computed from it. The pages beside the app are not listed: it does not need them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::files::{Files, sha256};
use crate::page::INDEX;

/// The list's path.
pub const MANIFEST: &str = "files.json";
/// The service worker's path, where the page has one.
pub const WORKER: &str = "sw.js";
/// The line of the worker that the list takes the place of.
pub const EMPTY: &str = r#"const EDITION = { id: "", files: {} };"#;
/// What stands for the name of the edition in `index.html`.
pub const UNNAMED: &str = "@edition@";

/// Digits of the hash that names an edition: 64 bits.
const NAME_LEN: usize = 16;

#[derive(Serialize)]
struct Manifest<'f> {
    edition: &'f str,
    corpus: &'f str,
    files: &'f BTreeMap<String, String>,
}

/// Adds the list of all `files` to them, and tells worker and entrance. `corpus` is the name of the pack.
pub fn add(files: &mut Files, corpus: &str) {
    let listed = files.iter().filter(|(path, _)| *path != WORKER);
    let mut hashes: BTreeMap<String, String> =
        listed.map(|(path, bytes)| (path.to_owned(), sha256(bytes))).collect();
    let list: String = hashes.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
    let edition = &sha256(list.as_bytes())[..NAME_LEN];
    if let Some(index) = files.text(INDEX).map(|text| text.replace(UNNAMED, edition)) {
        hashes.insert(INDEX.to_owned(), sha256(index.as_bytes()));
        files.insert(INDEX, index);
    }
    if let Some(worker) = files.text(WORKER) {
        let worker = worker.replace(EMPTY, &worker_line(edition, &hashes));
        files.insert(WORKER, worker);
    }
    files.insert(MANIFEST, json(&Manifest { edition, corpus, files: &hashes }) + "\n");
}

fn worker_line(edition: &str, hashes: &BTreeMap<String, String>) -> String {
    let entries: String =
        hashes.iter().map(|(path, hash)| format!("  {}: {},\n", json(path), json(hash))).collect();
    format!("const EDITION = {{ id: {}, files: {{\n{entries}}} }};", json(edition))
}

fn json(value: &(impl Serialize + ?Sized)) -> String {
    serde_json::to_string(value).expect("texts have no way to fail")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(index: &str) -> Files {
        let worker = format!("\"use strict\";\n{EMPTY}\n");
        let files = [("index.html", index), ("page.js", "b"), ("sw.js", &worker)];
        let mut files: Files = files.into_iter().collect();
        add(&mut files, "01ab");
        files
    }

    fn edition(files: &Files) -> String {
        files.text(MANIFEST).unwrap()[12..12 + NAME_LEN].to_owned()
    }

    #[test]
    fn list_worker_and_entrance_name_the_same_edition() {
        let files = site("<meta content=@edition@>");
        let edition = edition(&files);
        assert_eq!(files.text("index.html").unwrap(), format!("<meta content={edition}>"));
        let index = sha256(files.get("index.html").unwrap());
        let page = sha256(b"b");
        assert_eq!(
            files.text(WORKER).unwrap(),
            format!(
                "\"use strict\";\nconst EDITION = {{ id: \"{edition}\", files: {{\n  \"index.html\": \"{index}\",\n  \
                 \"page.js\": \"{page}\",\n}} }};\n"
            )
        );
        assert!(files.text(MANIFEST).unwrap().contains(&index));
        assert!(!files.text(MANIFEST).unwrap().contains("sw.js"));
    }

    #[test]
    fn another_file_makes_another_edition() {
        assert_ne!(edition(&site("one")), edition(&site("two")));
        assert_eq!(edition(&site("one")), edition(&site("one")));
    }

    #[test]
    fn a_page_without_worker_gets_none() {
        let mut files: Files = [("index.html", "a")].into_iter().collect();
        add(&mut files, "01ab");
        assert!(files.get(WORKER).is_none());
    }
}
