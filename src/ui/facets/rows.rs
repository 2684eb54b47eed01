//! The rows of one facet: which values, in which order, how many of them at first.

use communique_engine::{Choice, FacetCount};
use communique_index::facet::UNDATED;
use communique_index::{Facet, Pack, ValueIdx};
use communique_words::say;

/// How many values a facet shows before more are asked for.
const N_SHOWN: usize = 7;
/// Hiding fewer than this is not worth a button.
const N_WORTH_HIDING: usize = 2;

/// How many values that were looked for are shown at most.
const N_FOUND: usize = 50;

/// The order of the rows of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowOrder {
    /// The most frequent first; years latest first.
    ByCount,
    /// By label.
    ByName,
}

impl RowOrder {
    /// By label, or else by count.
    pub fn new(is_by_name: bool) -> Self {
        if is_by_name { Self::ByName } else { Self::ByCount }
    }
}

/// Whether a facet has so many values that looking for one and ordering them is worth the controls.
pub fn is_long(rows: &[Row]) -> bool {
    n_hidden(rows) > 0 || rows.len() > N_SHOWN + N_WORTH_HIDING
}

/// One value of a facet, as shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The value.
    pub value: ValueIdx,
    /// Its place by label among all values of its facet.
    pub rank: u32,
    /// Whether it stands for a date that is not known.
    pub is_undated: bool,
    /// Statements that choosing this value alone would leave.
    pub count: usize,
    /// The count in hundredths of the facet's largest, 0 to 100.
    pub share: usize,
    /// Whether it is chosen.
    pub choice: Choice,
}

impl Row {
    /// The row of a value of `facet`; its share is not known before all of them are.
    pub fn new(pack: &Pack, facet: Facet, count: &FacetCount) -> Self {
        let FacetCount { value, count, choice } = *count;
        Self {
            value,
            rank: pack.value_rank(facet, value),
            is_undated: facet == Facet::Year && pack.value_key(facet, value) == UNDATED,
            count: count as usize,
            share: 0,
            choice,
        }
    }
}

/// Puts all rows of `facet` in order and works out their shares.
pub fn arrange(facet: Facet, order: RowOrder, rows: Vec<Row>) -> Vec<Row> {
    // Numbers are sorted, as the engine sorts them, and not rows: a sort is kilobytes of module for each type.
    let mut places: Vec<u64> = rows.iter().map(|row| place(facet, order, row)).collect();
    places.sort_unstable();
    let mut by_rank: Vec<Option<Row>> = rows.iter().map(|_| None).collect();
    for row in rows {
        let rank = row.rank as usize;
        by_rank[rank] = Some(row);
    }
    let row = |place: u64| by_rank[place as u32 as usize].take();
    let mut rows: Vec<Row> = places.into_iter().filter_map(row).collect();
    let largest = rows.iter().map(|row| row.count).max().unwrap_or(0).max(1);
    for row in &mut rows {
        row.share = row.count * 100 / largest;
    }
    rows
}

/// Where `row` stands among those of `facet`: a number that grows down the list and ends in the row's rank.
fn place(facet: Facet, order: RowOrder, row: &Row) -> u64 {
    let first = match facet {
        _ if order == RowOrder::ByName => 0,
        Facet::Year if row.is_undated => u32::MAX,
        Facet::Year => u32::MAX - 1 - row.rank,
        Facet::Speaker
        | Facet::Country
        | Facet::Theme
        | Facet::Kind
        | Facet::Outlet
        | Facet::SpeakerCountry
        | Facet::Listener
        | Facet::Cue => u32::MAX - row.count as u32,
    };
    u64::from(first) << 32 | u64::from(row.rank)
}

/// How many rows stay hidden until more are asked for. What is chosen is never hidden.
pub fn n_hidden(rows: &[Row]) -> usize {
    let n_hidden = rows.len() - first(rows).count();
    if n_hidden < N_WORTH_HIDING { 0 } else { n_hidden }
}

