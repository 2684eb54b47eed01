//! The style sheets of the page, joined into one file: together they compress better, and a page asks for one
//! file instead of fifteen.
//!
//! The sources stay one file a component; `@layer` keeps their order whatever they are joined to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::modules::content_hash;

/// Joins the style sheets that `index.html` in `dist` links, in the order of its links, where the first of them was.
///
/// # Errors
/// If a file is missing or cannot be written.
pub(crate) fn join(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).context("cannot read index.html")?;
    let (before, names, behind) = split(&html);
    let mut joined = String::new();
    for name in names {
        let sheet = dist.join(name);
        joined += &fs::read_to_string(&sheet).with_context(|| format!("{name} was not built"))?;
        fs::remove_file(sheet)?;
    }
    fs::write(dist.join(JOINED), joined)?;
    let named = format!("styles-{}.css", content_hash(dist, &[JOINED])?);
    fs::rename(dist.join(JOINED), dist.join(&named))?;
    fs::write(&index, format!("{before}<link rel=stylesheet href=./{named}>{behind}"))
        .context("cannot write index.html")
}

/// What the joined file is called before it is called by its content.
const JOINED: &str = "styles.css";

/// What stands before the first link to a style sheet, the files that such links name, and all the rest.
fn split(html: &str) -> (String, Vec<&str>, String) {
    let (mut before, mut behind, mut names) = (String::new(), String::new(), Vec::new());
    let mut rest = html;
    while let Some(start) = rest.find("<link ") {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let name = style_sheet(&rest[start..end]);
        let kept = if name.is_some() { start } else { end };
        if names.is_empty() { &mut before } else { &mut behind }.push_str(&rest[..kept]);
        names.extend(name);
        rest = &rest[end..];
    }
    behind.push_str(rest);
    (before, names, behind)
}

/// The file that a link to a style sheet of ours names, as Trunk writes it: `./name`, with or without quotes.
fn style_sheet(link: &str) -> Option<&str> {
    let is_style_sheet = link.contains("rel=stylesheet") || link.contains("rel=\"stylesheet\"");
    let (_, href) = link.split_once("href=").filter(|_| is_style_sheet)?;
    href.trim_start_matches('"').strip_prefix("./")?.split([' ', '"', '>']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_style_sheets_become_one() {
        let html = "<title>x</title><link href=./i.svg rel=icon><link href=./a-1.css integrity=sha384-x rel=stylesheet>\
            <link rel=\"stylesheet\" href=\"./b-2.css\"><script src=./s.js></script><link href=m rel=manifest>";
        let (before, names, behind) = split(html);
        assert_eq!(before, "<title>x</title><link href=./i.svg rel=icon>");
        assert_eq!(names, ["a-1.css", "b-2.css"]);
        assert_eq!(behind, "<script src=./s.js></script><link href=m rel=manifest>");
    }
}
