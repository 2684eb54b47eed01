//! The modules of the page as Trunk built them, finished: smaller for a compressor, and content in the names of the files.
//!
//! Trunk gives a content hash to the page's own module only. Here the files of what is loaded later are renamed, and
//! with them the names in `index.html`, from which `www/start.js` takes them: so a page can only ever load what was
//! built with it, whatever a cache or a half-done upload holds.

use std::fs;
use std::hash::Hasher;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::run;
use crate::wasm;

/// What is loaded on first use: its name, and how its files end behind that. Each has a `link` and a `meta` element in
/// `www/index.html`.
const LATER: &[(&str, &[&str])] =
    &[("communique-annex", MODULE), ("communique-regex", MODULE), ("save", &[".js"])];

/// A script and its wasm.
const MODULE: &[&str] = &[".js", "_bg.wasm"];

/// Finishes what Trunk built in `dist`: every module is made to compress well and agrees with its script on short
/// names, every script is made small by esbuild, which lies in `npm_bin`, and what is loaded on first use is called by its content.
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
            minify(&script, npm_bin)?;
            fs::write(module, wasm::by_likeness(&wasm::without_foreign(&short)?)?)?;
        }
    }
    name_by_content(dist)
}

/// Makes a script of `wasm-bindgen` a third smaller after Brotli; Trunk's own minifier gives up on what it uses.
fn minify(script: &Path, npm_bin: &Path) -> Result<()> {
    let mut esbuild =
        Command::new(npm_bin.join(if cfg!(windows) { "esbuild.cmd" } else { "esbuild" }));
    let out = format!("--outfile={}", script.display());
    esbuild.arg(script).args([
        "--minify",
        "--format=esm",
        "--allow-overwrite",
        "--log-level=warning",
        &out,
    ]);
    run(&mut esbuild).context("a script was not made smaller")
}

/// Renames the files of the modules loaded on first use, and what `index.html` calls them.
fn name_by_content(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let mut html = fs::read_to_string(&index).context("cannot read index.html")?;
    for (name, ends) in LATER {
        let files: Vec<String> = ends.iter().map(|end| format!("{name}{end}")).collect();
        let hash = content_hash(dist, &files)?;
        for (old, end) in files.iter().zip(*ends) {
            ensure!(html.contains(old), "www/index.html has no meta element that names {old}");
            let new = format!("{name}-{hash}{end}");
            html = html.replace(old, &new);
            fs::rename(dist.join(old), dist.join(new))?;
        }
    }
    fs::write(&index, html).context("cannot write index.html")
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
        for content in ["one", "one", "two"] {
            let mut html = String::new();
            for (name, ends) in LATER {
                for end in *ends {
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
        let script = names[0].split(['=', ' ']).nth(2).unwrap();
        assert!(dist.join(script).is_file(), "{script}");
        fs::remove_dir_all(&dist).unwrap();
    }
}
