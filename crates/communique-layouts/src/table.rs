//! The table that says what a picture shows, and its order.

use communique_engine::words::number;
use communique_index::analysis;

use crate::mark::Mark;

/// Rows that can be sorted by any column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What each cell of a row says.
    pub columns: Vec<Column>,
    /// As many cells as columns each.
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub label: String,
    /// Whether it holds numbers, which are sorted the largest first.
    pub is_number: bool,
}

/// One entry of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub mark: Option<Mark>,
    place: Place,
}

/// What a cell is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Number(u64),
    Words(Vec<String>),
}

impl Cell {
    /// Words, sorted by their letters, case and accents aside.
    pub(crate) fn words(text: &str) -> Self {
        let place = Place::Words(analysis::words(text).map(|word| word.term).collect());
        Self { text: text.to_owned(), mark: None, place }
    }

    /// Words that have an order of their own, such as months.
    pub(crate) fn ordered(text: String, place: usize) -> Self {
        Self { text, mark: None, place: Place::Number(place as u64) }
    }

    /// A number that leads to its statements; a zero leads nowhere.
    pub(crate) fn count(mark: Option<&Mark>) -> Self {
        let count = mark.map_or(0, |mark| mark.count);
        let place = Place::Number(count as u64);
        Self { text: number(count), mark: mark.cloned(), place }
    }
}

impl Table {
    /// A table with these columns, those of numbers marked by `true`.
    pub(crate) fn new(columns: &[(&str, bool)]) -> Self {
        let column = |(label, is_number): &(&str, bool)| Column {
            label: (*label).to_owned(),
            is_number: *is_number,
        };
        Self { columns: columns.iter().map(column).collect(), rows: Vec::new() }
    }

    /// The rows by number in the order of a column; equals stay as they are. Each column knows its natural
    /// order: the largest number, the first letter, the earliest month first.
    pub fn order(&self, column: usize, is_reversed: bool) -> Vec<usize> {
        let mut rows: Vec<_> = (0..self.rows.len()).collect();
        let is_number = self.columns.get(column).is_some_and(|column| column.is_number);
        let place = |row: &usize| self.rows[*row].get(column).map(|cell| &cell.place);
        match is_number == is_reversed {
            true => rows.sort_by(|a, b| place(a).cmp(&place(b))),
            false => rows.sort_by(|a, b| place(b).cmp(&place(a))),
        }
        rows
    }

    /// The marks of all cells, row by row.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.rows.iter().flatten().filter_map(|cell| cell.mark.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_by_any_column_and_equals_stay() {
        let mut table = Table::new(&[("Theme", false), ("Statements", true)]);
        for (name, count) in [("Élan", 2), ("war", 10), ("Trade", 2), ("eland", 0)] {
            let mark = (count > 0).then(|| Mark::new(name, count, Vec::new()));
            table.rows.push(vec![Cell::words(name), Cell::count(mark.as_ref())]);
        }
        let order = |column, is_reversed| {
            let name = |row: &usize| table.rows[*row][0].text.clone();
            table.order(column, is_reversed).iter().map(name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(order(0, false), "Élan eland Trade war");
        assert_eq!(order(0, true), "war Trade eland Élan");
        assert_eq!(order(1, false), "war Élan Trade eland");
        assert_eq!(order(1, true), "eland Élan Trade war");
    }
}
