//! Countries spoken about, on a map of the world.
//!
//! The outlines are those of Natural Earth, which is in the public domain, in the Equal Earth projection, which
//! keeps areas equal; `data/README.md` says how the file is made. What is too small for an outline is a dot.
//! Borders are drawn as that source draws them, which says nothing about whose claim is right.

use communique_engine::{Question, ValueCount};
use communique_index::Facet;
use communique_words::say;

use crate::labels::enumerated;
use crate::mark::Mark;
use crate::scale::Shade;
use crate::table::{Cell, Table};

/// A line of width and height; then a line a country: its code, and an SVG path or the place of a dot. The line
/// without a code is land that has none.
const OUTLINES: &str = include_str!("../data/outlines.tsv");

/// A map, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorldMap {
    /// Width and height of the picture.
    pub size: (i32, i32),
    /// Countries without statements that have an outline, as paths.
    pub land: Vec<&'static str>,
    /// Countries with statements; the dots last, so that nothing hides them.
    pub countries: Vec<Country>,
    /// Countries with statements that are nowhere on the map.
    pub missing: Vec<String>,
    /// The picture in words.
    pub sentence: String,
    /// The picture in rows.
    pub table: Table,
}

/// A country with statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// Where it is.
    pub shape: Shape,
    /// How dark it is.
    pub shade: Shade,
    /// Its statements.
    pub mark: Mark,
}

/// How a country is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An SVG path.
    Outline(&'static str),
    /// A dot around a place.
    Dot(i32, i32),
}

impl WorldMap {
    /// The map of the countries in `values`, which answer `question`.
    pub fn new(values: &[ValueCount], question: &Question) -> Self {
        let most = values.iter().map(|value| value.count).max().unwrap_or(0);
        let mut map = Self {
            size: (0, 0),
            land: Vec::new(),
            countries: Vec::new(),
            missing: Vec::new(),
            sentence: String::new(),
            table: Table::new(&[
                (say::MAP_COLUMN.text(), false),
                (say::PICTURE_STATEMENTS.text(), true),
            ]),
        };
        let mark = |value: &ValueCount| {
            let values = [(Facet::Country, value.key.as_str())];
            Mark::of_values(question, &values, &value.label, value.count)
        };
        let marks: Vec<_> = values.iter().filter_map(|value| Some((value, mark(value)?))).collect();
        let mut is_drawn = vec![false; marks.len()];
        for (code, drawn) in rows() {
            let place = marks.iter().position(|(value, _)| value.key == code);
            match (place, shape(drawn)) {
                (None, Some(Shape::Outline(path))) => map.land.push(path),
                (Some(place), Some(shape)) => {
                    is_drawn[place] = true;
                    let mark = marks[place].1.clone();
                    map.countries.push(Country { shape, shade: Shade::of(mark.count, most), mark });
                }
                (None, Some(Shape::Dot(..)) | None) => {}
                (Some(_), None) => {}
            }
        }
        map.size = size();
        map.countries
            .sort_by_key(|country| (matches!(country.shape, Shape::Dot(..)), country.mark.count));
        for ((value, mark), is_drawn) in marks.iter().zip(is_drawn) {
            map.table.rows.push(vec![Cell::words(&value.label), Cell::count(Some(mark))]);
            if !is_drawn {
                map.missing.push(value.label.clone());
            }
        }
        map.sentence = map.sentence();
        map
    }

    /// "8 countries, most of all Iran: 28 statements, Iraq: 21 statements and United States: 13 statements."
    fn sentence(&self) -> String {
        let names: Vec<_> = self.table.marks().take(3).map(|mark| mark.name.clone()).collect();
        if names.is_empty() {
            return say::MAP_NONE.text().to_owned();
        }
        let countries = say::COUNTRIES.of(self.table.rows.len());
        let mut sentence = say::PICTURE_MOST.fill([&countries, &enumerated(&names)]);
        if !self.missing.is_empty() {
            sentence.push_str(&say::MAP_MISSING.fill([&enumerated(&self.missing)]));
        }
        sentence
    }
}

/// Codes with what is drawn of them.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    OUTLINES.lines().skip(1).filter_map(|line| line.split_once('\t'))
}

fn size() -> (i32, i32) {
    let size = OUTLINES.lines().next().and_then(pair);
    size.unwrap_or_default()
}

fn pair(text: &str) -> Option<(i32, i32)> {
    let (a, b) = text.split_once([',', '\t'])?;
    Some((a.parse().ok()?, b.parse().ok()?))
}

fn shape(drawn: &'static str) -> Option<Shape> {
    match drawn.starts_with('M') {
        true => Some(Shape::Outline(drawn)),
        false => pair(drawn).map(|(x, y)| Shape::Dot(x, y)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_shape_on_the_map() {
        let (width, height) = size();
        assert!((width, height) > (500, 200));
        let codes: Vec<_> = rows().map(|(code, _)| code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "each code once");
        assert!(codes.len() > 230);
        for (code, drawn) in rows() {
            match shape(drawn) {
                Some(Shape::Dot(x, y)) => {
                    assert!((0..=width).contains(&x) && (0..=height).contains(&y), "{code}");
                }
                Some(Shape::Outline(path)) => assert!(path.ends_with('z'), "{code}"),
                None => panic!("{code} has no shape"),
            }
        }
    }

    #[test]
    fn countries_with_statements_are_shaded_and_the_rest_is_land() {
        let value =
            |key: &str, count| ValueCount { key: key.into(), label: key.to_uppercase(), count };
        let values = [value("ir", 9), value("qa", 3), value("zz", 1)];
        let map = WorldMap::new(&values, &Question::default());
        let names: Vec<_> =
            map.countries.iter().map(|country| country.mark.name.as_str()).collect();
        assert_eq!(names, ["IR: 9 statements", "QA: 3 statements"]);
        assert!(matches!(map.countries[1].shape, Shape::Dot(..)), "Qatar is small");
        assert!(matches!(map.countries[0].shape, Shape::Outline(_)));
        assert_eq!(map.missing, ["ZZ"]);
        assert_eq!(map.table.rows.len(), 3, "what is not on the map is in the table");
        assert_eq!(map.table.marks().map(|mark| mark.count).sum::<usize>(), 13);
        assert!(!map.land.is_empty());
    }
}
