//! Statements over time: bars by month, quarter or year, and a lane for those without a date.
//!
//! The picture shows all dates of a view whatever range is asked for, so that there is something to choose a range
//! from: it is made from the months of the question *without* its range, and marks the range.

use communique_engine::series::MonthCount;
use communique_engine::words::{self, number};
use communique_engine::{Action, Months, Question};
use communique_index::facet::UNDATED;
use communique_index::{Date, Facet};
use communique_words::say;

use crate::mark::{Mark, Rect, Text};
use crate::scale::{length, ticks};
use crate::table::{Cell, Table};

/// Height of a timeline.
pub const HEIGHT: i32 = 240;
const TOP: i32 = 16;
const BASELINE: i32 = 190;
const LEFT: i32 = 36;
/// Room for the undated lane, and between it and the dated bars.
const LANE: i32 = 64;
const LANE_GAP: i32 = 28;
/// Labels of years stand at least this far apart.
const LABEL_WIDTH: i32 = 40;
/// Bars are not wider, however few there are.
const WIDEST: i32 = 36;
/// More bars than this of one unit, and the next larger one is used.
const MOST_BARS: usize = 72;

/// A timeline, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Width of the picture.
    pub width: i32,
    /// Where the axis of time is: y.
    pub baseline: i32,
    /// From where to where the axis goes: x.
    pub axis: (i32, i32),
    /// Periods with statements, in order.
    pub bars: Vec<Bar>,
    /// Statements without a date.
    pub undated: Option<Bar>,
    /// Heights with round numbers.
    pub ticks: Vec<Text>,
    /// Years, and months where there is room.
    pub labels: Vec<Text>,
    /// What the range of dates covers, where one is asked for: x from and to.
    pub range: Option<(i32, i32)>,
    /// The picture in words.
    pub sentence: String,
    /// The picture in rows.
    pub table: Table,
    bins: Vec<Bin>,
}

/// A period with statements, or the undated lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its place.
    pub rect: Rect,
    /// Its statements.
    pub mark: Mark,
    /// Whether the range of dates keeps any of it.
    pub is_in_range: bool,
}

/// A period of the axis, with or without statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bin {
    first: Date,
    last: Date,
    count: usize,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Month,
    Quarter,
    Year,
}

impl Timeline {
    /// The timeline of `months`, which answer `question` without its range of dates, in a picture of `width`.
    pub fn new(months: &Months, question: &Question, width: i32) -> Self {
        let bins = bins(months);
        let undated = undated(months.undated, question);
        let right = width - if undated.is_some() { LANE + LANE_GAP } else { 0 };
        let axis = (LEFT, right.max(LEFT + 1));
        let most = bins.iter().map(|bin| bin.count).chain([months.undated]).max().unwrap_or(0);
        let rise = |count| length(count, most, BASELINE - TOP);
        let mut timeline = Self {
            width,
            baseline: BASELINE,
            axis,
            bars: Vec::new(),
            undated: undated.map(|mark| Bar {
                rect: Rect {
                    x: width - LANE,
                    y: BASELINE - rise(mark.count),
                    width: LANE,
                    height: rise(mark.count),
                },
                is_in_range: !question.has_dates(),
                mark,
            }),
            ticks: ticks(most, 4)
                .into_iter()
                .map(|tick| Text {
                    x: LEFT - 8,
                    y: BASELINE - if tick == 0 { 0 } else { rise(tick) },
                    text: number(tick),
                })
                .collect(),
            labels: Vec::new(),
            range: None,
            sentence: sentence(&bins, months, question),
            table: Table::new(&[
                (say::TIMELINE_COLUMN.text(), false),
                (say::PICTURE_STATEMENTS.text(), true),
            ]),
            bins,
        };
        timeline.draw(question, rise);
        timeline
    }

    /// Bars, labels, range and rows, once the axis is known.
    fn draw(&mut self, question: &Question, rise: impl Fn(usize) -> i32) {
        let is_in = |bin: &Bin| {
            question.from.is_none_or(|from| from <= bin.last)
                && question.to.is_none_or(|to| bin.first <= to)
        };
        for (nth, bin) in self.bins.iter().enumerate().filter(|(_, bin)| bin.count > 0) {
            let (from, to) = (self.x(nth), self.x(nth + 1));
            let width = (to - from - (to - from) / 5).clamp(1, WIDEST);
            let steps = vec![Action::SetDates(Some(bin.first), Some(bin.last))];
            let mark = Mark::new(&bin.label(), bin.count, steps);
            self.table.rows.push(vec![Cell::ordered(bin.label(), nth), Cell::count(Some(&mark))]);
            let height = rise(bin.count);
            let x = from + (to - from - width) / 2;
            let rect = Rect { x, y: BASELINE - height, width, height };
            self.bars.push(Bar { rect, mark, is_in_range: is_in(bin) });
        }
        if let Some(undated) = &self.undated {
            let cell = Cell::ordered(say::UNDATED_HEAD.text().to_owned(), usize::MAX);
            self.table.rows.push(vec![cell, Cell::count(Some(&undated.mark))]);
        }
        if question.has_dates() {
            let first = self.bins.iter().position(is_in);
            let last = self.bins.iter().rposition(is_in);
            self.range = first.zip(last).map(|(first, last)| (self.x(first), self.x(last + 1)));
        }
        self.labels = self.labels();
    }

