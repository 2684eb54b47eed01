//! From `words/*.txt` to a constant for each key, and a table of texts for each language.
//!
//! A key that a language lacks, a slot that it does not fill, and a line that cannot be read stop the build.

#![allow(clippy::print_stdout, reason = "a build script speaks to Cargo in this way")]

mod file;
mod keys;

use std::env;
use std::fs;
use std::path::Path;

use file::{Entry, Section};

/// The names of the files, the one that the others are measured by first.
const LANGUAGES: [&str; 2] = ["en", "fa"];

fn main() {
    println!("cargo::rerun-if-changed=words");
    if let Err(reason) = generate() {
        println!("cargo::error={reason}");
    }
}

fn generate() -> Result<(), String> {
    let mut generated = String::new();
    let mut first: Option<Vec<Entry>> = None;
    for language in LANGUAGES {
        let entries = read(language)?;
        let english = first.get_or_insert_with(|| entries.clone());
        let table = |section| file::table(english, &entries, section);
        for section in Section::ALL {
            let table =
                table(section).map_err(|reason| format!("words/{language}.txt: {reason}"))?;
            let name = format!("{}_{}", language.to_uppercase(), section.name().to_uppercase());
            generated += &format!("pub(crate) const {name}: &str = {table:?};\n");
        }
        file::same_keys(english, &entries)
            .map_err(|reason| format!("words/{language}.txt: {reason}"))?;
    }
    generated += &keys::constants(&first.unwrap_or_default())?;
    let folder = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&folder).join("words.rs"), generated).map_err(|error| error.to_string())
}

fn read(language: &str) -> Result<Vec<Entry>, String> {
    let path = format!("words/{language}.txt");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    file::parse(&text).map_err(|reason| format!("{path}:{reason}"))
}
