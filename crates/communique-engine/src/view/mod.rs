//! Everything a reader can choose, as one value; how choices change it ([`Action`]); how it spells as a
//! URL query string ([`View::decode`], [`View::encode`]).
//!
//! Invariants: a facet value is either included or excluded, never both; equal views have equal URLs;
//! `decode(encode(view)) == view`. Deliberately absent: the page, its history, the pack. A view may
//! therefore name values that a corpus does not have; the engine reports them.

mod action;
mod address;
mod narrowing;
#[cfg(test)]
mod tests;

use communique_index::{Date, FacetMap};
use communique_words::say;

pub use action::Action;

/// What the reader chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// What is asked of the engine.
    pub question: Question,
    /// How the answer is laid out.
    pub layout: Layout,
    /// Whether statements that say the same are shown as one.
    pub fold: bool,
    /// How concordance lines are sorted; `None` for the order of the answer.
    pub kwic_sort: Option<KwicSort>,
    /// The two speakers compared, by key and in this order; `None` for the two who say most.
    pub compared: Option<[String; 2]>,
    /// The open document, by its file name.
    pub document: Option<String>,
    /// The statement singled out, by its id.
    pub statement: Option<String>,
}

/// The part of a view that the engine answers, apart from its arrangement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Question {
    /// The query as typed.
    pub query: String,
    /// What is included and excluded of each facet.
    pub selections: FacetMap<Selection>,
    /// First day, included. A statement without a date is in no range.
    pub from: Option<Date>,
    /// Last day, included.
    pub to: Option<Date>,
    /// The order asked for; `None` is the default, see [`Question::order`].
    pub sort: Option<Sort>,
}

/// Whether a facet value is asked for, ruled out, or neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Not chosen.
    #[default]
    Neutral,
    /// Statements with it are asked for.
    Included,
    /// Statements with it are left out.
    Excluded,
}

/// What is chosen of one facet: values by key, each included or excluded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    /// Sorted by key; `true` for included. A handful: the code of a map would outweigh them.
    values: Vec<(String, bool)>,
    all: bool,
}

/// The order of statements in an answer. Ties keep document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match of the query first (BM25).
    Relevance,
    /// Latest date first, undated last.
    Newest,
    /// Earliest date first, undated last.
    Oldest,
    /// By the speaker's label, those not resolved last.
    Speaker,
    /// By file name, then place in the file.
    Document,
}

/// How an answer is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Cards, one a statement.
    #[default]
    List,
    /// Keyword in context.
    Kwic,
    /// Statements over time.
    Timeline,
    /// Speakers against themes.
    Matrix,
    /// Who speaks to and about whom.
    Network,
    /// Two speakers side by side.
    Compare,
    /// Countries spoken about, on a map of the world.
    Map,
}

/// The word that concordance lines are sorted by: the `nth` one from the keyword, which is 1 to
/// [`KwicSort::REACH`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KwicSort {
    /// On which side of the keyword.
    pub side: Side,
    /// How far from it, the nearest word being 1.
    pub nth: u8,
}

/// A side of a keyword, in the direction of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Before it.
    Left,
    /// After it.
    Right,
}

impl View {
    /// The part of the view that the engine answers.
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// The view after `actions`, in order.
    pub fn after(&self, actions: impl IntoIterator<Item = Action>) -> View {
        actions.into_iter().fold(self.clone(), |view, action| view.apply(action))
    }
}

impl Question {
    /// Whether nothing narrows the corpus.
    pub fn is_unrestricted(&self) -> bool {
        !self.has_query() && !self.has_dates() && self.selections.iter().all(|(_, s)| s.is_empty())
    }

    /// Whether a query is typed, white space aside.
    pub fn has_query(&self) -> bool {
        !self.query.trim().is_empty()
    }