    /// Where the period `nth` begins.
    fn x(&self, nth: usize) -> i32 {
        let (left, right) = self.axis;
        left + length(nth, self.bins.len(), right - left) * i32::from(nth > 0)
    }

    fn labels(&self) -> Vec<Text> {
        let step = self.x(1) - self.x(0);
        let mut labels = Vec::new();
        let mut last_x = -LABEL_WIDTH;
        for (nth, bin) in self.bins.iter().enumerate() {
            let middle = self.x(nth) + step / 2;
            if bin.unit == Unit::Month && step >= LABEL_WIDTH * 3 / 4 {
                let text = words::short_month(bin.first).to_owned();
                labels.push(Text { x: middle, y: BASELINE + 18, text });
            }
            let begins_year = bin.first.month == 1 || nth == 0;
            if begins_year && middle - last_x >= LABEL_WIDTH {
                last_x = middle;
                labels.push(Text { x: middle, y: BASELINE + 36, text: words::year(bin.first) });
            }
        }
        labels
    }

    /// The days from the period under `x` to that under `other_x`, in either order: what a brush chooses. `None`
    /// where there are no dates.
    pub fn days_between(&self, x: i32, other_x: i32) -> Option<(Date, Date)> {
        let (left, right) = self.axis;
        let nth = |x: i32| {
            let x = x.clamp(left, right - 1);
            (0..self.bins.len()).rev().find(|nth| self.x(*nth) <= x)
        };
        let (a, b) = (nth(x)?, nth(other_x)?);
        Some((self.bins[a.min(b)].first, self.bins[a.max(b)].last))
    }

    /// The first and the last day of the axis.
    pub fn days(&self) -> Option<(Date, Date)> {
        Some((self.bins.first()?.first, self.bins.last()?.last))
    }
}

/// The first and the last day of a month spelt as `2021-04`.
pub fn days_of_month(text: &str) -> Option<(Date, Date)> {
    let Date { year, month, .. } = Date::parse(&format!("{text}-01"))?;
    let month = MonthCount { year, month, count: 0 };
    Some((month.first_day(), month.last_day()))
}

impl Bin {
    fn label(&self) -> String {
        let (first, last) = (words::month(self.first), words::month(self.last));
        match self.unit {
            Unit::Month => month_and_year(self.first),
            Unit::Year if self.first.month == 1 => words::year(self.first),
            Unit::Quarter | Unit::Year => {
                say::TIMELINE_PERIOD.fill([first, last, &words::year(self.first)])
            }
        }
    }
}

/// The months put together until they are few enough.
fn bins(months: &Months) -> Vec<Bin> {
    let n_months = months.months.len();
    let unit = match n_months {
        0..=MOST_BARS => Unit::Month,
        _ if n_months / 3 <= MOST_BARS => Unit::Quarter,
        _ => Unit::Year,
    };
    let period = |year: u16, month: u8| match unit {
        Unit::Month => (year, month),
        Unit::Quarter => (year, (month - 1) / 3),
        Unit::Year => (year, 0),
    };
    let alike = months.months.chunk_by(|a, b| period(a.year, a.month) == period(b.year, b.month));
    alike
        .map(|months| Bin {
            first: months[0].first_day(),
            last: months[months.len() - 1].last_day(),
            count: months.iter().map(|month| month.count).sum(),
            unit,
        })
        .collect()
}

fn undated(count: usize, question: &Question) -> Option<Mark> {
    let dateless = Question { from: None, to: None, ..question.clone() };
    let mut steps = vec![Action::SetDates(None, None)];
    steps.extend(dateless.narrowed_to(Facet::Year, UNDATED)?);
    (count > 0).then(|| Mark::new(say::UNDATED_HEAD.text(), count, steps))
}

/// "48 statements from July 2020 to April 2022, most in April 2021 (20). 18 undated statements are left out."
fn sentence(bins: &[Bin], months: &Months, question: &Question) -> String {
    let n_dated = bins.iter().map(|bin| bin.count).sum();
    let mut sentence = match bins {
        [] => say::TIMELINE_NONE.text().to_owned(),
        [only] => say::TIMELINE_ONE.fill([&say::STATEMENTS.of(n_dated), &only.label()]),
        [first, .., last] => {
            // Of equals the first one.
            let largest = bins.iter().rev().max_by_key(|bin| bin.count).unwrap_or(first);
            let (from, to) = (month_and_year(first.first), month_and_year(last.last));
            let (statements, most) = (say::STATEMENTS.of(n_dated), number(largest.count));
            say::TIMELINE_SENTENCE.fill([&statements, &from, &to, &largest.label(), &most])
        }
    };
    let undated = say::TIMELINE_UNDATED.of(months.undated);
    match (months.undated, question.has_dates()) {
        (0, _) => {}
        (_, true) => sentence.push_str(&say::TIMELINE_LEFT_OUT.fill([&undated])),
        (_, false) => sentence.push_str(&say::TIMELINE_BESIDES.fill([&undated])),
    }
    sentence
}

