//! Tells when files change, by looking at them once a second: it works the same on every machine and network
//! folder, and a thousand files cost a few milliseconds.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

const POLL: Duration = Duration::from_secs(1);

/// Files and folders, and how they looked.
pub struct Watch {
    sources: Vec<PathBuf>,
    seen: u64,
}

impl Watch {
    /// Watches `sources`: files, and all that is below folders, from now on.
    pub fn new(sources: Vec<PathBuf>) -> Self {
        let seen = fingerprint(&sources);
        Self { sources, seen }
    }

    /// Waits until something is another than before.
    pub fn wait(&mut self) {
        while !self.has_changed() {
            pause();
        }
    }

    /// Whether something is another than it was at the last call.
    pub fn has_changed(&mut self) -> bool {
        let now = fingerprint(&self.sources);
        // An editor or a checkout may still be writing: news is what two looks agree on.
        let is_news = now != self.seen && {
            sleep(POLL / 4);
            fingerprint(&self.sources) == now
        };
        if is_news {
            self.seen = now;
        }
        is_news
    }
}

/// Waits until it is worth while to look again.
pub fn pause() {
    sleep(POLL);
}

/// A hash of the names, sizes and times of all files.
fn fingerprint(sources: &[PathBuf]) -> u64 {
    let mut hasher = DefaultHasher::new();
    sources.iter().for_each(|source| add(source, &mut hasher));
    hasher.finish()
}

fn add(path: &Path, hasher: &mut DefaultHasher) {
    let Ok(metadata) = fs::metadata(path) else { return };
    path.hash(hasher);
    if metadata.is_dir() {
        let mut entries: Vec<_> =
            fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| add(entry, hasher));
    } else {
        metadata.len().hash(hasher);
        metadata.modified().ok().hash(hasher);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_is_told_once() {
        let folder = std::env::temp_dir().join(format!("communique-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).unwrap();
        let mut watch = Watch::new(vec![folder.clone()]);
        assert!(!watch.has_changed());
        fs::write(folder.join("deep").join("a.txt"), "new").unwrap();
        assert!(watch.has_changed());
        assert!(!watch.has_changed());
        fs::remove_file(folder.join("deep").join("a.txt")).unwrap();
        assert!(watch.has_changed());
        fs::remove_dir_all(&folder).unwrap();
    }
}
