//! The publisher's folder on disk: which files are articles or records, and their bytes.

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

/// The files of a folder that documents come from, each list sorted by name (by bytes, so that every machine sorts
/// alike).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFiles {
    /// `*.txt`: an article each.
    pub articles: Vec<SourceFile>,
    /// `*.ndjson`: documents whose statements are known already, one a line.
    pub records: Vec<SourceFile>,
}

/// Reads the files of `folder`. What cannot be read is reported and left out.
///
/// # Errors
/// One finding, if the folder itself cannot be read or holds neither articles nor records.
pub fn open(folder: &Path) -> Result<(SourceFiles, Vec<Diagnostic>), Diagnostic> {
    let entries = fs::read_dir(folder).map_err(|error| {
        let message =
            format!("cannot read the folder of articles: {error}; name an existing folder");
        Diagnostic::new(Severity::Error, "", message)
    })?;
    let (mut files, mut diagnostics) = (SourceFiles::default(), Vec::new());
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        let list = match path.extension().map(|extension| extension.to_ascii_lowercase()) {
            Some(extension) if extension == "txt" => &mut files.articles,
            Some(extension) if extension == "ndjson" => &mut files.records,
            _ => continue,
        };
        if !path.is_file() {
            continue;
        }
        match fs::read(&path) {
            Ok(bytes) => list.push(SourceFile { name, bytes }),
            Err(error) => diagnostics.push(Diagnostic::new(
                Severity::Warning,
                &name,
                format!("cannot be read: {error}; left out"),
            )),
        }
    }
    files.articles.sort_by(|a, b| a.name.cmp(&b.name));
    files.records.sort_by(|a, b| a.name.cmp(&b.name));
    if files.articles.is_empty() && files.records.is_empty() {
        let message = "the folder holds no .txt file; put one article a file into it";
        return Err(Diagnostic::new(Severity::Error, "", message));
    }
    Ok((files, diagnostics))
}
