//! The edition that is one file: all of the app in a single `.html`, which opens from disk without a server.
//!
//! A site carries a *plan* for this file, `one-file-….json`: an array of text, path, text, and so on. Text goes in as
//! it is; a path stands for that file, as gzip in base64. [`assemble`] follows it here, and `www/save.js` in the
//! browser: one plan, made in one place, and whoever can read the site can put the file together. What the file
//! is like inside is told in `document.rs`.

mod document;
mod script;

use std::cell::RefCell;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lol_html::element;

use crate::compress;
use crate::files::{Files, sha256};
use crate::names::HASH_LEN;
use crate::page::{INDEX, PageError};
use crate::shell::rewritten;
use document::{Document, MARK, opening};

/// The element of the front page that names the plan, if the page can save itself as one file.
const NAMES_PLAN: &str = "meta[name=communique-save]";

/// Whether `bytes` begin as an edition that is one file does.
pub(crate) fn is_one_file(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).contains(MARK)
}

/// Adds the plan to `files`, in place of one that is there, and tells the front page. `url` is where the site will
/// stand.
///
/// # Errors
/// If the front page names a file that is missing, or a script that `wasm-bindgen` did not write.
pub(crate) fn add_plan(files: &mut Files, url: Option<&str>) -> Result<(), PageError> {
    let plan = serde_json::to_string(&plan(files, url)?).expect("texts have no way to fail");
    let path = format!("one-file-{}.json", &sha256(plan.as_bytes())[..HASH_LEN]);
    let before = RefCell::new(None);
    let index = rewritten(
        files.text(INDEX).unwrap_or_default(),
        vec![element!(NAMES_PLAN, |meta| {
            before.replace(meta.get_attribute("data-plan"));
            Ok(meta.set_attribute("data-plan", &path)?)
        })],
    );
    before.take().and_then(|before| files.remove(&before));
    files.insert(INDEX, index);
    files.insert(path, plan);
    Ok(())
}

/// The one file that is planned for `files`.
///
/// # Errors
/// As for [`add_plan`].
pub(crate) fn assemble(files: &Files, url: Option<&str>) -> Result<Vec<u8>, PageError> {
    let mut assembled = String::new();
    for (place, part) in plan(files, url)?.iter().enumerate() {
        match (place % 2, files.get(part)) {
            (0, _) => assembled.push_str(part),
            (_, Some(bytes)) => {
                BASE64_STANDARD.encode_string(compress::gzip(bytes), &mut assembled)
            }
            (_, None) => return Err(PageError::Missing { path: part.clone() }),
        }
    }
    Ok(assembled.into_bytes())
}

/// Text, path, text, and so on.
fn plan(files: &Files, url: Option<&str>) -> Result<Vec<String>, PageError> {
    let document = Document::new(files, url)?;
    let mut parts = Vec::new();
    let mut rest = document.html.as_str();
    for (path, media_type) in document.held {
        // No text of the corpus can hold this tag: there `<` is escaped, or in an attribute `"`.
        let opening = opening(&path, media_type);
        let end = rest.find(&opening).map_or(rest.len(), |at| at + opening.len());
        parts.extend([rest[..end].to_owned(), path]);
        rest = &rest[end..];
    }
    parts.push(rest.to_owned());
    Ok(parts)
}