/// The rows to show, in order.
pub fn shown(rows: &[Row], is_expanded: bool) -> Vec<Row> {
    match is_expanded || n_hidden(rows) == 0 {
        true => rows.to_vec(),
        false => first(rows).copied().collect(),
    }
}

/// The rows whose values were found, in order. `found` is in dictionary order.
pub fn found(rows: &[Row], found: &[ValueIdx]) -> Vec<Row> {
    let is_found = |row: &&Row| found.binary_search(&row.value).is_ok();
    rows.iter().filter(is_found).take(N_FOUND).copied().collect()
}

fn first(rows: &[Row]) -> impl Iterator<Item = &Row> {
    let is_first = |(idx, row): &(usize, &Row)| *idx < N_SHOWN || row.choice != Choice::Neutral;
    rows.iter().enumerate().filter(is_first).map(|(_, row)| row)
}

/// A count in words, with the reason where it is zero, for whom the grey does not reach.
pub fn spoken(count: usize) -> String {
    match count {
        0 => say::FACET_COUNT_NONE.text().to_owned(),
        n => say::STATEMENTS.of(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(value: u32, count: usize, choice: Choice) -> Row {
        Row { value: ValueIdx(value), rank: 0, is_undated: false, count, share: 0, choice }
    }

    fn values(rows: &[Row]) -> Vec<u32> {
        rows.iter().map(|row| row.value.0).collect()
    }

    #[test]
    fn the_most_frequent_come_first_and_years_latest_first() {
        // Values of this fixture are in the order of their labels.
        let rows = |counts: &[usize]| {
            let row = |(value, count): (u32, &usize)| Row {
                rank: value,
                ..row(value, *count, Choice::Neutral)
            };
            (0..).zip(counts).map(row).collect::<Vec<_>>()
        };
        let speakers = arrange(Facet::Speaker, RowOrder::ByCount, rows(&[2, 2, 4, 0]));
        assert_eq!(values(&speakers), [2, 0, 1, 3]);
        let shares: Vec<usize> = speakers.iter().map(|row| row.share).collect();
        assert_eq!(shares, [100, 50, 50, 0]);
        let mut years = rows(&[9, 1, 20]);
        years[2].is_undated = true;
        assert_eq!(values(&arrange(Facet::Year, RowOrder::ByCount, years)), [1, 0, 2]);
        assert_eq!(arrange(Facet::Cue, RowOrder::ByCount, rows(&[0]))[0].share, 0);
    }

    #[test]
    fn by_name_is_by_label_whatever_the_counts() {
        let rows = [(0, 2, 1), (1, 4, 2), (2, 0, 0)];
        let rows = rows.map(|(value, n, rank)| Row { rank, ..row(value, n, Choice::Neutral) });
        let rows = arrange(Facet::Speaker, RowOrder::ByName, rows.to_vec());
        assert_eq!(values(&rows), [2, 0, 1]);
    }

    #[test]
    fn what_was_found_keeps_the_order_of_the_rows() {
        let rows = [2, 1, 0].map(|value| row(value, 1, Choice::Neutral));
        assert_eq!(values(&found(&rows, &[ValueIdx(0), ValueIdx(2)])), [2, 0]);
        assert_eq!(found(&rows, &[]), []);
    }

    #[test]
    fn what_is_chosen_is_never_hidden() {
        let mut rows: Vec<Row> = (0..12).map(|value| row(value, 1, Choice::Neutral)).collect();
        assert_eq!(n_hidden(&rows), 5);
        rows[10].choice = Choice::Excluded;
        assert_eq!(n_hidden(&rows), 4);
        assert_eq!(values(&shown(&rows, false)), [0, 1, 2, 3, 4, 5, 6, 10]);
        assert_eq!(shown(&rows, true).len(), 12);
        assert_eq!(n_hidden(&rows[..8]), 0, "one more is no reason for a button");
        assert_eq!(shown(&rows[..8], false).len(), 8);
    }
}
