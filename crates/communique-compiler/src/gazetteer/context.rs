//! What a listed form means where it stands: a country, a person, a language, or nothing.
//!
//! First each sighting is judged by its neighbors, then all of a document together: a form that is in doubt
//! by itself counts where the document names the country in a way that leaves none.

use std::collections::BTreeSet;

use super::entries::ContextLists;
use super::forms::{Form, Sense};
use super::words::{self, Gap, Word};
use super::{CountryHit, CountryKey, Rule};
use crate::reading::ReadSpan;
use crate::toml_file::TomlFile;

const LISTS: &str = include_str!("../../data/place-contexts.toml");

/// The words beside a form that change what it means.
#[derive(Debug)]
pub(super) struct Contexts(ContextLists);

/// Where a form stands: words `first..=last` of the text.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) first: usize,
    pub(super) last: usize,
}

/// A form found, judged by its neighbors.
#[derive(Debug)]
pub(super) struct Sighting {
    span: ReadSpan,
    verdict: Verdict,
}

#[derive(Debug)]
enum Verdict {
    /// One of these, and if the document does not tell, the one marked as usual.
    Countries(Vec<Claim>),
    /// A person named like the country, by surname: further bare mentions are likely the person.
    Person(CountryKey),
    /// A word that makes the country's bare name doubtful in this document.
    Rival(CountryKey),
    /// Nothing.
    Other,
}

#[derive(Debug)]
struct Claim {
    country: CountryKey,
    rule: Rule,
    /// May be a person of that surname, if the document has one.
    surname: bool,
    usually: bool,
}

impl Contexts {
    pub(super) fn builtin() -> Self {
        let lists = TomlFile::new("data/place-contexts.toml", LISTS).parse();
        Self(lists.unwrap_or_else(|error| panic!("the built-in word lists are broken: {error}")))
    }

    /// Judges forms that stand at `place`, `before` being the sighting before it.
    pub(super) fn sighting(
        &self,
        place: Place,
        forms: Vec<&Form>,
        before: Option<&Sighting>,
    ) -> Sighting {
        Sighting { span: place.span(), verdict: self.verdict(place, &forms, before) }
    }

    fn verdict(&self, place: Place, forms: &[&Form], before: Option<&Sighting>) -> Verdict {
        let claims: Vec<Claim> = forms.iter().filter_map(|form| Claim::of(form)).collect();
        let Some(first) = claims.first() else {
            return forms
                .iter()
                .find_map(|form| form.rival_of())
                .map_or(Verdict::Other, Verdict::Rival);
        };
        if claims.iter().any(|claim| claim.surname) && self.follows_given_name(place, before) {
            return Verdict::Person(first.country);
        }
        let is_other = (forms.iter().any(|form| form.given) && self.precedes_surname(place))
            || (first.rule == Rule::People && self.is_language(place))
            || (forms[0].is_short_initials() && place.is_all_in_capitals())
            || self.is_another_realm(place);
        if is_other { Verdict::Other } else { Verdict::Countries(claims) }
    }

    /// "Michael Jordan", "Booker T. Washington", "Mr. Jordan"; not "In Jordan", "On Monday Israel", "Iraq Jordan".
    fn follows_given_name(&self, place: Place, before: Option<&Sighting>) -> bool {
        let Some(name) = place.word(-1) else { return false };
        let ends_at = place.words[place.first - 1].span.end;
        let between = &place.text[ends_at as usize..place.words[place.first].span.start as usize];
        if let Some(after_stop) = between.strip_prefix('.') {
            let is_initial = name.chars().count() == 1 && words::is_capitalized(name);
            return after_stop.trim().is_empty() && (is_initial || self.0.titles.contains(name));
        }
        place.words[place.first].gap == Gap::Space
            && words::is_capitalized(name)
            && !words::is_upper(name)
            && !self.0.not_given_names.contains(name)
            // "the Jordan Valley Israel holds": an institution or a landmark is no given name either.
            && !self.0.not_surnames.contains(name)
            && before.is_none_or(|sighting| sighting.span.end != ends_at)
    }

    /// "Jordan Peterson"; not "Jordan Valley", "Jordan’s", "Jordan, Peterson said".
    fn precedes_surname(&self, place: Place) -> bool {
        place.next(Gap::Space).is_some_and(|name| {
            words::is_capitalized(name)
                && !words::is_upper(name)
                && !self.0.not_surnames.contains(name)
        })
    }

