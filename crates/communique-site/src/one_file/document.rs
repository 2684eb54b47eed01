//! The document of an edition that is one file: the front page with all that it names inside.
//!
//! Browsers let a file of the disk load nothing beside it. So style sheet and scripts stand in it as they are, each
//! allowed by its hash in the document's own policy; modules, and a long pack, lie in elements that no browser runs,
//! from where `www/one-file.js` answers the page's requests. What is marked `data-hosted` is for a web
//! address only and left out, and the pages beside the app are named without a link.

use std::cell::RefCell;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use communique_words::Language;
use lol_html::element;
use lol_html::errors::RewritingError;
use lol_html::html_content::{ContentType, Element};
use sha2::{Digest, Sha256};

use super::script;
use crate::files::Files;
use crate::page::{INDEX, PageError};
use crate::shell::{rewritten, try_rewritten};

/// The script that stands in for a server.
const ANSWERS: &str = "one-file.js";
/// Name of the element that tells such a document from a site's, and where its site stands.
pub(super) const MARK: &str = "communique-one-file";
/// The key of what is read where scripts are not allowed.
const WITHOUT_SCRIPTS: &str = "no_scripts_file";

/// The document, with empty elements for the files that it is to hold.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) html: String,
    /// Path and media type of each file that it is to hold, in its order.
    pub(super) held: Vec<(String, &'static str)>,
}

/// The tag of the element for a file. By its name the page asks for it.
pub(super) fn opening(path: &str, media_type: &str) -> String {
    format!("<script type=\"{media_type}\" data-file=\"{path}\">")
}

impl Document {
    /// Makes it from the front page among `files`. `url` is where the site will stand.
    pub(super) fn new(files: &Files, url: Option<&str>) -> Result<Self, PageError> {
        let inside = Inside { files, held: RefCell::default(), allowed: RefCell::default() };
        let html = inside.filled()?;
        let (held, allowed) = (inside.held.take(), inside.allowed.take());
        let (policy, mark) = (allowed.policy(), mark(url));
        let elements: String =
            held.iter().map(|(path, kind)| opening(path, kind) + "</script>").collect();
        let handlers = vec![
            element!("meta[http-equiv=Content-Security-Policy]", |meta| {
                meta.before(&mark, ContentType::Html);
                Ok(meta.set_attribute("content", &policy)?)
            }),
            element!("body", |body| {
                body.append(&elements, ContentType::Html);
                Ok(())
            }),
        ];
        Ok(Self { html: rewritten(&html, handlers), held })
    }
}

/// Says that this is a document of its own, and where its site stands on the web.
fn mark(url: Option<&str>) -> String {
    let url = url.unwrap_or_default().replace('&', "&amp;").replace('"', "&quot;");
    format!("<meta name={MARK} content=\"{url}\">")
}

/// Hashes of what the document may run and look like, as a policy names them.
#[derive(Debug, Default)]
struct Allowed {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Allowed {
    fn policy(&self) -> String {
        format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
             form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            self.scripts.join(" "),
            self.styles.join(" ")
        )
    }
}

/// What gets into the document.
struct Inside<'f> {
    files: &'f Files,
    held: RefCell<Vec<(String, &'static str)>>,
    allowed: RefCell<Allowed>,
}

