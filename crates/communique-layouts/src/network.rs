//! Who speaks about which country, and to whom: speakers in the middle, listeners before them, countries after
//! them, a band for each pair, as thick as its statements.
//!
//! A Sankey diagram of three columns (two where nobody is spoken to). Nodes are sorted by count and bands by
//! their ends, so nothing is solved for and nothing is random.

use communique_engine::{Pairs, Question, ValueCount};
use communique_index::Facet;
use communique_words::{Count, say};

use crate::labels::{cut, enumerated};
use crate::mark::{Mark, Rect, Text};
use crate::scale::length;
use crate::table::{Cell, Table};

/// Width of the picture.
pub const WIDTH: i32 = 720;
/// More nodes of one column than these are left to the facets.
const MOST_NODES: usize = 14;
/// Height of all bands of the fullest column together.
const BANDS: i32 = 300;
const NODE_WIDTH: i32 = 10;
/// A node needs this much height for its name.
const SLOT: i32 = 20;
const GAP: i32 = 6;
const TOP: i32 = 34;
const N_CHARS: usize = 24;
/// Where the columns stand, from the left.
const LISTENERS: i32 = 150;
const SPEAKERS: i32 = 330;
const COUNTRIES: i32 = 560;
/// Where the speakers stand if nobody is spoken to.
const SPEAKERS_ALONE: i32 = 190;

/// A network, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// Height of the picture.
    pub height: i32,
    /// What the columns are, above them.
    pub heads: Vec<Text>,
    /// Every value shown.
    pub nodes: Vec<Node>,
    /// Every pair of a speaker with a country or a listener.
    pub bands: Vec<Band>,
    /// The picture in words.
    pub sentence: String,
    /// The picture in rows.
    pub table: Table,
}

/// A listener, speaker or country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Which one: [`Facet::Listener`], [`Facet::Speaker`] or [`Facet::Country`].
    pub facet: Facet,
    /// Its place.
    pub rect: Rect,
    /// Its name, beside it.
    pub label: Text,
    /// Whether the name stands before the node, and ends at its place.
    pub is_labelled_left: bool,
    /// Its statements.
    pub mark: Mark,
}

/// Statements of a speaker about a country, or to a listener.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// An SVG path.
    pub path: String,
    /// Its statements.
    pub mark: Mark,
}

/// One column in the making.
struct Line {
    facet: Facet,
    x: i32,
    /// The values shown, the most frequent first.
    values: Vec<ValueCount>,
    n_left_out: usize,
    tops: Vec<i32>,
    heights: Vec<i32>,
    /// How much of each node's height bands already take, towards the left and the right.
    taken: [Vec<i32>; 2],
}

impl Network {
    /// The network of speakers with countries (`about`) and with listeners (`to`), which answer `question`.
    pub fn new(about: &Pairs, to: &Pairs, question: &Question) -> Self {
        let has_listeners = !to.columns.is_empty();
        let x = if has_listeners { SPEAKERS } else { SPEAKERS_ALONE };
        let mut speakers = Line::new(Facet::Speaker, x, &about.rows, question);
        let mut countries = Line::new(Facet::Country, COUNTRIES, &about.columns, question);
        let mut listeners = Line::new(Facet::Listener, LISTENERS, &to.columns, question);
        let (about, to) = (ends(about, &speakers, &countries), ends(to, &speakers, &listeners));
        let most = [thickness(&about), thickness(&to)].into_iter().max().unwrap_or(0);
        let unit = |count: usize| length(count, most, BANDS);
        speakers.measure(|nth| {
            let side = |bands: &[End]| {
                bands.iter().filter(|band| band.speaker == nth).map(|band| unit(band.count)).sum()
            };
            i32::max(side(&about), side(&to))
        });
        for (line, bands) in [(&mut countries, &about), (&mut listeners, &to)] {
            line.measure(|nth| {
                bands.iter().filter(|band| band.other == nth).map(|band| unit(band.count)).sum()
            });
        }
        let lines = [&speakers, &countries, &listeners];
        let height = lines.iter().map(|line| line.bottom()).max().unwrap_or(TOP) + 8;
        let mut network = Self {
            height,
            heads: heads(&lines),
            nodes: lines.iter().flat_map(|line| line.nodes(question)).collect(),
            bands: Vec::new(),
            sentence: String::new(),
            table: Table::new(&[
                (say::NETWORK_COLUMNS.nth(0), false),
                (say::NETWORK_COLUMNS.nth(1), false),
                (say::NETWORK_COLUMNS.nth(2), false),
                (say::PICTURE_STATEMENTS.text(), true),
            ]),
        };
        network.bands(&mut speakers, &mut countries, &about, question, unit);
        network.bands(&mut speakers, &mut listeners, &to, question, unit);
        network.sentence = network.sentence(&speakers, &countries, &listeners);
        network
    }