    /// "Russian-speaking", "speaks French".
    fn is_language(&self, place: Place) -> bool {
        let after = place.next(Gap::Space).or(place.next(Gap::Mark));
        after.is_some_and(|word| self.0.language_after.contains(word))
            || place.word(-1).is_some_and(|word| self.0.language_before.contains(word))
    }

    /// "the Islamic Republic of Mauritania", where the form is "Islamic Republic" alone.
    fn is_another_realm(&self, place: Place) -> bool {
        let last = place.word_at(place.last);
        place.last > place.first
            && self.0.realms.contains(last)
            && place.next(Gap::Space) == Some("of")
            && place.words.get(place.last + 2).is_some_and(|word| {
                word.gap == Gap::Space && words::is_capitalized(place.word_at(place.last + 2))
            })
    }
}

/// The hits of a document, given all its sightings in order.
pub(super) fn settle(sightings: &[Sighting]) -> Vec<CountryHit> {
    let (mut persons, mut rivals, mut sure) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for sighting in sightings {
        match &sighting.verdict {
            Verdict::Person(country) => _ = persons.insert(*country),
            Verdict::Rival(country) => _ = rivals.insert(*country),
            Verdict::Countries(claims) => {
                if let [claim] = claims.as_slice()
                    && !claim.surname
                {
                    sure.insert((claim.country, claim.rule == Rule::Name));
                }
            }
            Verdict::Other => {}
        }
    }
    // A rival puts the bare name in doubt, so that the name cannot vouch for itself.
    let is_sure = |country, by_name| {
        sure.contains(&(country, false)) || (by_name && sure.contains(&(country, true)))
    };
    let is_doubtful = |claim: &Claim| {
        let country = claim.country;
        (claim.surname && persons.contains(&country) && !is_sure(country, true))
            || (claim.rule == Rule::Name && rivals.contains(&country) && !is_sure(country, false))
    };
    let hit = |sighting: &Sighting| {
        let Verdict::Countries(claims) = &sighting.verdict else { return None };
        let claim = match claims.as_slice() {
            [claim] => Some(claim).filter(|claim| !is_doubtful(claim)),
            shared => {
                let mut named = shared.iter().filter(|claim| is_sure(claim.country, true));
                match (named.next(), named.next()) {
                    (Some(claim), None) => Some(claim),
                    (None, _) => shared.iter().find(|claim| claim.usually),
                    (Some(_), Some(_)) => None,
                }
            }
        }?;
        Some(CountryHit { country: claim.country, span: sighting.span, rule: claim.rule })
    };
    sightings.iter().filter_map(hit).collect()
}

impl Claim {
    fn of(form: &Form) -> Option<Self> {
        let Sense::Country(country, rule) = form.sense else { return None };
        Some(Self { country, rule, surname: form.surname, usually: form.usually })
    }
}

impl<'a> Place<'a> {
    /// The form's words, and the full stop of initials that are written with stops.
    fn span(self) -> ReadSpan {
        let (first, last) = (self.words[self.first], self.words[self.last]);
        let dotted =
            self.last > self.first && last.gap == Gap::Mark && last.span.end - last.span.start == 1;
        let stop = dotted
            && self.text[last.span.end as usize..].starts_with('.')
            && self.text[..last.span.start as usize].ends_with('.');
        ReadSpan { start: first.span.start, end: last.span.end + u32::from(stop) }
    }

    fn word_at(self, idx: usize) -> &'a str {
        self.words[idx].slice(self.text)
    }

    /// The word `offset` words from the form's first.
    fn word(self, offset: isize) -> Option<&'a str> {
        let idx = self.first.checked_add_signed(offset).filter(|&idx| idx < self.words.len())?;
        Some(self.word_at(idx))
    }

    /// The word after the form, if only this kind of gap is between.
    fn next(self, gap: Gap) -> Option<&'a str> {
        self.words
            .get(self.last + 1)
            .filter(|word| word.gap == gap)
            .map(|_| self.word_at(self.last + 1))
    }

    /// Whether the words on both sides are all in capitals, as in a heading: "THEY TOLD US TO".
    fn is_all_in_capitals(self) -> bool {
        let joined = |idx: usize| self.words.get(idx).is_some_and(|word| word.gap == Gap::Space);
        let before = joined(self.first) && self.word(-1).is_some_and(words::is_upper);
        let after = self.next(Gap::Space);
        before && after.is_none_or(words::is_upper)
    }
}
