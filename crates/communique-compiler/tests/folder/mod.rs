//! A publisher's folder for a test.

use std::fs;
use std::path::PathBuf;

use communique_compiler::{Compiled, Diagnostic, compile};

/// A publisher's folder that is gone when the test is over.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    /// A folder of these files. `name` keeps the folders of one test run apart.
    pub(crate) fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let path = std::env::temp_dir().join(format!("communique-{name}-{}", std::process::id()));
        let folder = Self(path);
        fs::create_dir_all(&folder.0).expect("a folder can be made");
        for (file, bytes) in files {
            folder.write(file, bytes);
        }
        folder
    }

    /// Writes a file, and the folder below this one that it lies in.
    pub(crate) fn write(&self, file: &str, bytes: &[u8]) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("it lies in a folder"))
            .expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    /// Compiles it.
    pub(crate) fn compile(&self) -> Result<Compiled, Vec<Diagnostic>> {
        compile(&self.0)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder left behind in the system's own place for such things harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}