    fn bands(
        &mut self,
        speakers: &mut Line,
        others: &mut Line,
        ends: &[End],
        question: &Question,
        unit: impl Fn(usize) -> i32,
    ) {
        let is_right = others.x > speakers.x;
        let (preposition, form) = match is_right {
            true => (say::NETWORK_ABOUT, say::SPEAKS_ABOUT),
            false => (say::NETWORK_TO, say::SPEAKS_TO),
        };
        for end in ends {
            let (speaker, other) = (&speakers.values[end.speaker], &others.values[end.other]);
            let name = form.fill([&speaker.label, &other.label]);
            let values =
                [(Facet::Speaker, speaker.key.as_str()), (others.facet, other.key.as_str())];
            let Some(mark) = Mark::of_values(question, &values, &name, end.count) else { continue };
            self.table.rows.push(vec![
                Cell::words(&speaker.label),
                Cell::words(preposition.text()),
                Cell::words(&other.label),
                Cell::count(Some(&mark)),
            ]);
            let thickness = unit(end.count);
            let from = speakers.take(end.speaker, is_right, thickness);
            let to = others.take(end.other, !is_right, thickness);
            let path = match is_right {
                true => band((speakers.x + NODE_WIDTH, from), (others.x, to), thickness),
                false => band((others.x + NODE_WIDTH, to), (speakers.x, from), thickness),
            };
            self.bands.push(Band { path, mark });
        }
    }

    /// "9 speakers, about 8 countries, to 3 listeners. The most: Ali Shamkhani about Iraq: 11 statements."
    fn sentence(&self, speakers: &Line, countries: &Line, listeners: &Line) -> String {
        // Of equals the first one.
        let Some(most) =
            self.table.marks().collect::<Vec<_>>().into_iter().rev().max_by_key(|mark| mark.count)
        else {
            return say::NETWORK_NONE.text().to_owned();
        };
        let counted = |line: &Line, count: Count<0>| count.of(line.values.len());
        let (who, about) = (counted(speakers, say::SPEAKERS), counted(countries, say::COUNTRIES));
        let mut sentence = match listeners.values.len() {
            0 => say::NETWORK_SENTENCE.fill([&who, &about, &most.name]),
            n => say::NETWORK_SENTENCE_TO.fill([&who, &about, &say::LISTENERS.of(n), &most.name]),
        };
        let left_out =
            |line: &Line, count: Count<0>| (line.n_left_out > 0).then(|| count.of(line.n_left_out));
        let left_out = [
            left_out(speakers, say::SPEAKERS),
            left_out(countries, say::COUNTRIES),
            left_out(listeners, say::LISTENERS),
        ];
        let left_out: Vec<_> = left_out.into_iter().flatten().collect();
        if !left_out.is_empty() {
            sentence.push_str(&say::NOT_SHOWN.fill([&enumerated(&left_out)]));
        }
        sentence
    }
}

/// A band between the nodes of two columns.
#[derive(Clone, Copy, Debug)]
struct End {
    speaker: usize,
    other: usize,
    count: usize,
}

fn thickness(bands: &[End]) -> usize {
    bands.iter().map(|band| band.count).sum()
}

