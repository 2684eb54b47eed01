//! What pictures show of an answer, as plain data: statements a month, how often the values of two facets
//! meet, two speakers side by side.
//!
//! All count the statements of the answer, so every number is that of the list it leads to
//! ([`Question::narrowed_to`](crate::Question::narrowed_to)); and where a facet has no selection, the number of a
//! value is the one that the facet shows.

use std::collections::BTreeMap;

use communique_index::facet::UNRESOLVED;
use communique_index::{Date, Facet, StatementIdx, ValueIdx};

use crate::answer::Answer;
use crate::engine::Engine;

/// A facet value with the statements of an answer that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// Stable key.
    pub key: String,
    /// What a reader sees.
    pub label: String,
    /// How many statements; never zero.
    pub count: usize,
}

/// Statements by the month their document was published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Months {
    /// Every month from the first to the last with statements, those without between them included.
    pub months: Vec<MonthCount>,
    /// Statements without a date.
    pub undated: usize,
    /// Statements that the range of dates leaves out for lack of a date.
    pub undated_left_out: usize,
}

/// A month of the calendar with its statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCount {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// How many statements.
    pub count: usize,
}

impl MonthCount {
    /// The first day of the month.
    pub fn first_day(self) -> Date {
        Date { year: self.year, month: self.month, day: 1 }
    }

    /// The last day of the month.
    pub fn last_day(self) -> Date {
        let day = |day| Date::new(self.year, self.month, day);
        (28..=31).rev().find_map(day).expect("every month has 28 days")
    }
}

/// How often the values of two facets meet in one statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs {
    /// The facet of the rows.
    pub row_facet: Facet,
    /// The facet of the columns.
    pub column_facet: Facet,
    /// Its values in the answer, the most frequent first, then by label; what is not resolved comes last.
    pub rows: Vec<ValueCount>,
    /// As the rows.
    pub columns: Vec<ValueCount>,
    /// By row, then column. Pairs that never meet are absent.
    pub cells: Vec<Cell>,
}

/// A row and a column that meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Place in the rows.
    pub row: usize,
    /// Place in the columns.
    pub column: usize,
    /// Statements with both; never zero.
    pub count: usize,
}

impl Pairs {
    /// How many statements have both values.
    pub fn count(&self, row: usize, column: usize) -> usize {
        let cell = self.cells.binary_search_by_key(&(row, column), |cell| (cell.row, cell.column));
        cell.map_or(0, |place| self.cells[place].count)
    }
}

/// Two speakers side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The two; their counts may be zero.
    pub speakers: [ValueCount; 2],
    /// Countries they speak about: shared ones first, then those of the first only, of the second only; the most
    /// frequent first.
    pub countries: Vec<Compared>,
    /// Their themes, in the same order.
    pub themes: Vec<Compared>,
}

/// A value with the statements of each of two speakers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Stable key.
    pub key: String,
    /// What a reader sees.
    pub label: String,
    /// How many statements of each; not both zero.
    pub counts: [usize; 2],
}

impl Compared {
    /// Whether both speakers have it.
    pub fn is_shared(&self) -> bool {
        self.counts.iter().all(|count| *count > 0)
    }
}

impl Engine {
    /// The statements of an answer by month.
    pub fn months(&self, answer: &Answer) -> Months {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for idx in &answer.statements {
            if let Some(date) = self.pack().statement_date(*idx) {
                *counts
                    .entry(usize::from(date.year) * 12 + usize::from(date.month) - 1)
                    .or_default() += 1;
            }
        }
        let ends = counts.keys().next().zip(counts.keys().next_back());
        let all = ends.map_or(0..0, |(first, last)| *first..last + 1);
        let month = |month| MonthCount {
            year: (month / 12) as u16,
            month: (month % 12) as u8 + 1,
            count: counts.get(&month).copied().unwrap_or(0),
        };
        Months {
            months: all.map(month).collect(),
            undated: answer.totals.undated,
            undated_left_out: answer.totals.undated_left_out,
        }
    }

    /// The values of `facet` that the statements of an answer have: the most frequent first, then by label;
    /// what is not resolved comes last.
    pub fn value_counts(&self, answer: &Answer, facet: Facet) -> Vec<ValueCount> {
        self.counted(answer, facet).into_iter().map(|(_, value)| value).collect()
    }

