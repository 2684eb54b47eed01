//! Puts a finished site, or an edition that is one file, where it goes: whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::files::Files;
use crate::manifest::MANIFEST;
use crate::one_file;

/// Why a site could not be put into its folder.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// There is something else.
    #[error(
        "{0} holds other files than a site made by this command; name an empty folder, or one that is not there yet"
    )]
    Occupied(PathBuf),
    /// There is another file, or a folder.
    #[error(
        "{0} is there already and was not made by this command; name a file that is not there yet, such as site.html"
    )]
    Foreign(PathBuf),
    /// The file system refuses.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Whether `folder` holds a finished site.
pub fn is_site(folder: &Path) -> bool {
    folder.join(MANIFEST).is_file()
}

/// Puts `files` into `folder` in place of the site that is there.
///
/// They are written beside it first, so that whoever reads the folder meanwhile finds the old site or the
/// new one, and never a mix but for the moment between two renamings.
///
/// # Errors
/// If `folder` holds anything but a site, or the file system refuses.
pub fn put(files: &Files, folder: &Path) -> Result<(), PlaceError> {
    let is_there = folder.try_exists()?;
    if is_there && !is_site(folder) && fs::read_dir(folder)?.next().is_some() {
        return Err(PlaceError::Occupied(folder.to_owned()));
    }
    let (new, old) = (beside(folder, "new"), beside(folder, "old"));
    for left_over in [&new, &old] {
        if left_over.try_exists()? {
            fs::remove_dir_all(left_over)?;
        }
    }
    files.write(&new)?;
    if is_there {
        fs::rename(folder, &old)?;
    }
    fs::rename(&new, folder)?;
    if is_there {
        fs::remove_dir_all(&old)?;
    }
    Ok(())
}

/// Puts the edition that is one file at `path`, in place of the one that is there.
///
/// # Errors
/// If there is anything else, or the file system refuses.
pub fn put_file(bytes: &[u8], path: &Path) -> Result<(), PlaceError> {
    if path.try_exists()? && (path.is_dir() || !one_file::is_one_file(&fs::read(path)?)) {
        return Err(PlaceError::Foreign(path.to_owned()));
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let new = beside(path, "new");
    fs::write(&new, bytes)?;
    Ok(fs::rename(&new, path)?)
}

/// A path on the same disk, hidden from whoever lists the site's neighbors.
fn beside(folder: &Path, end: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_takes_the_place_of_a_site_and_of_nothing_else() {
        let outer = std::env::temp_dir().join(format!("communique-place-{}", std::process::id()));
        let folder = outer.join("deep").join("site");
        let site = |text: &str| -> Files { [(MANIFEST, "{}"), (text, text)].into_iter().collect() };
        put(&site("one"), &folder).unwrap();
        put(&site("two"), &folder).unwrap();
        assert_eq!(Files::read(&folder).unwrap(), site("two"));
        fs::remove_file(folder.join(MANIFEST)).unwrap();
        assert!(matches!(put(&site("three"), &folder), Err(PlaceError::Occupied(_))));
        let left: Vec<_> = fs::read_dir(outer.join("deep")).unwrap().flatten().collect();
        assert_eq!(left.len(), 1, "nothing is left beside the site");
        fs::remove_dir_all(&outer).unwrap();
    }

    #[test]
    fn one_file_takes_the_place_of_one_file_and_of_nothing_else() {
        let outer = std::env::temp_dir().join(format!("communique-file-{}", std::process::id()));
        let path = outer.join("site.html");
        let edition = |text: &str| format!("<meta name=communique-one-file content=\"\">{text}");
        for text in ["one", "two"] {
            put_file(edition(text).as_bytes(), &path).unwrap();
            assert_eq!(fs::read(&path).unwrap(), edition(text).as_bytes());
        }
        assert!(matches!(put_file(b"", &outer), Err(PlaceError::Foreign(_))));
        fs::write(&path, "my own page").unwrap();
        assert!(matches!(put_file(b"", &path), Err(PlaceError::Foreign(_))));
        assert_eq!(fs::read_dir(&outer).unwrap().count(), 1, "nothing is left beside the file");
        fs::remove_dir_all(&outer).unwrap();
    }
}
