//! Speakers against themes: a cell for each pair, the darker the more statements.

use communique_engine::words::{self, number};
use communique_engine::{Pairs, Question, ValueCount};
use communique_words::say;

use crate::labels::{cut, enumerated, short_name};
use crate::mark::{Mark, Rect, Text};
use crate::scale::Shade;
use crate::table::{Cell, Table};

/// More rows and columns than these are left to the facets.
const MOST_ROWS: usize = 24;
const MOST_COLUMNS: usize = 16;
const GAP: i32 = 2;
const CELL_HEIGHT: i32 = 34;
/// Room for the names above the columns, which lean to the right.
const HEAD: i32 = 104;
const LEAN: i32 = 64;
/// Room for the sums at the end of the rows.
const SUMS: i32 = 40;

/// A matrix, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Width of the picture.
    pub width: i32,
    /// Height of the picture.
    pub height: i32,
    /// Names of the columns. They lean by 50 degrees around their place.
    pub columns: Vec<Head>,
    /// Names and sums of the rows.
    pub rows: Vec<Head>,
    /// Every cell, row by row.
    pub cells: Vec<MatrixCell>,
    /// The picture in words.
    pub sentence: String,
    /// The picture in rows.
    pub table: Table,
}

/// The name of a row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What is written, perhaps shortened.
    pub label: Text,
    /// Its statements.
    pub mark: Mark,
    /// Where the number of statements is written, of a row.
    pub sum: Option<Text>,
}

/// Where a row and a column meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixCell {
    /// Its place.
    pub rect: Rect,
    /// How dark it is, and its statements; `None` where there are none.
    pub filled: Option<(Shade, Mark)>,
}

/// Where things stand in one matrix.
struct Grid {
    left: i32,
    cell_width: i32,
    row_height: i32,
    /// From the top of a row to its cells.
    drop: i32,
}

impl Grid {
    /// With row names beside the cells, or above them where the picture is narrow.
    fn new(width: i32, n_columns: usize) -> Self {
        let is_narrow = width < 480;
        let n_columns = i32::try_from(n_columns).unwrap_or(1).max(1);
        let left = if is_narrow { 0 } else { width * 3 / 10 };
        let room = width - left - SUMS - LEAN / if is_narrow { 2 } else { 1 };
        let cell_width = (room / n_columns).clamp(22, 56);
        let drop = if is_narrow { 22 } else { 0 };
        Self { left, cell_width, row_height: CELL_HEIGHT + GAP + drop, drop }
    }

    fn cell(&self, row: usize, column: usize) -> Rect {
        Rect {
            x: self.left + column as i32 * self.cell_width,
            y: HEAD + row as i32 * self.row_height + self.drop,
            width: self.cell_width - GAP,
            height: CELL_HEIGHT,
        }
    }
}

impl Matrix {
    /// The matrix of `pairs`, which answer `question`, in a picture of at least `width`.
    pub fn new(pairs: &Pairs, question: &Question, width: i32) -> Self {
        let shown = |facet, values: &[ValueCount], most| {
            let has_view = |(_, value): &(usize, &ValueCount)| {
                question.narrowed_to(facet, &value.key).is_some()
            };
            let places = values.iter().enumerate().filter(has_view).map(|(place, _)| place);
            places.take(most).collect::<Vec<_>>()
        };
        let rows = shown(pairs.row_facet, &pairs.rows, MOST_ROWS);
        let columns = shown(pairs.column_facet, &pairs.columns, MOST_COLUMNS);
        let grid = Grid::new(width, columns.len());
        let right = grid.left + columns.len() as i32 * grid.cell_width;
        let mut matrix = Self {
            width: width.max(right + SUMS.max(LEAN)),
            height: HEAD + rows.len() as i32 * grid.row_height + GAP,
            columns: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            sentence: String::new(),
            table: Table::new(&[
                (words::facet(pairs.row_facet), false),
                (words::facet(pairs.column_facet), false),
                (say::PICTURE_STATEMENTS.text(), true),
            ]),
        };
        matrix.heads(pairs, question, &grid, (&rows, &columns));
        matrix.cells(pairs, question, &grid, (&rows, &columns));
        matrix.sentence = sentence(pairs, &matrix);
        matrix
    }

