//! Who speaks about which country, and to whom: speakers in the middle, listeners before them, countries after
//! them, a band for each pair, as thick as its statements.
//!
//! A Sankey diagram of three columns (two where nobody is spoken to). Nodes are sorted by count and bands by
//! their ends, so nothing is solved for and nothing is random.

use communique_engine::{Pairs, Question, ValueCount};
use communique_index::Facet;
use communique_words::{Count, say};

use crate::labels::{cut, enumerated, short_name};
use crate::mark::{Mark, Rect, Text};
use crate::scale::length;
use crate::table::{Cell, Table};

/// More nodes of one column than these are left to the facets.
const MOST_NODES: usize = 14;
/// Height of all bands of the fullest column together.
const BANDS: i32 = 300;
const NODE_WIDTH: i32 = 10;
/// A node needs this much height for its name.
const SLOT: i32 = 20;
const GAP: i32 = 6;
const TOP: i32 = 34;

/// A picture of this width or more has room for whole names.
const WIDE: i32 = 480;

/// Where the columns of a picture stand, and how wide it is.
struct Places {
    width: i32,
    listeners: Place,
    speakers: Place,
    countries: Place,
}

/// Where one column stands, and how many letters of its names there is room for.
#[derive(Clone, Copy)]
struct Place {
    x: i32,
    n_chars: usize,
    /// Whether names stand before the nodes, where there is nothing but them.
    is_labelled_left: bool,
}

impl Place {
    const fn before(x: i32, n_chars: usize) -> Self {
        Self { x, n_chars, is_labelled_left: true }
    }

    const fn behind(x: i32, n_chars: usize) -> Self {
        Self { x, n_chars, is_labelled_left: false }
    }
}

impl Places {
    /// Those of a picture of about `width`. If nobody is spoken to, the speakers stand first.
    fn new(width: i32, has_listeners: bool) -> Self {
        let is_wide = width >= WIDE;
        Self {
            width: if is_wide { 720 } else { 328 },
            listeners: if is_wide { Place::before(150, 24) } else { Place::before(76, 11) },
            speakers: match (is_wide, has_listeners) {
                (true, true) => Place::behind(330, 24),
                (true, false) => Place::before(190, 24),
                (false, true) => Place::behind(136, 12),
                (false, false) => Place::before(104, 15),
            },
            countries: if is_wide { Place::behind(560, 24) } else { Place::behind(228, 13) },
        }
    }
}

/// A network, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// Width and height of the picture.
    pub size: (i32, i32),
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
    place: Place,
    /// The values shown, the most frequent first.
    values: Vec<ValueCount>,
    n_left_out: usize,
    tops: Vec<i32>,
    heights: Vec<i32>,
    /// How much of each node's height bands already take, towards the left and the right.
    taken: [Vec<i32>; 2],
}

impl Network {
    /// The network of speakers with countries (`about`) and with listeners (`to`), which answer `question`, in a
    /// picture of about `width`.
    pub fn new(about: &Pairs, to: &Pairs, question: &Question, width: i32) -> Self {
        let places = Places::new(width, !to.columns.is_empty());
        let mut speakers = Line::new(Facet::Speaker, places.speakers, &about.rows, question);
        let mut countries = Line::new(Facet::Country, places.countries, &about.columns, question);
        let mut listeners = Line::new(Facet::Listener, places.listeners, &to.columns, question);
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
            size: (places.width, height),
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
        let (x, x_others) = (speakers.place.x, others.place.x);
        let is_right = x_others > x;
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
                true => band((x + NODE_WIDTH, from), (x_others, to), thickness),
                false => band((x_others + NODE_WIDTH, to), (x, from), thickness),
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
    fn new(facet: Facet, place: Place, values: &[ValueCount], question: &Question) -> Self {
        let has_view = |value: &&ValueCount| question.narrowed_to(facet, &value.key).is_some();
        let shown: Vec<_> = values.iter().filter(has_view).take(MOST_NODES).cloned().collect();
        let none = vec![0; shown.len()];
        Self {
            facet,
            place,
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
            let Place { x: x_node, n_chars, is_labelled_left } = self.place;
            let x = if is_labelled_left { x_node - 6 } else { x_node + NODE_WIDTH + 6 };
            // People are told from each other by their last names.
            let name = match self.facet {
                Facet::Country => cut(&value.label, n_chars),
                _ => short_name(&value.label, n_chars),
            };
            Some(Node {
                facet: self.facet,
                rect: Rect { x: x_node, y: top, width: NODE_WIDTH, height },
                label: Text { x, y: top + height / 2 + 4, text: name },
                is_labelled_left,
                mark,
            })
        };
        (0..self.values.len()).filter_map(node).collect::<Vec<_>>().into_iter()
    }
}

fn heads(lines: &[&Line]) -> Vec<Text> {
    let head = |line: &&Line| {
        let text = match line.facet {
            Facet::Speaker => say::NETWORK_HEADS.nth(0),
            Facet::Listener => say::NETWORK_HEADS.nth(2),
            _ => say::NETWORK_HEADS.nth(1),
        };
        Text { x: line.place.x + NODE_WIDTH / 2, y: 16, text: text.to_owned() }
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
