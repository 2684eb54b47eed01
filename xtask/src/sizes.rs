//! What the site weighs: each file raw and compressed with Brotli at its best, as a web server sends it.
//!
//! *Needed for the first search* is what a browser fetches before the first results: `index.html`, and every
//! file whose name stands in a needed file of text, save in an element marked `data-later`.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::output;

/// Bytes after Brotli that a five-article site may need for the first search.
const BUDGET: u64 = 200_000;
/// The part of them that may be WebAssembly.
const WASM_BUDGET: u64 = 170_000;

/// The measured files of a site, sorted by name.
pub(crate) struct Sizes(Vec<File>);

struct File {
    name: String,
    raw: u64,
    brotli: u64,
    needed: bool,
}

/// Measures the site in `dist`.
///
/// # Errors
/// If it cannot be read, or Node is missing.
pub(crate) fn measure(dist: &Path) -> Result<Sizes> {
    let mut names = Vec::new();
    list(dist, Path::new(""), &mut names)?;
    names.sort();
    let names = of_the_app(dist, names);
    let needed = needed(dist, &names)?;
    let brotli = brotli(dist, &names)?;
    let files = names.into_iter().zip(brotli).map(|(name, brotli)| {
        let raw = fs::metadata(dist.join(&name))?.len();
        let needed = needed.contains(&name);
        Ok(File { name, raw, brotli, needed })
    });
    files.collect::<Result<_>>().map(Sizes)
}

impl Sizes {
    /// A sentence for each budget that is exceeded.
    pub(crate) fn over_budget(&self) -> Vec<String> {
        let needed: u64 = self.needed(|_| true);
        let wasm: u64 = self.needed(|name| name.ends_with(".wasm"));
        [
            ("everything needed for the first search", needed, BUDGET),
            ("its wasm", wasm, WASM_BUDGET),
        ]
        .into_iter()
        .filter(|(_, got, limit)| got > limit)
        .map(|(what, got, limit)| format!("{what} is {} with Brotli, over {}", kb(got), kb(limit)))
        .collect()
    }

    fn needed(&self, which: impl Fn(&str) -> bool) -> u64 {
        self.0.iter().filter(|file| file.needed && which(&file.name)).map(|file| file.brotli).sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "      {:<56} {:>11} {:>11}", "file", "raw", "Brotli")?;
        for file in &self.0 {
            let mark = if file.needed { "" } else { "  (later)" };
            writeln!(
                f,
                "      {:<56} {:>11} {:>11}{mark}",
                file.name,
                kb(file.raw),
                kb(file.brotli)
            )?;
        }
        let wasm = self.needed(|name| name.ends_with(".wasm"));
        writeln!(
            f,
            "      {:<56} {:>11} {:>11}",
            "wasm needed for the first search",
            "",
            kb(wasm)
        )?;
        write!(
            f,
            "      {:<56} {:>11} {:>11}",
            "everything needed for the first search",
            "",
            kb(self.needed(|_| true))
        )
    }
}

/// Names of all files below `dist`, with `/` between folders.
fn list(dist: &Path, below: &Path, names: &mut Vec<String>) -> Result<()> {
    let folder = dist.join(below);
    for entry in
        fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?
    {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            list(dist, &path, names)?;
        } else {
            names.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

/// Those of `names` that the app is made of, as the list in `files.json` says; all where there is no list. The pages
/// beside the app are what readers without scripts fetch.
fn of_the_app(dist: &Path, mut names: Vec<String>) -> Vec<String> {
    if let Ok(list) = fs::read_to_string(dist.join("files.json")) {
        names.retain(|name| name == "sw.js" || list.contains(&format!("\"{name}\":")));
    }
    names
}

fn needed(dist: &Path, names: &[String]) -> Result<BTreeSet<String>> {
    let mut needed = BTreeSet::new();
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(name) = waiting.pop() {
        if !needed.insert(name.clone()) {
            continue;
        }
        let is_text = [".html", ".css", ".js", ".mjs", ".svg", ".webmanifest"]
            .iter()
            .any(|end| name.ends_with(end));
        if is_text {
            let text = fs::read_to_string(dist.join(&name))
                .with_context(|| format!("cannot read {name}"))?;
            let text = without_later(&text);
            let file_name =
                |other: &String| other.rsplit('/').next().is_some_and(|last| text.contains(last));
            waiting.extend(names.iter().filter(|&other| file_name(other)).cloned());
        }
    }
    Ok(needed)
}

/// The text without the elements marked `data-later`, which name what is loaded on first use.
fn without_later(text: &str) -> String {
    let is_kept = |part: &&str| {
        let tag = part.split('>').next().unwrap_or_default();
        !((tag.starts_with("meta ") || tag.starts_with("link ")) && tag.contains(" data-later"))
    };
    text.split('<').filter(is_kept).collect()
}

/// Sizes after Brotli, file by file. Node has the compressor built in, and is there for the site build anyway.
fn brotli(dist: &Path, names: &[String]) -> Result<Vec<u64>> {
    const SCRIPT: &str = "const { readFileSync } = require('fs'), { brotliCompressSync } = require('zlib');
        for (const name of process.argv.slice(1)) console.log(brotliCompressSync(readFileSync(name)).length);";
    let paths: Vec<PathBuf> = names.iter().map(|name| dist.join(name)).collect();
    let printed = output(Command::new("node").args(["--eval", SCRIPT, "--"]).args(&paths))?;
    printed.lines().map(|line| line.parse().context("a size is a number")).collect()
}

fn kb(bytes: u64) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_over_its_budget_is_told_so() {
        let file =
            |name: &str, brotli, needed| File { name: name.to_owned(), raw: 0, brotli, needed };
        let fits = Sizes(vec![
            file("a.wasm", 170_000, true),
            file("a.js", 30_000, true),
            file("later.js", 9, false),
        ]);
        assert!(fits.over_budget().is_empty());
        let heavy = Sizes(vec![file("a.wasm", 170_001, true), file("a.js", 30_000, true)]);
        assert_eq!(heavy.over_budget().len(), 2);
    }

    #[test]
    fn what_is_named_by_what_is_needed_is_needed() {
        let dist = std::env::temp_dir().join(format!("communique-sizes-{}", std::process::id()));
        fs::create_dir_all(dist.join("deep")).unwrap();
        for (name, text) in [
            (
                "index.html",
                "<i src='./a.js'><meta content=c.js data-later><link href=c.js data-later>",
            ),
            ("a.js", "import 'deep/b.js'"),
            ("deep/b.js", ""),
            ("c.js", ""),
        ] {
            fs::write(dist.join(name), text).unwrap();
        }
        let sizes = measure(&dist).unwrap();
        let needed: Vec<_> =
            sizes.0.iter().filter(|file| file.needed).map(|file| file.name.as_str()).collect();
        assert_eq!(needed, ["a.js", "deep/b.js", "index.html"]);
        assert!(sizes.0.iter().all(|file| file.brotli > 0));
        fs::remove_dir_all(&dist).unwrap();
    }
}
