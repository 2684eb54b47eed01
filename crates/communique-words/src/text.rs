//! The kinds of texts, and how their slots are filled.

use crate::number::number;
use crate::table::line;

/// A text without slots.
#[derive(Clone, Copy, Debug)]
pub struct Text(pub(crate) usize);

/// A text with `N` slots, in the order in which the English text has them.
#[derive(Clone, Copy, Debug)]
pub struct Form<const N: usize>(pub(crate) usize);

/// A text that counts, with `N` further slots.
#[derive(Clone, Copy, Debug)]
pub struct Count<const N: usize>(pub(crate) usize);

/// A list of `N` texts.
#[derive(Clone, Copy, Debug)]
pub struct List<const N: usize>(pub(crate) usize);

impl Text {
    /// The text.
    pub fn text(self) -> &'static str {
        line(self.0)
    }
}

impl<const N: usize> Form<N> {
    /// The text with its slots filled.
    pub fn fill(self, slots: [&str; N]) -> String {
        fill(line(self.0), &slots)
    }
}

/// A stretch of a [`Form`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch<'t> {
    /// Words.
    Words(&'t str),
    /// The slot with this number, from 0.
    Slot(usize),
}

impl<const N: usize> Form<N> {
    /// The text in stretches, for slots that hold more than text: a link, several values.
    pub fn stretches(self) -> Vec<Stretch<'static>> {
        let mut stretches = Vec::new();
        each_stretch(line(self.0), |stretch| stretches.push(stretch));
        stretches
    }
}

impl Count<0> {
    /// The text for `n` of what it counts: `1 statement`, `1,204 statements`.
    pub fn of(self, n: usize) -> String {
        fill(form(line(self.0), n), &[&number(n)])
    }
}

impl Count<1> {
    /// The text for `n` of what it counts, with its other slot filled.
    pub fn with(self, n: usize, slot: &str) -> String {
        fill(form(line(self.0), n), &[&number(n), slot])
    }
}

impl Count<2> {
    /// The text for `n` of what it counts, with its other slots filled.
    pub fn with(self, n: usize, [first, second]: [&str; 2]) -> String {
        fill(form(line(self.0), n), &[&number(n), first, second])
    }
}

impl<const N: usize> List<N> {
    /// The text at `idx`, from 0; the last one for anything beyond.
    pub fn nth(self, idx: usize) -> &'static str {
        nth(line(self.0), idx)
    }
}

/// The form for `n`: a language that needs one has one; the other begins at two, and at none.
fn form(text: &'static str, n: usize) -> &'static str {
    nth(text, usize::from(n != 1))
}

fn nth(text: &'static str, idx: usize) -> &'static str {
    let mut forms = text.split('|');
    let last = forms.clone().next_back();
    forms.nth(idx).or(last).unwrap_or_default()
}

/// `text` with its slots replaced.
fn fill(text: &str, slots: &[&str]) -> String {
    let mut filled = String::new();
    each_stretch(text, |stretch| {
        filled.push_str(match stretch {
            Stretch::Words(words) => words,
            Stretch::Slot(n) => slots.get(n).copied().unwrap_or_default(),
        });
    });
    filled
}

/// Goes through `text`, where `{0}` is the first slot; a digit has one byte, so a slot three.
pub(crate) fn each_stretch<'t>(text: &'t str, mut see: impl FnMut(Stretch<'t>)) {
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        see(Stretch::Words(&rest[..open]));
        let digit = rest.as_bytes().get(open + 1).copied().unwrap_or(b'0');
        see(Stretch::Slot(usize::from(digit.wrapping_sub(b'0'))));
        rest = rest.get(open + 3..).unwrap_or_default();
    }
    see(Stretch::Words(rest));
}
