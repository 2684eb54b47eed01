//! What the page says, put into the built page: English into the page itself, so that no module carries it and it is
//! there at once; every other language into a file of its own, which is called by its content and loaded when a reader
//! wants it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use communique_words::Language;

use crate::modules::content_hash;

/// The element of `www/index.html` for the English words, as Trunk leaves it.
const EMPTY: &str = "<template id=words></template>";

/// Puts the words of every language into the page in `dist`.
///
/// # Errors
/// If `index.html` has no place for them, or a file cannot be written.
pub(crate) fn put_in(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let mut html = fs::read_to_string(&index).context("cannot read index.html")?;
    ensure!(html.contains(EMPTY), "www/index.html has no {EMPTY}");
    let english = [Language::English.scripts(), Language::English.page()].join("\n\n");
    let filled = EMPTY.replace("><", &format!(">{}<", escaped(&english)));
    html = html.replace(EMPTY, &filled);
    for language in Language::ALL.into_iter().filter(|other| *other != Language::English) {
        let file = format!("words-{}.txt", language.tag());
        ensure!(html.contains(&file), "www/index.html has no meta element that names {file}");
        let texts = [language.scripts(), &format!("\n{}", language.page()), language.annex()];
        fs::write(dist.join(&file), texts.join("\n"))?;
        let named = format!("words-{}-{}.txt", language.tag(), content_hash(dist, &[&file])?);
        fs::rename(dist.join(&file), dist.join(&named))?;
        html = html.replace(&file, &named);
    }
    fs::write(&index, html).context("cannot write index.html")
}

/// As text within an element.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
