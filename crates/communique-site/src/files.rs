//! Files by their path, in memory: what a built page is made of, and what a finished site is.
//!
//! Paths are relative, with `/` between folders, on every machine. They are kept sorted, so that whatever is
//! written or listed comes in one order everywhere.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

/// Files by their path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads every file below `folder`. What begins with a dot is left out: tools keep their own things there.
    ///
    /// # Errors
    /// If the folder or a file in it cannot be read; the error names it.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        files.add_folder(folder, "")?;
        Ok(files)
    }

    fn add_folder(&mut self, folder: &Path, below: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder).map_err(|error| named(folder, &error))? {
            let path = entry.map_err(|error| named(folder, &error))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if name.starts_with('.') {
                continue;
            }
            let place = format!("{below}{name}");
            if path.is_dir() {
                self.add_folder(&path, &format!("{place}/"))?;
            } else {
                self.insert(place, fs::read(&path).map_err(|error| named(&path, &error))?);
            }
        }
        Ok(())
    }

    /// Writes every file below `folder`, which is made where it is not there yet. Works on all processors: a disk
    /// takes many files sooner than one after the other.
    ///
    /// # Errors
    /// If a file or folder cannot be written; the error names it.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let target = |path: &str| path.split('/').fold(folder.to_owned(), |at, part| at.join(part));
        let mut folders: Vec<PathBuf> = self.0.keys().map(|path| target(path)).collect();
        folders.iter_mut().for_each(|path| _ = path.pop());
        folders.dedup();
        for folder in folders {
            fs::create_dir_all(&folder).map_err(|error| named(&folder, &error))?;
        }
        self.0.par_iter().try_for_each(|(path, bytes)| {
            let target = target(path);
            fs::write(&target, bytes).map_err(|error| named(&target, &error))
        })
    }

    /// Puts a file in, in place of one with the same path.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// Moves all files of `others` in here.
    pub fn append(&mut self, others: &mut Files) {
        self.0.append(&mut others.0);
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.0.remove(path)
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// The text of a file; `None` where it is not there or no UTF-8.
    pub fn text(&self, path: &str) -> Option<&str> {
        str::from_utf8(self.get(path)?).ok()
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Files {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect())
    }
}

/// The SHA-256 of `bytes`, 64 hexadecimal digits in lower case.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let folder = std::env::temp_dir().join(format!("communique-files-{}", std::process::id()));
        let files: Files = [("a.txt", "1"), ("deep/er/b c.txt", "2")].into_iter().collect();
        files.write(&folder).unwrap();
        fs::write(folder.join(".hidden"), "3").unwrap();
        assert_eq!(Files::read(&folder).unwrap(), files);
        fs::remove_dir_all(&folder).unwrap();
        assert!(Files::read(&folder).unwrap_err().to_string().contains("communique-files"));
    }

    #[test]
    fn a_digest_is_spelt_in_hexadecimal() {
        // FIPS 180-4, the empty message.
        assert!(sha256(b"").starts_with("e3b0c44298fc1c14"));
    }
}