    /// Whether a range of dates is asked for.
    pub fn has_dates(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// The order to use: the one asked for, else relevance where there is a query, and where there is none the
    /// `site`'s own or newest first. Relevance without a query has nothing to go by and counts as not asked for.
    pub fn order(&self, site: Option<Sort>) -> Sort {
        if self.has_query() {
            return self.sort.unwrap_or(Sort::Relevance);
        }
        let asked = [self.sort, site].into_iter().flatten();
        asked.into_iter().find(|sort| *sort != Sort::Relevance).unwrap_or(Sort::Newest)
    }
}

impl Selection {
    /// Whether no value is included or excluded. Says nothing of [`Selection::all`].
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// What is chosen for `key`.
    pub fn choice(&self, key: &str) -> Choice {
        match self.place(key).map(|place| self.values[place].1) {
            Err(_) => Choice::Neutral,
            Ok(true) => Choice::Included,
            Ok(false) => Choice::Excluded,
        }
    }

    /// Keys of the included values, sorted.
    pub fn included(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter(|(_, included)| *included).map(|(key, _)| key.as_str())
    }

    /// Keys of the excluded values, sorted.
    pub fn excluded(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter(|(_, included)| !*included).map(|(key, _)| key.as_str())
    }

    /// Keys of all chosen values with their choice, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Choice)> {
        self.values.iter().map(|(key, included)| {
            (key.as_str(), if *included { Choice::Included } else { Choice::Excluded })
        })
    }

    /// Whether a statement must have all included values rather than any.
    pub fn all(&self) -> bool {
        self.all
    }

    fn set(&mut self, key: String, choice: Choice) {
        let included = choice == Choice::Included;
        match (self.place(&key), choice) {
            (Ok(place), Choice::Neutral) => _ = self.values.remove(place),
            (Ok(place), Choice::Included | Choice::Excluded) => self.values[place].1 = included,
            (Err(_), Choice::Neutral) => {}
            (Err(place), Choice::Included | Choice::Excluded) => {
                self.values.insert(place, (key, included));
            }
        }
    }

    /// Where `key` is among the values, or where it would go.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.values.binary_search_by(|(other, _)| other.as_str().cmp(key))
    }
}

impl Sort {
    /// Every order, as offered to a reader.
    pub const ALL: [Sort; 5] =
        [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Speaker, Sort::Document];

    /// The name in URLs and the script interface.
    pub fn key(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
            Sort::Speaker => "speaker",
            Sort::Document => "document",
        }
    }

    /// The name a reader sees.
    pub fn label(self) -> &'static str {
        say::ORDERS.nth(self as usize)
    }

    /// The order with this key.
    pub fn from_key(key: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.key() == key)
    }
}

impl Layout {
    /// Every layout, as offered to a reader.
    pub const ALL: [Layout; 7] = [
        Layout::List,
        Layout::Kwic,
        Layout::Timeline,
        Layout::Matrix,
        Layout::Network,
        Layout::Compare,
        Layout::Map,
    ];

    /// The name in URLs and the script interface.
    pub fn key(self) -> &'static str {
        match self {
            Layout::List => "list",
            Layout::Kwic => "kwic",
            Layout::Timeline => "timeline",
            Layout::Matrix => "matrix",
            Layout::Network => "network",
            Layout::Compare => "compare",
            Layout::Map => "map",
        }
    }

    /// The name a reader sees.
    pub fn label(self) -> &'static str {
        say::LAYOUTS.nth(self as usize)
    }

    /// The layout with this key.
    pub fn from_key(key: &str) -> Option<Layout> {
        Layout::ALL.into_iter().find(|layout| layout.key() == key)
    }
}

impl KwicSort {
    /// The farthest word that lines can be sorted by.
    pub const REACH: u8 = 5;

    /// Every sort, the left side first, the nearest word first.
    pub fn all() -> impl Iterator<Item = KwicSort> {
        let of = |side| (1..=Self::REACH).map(move |nth| KwicSort { side, nth });
        of(Side::Left).chain(of(Side::Right))
    }

    /// The name in URLs and the script interface: `left-1`, `right-5`.
    pub fn key(self) -> String {
        let side = match self.side {
            Side::Left => "left",
            Side::Right => "right",
        };
        format!("{side}-{}", self.nth)
    }

    /// The sort with this key.
    pub fn from_key(key: &str) -> Option<KwicSort> {
        Self::all().find(|sort| sort.key() == key)
    }
}
