//! The scripts that `index.html` loads itself: modules joined into one, all made small, and called by what they are then.
//!
//! A page that asks for one script instead of six shows its first results sooner. What is marked `data-hosted` stays a file
//! of its own: an edition of one file goes without.
//!
//! esbuild does it and not Trunk, whose minifier names variables at random: the same sources must give the same bytes.
//! Trunk's digest of a script goes with the bytes that it was a digest of; what a name tells of its content is as much.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::run;
use crate::modules::content_hash;

/// Finishes the scripts of the page in `dist`; esbuild lies in `npm_bin`.
///
/// # Errors
/// If a script is missing, or esbuild fails.
pub(crate) fn finish(dist: &Path, npm_bin: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let mut html = fs::read_to_string(&index).context("cannot read index.html")?;
    let (joined, alone): (Vec<_>, Vec<_>) = tags(&html).into_iter().partition(Tag::is_joined);
    let (last, before) = joined.split_last().context("index.html loads no module")?;
    join(dist, before, last, npm_bin)?;
    for tag in before {
        fs::remove_file(dist.join(&tag.file))?;
        html = html.replace(&format!("{}</script>", tag.text), "");
    }
    for tag in &alone {
        minify(&dist.join(&tag.file), tag.kind, npm_bin)?;
    }
    for tag in alone.iter().chain([last]) {
        html = html.replace(&tag.text, &tag.called(&by_content(dist, &tag.file)?));
    }
    fs::write(&index, html).context("cannot write index.html")
}

/// How a browser reads a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// As a module: its names are its own.
    Module,
    /// As a classic script, whose outermost names others may use.
    Classic,
}

/// Has esbuild make a script smaller, by a third after Brotli if `wasm-bindgen` wrote it.
///
/// # Errors
/// If esbuild cannot.
pub(crate) fn minify(script: &Path, kind: Kind, npm_bin: &Path) -> Result<()> {
    run(&mut esbuild(script, kind, npm_bin)).context("a script was not made smaller")
}

/// Has esbuild put the modules `before` in front of the module `last`, in their order, and make the whole small.
fn join(dist: &Path, before: &[Tag], last: &Tag, npm_bin: &Path) -> Result<()> {
    let mut esbuild = esbuild(&dist.join(&last.file), last.kind, npm_bin);
    esbuild.arg("--bundle");
    esbuild.args(before.iter().map(|tag| format!("--inject:{}", dist.join(&tag.file).display())));
    run(&mut esbuild).context("the scripts of the page were not joined")
}

/// esbuild, writing `script` smaller in its place.
fn esbuild(script: &Path, kind: Kind, npm_bin: &Path) -> Command {
    let mut esbuild =
        Command::new(npm_bin.join(if cfg!(windows) { "esbuild.cmd" } else { "esbuild" }));
    esbuild.arg(script).args(["--minify", "--allow-overwrite", "--log-level=warning"]);
    if kind == Kind::Module {
        esbuild.arg("--format=esm");
    }
    esbuild.arg(format!("--outfile={}", script.display()));
    esbuild
}

/// The opening tag of a script, as Trunk writes it.
#[derive(Debug, PartialEq, Eq)]
struct Tag {
    text: String,
    /// The file that it loads.
    file: String,
    kind: Kind,
}

impl Tag {
    /// Whether it may be one with other scripts.
    fn is_joined(&self) -> bool {
        self.kind == Kind::Module && !self.text.contains("data-hosted")
    }

    /// The tag for the same script under another name, without its digest.
    fn called(&self, name: &str) -> String {
        let attributes = self.text.split(' ').filter(|part| !part.starts_with("integrity="));
        attributes.collect::<Vec<_>>().join(" ").replace(&self.file, name)
    }
}

/// The opening tags of the scripts in `html`.
fn tags(html: &str) -> Vec<Tag> {
    let tags = html.match_indices("<script ").filter_map(|(start, _)| {
        let text = &html[start..=start + html[start..].find('>')?];
        let (_, source) = text.split_once("src=./")?;
        let file = source.split([' ', '>']).next()?.to_owned();
        let kind = if text.contains("type=module") { Kind::Module } else { Kind::Classic };
        Some(Tag { text: text.to_owned(), file, kind })
    });
    tags.collect()
}

/// Renames `file` in `dist`, whose name ends with a hash, by what it holds; gives the new name.
fn by_content(dist: &Path, file: &str) -> Result<String> {
    let (name, _) = file.rsplit_once('-').with_context(|| format!("{file} has no hash"))?;
    let named = format!("{name}-{}.js", content_hash(dist, &[file])?);
    fs::rename(dist.join(file), dist.join(&named))?;
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_is_told_to_leave_them_alone() {
        let scripts = include_str!("../../www/index.html").split("<script ").skip(1);
        let is_left = |tag: &&str| tag.starts_with("data-trunk data-no-minify src=");
        assert_eq!(scripts.clone().find(|tag| !is_left(tag)), None);
        assert!(scripts.count() > 4);
    }

    #[test]
    fn tags_name_a_script_and_how_it_is_read() {
        let html = "<script integrity=sha384-a/b+c src=./watch-1.js></script><meta content=./m-2.js>\
            <script data-hosted integrity=sha384-d src=./offline-3.js type=module></script><script>x</script>";
        let found = tags(html);
        let names: Vec<_> = found.iter().map(|tag| (tag.file.as_str(), tag.kind)).collect();
        assert_eq!(names, [("watch-1.js", Kind::Classic), ("offline-3.js", Kind::Module)]);
        assert!(found.iter().all(|tag| !tag.is_joined()), "classic, and for a web address only");
        assert!(tags("<script src=./start-4.js type=module></script>")[0].is_joined());
        assert_eq!(found[0].called("watch-4.js"), "<script src=./watch-4.js>");
        let module = "<script data-hosted src=./offline-5.js type=module>";
        assert_eq!(found[1].called("offline-5.js"), module);
    }

    #[test]
    fn a_script_is_called_by_what_it_holds() {
        let dist = std::env::temp_dir().join(format!("communique-scripts-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let named = |file: &str, content: &str| {
            fs::write(dist.join(file), content).unwrap();
            by_content(&dist, file).unwrap()
        };
        let first = named("a-b-0000000000000000.js", "one");
        assert_eq!(first, named("a-b-1111111111111111.js", "one"));
        assert_ne!(first, named("a-b-0000000000000000.js", "two"));
        assert!(first.starts_with("a-b-") && dist.join(first).is_file());
        fs::remove_dir_all(&dist).unwrap();
    }
}
