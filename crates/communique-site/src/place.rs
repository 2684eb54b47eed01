//! Puts a finished site where it goes, whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::files::Files;
use crate::manifest::MANIFEST;

/// Why a site could not be put into its folder.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// There is something else.
    #[error(
        "{0} holds other files than a site made by this command; name an empty folder, or one that is not there yet"
    )]
    Occupied(PathBuf),
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

/// A folder on the same disk, hidden from whoever lists the site's neighbors.
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
}