fn month_and_year(date: Date) -> String {
    say::TIMELINE_MONTH.fill([words::month(date), &words::year(date)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(first: (u16, u8), counts: &[usize], undated: usize) -> Months {
        let month = |(nth, count): (usize, &usize)| {
            let month = usize::from(first.0) * 12 + usize::from(first.1) - 1 + nth;
            MonthCount { year: (month / 12) as u16, month: (month % 12) as u8 + 1, count: *count }
        };
        Months {
            months: counts.iter().enumerate().map(month).collect(),
            undated,
            undated_left_out: 0,
        }
    }

    fn date(text: &str) -> Option<Date> {
        Date::parse(text)
    }

    #[test]
    fn bars_stand_on_the_axis_and_are_as_high_as_their_counts() {
        let timeline = Timeline::new(&months((2020, 11), &[2, 0, 4], 1), &Question::default(), 720);
        let names: Vec<_> = timeline.bars.iter().map(|bar| bar.mark.name.as_str()).collect();
        assert_eq!(names, ["November 2020: 2 statements", "January 2021: 4 statements"]);
        for bar in timeline.bars.iter().chain(&timeline.undated) {
            assert_eq!(bar.rect.y + bar.rect.height, BASELINE);
            assert!(bar.rect.x >= LEFT && bar.rect.x + bar.rect.width <= 720);
        }
        let heights: Vec<_> = timeline.bars.iter().map(|bar| bar.rect.height).collect();
        assert_eq!(heights[0] * 2, heights[1]);
        assert_eq!(timeline.undated.as_ref().map(|bar| bar.mark.count), Some(1));
        assert_eq!(timeline.table.rows.len(), 3);
        assert_eq!(
            timeline.sentence,
            "6 statements from November 2020 to January 2021, most in January 2021 (4). \
             Besides, 1 undated statement."
        );
    }

    #[test]
    fn months_are_read_as_fields_spell_them() {
        assert_eq!(days_of_month("2020-02"), date("2020-02-01").zip(date("2020-02-29")));
        for wrong in ["", "2020", "2020-13", "02/2020", "2020-02-01"] {
            assert_eq!(days_of_month(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn many_months_become_quarters_or_years() {
        let label = |n_months: usize, first| {
            let timeline =
                Timeline::new(&months(first, &vec![1; n_months], 0), &Question::default(), 720);
            assert!(timeline.bars.len() <= MOST_BARS + 1);
            assert_eq!(timeline.bars.iter().map(|bar| bar.mark.count).sum::<usize>(), n_months);
            timeline.table.rows[1][0].text.clone()
        };
        assert_eq!(label(72, (2015, 2)), "March 2015");
        assert_eq!(label(73, (2015, 2)), "April to June 2015");
        assert_eq!(label(400, (1990, 2)), "1991");
    }

    #[test]
    fn a_brush_takes_whole_periods_in_either_direction() {
        let timeline = Timeline::new(&months((2021, 1), &[1; 12], 0), &Question::default(), 720);
        let (left, right) = timeline.axis;
        let all = (date("2021-01-01"), date("2021-12-31"));
        assert_eq!(
            timeline.days_between(left - 50, right + 50).map(|(a, b)| (Some(a), Some(b))),
            Some(all)
        );
        let third = timeline.x(2) + 3;
        let may = timeline.x(4) + 3;
        let expected = date("2021-03-01").zip(date("2021-05-31"));
        assert_eq!(timeline.days_between(may, third), expected);
        assert_eq!(timeline.days_between(third, may), expected);
        let empty = Timeline::new(&months((2021, 1), &[], 3), &Question::default(), 720);
        assert_eq!(empty.days_between(0, 100), None);
    }

    #[test]
    fn a_range_greys_the_rest_and_says_how_many_undated_it_leaves_out() {
        let question = Question { from: date("2021-02-10"), ..Question::default() };
        let timeline = Timeline::new(&months((2021, 1), &[1, 2, 3], 18), &question, 720);
        let in_range: Vec<_> = timeline.bars.iter().map(|bar| bar.is_in_range).collect();
        assert_eq!(in_range, [false, true, true]);
        assert_eq!(timeline.range, Some((timeline.x(1), timeline.x(3))));
        assert!(
            timeline.sentence.ends_with("The range of dates leaves out 18 undated statements.")
        );
    }
}
