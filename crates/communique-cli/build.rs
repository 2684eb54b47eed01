//! Puts the built page into the command, so that it makes sites without a toolchain: the files in `page/` beside
//! this script, where `cargo xtask build` leaves them, or in the folder that `COMMUNIQUE_PAGE` names.
//!
//! `OUT_DIR/page.rs` lists them with their paths; a command built without a page gets an empty list. Whoever installs it
//! is told so now, and again when a page is needed.

#![allow(clippy::print_stdout, reason = "a build script talks to Cargo that way")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=COMMUNIQUE_PAGE");
    let beside = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("page");
    let folder = env::var_os("COMMUNIQUE_PAGE").map_or(beside, PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut entries = Vec::new();
    list(&folder, "", &mut entries)?;
    entries.sort();
    // A command that is built for development is none that anybody keeps.
    if entries.is_empty() && env::var_os("PROFILE").is_some_and(|profile| profile == "release") {
        println!(
            "cargo::warning=there is no built page yet: this `communique` reads articles, and makes no sites without --page; \
             `cargo xtask install` builds the page and then the command"
        );
    }
    let mut source = String::from("&[\n");
    for (path, file) in entries {
        writeln!(source, "    ({path:?}, include_bytes!({file:?})),").map_err(io::Error::other)?;
    }
    source.push_str("]\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("page.rs"), source)
}

/// Adds the path within the page and the whole path of every file in `folder`, dot files left out.
fn list(folder: &Path, below: &str, entries: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{below}{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), entries)?;
        } else {
            entries.push((path, fs::canonicalize(entry.path())?));
        }
    }
    Ok(())
}
