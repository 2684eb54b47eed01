//! The parts of the annex, and the names that page and annex agree on.
//!
//! The page owns the place of a part: its frame, its heading, what closes it. The annex fills it. To add a part:
//! a variant here, a module of that name in `crates/communique-annex/src/` with its arm in `mount`, and an
//! `<AnnexPart part=… />` where the page shows it.

use communique_words::say;

/// What the annex can show in an element of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The text of the open article, with its statements and where its bytes are.
    Article,
    /// The answer laid out as a concordance or a picture.
    Layout,
    /// Words that may have been meant by those of the query that no statement has.
    Spelling,
    /// The view as files and as a link.
    TakeAway,
    /// Views and statements that the reader keeps in this browser.
    Kept,
    /// How to search, which keys there are, how statements are found and how well.
    Help,
}

impl Part {
    /// Every part.
    pub const ALL: [Part; 6] =
        [Part::Article, Part::Layout, Part::Spelling, Part::TakeAway, Part::Kept, Part::Help];

    /// The name between page and annex.
    pub fn key(self) -> &'static str {
        match self {
            Part::Article => "article",
            Part::Layout => "layout",
            Part::Spelling => "spelling",
            Part::TakeAway => "take-away",
            Part::Kept => "kept",
            Part::Help => "help",
        }
    }

    /// The part with this name.
    pub fn from_key(key: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.key() == key)
    }

    /// What a reader calls it, in a sentence.
    pub fn label(self) -> &'static str {
        say::PARTS.nth(self as usize)
    }
}

/// Id of the open article's heading, which takes focus when an article opens.
pub const ARTICLE_HEADING: &str = "article-title";
/// Id of what scrolls around the open article.
pub const ARTICLE_SCROLLER: &str = "article";
/// Id of what holds the link to the statement before, in the open article.
pub const PREVIOUS_STATEMENT: &str = "previous-statement";
/// Id of what holds the link to the statement behind, in the open article.
pub const NEXT_STATEMENT: &str = "next-statement";
