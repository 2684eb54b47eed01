//! From source words to speakers.
//!
//! Within an article ([`resolve`]) the source of each attribution becomes a member of the article's cast: by
//! name, by role, by pronoun, or implied by another attribution. Across articles ([`across::merge`]) members
//! become speakers with stable ids, by stated rules only.
//!
//! Invariants: the same article gives the same answer, whatever other articles there are; nobody is a speaker
//! whose name, role or pronoun does not stand in the article; a source with two equal readings stays unresolved
//! and is reported. Every resolution says in plain words how it came about.
//!
//! What a source may be, and what becomes of it:
//! * a name, with or without office: that person or body. A country ("Iran said") speaks as a body of that name;
//! * a role ("the top Irish diplomat"): the person whose office, as the article or `lexicon/speakers.toml` gives
//!   it, the role can mean; before the statement or, failing that, after it;
//! * "he", "she": the heaviest person of that gender ([`discourse`]); "it": the body that spoke last; "who": the
//!   name in front;
//! * a common noun for a body ("the ministry"): the body of the article that ends in it; "police" and its like
//!   speak under that name;
//! * several persons, groups ("officials", "critics"), "they", "we", "I": not resolved, their words stay.

pub mod across;
mod answer;
pub mod article;
pub mod discourse;
mod listener;
mod place;
mod role;
pub mod source;
pub mod transliteration;
mod walk;

use communique_index::corpus::{Confidence, Via};

use crate::attribution::Attribution;
use crate::gazetteer::{CountryHit, CountryKey};
use crate::people::roles::Description;
use crate::reading::{ReadSpan, Reading};
use crate::sentences::Prose;
use crate::speaker_lexicon::SpeakerLexicon;

/// What one article says of its speakers.
#[derive(Clone, Debug, Default)]
pub struct DocumentSpeakers {
    /// Persons and bodies that speak or are spoken to, in order of appearance.
    pub members: Vec<Spoken>,
    /// One for each attribution, in their order.
    pub resolutions: Vec<Resolution>,
    /// What the publisher should know.
    pub findings: Vec<Finding>,
}

/// A person or body that speaks, or is spoken to, in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The fullest form the article gives.
    pub name: String,
    /// All spellings in the article, in order of appearance.
    pub forms: Vec<String>,
    /// The words of the name as they are compared.
    pub words: Vec<String>,
    /// "jr" and the like.
    pub suffix: Option<String>,
    /// Whether it is a body.
    pub is_body: bool,
    /// Offices and roles as the article gives them.
    pub offices: Vec<Description>,
    /// The country it stands for, as the article tells.
    pub country: Option<CountryKey>,
}

/// How one attribution's source was resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Index into [`DocumentSpeakers::members`]; `None`: not resolved.
    pub speaker: Option<usize>,
    /// How the source names the speaker.
    pub via: Via,
    /// How sure it is.
    pub confidence: Confidence,
    /// The speaker's office as the article gives it, or empty.
    pub office: String,
    /// To whom it was said: indices into [`DocumentSpeakers::members`].
    pub listeners: Vec<usize>,
    /// From the source to the speaker, in plain words, in order.
    pub steps: Vec<String>,
}

/// A source that could not be resolved although it means somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The source.
    pub span: ReadSpan,
    /// What is wrong, what was done, what to do.
    pub message: String,
}

/// Resolves the sources of `attributions`, found in `prose`, which is cut from `reading`. `countries` is what the
/// gazetteer finds in its text.
///
/// Costs a walk over the tokens, and for each pronoun and role a look at the last references.
pub fn resolve(
    reading: &Reading,
    prose: &Prose,
    attributions: &[Attribution],
    countries: &[CountryHit],
    lexicon: &SpeakerLexicon,
) -> DocumentSpeakers {
    walk::Walk::new(reading, prose, attributions, countries, lexicon).run()
}

#[cfg(test)]
mod tests;
