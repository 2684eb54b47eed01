//! Which documents are read first: those that the site's own order shows first.

use std::cmp::Reverse;

use crate::corpus::{Corpus, Statement};
use crate::facet::UNRESOLVED;
use crate::{Date, DocumentIdx, Facet};

/// All documents, those first whose statements a list in the site's order begins with; those without any last.
///
/// The orders are those of the engine, by their keys in addresses; ties keep document order.
pub(super) fn in_order_of_showing(corpus: &Corpus, ranks: &[u32]) -> Vec<usize> {
    let date = |idx: usize| corpus.documents[idx].date.map(Date::to_days);
    let speaker = |statement: &Statement| {
        let value = statement.values[Facet::Speaker].first()?.get();
        let is_known = corpus.facet_values[Facet::Speaker][value].key != UNRESOLVED;
        is_known.then(|| ranks[value])
    };
    let statements = |idx| corpus.statements_of(DocumentIdx::from(idx));
    let place = |idx: usize| match corpus.site.sort.as_str() {
        "document" => 0,
        "oldest" => date(idx).map_or(i64::MAX, i64::from),
        "speaker" => {
            let first = statements(idx).iter().filter_map(speaker).min();
            first.map_or(i64::MAX, i64::from)
        }
        _ => date(idx).map_or(i64::MAX, |days| -i64::from(days)),
    };
    let mut order: Vec<_> = (0..corpus.documents.len()).collect();
    order.sort_by_cached_key(|idx| (Reverse(!statements(*idx).is_empty()), place(*idx)));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Said, corpus};

    #[test]
    fn what_the_site_shows_first_comes_first() {
        let mut corpus = corpus(&[
            Said::new("a.txt", "zoe", "no"),
            Said::new("b.txt", "ada", "no").dated("2020-01-01"),
            Said::new("c.txt", "", "no").dated("2021-01-01"),
            Said::new("d.txt", "carl", "no").dated("2019-01-01"),
        ]);
        let mut check = |sort: &str, expected: [usize; 4]| {
            corpus.site.sort = sort.to_owned();
            // The keys of the speakers are in the order of their labels.
            let order = in_order_of_showing(&corpus, &[0, 1, 2, 3]);
            assert_eq!(order, expected, "{sort}");
        };
        check("", [2, 1, 3, 0]);
        check("newest", [2, 1, 3, 0]);
        check("oldest", [3, 1, 2, 0]);
        check("document", [0, 1, 2, 3]);
        check("speaker", [1, 3, 0, 2]);
        corpus.statements.remove(2);
        corpus.site.sort = "newest".to_owned();
        assert_eq!(in_order_of_showing(&corpus, &[0, 1, 2, 3]), [1, 3, 0, 2]);
    }
}
