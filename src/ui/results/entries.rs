//! The list of results as it is laid out: cards, and headings where an article begins.

use std::ops::Range;

use communique_engine::Sort;
use communique_index::{DocumentIdx, StatementIdx};

/// How many cards are shown at first, and added when more are asked for.
pub const PAGE_LEN: usize = 25;

/// How many cards are in the page at most: more on one side take as many away on the other.
pub const MOST: usize = 6 * PAGE_LEN;

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
        /// Whether the reader sees it without scrolling.
        is_in_sight: bool,
    },
}

impl Entry {
    /// What tells it from the others of a list.
    pub fn key(&self) -> String {
        match self {
            Self::Article(idx) => format!("article {}", idx.0),
            Self::Statement { idx, names_article, is_in_sight } => {
                format!("{} {names_article} {is_in_sight}", idx.0)
            }
        }
    }
}

/// Which of `hits` to show: those wanted; or the page that holds the one singled out, where it is not among them.
pub fn shown(
    hits: &[StatementIdx],
    wanted: Range<usize>,
    singled_out: Option<StatementIdx>,
) -> Range<usize> {
    let place = singled_out.and_then(|idx| hits.iter().position(|hit| *hit == idx));
    let start = match place {
        Some(place) if !wanted.contains(&place) => place - place % PAGE_LEN,
        _ => return wanted.start..wanted.end.min(hits.len()),
    };
    start..(start + PAGE_LEN).min(hits.len())
}

/// One page more behind those shown.
pub fn with_later(shown: Range<usize>) -> Range<usize> {
    let end = shown.end + PAGE_LEN;
    shown.start.max(end.saturating_sub(MOST))..end
}

/// One page more before those shown.
pub fn with_earlier(shown: Range<usize>) -> Range<usize> {
    let start = shown.start.saturating_sub(PAGE_LEN);
    start..shown.end.min(start + MOST)
}

/// How many of `hits` fill a list down to `height`, in CSS pixels, if each of their cards were as low as its number of
/// letters lets it be: on the widest column, of all it may show only the words and two lines.
pub fn n_in_sight(
    hits: &[StatementIdx],
    height: usize,
    n_letters: impl Fn(StatementIdx) -> usize,
) -> usize {
    const LETTERS_IN_LINE: usize = 100;
    const LINE: usize = 28;
    const TWO_LINES: usize = 95;
    let mut bottom = 0;
    let is_in_sight = |hit: &&StatementIdx| {
        let is_in_sight = bottom <= height;
        bottom += TWO_LINES + LINE * n_letters(**hit).div_ceil(LETTERS_IN_LINE).max(1);
        is_in_sight
    };
    hits.iter().take_while(is_in_sight).count()
}

/// Cards for `hits`, the first `n_in_sight` of which are seen without scrolling, below headings where the order keeps the
/// statements of an article together.
pub fn entries(
    hits: &[StatementIdx],
    order: Sort,
    n_in_sight: usize,
    document: impl Fn(StatementIdx) -> DocumentIdx,
) -> Vec<Entry> {
    let is_grouped = match order {
        Sort::Newest | Sort::Oldest | Sort::Document => true,
        Sort::Relevance | Sort::Speaker => false,
    };
    let mut entries = Vec::with_capacity(hits.len());
    let mut last = None;
    for (nth, hit) in hits.iter().enumerate() {
        let document = document(*hit);
        if is_grouped && last.replace(document) != Some(document) {
            entries.push(Entry::Article(document));
        }
        let is_in_sight = nth < n_in_sight;
        entries.push(Entry::Statement { idx: *hit, names_article: !is_grouped, is_in_sight });
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
                Entry::Statement { idx, names_article, is_in_sight } => {
                    let article = if *names_article { " in its article" } else { "" };
                    let sight = if *is_in_sight { "" } else { ", further down" };
                    format!("{}{article}{sight}", idx.0)
                }
            };
            entries(&hits, order, 2, document).iter().map(spell).collect::<Vec<_>>()
        };
        assert_eq!(spelt(Sort::Newest), ["# 1", "4", "5", "# 0", "1, further down"]);
        assert_eq!(
            spelt(Sort::Relevance),
            ["4 in its article", "5 in its article", "1 in its article, further down"]
        );
    }

    #[test]
    fn cards_are_in_sight_as_far_as_those_above_leave_room() {
        let hits: Vec<_> = (0..120).map(StatementIdx).collect();
        let short = |height| n_in_sight(&hits, height, |_| 40);
        assert_eq!([0, 122, 123, 246, 500].map(short), [1, 1, 2, 3, 5]);
        assert_eq!(n_in_sight(&hits, 500, |_| 430), 3, "long ones leave less room");
        assert_eq!(n_in_sight(&hits[..2], 550, |_| 430), 2);
        assert_eq!(n_in_sight(&hits, usize::MAX, |_| 430), 120);
        assert_eq!(n_in_sight(&[], 550, |_| 430), 0);
    }

    #[test]
    fn the_statement_singled_out_is_among_those_shown() {
        let hits: Vec<_> = (0..120).map(StatementIdx).collect();
        let shown = |wanted, idx: Option<u32>| shown(&hits, wanted, idx.map(StatementIdx));
        assert_eq!(shown(0..50, None), 0..50);
        assert_eq!(shown(0..50, Some(3)), 0..50);
        assert_eq!(shown(0..50, Some(80)), 75..100);
        assert_eq!(shown(0..50, Some(110)), 100..120);
        assert_eq!(shown(50..150, Some(110)), 50..120);
        assert_eq!(shown(0..50, Some(500)), 0..50);
    }

    #[test]
    fn however_far_a_reader_goes_the_page_holds_so_many() {
        let far = (0..20).fold(0..PAGE_LEN, |shown, _| with_later(shown));
        assert_eq!(far, 20 * PAGE_LEN - MOST + PAGE_LEN..21 * PAGE_LEN);
        let back = (0..20).fold(far, |shown, _| with_earlier(shown));
        assert_eq!(back, 0..MOST);
        assert_eq!(with_later(0..7), 0..32);
    }
}
