//! The built page: the files that Trunk makes of the page's package, and the way of a pack into them.

use std::path::Path;

use communique_index::{Pack, PackError};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::SECTION;
use crate::files::{Files, sha256};
use crate::names::{self, HASH_LEN};
use crate::wasm::{WasmError, custom_section, with_custom_section};

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
    /// It reads packs of another version than are written here.
    #[error(
        "the built page reads packs of version {reads}, and this command writes version {writes}; build the page anew"
    )]
    OtherVersion {
        /// The version of the page.
        reads: u32,
        /// The version of this crate.
        writes: u32,
    },
    /// A file that the entrance names, or that the page comes with, is missing.
    #[error("these files are not the built page: {path} is missing; build the page anew")]
    Missing {
        /// Its path.
        path: String,
    },
    /// The script of a module is none that belongs to one.
    #[error("{path} is not the script of a module; build the page anew")]
    NoBindings {
        /// Its path.
        path: String,
    },
    /// The entrance cannot be read.
    #[error("{INDEX} cannot be read: {0}; build the page anew")]
    Index(String),
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
                (Some(pack), None) => {
                    check_version(pack)?;
                    found = Some(path.to_owned());
                }
                (None, before) => found = before,
            }
        }
        Ok(Self { files, module: found.ok_or(PageError::NoModule)? })
    }

    /// The page's files with `pack` beside its module, whose section stays empty: its first `head_len` bytes, with which
    /// a browser shows the first results, and the texts behind them. `index.html` says where they are and how long, so
    /// that a browser fetches module and head at once and can tell how far they are.
    ///
    /// # Errors
    /// If the module is damaged.
    pub fn with_pack_beside(&self, pack: &[u8], head_len: usize) -> Result<Files, PageError> {
        let mut files = self.with_pack(&[])?;
        let (head, texts) = pack.split_at(head_len);
        let mut lines = String::new();
        for (what, bytes) in [("pack", head), ("texts", texts)] {
            if bytes.is_empty() {
                continue;
            }
            let name = format!("corpus-{what}-{}.pack", &sha256(bytes)[..HASH_LEN]);
            let len = bytes.len();
            lines += &format!("<meta name=communique-{what} content=./{name} data-size={len}>");
            if what == "pack" {
                lines += &format!("<link rel=preload href=./{name} as=fetch crossorigin>");
            }
            files.insert(name, bytes);
        }
        let module = element!("meta[name=communique-module]", |element| {
            element.before(&lines, ContentType::Html);
            Ok(())
        });
        let settings =
            RewriteStrSettings { element_content_handlers: vec![module], ..Default::default() };
        // Only a handler that fails, or too little memory, could stop the rewriter.
        if let Ok(index) = rewrite_str(files.text(INDEX).unwrap_or_default(), settings) {
            files.insert(INDEX, index);
        }
        Ok(files)
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

/// Checks that the pack that a page was built with, if it has one, is of the version that is written here. A page that lay
/// about since an older build would make a site that no browser can open.
fn check_version(pack: &[u8]) -> Result<(), PageError> {
    match Pack::open(pack.to_owned()) {
        Err(PackError::Version { expected, got }) => {
            Err(PageError::OtherVersion { reads: got, writes: expected })
        }
        _ => Ok(()),
    }
}