impl Inside<'_> {
    /// The front page with what it names inside, but for files that elements are to hold.
    fn filled(&self) -> Result<String, PageError> {
        let handlers = vec![
            element!("[data-hosted], link[rel=modulepreload], link[rel=preload]", |it| {
                it.remove();
                Ok(())
            }),
            element!("link[rel=icon]", |it| Ok(self.icon(it)?)),
            element!("link[rel=stylesheet]", |it| Ok(self.style_sheet(it)?)),
            element!("script[src]:not([data-hosted])", |it| Ok(self.script(it)?)),
            element!("meta[name=communique-module]", |it| {
                it.before(&self.inline(self.text(ANSWERS)?), ContentType::Html);
                Ok(())
            }),
            element!("meta[data-wasm]", |it| Ok(self.module(it)?)),
            element!("meta[name=communique-pack], meta[name=communique-texts]", |it| {
                self.hold(it, "application/octet-stream");
                Ok(())
            }),
            element!("meta[name^=communique-words-]", |it| {
                self.hold(it, "text/plain");
                Ok(())
            }),
            element!("#overview a", |it| {
                it.remove_and_keep_content();
                Ok(())
            }),
            element!("noscript", |it| {
                it.set_inner_content(&without_scripts(), ContentType::Html);
                Ok(())
            }),
        ];
        try_rewritten(self.text(INDEX)?, handlers).map_err(|error| match error {
            RewritingError::ContentHandlerError(error) => match error.downcast::<PageError>() {
                Ok(error) => *error,
                Err(other) => PageError::Index(other.to_string()),
            },
            other => PageError::Index(other.to_string()),
        })
    }

    fn icon(&self, link: &mut Element<'_, '_>) -> Result<(), PageError> {
        let icon = self.text(&named(link, "href"))?;
        let icon = BASE64_STANDARD.encode(icon);
        let inside = format!("<link rel=icon href=\"data:image/svg+xml;base64,{icon}\">");
        link.replace(&inside, ContentType::Html);
        Ok(())
    }

    fn style_sheet(&self, link: &mut Element<'_, '_>) -> Result<(), PageError> {
        let sheet = self.text(&named(link, "href"))?;
        self.allowed.borrow_mut().styles.push(hash(sheet));
        link.replace(&format!("<style>{sheet}</style>"), ContentType::Html);
        Ok(())
    }

    fn script(&self, element: &mut Element<'_, '_>) -> Result<(), PageError> {
        let script = script::without_tags(self.text(&named(element, "src"))?);
        self.allowed.borrow_mut().scripts.push(hash(&script));
        element.remove_attribute("src");
        element.remove_attribute("integrity");
        element.set_inner_content(&script, ContentType::Html);
        Ok(())
    }

    /// A module: its script behind its `meta` element, its wasm to be held.
    fn module(&self, meta: &mut Element<'_, '_>) -> Result<(), PageError> {
        let (path, name) = (named(meta, "content"), named(meta, "name"));
        let offered = script::offered(&name, self.text(&path)?);
        let offered = offered.ok_or(PageError::NoBindings { path })?;
        meta.after(&self.inline(&offered), ContentType::Html);
        self.held.borrow_mut().push((named(meta, "data-wasm"), "application/wasm"));
        Ok(())
    }

    /// A file that a script asks for: to be held.
    fn hold(&self, meta: &mut Element<'_, '_>, media_type: &'static str) {
        self.held.borrow_mut().push((named(meta, "content"), media_type));
    }

    /// An element with `script`, which the policy then allows.
    fn inline(&self, script: &str) -> String {
        let script = script::without_tags(script);
        self.allowed.borrow_mut().scripts.push(hash(&script));
        format!("<script type=module>{script}</script>")
    }

    fn text(&self, path: &str) -> Result<&str, PageError> {
        self.files.text(path).ok_or_else(|| PageError::Missing { path: path.to_owned() })
    }
}

/// What is read where scripts are not allowed, in every language.
fn without_scripts() -> String {
    let paragraph = |language: Language| {
        let said = language.apart().find(|(key, _)| *key == WITHOUT_SCRIPTS);
        let text = said.map(|(_, text)| text).unwrap_or_default();
        let (tag, direction) = (language.tag(), language.direction());
        format!("<p class=failure lang={tag} dir={direction}>{text}</p>")
    };
    Language::ALL.map(paragraph).concat()
}

/// The path that an attribute names.
fn named(element: &Element<'_, '_>, attribute: &str) -> String {
    let path = element.get_attribute(attribute).unwrap_or_default();
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
}

/// The hash of a script or style sheet as a content security policy names it.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}