    fn heads(
        &mut self,
        pairs: &Pairs,
        question: &Question,
        grid: &Grid,
        (rows, columns): (&[usize], &[usize]),
    ) {
        let mark = |facet, value: &ValueCount| {
            Mark::of_values(question, &[(facet, &value.key)], &value.label, value.count)
        };
        for (nth, column) in columns.iter().enumerate() {
            let value = &pairs.columns[*column];
            let Rect { x, width, .. } = grid.cell(0, nth);
            let text = short_name(&value.label, 14);
            let label = Text { x: x + width / 2 + 4, y: HEAD - 8, text };
            let mark = mark(pairs.column_facet, value);
            self.columns.extend(mark.map(|mark| Head { label, mark, sum: None }));
        }
        let right = grid.left + columns.len() as i32 * grid.cell_width;
        for (nth, row) in rows.iter().enumerate() {
            let value = &pairs.rows[*row];
            let Rect { y, .. } = grid.cell(nth, 0);
            let (y_label, n_chars) = match grid.drop {
                0 => (y + CELL_HEIGHT / 2 + 4, (grid.left * 2 / 13) as usize),
                _ => (y - 7, (self.width / 8) as usize),
            };
            let label = Text { x: 0, y: y_label, text: cut(&value.label, n_chars) };
            let sum =
                Text { x: right + SUMS - 4, y: y + CELL_HEIGHT / 2 + 4, text: number(value.count) };
            let mark = mark(pairs.row_facet, value);
            self.rows.extend(mark.map(|mark| Head { label, mark, sum: Some(sum) }));
        }
    }

    fn cells(
        &mut self,
        pairs: &Pairs,
        question: &Question,
        grid: &Grid,
        (rows, columns): (&[usize], &[usize]),
    ) {
        let most = rows
            .iter()
            .flat_map(|row| columns.iter().map(|column| pairs.count(*row, *column)))
            .max()
            .unwrap_or(0);
        for (nth_row, row) in rows.iter().enumerate() {
            for (nth_column, column) in columns.iter().enumerate() {
                let count = pairs.count(*row, *column);
                let (theme, speaker) = (&pairs.rows[*row], &pairs.columns[*column]);
                let values = [
                    (pairs.row_facet, theme.key.as_str()),
                    (pairs.column_facet, speaker.key.as_str()),
                ];
                let name = say::MATRIX_CELL.fill([&speaker.label, &theme.label]);
                let mark = Mark::of_values(question, &values, &name, count);
                if let Some(mark) = &mark {
                    self.table.rows.push(vec![
                        Cell::words(&theme.label),
                        Cell::words(&speaker.label),
                        Cell::count(Some(mark)),
                    ]);
                }
                self.cells.push(MatrixCell {
                    rect: grid.cell(nth_row, nth_column),
                    filled: mark.map(|mark| (Shade::of(count, most), mark)),
                });
            }
        }
    }
}

/// "12 themes of 9 speakers. Most often: Ali Bagheri Kani, Relations with neighbours: 12 statements."
fn sentence(pairs: &Pairs, matrix: &Matrix) -> String {
    let filled = matrix.cells.iter().filter_map(|cell| cell.filled.as_ref());
    // Of equals the first one.
    let Some((_, most)) = filled.rev().max_by_key(|(_, mark)| mark.count) else {
        return say::MATRIX_NONE.text().to_owned();
    };
    let (n_rows, n_columns) = (matrix.rows.len(), matrix.columns.len());
    let (themes, speakers) = (say::THEMES.of(n_rows), say::SPEAKERS.of(n_columns));
    let mut sentence = say::MATRIX_SENTENCE.fill([&themes, &speakers, &most.name]);
    let more = [
        (say::THEMES, pairs.rows.len() - n_rows),
        (say::SPEAKERS, pairs.columns.len() - n_columns),
    ];
    let more: Vec<_> =
        more.into_iter().filter(|(_, n)| *n > 0).map(|(count, n)| count.of(n)).collect();
    if !more.is_empty() {
        sentence.push_str(&say::NOT_SHOWN.fill([&enumerated(&more)]));
    }
    let counted: usize = matrix.table.marks().map(|mark| mark.count).sum();
    if counted > 0 {
        sentence.push_str(&say::MATRIX_SUMS.fill([&statements_of(pairs)]));
    }
    sentence
}

/// All statements of the columns, which have one value each.
fn statements_of(pairs: &Pairs) -> String {
    say::STATEMENTS.of(pairs.columns.iter().map(|value| value.count).sum())
}
