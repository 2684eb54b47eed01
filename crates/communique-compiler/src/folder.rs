//! The publisher's folder on disk: which files are articles, and their bytes.

use std::fs;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Severity};

/// A file of the folder, not yet looked into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name below the folder.
    pub name: String,
    /// Its bytes as published.
    pub bytes: Vec<u8>,
}

/// The `.txt` files of `folder`, sorted by name (by bytes, so that every machine sorts alike).
///
/// What cannot be read is reported and left out.
///
/// # Errors
/// One finding, if the folder itself cannot be read or holds no article.
pub fn articles(folder: &Path) -> Result<(Vec<SourceFile>, Vec<Diagnostic>), Diagnostic> {
    let entries = fs::read_dir(folder).map_err(|error| {
        let message =
            format!("cannot read the folder of articles: {error}; name an existing folder");
        Diagnostic::new(Severity::Error, "", message)
    })?;
    let (mut files, mut diagnostics) = (Vec::new(), Vec::new());
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if !is_article(&path) {
            continue;
        }
        match fs::read(&path) {
            Ok(bytes) => files.push(SourceFile { name, bytes }),
            Err(error) => diagnostics.push(Diagnostic::new(
                Severity::Warning,
                &name,
                format!("cannot be read: {error}; left out"),
            )),
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    if files.is_empty() {
        let message = "the folder holds no .txt file; put one article a file into it";
        return Err(Diagnostic::new(Severity::Error, "", message));
    }
    Ok((files, diagnostics))
}

fn is_article(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
        && path.is_file()
}