    fn counted(&self, answer: &Answer, facet: Facet) -> Vec<(ValueIdx, ValueCount)> {
        let pack = self.pack();
        let column = pack.column(facet);
        let mut counts = vec![0; pack.n_values(facet)];
        for idx in &answer.statements {
            column.values(*idx).for_each(|value| counts[value.get()] += 1);
        }
        let unresolved = pack.find_value(facet, UNRESOLVED);
        let mut found: Vec<_> = (0..).map(ValueIdx).zip(counts).filter(|(_, n)| *n > 0).collect();
        found.sort_by_key(|(value, n)| {
            (Some(*value) == unresolved, usize::MAX - n, pack.value_rank(facet, *value))
        });
        let named = |(value, count)| {
            let (key, label) = (pack.value_key(facet, value), self.value_label(facet, value));
            (value, ValueCount { key: key.to_owned(), label, count })
        };
        found.into_iter().map(named).collect()
    }

    /// How often the values of two facets meet in the statements of an answer. Costs a look at each pair of
    /// values of each statement, and a sort of the pairs.
    pub fn pairs(&self, answer: &Answer, row_facet: Facet, column_facet: Facet) -> Pairs {
        let (rows, columns) = (self.counted(answer, row_facet), self.counted(answer, column_facet));
        let (row_of, column_of) = (places(&rows), places(&columns));
        let values = |facet, idx: &StatementIdx| self.pack().column(facet).values(*idx);
        let mut met = Vec::new();
        for idx in &answer.statements {
            for row in values(row_facet, idx) {
                let row = row_of[&row];
                met.extend(values(column_facet, idx).map(|column| (row, column_of[&column])));
            }
        }
        met.sort_unstable();
        let cell = |alike: &[(usize, usize)]| Cell {
            row: alike[0].0,
            column: alike[0].1,
            count: alike.len(),
        };
        let cells = met.chunk_by(|a, b| a == b).map(cell).collect();
        let named =
            |values: Vec<(ValueIdx, ValueCount)>| values.into_iter().map(|(_, value)| value);
        Pairs {
            row_facet,
            column_facet,
            rows: named(rows).collect(),
            columns: named(columns).collect(),
            cells,
        }
    }

    /// Two speakers side by side, by key; `None` stands for the two who say most. `None` where the answer has
    /// no two speakers to compare, and for keys that the corpus does not have.
    pub fn comparison(&self, answer: &Answer, pair: Option<&[String; 2]>) -> Option<Comparison> {
        let themes = self.pairs(answer, Facet::Speaker, Facet::Theme);
        let countries = self.pairs(answer, Facet::Speaker, Facet::Country);
        let place = |key: &str| themes.rows.iter().position(|speaker| speaker.key == key);
        let places = match pair {
            Some([a, b]) => [place(a), place(b)],
            None => [Some(0), Some(1).filter(|second| *second < themes.rows.len())],
        };
        let speaker = |nth: usize| match (places[nth], pair) {
            (Some(place), _) => themes.rows.get(place).cloned(),
            (None, None) => None,
            (None, Some(pair)) => self.silent_speaker(&pair[nth]),
        };
        Some(Comparison {
            speakers: [speaker(0)?, speaker(1)?],
            themes: compared(&themes, places),
            countries: compared(&countries, places),
        })
    }

    /// A speaker of the corpus who has no statement in an answer.
    fn silent_speaker(&self, key: &str) -> Option<ValueCount> {
        let value = self.pack().find_value(Facet::Speaker, key)?;
        let label = self.value_label(Facet::Speaker, value);
        Some(ValueCount { key: key.to_owned(), label, count: 0 })
    }
}

fn places(values: &[(ValueIdx, ValueCount)]) -> BTreeMap<ValueIdx, usize> {
    values.iter().enumerate().map(|(place, (value, _))| (*value, place)).collect()
}

fn compared(pairs: &Pairs, speakers: [Option<usize>; 2]) -> Vec<Compared> {
    let of = |speaker: Option<usize>, column| speaker.map_or(0, |row| pairs.count(row, column));
    let compare = |(column, value): (usize, &ValueCount)| Compared {
        key: value.key.clone(),
        label: value.label.clone(),
        counts: speakers.map(|speaker| of(speaker, column)),
    };
    let mut compared: Vec<_> = pairs.columns.iter().enumerate().map(compare).collect();
    compared.retain(|value| value.counts != [0, 0]);
    let group = |value: &Compared| match value.counts {
        [_, 0] => 1,
        [0, _] => 2,
        _ => 0,
    };
    // Stable, so that equals keep the order of the columns.
    compared.sort_by_key(|value| (group(value), usize::MAX - value.counts.iter().sum::<usize>()));
    compared
}
