//! Two speakers side by side: a bar to the left for one, to the right for the other, theme by theme and country
//! by country; what they share first, then what only one of them has.

use communique_engine::series::Compared;
use communique_engine::words::number;
use communique_engine::{Comparison, Question};
use communique_index::Facet;
use communique_words::{Text as Words, say};

use crate::labels::{cut, enumerated};
use crate::mark::{Mark, Rect, Text};
use crate::scale::length;
use crate::table::{Cell, Table};

/// More values of one group than these are left to the facets.
const MOST_ROWS: usize = 12;
const ROW: i32 = 26;
const BAR: i32 = 12;
const GROUP_GAP: i32 = 14;
const HEAD: i32 = 26;
/// Room for a number at the end of a bar.
const NUMBER: i32 = 30;

/// A comparison, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// Height of the picture.
    pub height: i32,
    /// Where the bars of the first speaker end and those of the second begin, x.
    pub sides: [i32; 2],
    /// Headings of the groups, at their left.
    pub heads: Vec<Text>,
    /// Every theme and country.
    pub rows: Vec<Row>,
    /// Themes and countries that there is no room for.
    pub n_left_out: [usize; 2],
    /// The picture in words.
    pub sentence: String,
    /// The picture in rows.
    pub table: Table,
}

/// A theme or country with its bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name, around its place.
    pub label: Text,
    /// Of the first speaker and of the second, where they have statements.
    pub bars: [Option<(Rect, Text, Mark)>; 2],
}

/// Which of the two have a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Both,
    First,
    Second,
}

/// Where things stand in one comparison.
struct Frame<'c> {
    comparison: &'c Comparison,
    question: &'c Question,
    width: i32,
    is_narrow: bool,
    most: usize,
}

impl Compare {
    /// The comparison of two speakers, which answers `question`, in a picture of `width`.
    pub fn new(comparison: &Comparison, question: &Question, width: i32) -> Self {
        let is_narrow = width < 480;
        let all = || comparison.themes.iter().chain(&comparison.countries);
        let most = all().flat_map(|value| value.counts).max().unwrap_or(0);
        let frame = Frame { comparison, question, width, is_narrow, most };
        let [first, second] = &comparison.speakers;
        let mut compare = Self {
            height: 0,
            sides: frame.sides(),
            heads: Vec::new(),
            rows: Vec::new(),
            n_left_out: [0; 2],
            sentence: sentence(comparison),
            table: Table::new(&[
                (say::COMPARE_COLUMNS.nth(0), false),
                (say::COMPARE_COLUMNS.nth(1), false),
                (say::COMPARE_COLUMNS.nth(2), false),
                (&first.label, true),
                (&second.label, true),
            ]),
        };
        for (facet, values) in
            [(Facet::Theme, &comparison.themes), (Facet::Country, &comparison.countries)]
        {
            for group in [Group::Both, Group::First, Group::Second] {
                compare.group(&frame, facet, group, values);
            }
        }
        let left_out = [say::THEMES, say::COUNTRIES].into_iter().zip(compare.n_left_out);
        let left_out: Vec<_> =
            left_out.filter(|(_, n)| *n > 0).map(|(count, n)| count.of(n)).collect();
        if !left_out.is_empty() {
            compare.sentence.push_str(&say::NOT_SHOWN.fill([&enumerated(&left_out)]));
        }
        compare
    }

    fn n_left_out(&mut self, facet: Facet) -> &mut usize {
        &mut self.n_left_out[usize::from(facet == Facet::Country)]
    }

