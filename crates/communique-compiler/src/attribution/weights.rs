//! How choices are made: each option is described by features, and the option whose features weigh most is
//! taken. The weights stand in `data/weights.tsv`: a template in a line of its own, then one feature a line.
//!
//! A feature is a template with single words, word shapes or names of classes as values: `end.at=and`. Its
//! key is a hash of its name, so that a choice builds no strings. The weights are learned by `training`.

use std::collections::HashMap;
use std::fmt::Write;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// A value of a feature: a word or a name, with its hash.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom<'a> {
    pub(super) hash: u64,
    pub(super) text: &'a str,
}

impl<'a> Atom<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { hash: hash(text), text }
    }
}

/// FNV-1a of the text in lower case (ASCII).
pub(super) const fn hash(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325u64, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at].to_ascii_lowercase() as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

const fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(23) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The options of one choice, each with its features. Kept and reused from choice to choice.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    /// The keys of all options' features, one option after the other.
    keys: Vec<u64>,
    /// For each option the end of its keys.
    ends: Vec<usize>,
    /// The names of all keys ever added; kept only for training.
    pub(super) names: Option<HashMap<u64, String>>,
}

impl Options {
    /// Options that keep the names of their features.
    pub(super) fn named() -> Self {
        Self { names: Some(HashMap::new()), ..Self::default() }
    }

    /// Forgets all options.
    pub(super) fn clear(&mut self) {
        self.keys.clear();
        self.ends.clear();
    }

    /// Adds a feature to the option that is being described.
    #[inline]
    pub(super) fn add(&mut self, template: Atom, values: &[Atom]) {
        let key = values.iter().fold(template.hash, |key, value| mix(key, value.hash));
        self.keys.push(key);
        if let Some(names) = &mut self.names {
            names.entry(key).or_insert_with(|| {
                let values: Vec<&str> = values.iter().map(|value| value.text).collect();
                format!("{}={}", template.text, values.join("+")).to_ascii_lowercase()
            });
        }
    }

    /// Makes of the one option that was described an option for each of `values`: all its features, each
    /// together with that value.
    pub(super) fn multiply(&mut self, values: &[Atom]) {
        let base = std::mem::take(&mut self.keys);
        for value in values {
            for &key in &base {
                let together = mix(key, value.hash);
                self.keys.push(together);
                if let Some(names) = &mut self.names
                    && !names.contains_key(&together)
                {
                    let name = &names[&key];
                    let plus = if name.ends_with('=') { "" } else { "+" };
                    names.insert(together, format!("{name}{plus}{}", value.text));
                }
            }
            self.ends.push(self.keys.len());
        }
    }

    /// Ends the option that is being described.
    pub(super) fn close(&mut self) {
        self.ends.push(self.keys.len());
    }

    /// The features of each option.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u64]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.keys[start..end])
    }
}

/// A hasher for keys that are hashes already.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("only whole keys are hashed");
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// What each feature weighs.
#[derive(Default)]
pub struct Weights(HashMap<u64, f32, BuildHasherDefault<Identity>>);

/// The weights that were learned, read once.
pub(super) fn weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::parse(include_str!("../../data/weights.tsv")))
}

impl Weights {
    /// Reads what `print` wrote.
    pub fn parse(table: &str) -> Self {
        let mut weights = Self::default();
        let mut template = hash("");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once('\t') {
                None => template = hash(line),
                Some((values, weight)) => {
                    let Ok(weight) = weight.parse::<i32>() else { continue };
                    weights.0.insert(key(template, values), weight as f32 / 100.0);
                }
            }
        }
        weights
    }

    /// The table of features, sorted by name, with their weights in hundredths: for each template a line, then
    /// for each of its features a line of values, tab, weight.
    pub(super) fn print(features: &[(&str, i32)]) -> String {
        let mut table = String::new();
        let mut last = "";
        for (name, weight) in features {
            let (template, values) = name.split_once('=').unwrap_or((name, ""));
            if template != last {
                writeln!(table, "{template}").expect("a string takes every line");
            }
            last = template;
            writeln!(table, "{values}\t{weight}").expect("a string takes every line");
        }
        table
    }

    /// The option that weighs most; of equals the first.
    pub(super) fn best(&self, options: &Options) -> usize {
        let mut best = (0, f32::NEG_INFINITY);
        for (idx, keys) in options.iter().enumerate() {
            let score: f32 = keys.iter().filter_map(|key| self.0.get(key)).sum();
            if score > best.1 {
                best = (idx, score);
            }
        }
        best.0
    }
}

/// The key of a feature by the hash of its template and its values.
fn key(template: u64, values: &str) -> u64 {
    let values = values.split('+').filter(|value| !value.is_empty());
    values.fold(template, |key, value| mix(key, hash(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_has_one_key_by_name_and_by_parts() {
        let mut options = Options::named();
        options.add(Atom::new("end.at"), &[Atom::new("and"), Atom::new("Said")]);
        options.add(Atom::new("link"), &[]);
        options.multiply(&[Atom::new("left")]);
        let keys = options.iter().next().unwrap().to_vec();
        let names = options.names.unwrap();
        assert_eq!(names[&keys[0]], "end.at=and+said+left");
        for found in keys {
            let (template, values) = names[&found].split_once('=').unwrap();
            assert_eq!(key(hash(template), values), found);
        }
    }

    #[test]
    fn the_heavier_option_is_chosen_and_of_equals_the_first() {
        let table = Weights::print(&[("a=x", 150), ("a=y", -20), ("b=", 3)]);
        assert_eq!(table, "a\nx\t150\ny\t-20\nb\n\t3\n");
        let weights = Weights::parse(&format!("# made by hand\n{table}"));
        let mut options = Options::default();
        for value in ["y", "x", "x"] {
            options.add(Atom::new("a"), &[Atom::new(value)]);
            options.close();
        }
        assert_eq!(weights.best(&options), 1);
    }
}
