//! Who an article names: persons, bodies, their titles, offices and gender.
//!
//! In comes a reading cut into tokens, and the countries found in it; out come name mentions ([`names`]) and
//! the [`cast::Cast`]: one member for each person or body, with all its mentions. Nothing here knows of
//! statements; who *spoke* is for [`resolution`](crate::resolution) to say.
//!
//! Everything is decided by lists (`data/people/`) and by the shape of the words around a name, in one pass
//! over the tokens; the same article gives the same cast.

pub mod cast;
pub mod fold;
pub mod given_names;
pub mod lower_case;
pub mod names;
pub mod roles;
pub mod words;

use std::ops::Range;

use crate::gazetteer::{CountryHit, CountryKey, Rule};
use crate::sentences::Prose;

/// Which third-person pronoun, "he" or "she", the words about somebody agree with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
}

/// A country that the text names, through its name, its people or its capital.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryMention {
    /// Where, as a range of [`Prose::tokens`].
    pub tokens: Range<usize>,
    /// Which.
    pub country: CountryKey,
    /// Whether it is named by its people: "Irish", "the Irishman".
    pub by_people: bool,
}

impl CountryMention {
    /// The gazetteer's `hits` as ranges of tokens, in the same order.
    pub fn from_hits(prose: &Prose, hits: &[CountryHit]) -> Vec<Self> {
        let tokens = &prose.tokens;
        let place = |hit: &CountryHit| {
            let start = tokens.partition_point(|t| t.span.end <= hit.span.start);
            let end = tokens.partition_point(|t| t.span.start < hit.span.end);
            let by_people = hit.rule == Rule::People;
            (start < end).then_some(Self { tokens: start..end, country: hit.country, by_people })
        };
        hits.iter().filter_map(place).collect()
    }
}
