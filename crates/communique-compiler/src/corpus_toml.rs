//! `corpus.toml`: what the publisher says of the site, and of articles whose text does not say it.
//!
//! ```toml
//! title = "What ministers said"
//! description = "Statements of the talks of 2021."
//! language = "en"
//! sort = "newest"
//! url = "https://example.org/talks/"
//! quality = ["Of 40 statements marked by hand 38 are found."]
//!
//! [documents."accra.txt"]
//! title = "Talks go on"
//! date = "2021-05-03"
//! outlet = "Daily Example"
//! url = "https://example.org/accra"
//! ```
//!
//! Every key may be left out, and so may the file. What is said here goes before what the text says.

use std::collections::BTreeMap;
use std::path::Path;

use communique_index::{Date, Document, Site};
use communique_words::{recognized, say};
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::toml_file::{TomlFile, nearest};

/// The file's name below the publisher's folder.
pub const NAME: &str = "corpus.toml";

/// The checked contents of `corpus.toml`.
#[derive(Clone, Debug, Default)]
pub struct CorpusToml {
    /// What is said of the site, defaults filled in.
    pub site: Site,
    /// Where the site will stand, if that is said.
    pub url: Option<String>,
    facts: BTreeMap<String, Facts>,
}

/// What the publisher says of one article.
#[derive(Clone, Debug, Default)]
struct Facts {
    title: Option<String>,
    date: Option<Date>,
    outlet: Option<String>,
    url: Option<String>,
}

impl CorpusToml {
    /// Opens and checks the file of `folder`, whose articles are called `files`.
    ///
    /// # Errors
    /// Everything wrong in it: what is no TOML, unknown keys, dates that are none, articles that are not there.
    pub fn open(folder: &Path, files: &[&str]) -> Result<Self, Vec<Diagnostic>> {
        match TomlFile::open(folder, NAME).map_err(|error| vec![error])? {
            Some(file) => Self::parse(&file, files),
            None => Ok(Self { site: site(Written::default()), ..Self::default() }),
        }
        .map(|mut corpus| {
            if corpus.site.title.is_empty() {
                corpus.site.title = title_of(folder);
            }
            corpus
        })
    }

    fn parse(file: &TomlFile, files: &[&str]) -> Result<Self, Vec<Diagnostic>> {
        let mut written: Written = file.parse().map_err(|error| vec![error])?;
        let mut findings = Vec::new();
        findings.extend(written.sort.as_ref().and_then(|sort| unknown_order(file, sort)));
        let url = web_address(std::mem::take(&mut written.url));
        let url = url.unwrap_or_else(|(span, message)| {
            findings.push(file.error(span, message));
            None
        });
        let mut facts = BTreeMap::new();
        for (name, table) in std::mem::take(&mut written.documents) {
            if !files.contains(&name.get_ref().as_str()) {
                findings.push(file.error(name.span(), no_such_file(name.get_ref(), files)));
            }
            match checked(table) {
                Ok(checked) => {
                    facts.insert(name.into_inner(), checked);
                }
                Err((span, message)) => findings.push(file.error(span, message)),
            }
        }
        if findings.is_empty() {
            Ok(Self { site: site(written), url, facts })
        } else {
            Err(findings)
        }
    }