    fn group(&mut self, frame: &Frame<'_>, facet: Facet, group: Group, values: &[Compared]) {
        let has_view = |value: &&Compared| {
            group == Group::of(value) && frame.question.narrowed_to(facet, &value.key).is_some()
        };
        let of_group: Vec<_> = values.iter().filter(has_view).collect();
        let shown = &of_group[..of_group.len().min(MOST_ROWS)];
        if shown.is_empty() {
            return;
        }
        *self.n_left_out(facet) += of_group.len() - shown.len();
        let (head, what) = match facet {
            Facet::Theme => (say::COMPARE_THEMES.text(), say::COMPARE_THEME.text()),
            _ => (say::COMPARE_COUNTRIES.text(), say::COMPARE_COUNTRY.text()),
        };
        let who = group.name(frame.comparison);
        let head_y = self.height + HEAD - 8;
        self.heads.push(Text { x: 0, y: head_y, text: say::COMPARE_GROUP.fill([head, &who]) });
        self.height += HEAD;
        for value in shown {
            let row = frame.row(facet, value, self.height);
            let mut cells = vec![Cell::words(&value.label), Cell::words(what), Cell::words(&who)];
            cells.extend(
                row.bars.iter().map(|bar| Cell::count(bar.as_ref().map(|(_, _, mark)| mark))),
            );
            self.table.rows.push(cells);
            self.rows.push(row);
            self.height += frame.row_height();
        }
        self.height += GROUP_GAP;
    }
}

impl Group {
    fn of(value: &Compared) -> Self {
        match value.counts {
            [_, 0] => Self::First,
            [0, _] => Self::Second,
            _ => Self::Both,
        }
    }

    fn name(self, comparison: &Comparison) -> String {
        let [first, second] = &comparison.speakers;
        match self {
            Self::Both => say::COMPARE_BOTH.text().to_owned(),
            Self::First => say::COMPARE_ONLY.fill([&first.label]),
            Self::Second => say::COMPARE_ONLY.fill([&second.label]),
        }
    }
}

impl Frame<'_> {
    /// Names stand between the bars, or above them where the picture is narrow.
    fn sides(&self) -> [i32; 2] {
        let half_gap = if self.is_narrow { 4 } else { 120 };
        [self.width / 2 - half_gap, self.width / 2 + half_gap]
    }

    fn row_height(&self) -> i32 {
        if self.is_narrow { ROW + 16 } else { ROW }
    }

    fn row(&self, facet: Facet, value: &Compared, top: i32) -> Row {
        let [left, right] = self.sides();
        let n_chars = if self.is_narrow { self.width / 7 } else { (right - left) * 2 / 13 };
        let y_bar = top + self.row_height() - ROW + (ROW - BAR) / 2;
        let y_label = if self.is_narrow { top + 14 } else { y_bar + BAR - 2 };
        let bar = |nth: usize| {
            let speaker = &self.comparison.speakers[nth];
            let values = [(Facet::Speaker, speaker.key.as_str()), (facet, value.key.as_str())];
            // A theme and a country may have the same name.
            let form = if facet == Facet::Theme { say::SPEAKS_ON } else { say::SPEAKS_ABOUT };
            let name = form.fill([&speaker.label, &value.label]);
            let count = value.counts[nth];
            let mark = Mark::of_values(self.question, &values, &name, count)?;
            let width = length(count, self.most, left - NUMBER);
            let (x, x_number) = match nth {
                0 => (left - width, left - width - 6),
                _ => (right, right + width + 6),
            };
            let number = Text { x: x_number, y: y_bar + BAR - 2, text: number(count) };
            Some((Rect { x, y: y_bar, width, height: BAR }, number, mark))
        };
        let text = cut(&value.label, n_chars as usize);
        Row { label: Text { x: self.width / 2, y: y_label, text }, bars: [bar(0), bar(1)] }
    }
}

/// "Ali Shamkhani (13 statements) and Ebrahim Raisi (11 statements) share 4 themes and 3 countries, among them …"
fn sentence(comparison: &Comparison) -> String {
    let named = comparison.speakers.each_ref().map(|speaker| {
        say::COMPARE_SPEAKER.fill([&speaker.label, &say::STATEMENTS.of(speaker.count)])
    });
    let shared = |values: &[Compared]| {
        let shared = values.iter().filter(|value| value.is_shared());
        enumerated(&shared.take(3).map(|value| value.label.clone()).collect::<Vec<_>>())
    };
    let (themes, countries) = (shared(&comparison.themes), shared(&comparison.countries));
    let or = |names: &str, none: Words| {
        if names.is_empty() { none.text().to_owned() } else { names.to_owned() }
    };
    let [first, second] = &named;
    let themes = or(&themes, say::COMPARE_NO_THEME);
    let countries = or(&countries, say::COMPARE_NO_COUNTRY);
    say::COMPARE_SENTENCE.fill([first, second, &themes, &countries])
}