/// The bands between the nodes shown, by speaker, then by the other end, so that few of them cross.
fn ends(pairs: &Pairs, speakers: &Line, others: &Line) -> Vec<End> {
    let place = |line: &Line, key: &str| line.values.iter().position(|value| value.key == key);
    let end = |cell: &communique_engine::series::Cell| {
        Some(End {
            speaker: place(speakers, &pairs.rows[cell.row].key)?,
            other: place(others, &pairs.columns[cell.column].key)?,
            count: cell.count,
        })
    };
    let mut ends: Vec<_> = pairs.cells.iter().filter_map(end).collect();
    ends.sort_by_key(|end| (end.speaker, end.other));
    ends
}

impl Line {
    fn new(facet: Facet, x: i32, values: &[ValueCount], question: &Question) -> Self {
        let has_view = |value: &&ValueCount| question.narrowed_to(facet, &value.key).is_some();
        let shown: Vec<_> = values.iter().filter(has_view).take(MOST_NODES).cloned().collect();
        let none = vec![0; shown.len()];
        Self {
            facet,
            x,
            n_left_out: values.len() - shown.len(),
            values: shown,
            tops: none.clone(),
            heights: none.clone(),
            taken: [none.clone(), none],
        }
    }

    /// Puts the nodes below each other, given their heights.
    fn measure(&mut self, height: impl Fn(usize) -> i32) {
        let mut y = TOP;
        for nth in 0..self.values.len() {
            let height = height(nth);
            let slot = height.max(SLOT);
            self.heights[nth] = height;
            self.tops[nth] = y + (slot - height) / 2;
            y += slot + GAP;
        }
    }

    fn bottom(&self) -> i32 {
        let last = self.tops.iter().zip(&self.heights).next_back();
        last.map_or(TOP, |(top, height)| top + height.max(&SLOT))
    }

    /// Where the next band of a node begins on its left or right side.
    fn take(&mut self, nth: usize, is_right: bool, thickness: i32) -> i32 {
        let taken = &mut self.taken[usize::from(is_right)][nth];
        *taken += thickness;
        self.tops[nth] + *taken - thickness
    }

    fn nodes(&self, question: &Question) -> impl Iterator<Item = Node> {
        let node = |nth: usize| {
            let value = &self.values[nth];
            let values = [(self.facet, value.key.as_str())];
            let mark = Mark::of_values(question, &values, &value.label, value.count)?;
            let (top, height) = (self.tops[nth], self.heights[nth].max(1));
            let is_left = self.is_labelled_left();
            let x = if is_left { self.x - 8 } else { self.x + NODE_WIDTH + 8 };
            Some(Node {
                facet: self.facet,
                rect: Rect { x: self.x, y: top, width: NODE_WIDTH, height },
                label: Text { x, y: top + height / 2 + 4, text: cut(&value.label, N_CHARS) },
                is_labelled_left: is_left,
                mark,
            })
        };
        (0..self.values.len()).filter_map(node).collect::<Vec<_>>().into_iter()
    }

    /// Whether names stand before the nodes: there is nothing but names in the first column's margin.
    fn is_labelled_left(&self) -> bool {
        self.x <= SPEAKERS_ALONE
    }
}

fn heads(lines: &[&Line]) -> Vec<Text> {
    let head = |line: &&Line| {
        let text = match line.facet {
            Facet::Speaker => say::NETWORK_HEADS.nth(0),
            Facet::Listener => say::NETWORK_HEADS.nth(2),
            _ => say::NETWORK_HEADS.nth(1),
        };
        Text { x: line.x + NODE_WIDTH / 2, y: 16, text: text.to_owned() }
    };
    lines.iter().filter(|line| !line.values.is_empty()).map(head).collect()
}

/// A band from one height to another, both its edges the same curve.
fn band((x, y): (i32, i32), (to_x, to_y): (i32, i32), thickness: i32) -> String {
    let middle = i32::midpoint(x, to_x);
    let (end, to_end) = (y + thickness, to_y + thickness);
    format!(
        "M{x},{y}C{middle},{y} {middle},{to_y} {to_x},{to_y}V{to_end}C{middle},{to_end} {middle},{end} {x},{end}Z"
    )
}
