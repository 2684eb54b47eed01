//! File names that tell their content: `page-1a2b3c4d5e6f7a8b.js`.
//!
//! A browser or a host may keep a file for as long as it likes, and never shows a mix of two editions, if
//! another content always has another name. So when a file's bytes change, its name does, and with it the bytes
//! and names of all that name it, up to the files at the entrance, whose names stay.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::files::{Files, sha256};

/// Digits of the hash in a name: 64 bits.
pub(crate) const HASH_LEN: usize = 16;
/// Trunk leaves leading zeros out. A word that happens to be made of these letters is shorter.
const SHORTEST: usize = 11;

/// Files that can name others.
const TEXTS: [&str; 6] = [".html", ".css", ".js", ".mjs", ".json", ".webmanifest"];

/// Puts `bytes` in place of the file at `path`, renamed to tell its new content, and mends all that names it.
///
/// Files without a hash in their name keep it. Of files that name each other in a ring one keeps a name that
/// does not tell its last content, as no hash can be in what it is the hash of.
pub fn replace(files: &mut Files, path: &str, bytes: Vec<u8>) {
    files.insert(path, bytes);
    let mut changed = BTreeSet::from([path.to_owned()]);
    let mut settled = BTreeSet::new();
    while let Some(path) = next(files, &changed) {
        changed.remove(&path);
        let renamed = renamed(files, &path).unwrap_or_else(|| path.clone());
        settled.insert(renamed.clone());
        if renamed == path {
            continue;
        }
        let (old, new) = (file_name(&path).to_owned(), file_name(&renamed).to_owned());
        if let Some(bytes) = files.remove(&path) {
            files.insert(renamed, bytes);
        }
        for naming in naming(files, &old) {
            if let Some(text) = files.text(&naming).map(|text| text.replace(&old, &new)) {
                files.insert(naming.clone(), text);
                if !settled.contains(&naming) {
                    changed.insert(naming);
                }
            }
        }
    }
}

/// A changed file that names no other changed one, if there is any; else the first.
fn next(files: &Files, changed: &BTreeSet<String>) -> Option<String> {
    let is_free = |path: &&String| {
        let others = changed.iter().filter(|other| other != path);
        let text = files.text(path).filter(|_| is_text(path)).unwrap_or_default();
        !others.into_iter().any(|other| text.contains(file_name(other)))
    };
    changed.iter().find(is_free).or_else(|| changed.first()).cloned()
}

/// The path that tells the file's content, if it is another one.
fn renamed(files: &Files, path: &str) -> Option<String> {
    let old = hash_in(path)?;
    let hash = &sha256(files.get(path)?)[..HASH_LEN];
    (path[old.clone()] != *hash)
        .then(|| format!("{}{hash}{}", &path[..old.start], &path[old.end..]))
}

/// Where the hash is in a path: behind a hyphen, before a dot or an underscore, in the file's name.
pub(crate) fn hash_in(path: &str) -> Option<Range<usize>> {
    let name_at = path.len() - file_name(path).len();
    let hyphens = path[name_at..].match_indices('-').map(|(at, _)| name_at + at + 1);
    let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let mut runs = hyphens.map(|at| at..at + path[at..].bytes().take_while(is_digit).count());
    runs.find(|run| {
        (SHORTEST..=HASH_LEN).contains(&run.len()) && path[run.end..].starts_with(['.', '_'])
    })
}

/// Paths of the files that name `name`, sorted.
fn naming(files: &Files, name: &str) -> Vec<String> {
    let texts = files.iter().filter(|(path, _)| is_text(path));
    texts
        .filter(|(_, bytes)| str::from_utf8(bytes).is_ok_and(|text| text.contains(name)))
        .map(|(path, _)| path.to_owned())
        .collect()
}

fn is_text(path: &str) -> bool {
    TEXTS.iter().any(|end| path.ends_with(end))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(bytes: &[u8]) -> String {
        sha256(bytes)[..HASH_LEN].to_owned()
    }

    #[test]
    fn a_name_follows_its_content_up_to_the_entrance() {
        let mut files: Files = [
            ("index.html", "<script src=./start-0000000000000000.js>"),
            ("start-0000000000000000.js", "load('page-1111111111111111_bg.wasm')"),
            ("page-1111111111111111_bg.wasm", "old"),
            ("other-2222222222222222.css", "p { color: red }"),
        ]
        .into_iter()
        .collect();
        replace(&mut files, "page-1111111111111111_bg.wasm", b"new".to_vec());
        let wasm = format!("page-{}_bg.wasm", hash(b"new"));
        let script = format!("load('{wasm}')");
        let start = format!("start-{}.js", hash(script.as_bytes()));
        let html = format!("<script src=./{start}>");
        let expected: Files = [
            ("index.html", html.as_str()),
            (&start, &script),
            (&wasm, "new"),
            ("other-2222222222222222.css", "p { color: red }"),
        ]
        .into_iter()
        .collect();
        assert_eq!(files, expected);
    }

    #[test]
    fn a_file_that_is_named_twice_over_is_settled_once() {
        // The script names both the module and the style sheet; the sheet names the module too.
        let mut files: Files = [
            ("a-0000000000000000.js", "m-1111111111111111.wasm s-2222222222222222.css"),
            ("m-1111111111111111.wasm", "old"),
            ("s-2222222222222222.css", "m-1111111111111111.wasm"),
        ]
        .into_iter()
        .collect();
        replace(&mut files, "m-1111111111111111.wasm", b"new".to_vec());
        for (path, bytes) in files.iter() {
            assert!(path.contains(&hash(bytes)), "{path} tells its content");
        }
        assert_eq!(files.len(), 3);
    }

    #[test]
    fn hashes_are_told_from_words() {
        let check = |path: &str, found: Option<&str>| {
            assert_eq!(hash_in(path).map(|run| &path[run]), found, "{path}");
        };
        check("page-e960717115f9e60f_bg.wasm", Some("e960717115f9e60f"));
        check("a-b-e960717115f9e60f.js", Some("e960717115f9e60f"));
        check("print-f335cf800083081.css", Some("f335cf800083081"));
        check("page-facade.js", None);
        check("page-e960717115f9e60f/index.html", None);
        check("page-e960717115f9e60f1.js", None);
        check("page-E960717115F9E60F.js", None);
        check("index.html", None);
        check("a-ünïcödé-names.js", None);
    }

    #[test]
    fn files_that_name_each_other_come_to_an_end() {
        let mut files: Files = [
            ("a-0000000000000000.js", "b-1111111111111111.js"),
            ("b-1111111111111111.js", "a-0000000000000000.js"),
        ]
        .into_iter()
        .collect();
        replace(&mut files, "a-0000000000000000.js", b"b-1111111111111111.js;".to_vec());
        assert_eq!(files.len(), 2);
    }
}
