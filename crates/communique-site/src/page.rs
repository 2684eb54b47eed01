//! The built page: the files that Trunk makes of the page's package, and the way of a pack into them.

use std::path::Path;

use crate::files::Files;
use crate::wasm::{WasmError, custom_section, with_custom_section};
use crate::{SECTION, names};

/// The file at the entrance.
pub(crate) const INDEX: &str = "index.html";

/// The built page, with any pack inside.
#[derive(Clone, Debug)]
pub struct Page {
    files: Files,
    /// Path of the module that holds the pack.
    module: String,
}

/// What a folder lacks to be the built page.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// A file cannot be read.
    #[error("cannot read the built page: {0}")]
    Unreadable(#[from] std::io::Error),
    /// There is no entrance.
    #[error("these files are not the built page: there is no {INDEX} among them")]
    NoIndex,
    /// No module has the section, so that the page would not look for a pack.
    #[error("these files are not the built page: no module among them has a section `{SECTION}`")]
    NoModule,
    /// Two modules have it, and nothing says which is the page's.
    #[error("{first} and {second} both have a section `{SECTION}`; build the page anew")]
    TwoModules {
        /// One module.
        first: String,
        /// The other.
        second: String,
    },
    /// A module is damaged.
    #[error("{path} is damaged: {source}; build the page anew")]
    Module {
        /// Its path.
        path: String,
        /// What is wrong.
        source: WasmError,
    },
}

impl Page {
    /// Reads the built page in `folder`.
    ///
    /// # Errors
    /// If a file cannot be read, or they are not the built page.
    pub fn read(folder: &Path) -> Result<Self, PageError> {
        Self::new(Files::read(folder)?)
    }

    /// Takes `files` for the built page.
    ///
    /// # Errors
    /// If they are not.
    pub fn new(files: Files) -> Result<Self, PageError> {
        if files.get(INDEX).is_none() {
            return Err(PageError::NoIndex);
        }
        let mut found: Option<String> = None;
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".wasm")) {
            let section = custom_section(bytes, SECTION)
                .map_err(|source| PageError::Module { path: path.to_owned(), source })?;
            match (section, found.take()) {
                (Some(_), Some(first)) => {
                    return Err(PageError::TwoModules { first, second: path.to_owned() });
                }
                (Some(_), None) => found = Some(path.to_owned()),
                (None, before) => found = before,
            }
        }
        Ok(Self { files, module: found.ok_or(PageError::NoModule)? })
    }

    /// The page's files with `pack` in its module, renamed where a name tells its content.
    ///
    /// # Errors
    /// If the module is damaged.
    pub fn with_pack(&self, pack: &[u8]) -> Result<Files, PageError> {
        let path = &self.module;
        let module = self.files.get(path).unwrap_or_default();
        let module = with_custom_section(module, SECTION, pack)
            .map_err(|source| PageError::Module { path: path.clone(), source })?;
        let mut files = self.files.clone();
        names::replace(&mut files, path, module);
        Ok(files)
    }
}
