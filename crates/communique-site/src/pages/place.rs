//! Where the page of a document or of a facet value stands, in names that every host and file system takes.

use communique_engine::{Action, Choice, View};
use communique_index::Facet;

use crate::files::sha256;

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// One source file.
    Document,
    /// One speaker.
    Speaker,
    /// One country that is spoken about.
    Country,
    /// One theme.
    Theme,
}

impl Kind {
    /// Every kind, in the order a reader meets them.
    pub(crate) const ALL: [Kind; 4] = [Kind::Speaker, Kind::Country, Kind::Theme, Kind::Document];

    /// The folder of its pages.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Kind::Document => "document",
            Kind::Speaker => "speaker",
            Kind::Country => "country",
            Kind::Theme => "theme",
        }
    }

    /// What a reader calls many of them.
    pub(crate) fn plural(self) -> &'static str {
        match self {
            Kind::Document => "Articles",
            Kind::Speaker => "Speakers",
            Kind::Country => "Countries spoken about",
            Kind::Theme => "Themes",
        }
    }

    /// The facet whose values it stands for.
    pub(crate) fn facet(self) -> Option<Facet> {
        match self {
            Kind::Document => None,
            Kind::Speaker => Some(Facet::Speaker),
            Kind::Country => Some(Facet::Country),
            Kind::Theme => Some(Facet::Theme),
        }
    }

    /// The kind that stands for the values of `facet`, if they have pages.
    pub(crate) fn of(facet: Facet) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.facet() == Some(facet))
    }

    /// The page's path without its ending, such as `speaker/ann-lee`. `key` is a file's name, or the key of a value.
    pub(crate) fn stem(self, key: &str) -> String {
        // An article is called as its file; whatever else is not called `*.txt` must not be taken for it.
        let wanted = match self {
            Kind::Document => key.strip_suffix(".txt"),
            Kind::Speaker | Kind::Country | Kind::Theme => Some(key),
        };
        format!("{}/{}", self.folder(), file_stem(wanted, key))
    }

    /// The view of the app that shows the same.
    pub(crate) fn view(self, key: &str) -> View {
        let key = key.to_owned();
        View::default().apply(match self.facet() {
            Some(facet) => Action::Choose(facet, key, Choice::Included),
            None => Action::OpenDocument(key),
        })
    }
}

/// Characters of a file's name before its ending.
const LONGEST: usize = 80;

/// `wanted` if it is a name that any host and file system takes as it is; else what is left of it, with a hash
/// of `key`, which it stands for alone.
fn file_stem(wanted: Option<&str>, key: &str) -> String {
    let is_plain = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-' | '_');
    let kept: String =
        wanted.unwrap_or(key).chars().filter(|c| is_plain(*c)).take(LONGEST).collect();
    // A name of these is a list's own, or a device of an old system.
    let is_taken = ["index", "con", "prn", "aux", "nul"].contains(&kept.as_str())
        || (kept.len() == 4 && (kept.starts_with("com") || kept.starts_with("lpt")));
    if wanted == Some(&kept) && !kept.is_empty() && !is_taken {
        return kept;
    }
    format!("{kept}-{}", &sha256(key.as_bytes())[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_names_that_any_host_takes() {
        let check = |kind: Kind, key: &str, stem: &str| assert_eq!(kind.stem(key), stem);
        check(Kind::Document, "001_9d0667f4fa7cf92c.txt", "document/001_9d0667f4fa7cf92c");
        check(Kind::Speaker, "ali-shamkhani", "speaker/ali-shamkhani");
        check(Kind::Country, "us", "country/us");
        for odd in [
            "../../etc/passwd",
            "a b.txt",
            "A.txt",
            "<script>.txt",
            "index",
            "con.txt",
            "com1",
            "",
            "\0",
        ] {
            let stem = Kind::Document.stem(odd);
            let name = stem.strip_prefix("document/").expect("it stays in its folder");
            assert!(
                name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_')),
                "{stem}"
            );
            assert!(name.contains('-') && !["index", "con", "com1"].contains(&name), "{stem}");
        }
    }

    #[test]
    fn two_names_never_share_a_page() {
        let names = ["a.txt", "a", "A.txt", "a .txt", "a.TXT", "a.txt.txt", "ä.txt"];
        let mut stems: Vec<_> = names.iter().map(|name| Kind::Document.stem(name)).collect();
        stems.sort();
        stems.dedup();
        assert_eq!(stems.len(), names.len(), "{stems:?}");
    }
}
