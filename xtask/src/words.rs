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

/// The element for what is read without scripts, likewise.
const SILENT: &str = "<noscript></noscript>";
/// The service worker, and the line of it that its words come into.
const WORKER: &str = "sw.js";
const UNSAID: &str = "const WORDS = {};";

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
        let (page, told) = (format!("\n{}", language.page()), told(language));
        let texts = [language.scripts(), &page, language.annex(), &told];
        fs::write(dist.join(&file), texts.join("\n"))?;
        let named = format!("words-{}-{}.txt", language.tag(), content_hash(dist, &[&file])?);
        fs::rename(dist.join(&file), dist.join(&named))?;
        html = html.replace(&file, &named);
    }
    ensure!(html.contains(SILENT), "www/index.html has no {SILENT}");
    html = html.replace(SILENT, &SILENT.replace("><", &format!(">{}<", no_scripts())));
    fs::write(&index, html).context("cannot write index.html")?;
    let worker = dist.join(WORKER);
    let script = fs::read_to_string(&worker).context("cannot read the service worker")?;
    ensure!(script.contains(UNSAID), "www/{WORKER} has no {UNSAID}");
    fs::write(&worker, script.replace(UNSAID, &spoken())).context("cannot write the worker")
}

/// What is read without scripts, in every language: no script can choose one.
fn no_scripts() -> String {
    let paragraph = |language: Language| {
        let (tag, direction) = (language.tag(), language.direction());
        let said = language.apart().find(|(key, _)| *key == "no_scripts");
        let text = escaped(said.map(|(_, text)| text).unwrap_or_default());
        format!("<p class=failure lang={tag} dir={direction}>{text}</p>")
    };
    Language::ALL.map(paragraph).concat()
}

/// The worker's words: an object of languages, each an object of texts. Rust spells a string as scripts do.
fn spoken() -> String {
    let language = |language: Language| {
        let texts: Vec<_> =
            language.apart().map(|(key, text)| format!("{key}: {text:?}")).collect();
        format!("{}: {{ {} }}", language.tag(), texts.join(", "))
    };
    format!("const WORDS = {{ {} }};", Language::ALL.map(language).join(", "))
}

/// What the compiler tells, each text behind the English one, by which it is found.
fn told(language: Language) -> String {
    let pairs = Language::English.told().lines().zip(language.told().lines());
    pairs.map(|(english, other)| format!("{english}\u{1f}{other}")).collect::<Vec<_>>().join("\n")
}

/// As text within an element.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
