//! Mentions of names: runs of capitalized words, split into what stands before the name (honorifics, titles,
//! offices) and the name itself, and told apart into persons, bodies and the rest.
//!
//! In come the tokens of an article and its countries, out go the mentions in order, disjoint. Works sentence by
//! sentence, in time linear in the number of tokens: `runs` finds the candidates, `split` says what in them
//! is the name and of what kind, `description` reads the offices in front of it and behind it. Sentences in
//! capitals throughout, or in title case (`title_case`), give no mentions: there a capital says nothing.

mod description;
mod runs;
mod split;
mod title_case;

use std::ops::Range;

use super::fold::{fold, name_word};
use super::given_names::given_name;
use super::roles::{Description, Roles};
use super::words::Words;
use super::{CountryMention, Gender};
use crate::quotes::Quotations;
use crate::sentences::{Prose, Sentence};
use crate::tokens::Case;

/// One mention of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// The name, as a range of tokens: no honorific, no title, no `’s`.
    pub name: Range<usize>,
    /// The name with honorifics and titles of the same run in front.
    pub whole: Range<usize>,
    /// What its own words say it is.
    pub kind: NameKind,
    /// From the honorific.
    pub gender: Option<Gender>,
    /// Whether an honorific or title stands directly before it.
    pub titled: bool,
    /// Index of its sentence.
    pub sentence: usize,
    /// Whether `’s` follows.
    pub possessive: bool,
    /// Whether it stands in quotation marks.
    pub in_quote: bool,
    /// The office or role in front of the name: "Irish Foreign Minister".
    pub before: Option<Description>,
    /// The office or role behind it, between commas: "the mayor of Derry".
    pub after: Option<Description>,
}

/// What a name's own words say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// It has a title or a given name.
    Person,
    /// It ends in a word for a body, or is an abbreviation in capitals.
    Body,
    /// It is a country, its people or its capital.
    Place,
    /// It may be anything: a bare surname, a film.
    Unknown,
}

impl NameMention {
    /// The words of the name as they are compared: folded, without particles and suffixes.
    pub fn name_words(&self, prose: &Prose) -> Vec<String> {
        let words = Words::builtin();
        let kept = self.name.clone().filter(|&i| prose.tokens[i].is_word()).filter(|&i| {
            let folded = fold(prose.word(i));
            // Van Jones has a given name, Van der Bellen has none.
            let particle = words.particles.contains(&folded)
                && (prose.tokens[i].case == Case::Lower || given_name(&folded).is_none());
            !particle && !words.suffixes.contains(&folded)
        });
        kept.map(|i| name_word(prose.word(i))).collect()
    }

    /// "jr", "iii": what tells the son from the father.
    pub fn suffix(&self, prose: &Prose) -> Option<String> {
        let last = fold(prose.word(self.name.end - 1));
        (self.name.len() > 1 && Words::builtin().suffixes.contains(&last))
            .then(|| last.trim_end_matches('.').to_owned())
    }
}

/// All name mentions of the document, in order. `countries` are sorted and disjoint.
pub fn find_names(
    prose: &Prose,
    countries: &[CountryMention],
    quotes: &Quotations,
) -> Vec<NameMention> {
    let finder =
        Finder { prose, countries, quotes, words: Words::builtin(), roles: Roles::builtin() };
    let mut found = Vec::new();
    for (i, sentence) in prose.sentences.iter().enumerate() {
        if !finder.is_title_case(sentence) {
            finder.sentence(i, sentence, &mut found);
        }
    }
    found
}

/// What names are found with.
struct Finder<'a> {
    prose: &'a Prose<'a>,
    countries: &'a [CountryMention],
    quotes: &'a Quotations,
    words: &'a Words,
    roles: &'a Roles,
}

impl Finder<'_> {
    fn sentence(&self, index: usize, sentence: &Sentence, found: &mut Vec<NameMention>) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !self.starts_name(at) {
                at += 1;
                continue;
            }
            let run = at..self.run_end(at, sentence.tokens.end);
            at = run.end;
            if let Some(mut mention) = self.split(run, sentence) {
                mention.sentence = index;
                mention.in_quote = self.quotes.covers(mention.name.start);
                mention.after = self.apposition(mention.name.end, sentence);
                found.push(mention);
            }
        }
    }
}
