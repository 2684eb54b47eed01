//! The list of results as it is laid out: cards, and headings where an article begins.

use communique_engine::Sort;
use communique_index::{DocumentIdx, StatementIdx};

/// How many cards are shown at first, and added when more are asked for.
pub const PAGE_LEN: usize = 50;

/// How many cards the first paint waits for, more than a screen holds; and how many follow after each paint from
/// there, until the first page is whole.
pub const SLICE_LEN: usize = 8;

/// One thing in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Heading of an article.
    Article(DocumentIdx),
    /// Card of a statement.
    Statement {
        /// Which one.
        idx: StatementIdx,
        /// Whether the card names its article, because no heading above it does.
        names_article: bool,
    },
}

impl Entry {
    /// What tells it from the others of a list.
    pub fn key(&self) -> String {
        match self {
            Self::Article(idx) => format!("article {}", idx.0),
            Self::Statement { idx, names_article } => format!("{} {names_article}", idx.0),
        }
    }
}

/// How many of `hits` to show: as many as wanted, and far enough to hold the one singled out.
pub fn n_shown(hits: &[StatementIdx], n_wanted: usize, singled_out: Option<StatementIdx>) -> usize {
    let place = singled_out.and_then(|idx| hits.iter().position(|hit| *hit == idx));
    n_wanted.max(place.map_or(0, |place| place + 1)).min(hits.len())
}

/// Cards for `hits`, below headings where the order keeps the statements of an article together.
pub fn entries(
    hits: &[StatementIdx],
    order: Sort,
    document: impl Fn(StatementIdx) -> DocumentIdx,
) -> Vec<Entry> {
    let is_grouped = match order {
        Sort::Newest | Sort::Oldest | Sort::Document => true,
        Sort::Relevance | Sort::Speaker => false,
    };
    let mut entries = Vec::with_capacity(hits.len());
    let mut last = None;
    for hit in hits {
        let document = document(*hit);
        if is_grouped && last.replace(document) != Some(document) {
            entries.push(Entry::Article(document));
        }
        entries.push(Entry::Statement { idx: *hit, names_article: !is_grouped });
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_head_their_statements_where_the_order_keeps_them_together() {
        let hits = [4, 5, 1].map(StatementIdx);
        let document = |hit: StatementIdx| DocumentIdx(hit.0 / 4);
        let spelt = |order| {
            let spell = |entry: &Entry| match entry {
                Entry::Article(idx) => format!("# {}", idx.0),
                Entry::Statement { idx, names_article: false } => idx.0.to_string(),
                Entry::Statement { idx, names_article: true } => {
                    format!("{} in its article", idx.0)
                }
            };
            entries(&hits, order, document).iter().map(spell).collect::<Vec<_>>()
        };
        assert_eq!(spelt(Sort::Newest), ["# 1", "4", "5", "# 0", "1"]);
        assert_eq!(
            spelt(Sort::Relevance),
            ["4 in its article", "5 in its article", "1 in its article"]
        );
    }

    #[test]
    fn the_statement_singled_out_is_among_those_shown() {
        let hits: Vec<_> = (0..120).map(StatementIdx).collect();
        assert_eq!(n_shown(&hits, 50, None), 50);
        assert_eq!(n_shown(&hits, 50, Some(StatementIdx(80))), 81);
        assert_eq!(n_shown(&hits, 50, Some(StatementIdx(3))), 50);
        assert_eq!(n_shown(&hits, 50, Some(StatementIdx(500))), 50);
        assert_eq!(n_shown(&hits[..7], 50, None), 7);
    }
}
