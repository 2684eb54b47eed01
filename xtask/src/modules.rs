//! The modules of the page as Trunk built them, finished: smaller for a compressor, and content in the names of the files.
//!
//! Trunk gives a hash to the page's own module only, and one of what it was before it is finished here. So the files are
//! renamed, and with them the names in `index.html`, from which `www/start.js` takes them: a page can only ever load
//! what was built with it, whatever a cache or a half-done upload holds.

use std::fs;
use std::hash::Hasher;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::scripts::{Kind, minify};
use crate::wasm;

/// How the files of the page's own module begin; behind it Trunk puts a hash.
const PAGE: &str = "communique-web-";

/// What is loaded on first use: its name, and how its files end behind that. Each has a `link` and a `meta` element in
/// `www/index.html`.
const LATER: &[(&str, &[&str])] =
    &[("communique-annex", MODULE), ("communique-regex", MODULE), ("save", &[".js"])];

/// A script and its wasm.
const MODULE: &[&str] = &[".js", "_bg.wasm"];

/// Finishes what Trunk built in `dist`: every module is made to compress well and agrees with its script on short
/// names, its script is made small by esbuild, which lies in `npm_bin`, and both are called by their content.
///
/// # Errors
/// If a file is missing, `index.html` does not name it, or esbuild fails.
pub(crate) fn finish(dist: &Path, npm_bin: &Path) -> Result<()> {
    for entry in fs::read_dir(dist)? {
        let module = entry?.path();
        if let Some(stem) = module.to_str().and_then(|path| path.strip_suffix("_bg.wasm")) {
            let script = Path::new(stem).with_extension("js");
            let (short_script, short) =
                wasm::shorten(&fs::read_to_string(&script)?, &fs::read(&module)?)
                    .with_context(|| format!("cannot shorten {}", script.display()))?;
            fs::write(&script, short_script)?;
            minify(&script, Kind::Module, npm_bin)?;
            fs::write(module, wasm::by_likeness(&wasm::without_foreign(&short)?)?)?;
        }
    }
    name_by_content(dist)
}

/// Renames the files of every module, and what `index.html` calls them.
fn name_by_content(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let mut html = fs::read_to_string(&index).context("cannot read index.html")?;
    let page = page_module(&html)?;
    rename(dist, &mut html, &page, PAGE.trim_end_matches('-'), MODULE)?;
    for (name, ends) in LATER {
        rename(dist, &mut html, name, name, ends)?;
    }
    fs::write(&index, html).context("cannot write index.html")
}

/// What Trunk called the page's own module, as `html` has it.
fn page_module(html: &str) -> Result<String> {
    let start = html.find(PAGE).context("index.html names no module of the page")?;
    let name = html[start..].split(['.', '_']).next();
    name.map(str::to_owned).context("the name of the page's module has no end")
}

/// Calls the files `old` with each of `ends` by `name` and what they hold, here and in `html`.
fn rename(dist: &Path, html: &mut String, old: &str, name: &str, ends: &[&str]) -> Result<()> {
    let files: Vec<String> = ends.iter().map(|end| format!("{old}{end}")).collect();
    let hash = content_hash(dist, &files)?;
    for (old, end) in files.iter().zip(ends) {
        ensure!(html.contains(old), "www/index.html has no element that names {old}");
        let new = format!("{name}-{hash}{end}");
        *html = html.replace(old, &new);
        fs::rename(dist.join(old), dist.join(new))?;
    }
    Ok(())
}

/// A hash over files that belong together: a script goes only with the wasm it was made for.
pub(crate) fn content_hash(dist: &Path, names: &[impl AsRef<Path>]) -> Result<String> {
    // Not a secret and not a proof: its keys are fixed, and equal content gives equal names.
    let mut hasher = std::hash::DefaultHasher::new();
    for name in names {
        let file = dist.join(name);
        hasher
            .write(&fs::read(&file).with_context(|| format!("{} was not built", file.display()))?);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_named_by_its_content_and_the_page_knows() {
        let dist = std::env::temp_dir().join(format!("communique-modules-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let mut names = Vec::new();
        for (trunks, content) in [("0123", "one"), ("4567", "one"), ("0123", "two")] {
            let mut html = String::new();
            let page = (format!("{PAGE}{trunks}"), MODULE);
            let later = LATER.iter().map(|&(name, ends)| (name.to_owned(), ends));
            for (name, ends) in [page].into_iter().chain(later) {
                for end in ends {
                    html += &format!("<meta content={name}{end} name=x>");
                    fs::write(dist.join(format!("{name}{end}")), content).unwrap();
                }
            }
            fs::write(dist.join("index.html"), html).unwrap();
            name_by_content(&dist).unwrap();
            names.push(fs::read_to_string(dist.join("index.html")).unwrap());
        }
        assert_eq!(names[0], names[1]);
        assert_ne!(names[0], names[2]);
        let files: Vec<_> =
            names[0].split("content=").skip(1).filter_map(|rest| rest.split(' ').next()).collect();
        assert_eq!(files.len(), 7, "page, annex, patterns, and what saves");
        for file in files {
            assert!(dist.join(file).is_file(), "{file}");
        }
        fs::remove_dir_all(&dist).unwrap();
    }
}