    /// Writes what is said of `document` over what its text says.
    pub fn apply(&self, document: &mut Document) {
        let Some(facts) = self.facts.get(&document.file) else { return };
        if let Some(title) = &facts.title {
            document.title.clone_from(title);
        }
        if let Some(date) = facts.date {
            document.date = Some(date);
            document.date_note = say::DATE_IN_FILE.told([NAME]);
        }
        if facts.outlet.is_some() {
            document.outlet.clone_from(&facts.outlet);
        }
        if facts.url.is_some() {
            document.url.clone_from(&facts.url);
        }
    }
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: Option<String>,
    description: Option<String>,
    language: Option<String>,
    sort: Option<Spanned<String>>,
    url: Option<Spanned<String>>,
    #[serde(default)]
    quality: Vec<String>,
    #[serde(default)]
    documents: BTreeMap<Spanned<String>, WrittenFacts>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFacts {
    title: Option<String>,
    date: Option<Spanned<String>>,
    outlet: Option<String>,
    url: Option<Spanned<String>>,
}

/// The name of `folder` as a title: `gulf-talks_2021` becomes "Gulf talks 2021".
fn title_of(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let name = whole.file_name().map(|name| name.to_string_lossy().into_owned());
    let words = name.unwrap_or_default().replace(['-', '_'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => "Statements".to_owned(),
    }
}

fn site(written: Written) -> Site {
    Site {
        title: written.title.unwrap_or_default(),
        description: written.description.unwrap_or_default(),
        language: written.language.unwrap_or_else(|| "en".to_owned()),
        sort: written.sort.map(Spanned::into_inner).unwrap_or_default(),
        has_suggested_themes: false,
        quality: written.quality.into_iter().map(in_a_form).collect(),
    }
}

/// Orders that a view can have without a query, by their keys in addresses.
pub const ORDERS: [&str; 4] = ["newest", "oldest", "speaker", "document"];

fn unknown_order(file: &TomlFile, sort: &Spanned<String>) -> Option<Diagnostic> {
    let known = ORDERS.contains(&sort.get_ref().as_str());
    let message =
        || format!("`{}` is no order; write one of {}", sort.get_ref(), ORDERS.join(", "));
    (!known).then(|| file.error(sort.span(), message()))
}

type Mistake = (std::ops::Range<usize>, String);

fn checked(written: WrittenFacts) -> Result<Facts, Mistake> {
    let date = match &written.date {
        None => None,
        Some(date) => Some(Date::parse(date.get_ref()).ok_or_else(|| {
            let message = format!("`{}` is no date; write it as \"2021-04-12\"", date.get_ref());
            (date.span(), message)
        })?),
    };
    let url = web_address(written.url)?;
    Ok(Facts { title: written.title, date, outlet: written.outlet, url })
}

/// An address that a link may lead to.
fn web_address(url: Option<Spanned<String>>) -> Result<Option<String>, Mistake> {
    match url {
        Some(url)
            if !["https://", "http://"].iter().any(|start| url.get_ref().starts_with(start)) =>
        {
            let message = format!("`{}` is no address; begin it with https://", url.get_ref());
            Err((url.span(), message))
        }
        url => Ok(url.map(Spanned::into_inner)),
    }
}

fn no_such_file(name: &str, files: &[&str]) -> String {
    match nearest(name, files.iter().copied()) {
        Some(known) => format!("no article is called `{name}`; did you mean `{known}`?"),
        None => format!("no article is called `{name}`; correct or remove it"),
    }
}

/// A sentence on quality as a told text, if it is one of those that are measured: then it is read in other languages too.
fn in_a_form(sentence: String) -> String {
    recognized(&sentence).unwrap_or(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 2] = ["accra.txt", "lima.txt"];

    fn parse(text: &str) -> Result<CorpusToml, String> {
        CorpusToml::parse(&TomlFile::new(NAME, text), &FILES).map_err(|findings| {
            findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        })
    }

    #[test]
    fn facts_go_before_what_the_text_says() {
        let text = "title = \"Talks\"\n[documents.\"accra.txt\"]\ndate = \"2021-05-03\"\noutlet = \"Daily Example\"";
        let corpus = parse(text).unwrap();
        assert_eq!((corpus.site.title.as_str(), corpus.site.language.as_str()), ("Talks", "en"));
        let mut document = crate::read_document("accra.txt", b"Ann Lee said so.").unwrap().document;
        let title = document.title.clone();
        corpus.apply(&mut document);
        assert_eq!(document.date, Date::new(2021, 5, 3));
        assert_eq!(communique_words::told(&document.date_note), "as corpus.toml says");
        assert_eq!(document.outlet.as_deref(), Some("Daily Example"));
        assert_eq!(document.title, title);
    }

    #[test]
    fn mistakes_are_placed_and_come_with_a_remedy() {
        let check = |text: &str, message: &str| assert_eq!(parse(text).unwrap_err(), message);
        check(
            "titel = \"x\"",
            "corpus.toml:1:1: unknown field `titel`, expected one of `title`, `description`, `language`, `sort`, `url`, `quality`, `documents`; did you mean `title`?",
        );
        check(
            "[documents.\"acra.txt\"]\ntitle = \"x\"",
            "corpus.toml:1:12: no article is called `acra.txt`; did you mean `accra.txt`?",
        );
        check(
            "[documents.\"lima.txt\"]\ndate = \"3 May\"\n[documents.\"accra.txt\"]\nurl = \"example.org\"",
            "corpus.toml:4:7: `example.org` is no address; begin it with https://\ncorpus.toml:2:8: `3 May` is no date; write it as \"2021-04-12\"",
        );
        check(
            "sort = \"new\"",
            "corpus.toml:1:8: `new` is no order; write one of newest, oldest, speaker, document",
        );
        check(
            "url = \"example.org\"",
            "corpus.toml:1:7: `example.org` is no address; begin it with https://",
        );
        assert!(parse("title = ").unwrap_err().starts_with("corpus.toml:1:"));
    }
}
