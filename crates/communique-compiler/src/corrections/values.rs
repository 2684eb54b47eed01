//! Countries, themes and listeners that the publisher adds to a statement, or takes from it.
//!
//! In comes the finished corpus, whose dictionaries say what there is to choose from, suggested themes among it; out
//! comes the same put right, and a finding for whatever does not fit.

use communique_index::corpus::Document;
use communique_index::{Corpus, Facet, FacetValue, ValueIdx};
use serde::Deserialize;
use toml::Spanned;

use super::{Corrections, mark, why_gone};
use crate::assemble::{country_value, slug, value};
use crate::diagnostic::Diagnostic;
use crate::gazetteer::{CountryKey, Gazetteer};
use crate::toml_file::nearest;

/// An entry of `[[country]]`, `[[theme]]` or `[[listener]]`, as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ValuesFix {
    pub(super) statement: Spanned<String>,
    file: Option<String>,
    words: Option<String>,
    #[serde(default)]
    add: Vec<Spanned<String>>,
    #[serde(default)]
    remove: Vec<Spanned<String>>,
    pub(super) reason: Spanned<String>,
}

impl ValuesFix {
    /// Whether it says nothing.
    pub(super) fn is_idle(&self) -> bool {
        self.add.is_empty() && self.remove.is_empty()
    }

    /// Puts the values of `facet` right for its statement in `corpus`, and tells `odd` what does not fit.
    fn apply(
        &self,
        facet: Facet,
        corpus: &mut Corpus,
        gazetteer: &Gazetteer,
        odd: &mut impl FnMut(&Spanned<String>, String),
    ) {
        let id = self.statement.get_ref();
        let Some(idx) = corpus.statements.iter().position(|statement| statement.id == *id) else {
            let documents: Vec<&Document> = corpus.documents.iter().collect();
            let why = why_gone(&documents, self.file.as_deref(), self.words.as_deref());
            return odd(&self.statement, format!("{why}; correct or remove this entry"));
        };
        let mut is_changed = false;
        let mut settle = |name: &Spanned<String>, outcome: Result<(), String>| match outcome {
            Ok(()) => is_changed = true,
            Err(why) => odd(name, why),
        };
        for name in &self.remove {
            settle(name, take(corpus, idx, facet, name.get_ref()));
        }
        for name in &self.add {
            let chosen = choose(corpus, facet, name.get_ref(), gazetteer);
            settle(name, chosen.and_then(|value| give(corpus, idx, facet, value)));
        }
        if is_changed {
            mark(&mut corpus.statements[idx], self.reason.get_ref());
        }
    }
}

impl Corrections {
    /// Adds values to the statements of `corpus` and takes them away, as the publisher says; gives a finding for
    /// whatever does not fit.
    pub fn correct_values(&self, corpus: &mut Corpus, gazetteer: &Gazetteer) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (facet, fixes) in self.written.values() {
            for fix in fixes {
                fix.apply(facet, corpus, gazetteer, &mut |place, message| {
                    findings.extend(self.odd(place.span(), message));
                });
            }
            // A theme without statements is still a choice.
            if !fixes.is_empty() && facet != Facet::Theme {
                forget_unused(corpus, facet);
            }
        }
        findings
    }
}

/// Takes the value that goes by `name` from the statement at `idx`.
///
/// # Errors
/// If the statement does not have it.
fn take(corpus: &mut Corpus, idx: usize, facet: Facet, name: &str) -> Result<(), String> {
    let value = called(&corpus.facet_values[facet], name);
    let own = &mut corpus.statements[idx].values[facet];
    let at = own.iter().position(|known| value == Some(*known)).ok_or_else(|| {
        format!("the statement does not have `{name}`, or no longer; correct or remove this entry")
    })?;
    own.remove(at);
    Ok(())
}

/// Gives `value` to the statement at `idx`.
///
/// # Errors
/// If the statement has it.
fn give(corpus: &mut Corpus, idx: usize, facet: Facet, value: ValueIdx) -> Result<(), String> {
    let own = &mut corpus.statements[idx].values[facet];
    match own.binary_search(&value) {
        Ok(_) => {
            let label = &corpus.facet_values[facet][value.get()].label;
            Err(format!("the statement has `{label}` without this; remove this entry"))
        }
        Err(at) => {
            own.insert(at, value);
            Ok(())
        }
    }
}

/// The value among `values` that goes by `name`: its key, or else its label or another spelling.
fn called(values: &[FacetValue], name: &str) -> Option<ValueIdx> {
    let name = name.trim();
    let by_key = values.iter().position(|value| value.key.eq_ignore_ascii_case(name));
    let is_label =
        |value: &FacetValue| value.label == name || value.aliases.iter().any(|a| a == name);
    by_key.or_else(|| values.iter().position(is_label)).map(ValueIdx::from)
}

/// The value of `facet` that goes by `name`, entered where no statement had it before.
///
/// # Errors
/// Why there is none.
fn choose(
    corpus: &mut Corpus,
    facet: Facet,
    name: &str,
    gazetteer: &Gazetteer,
) -> Result<ValueIdx, String> {
    if let Some(known) = called(&corpus.facet_values[facet], name) {
        return Ok(known);
    }
    let new = if facet == Facet::Country {
        country(name, gazetteer)?
    } else if facet == Facet::Listener {
        listener(name, &corpus.facet_values[Facet::Speaker])?
    } else {
        return Err(no_theme(name, &corpus.facet_values[facet]));
    };
    Ok(enter(corpus, facet, new))
}

fn country(name: &str, gazetteer: &Gazetteer) -> Result<FacetValue, String> {
    let by_code = CountryKey::parse(name.trim()).filter(|key| gazetteer.country(*key).is_some());
    let key = by_code.or_else(|| gazetteer.country_of_word(name)).ok_or_else(|| {
        format!(
            "no country is called `{name}`; write its two letters, such as `PE`, or list it in lexicon/countries.toml"
        )
    })?;
    Ok(country_value(gazetteer, key))
}

/// A speaker of the collection, or somebody new.
fn listener(name: &str, speakers: &[FacetValue]) -> Result<FacetValue, String> {
    if let Some(known) = called(speakers, name) {
        return Ok(speakers[known.get()].clone());
    }
    match slug(name).as_str() {
        "" => Err(format!("`{name}` has no letters; correct or remove this entry")),
        key => Ok(value(key, name.trim())),
    }
}

fn no_theme(name: &str, themes: &[FacetValue]) -> String {
    match nearest(name, themes.iter().map(|theme| theme.key.as_str())) {
        Some(known) => format!("no theme is called `{name}`; did you mean `{known}`?"),
        None => format!("no theme is called `{name}`; list it in lexicon/themes.toml"),
    }
}

/// Enters `value` into the dictionary of `facet`, which stays sorted by key.
fn enter(corpus: &mut Corpus, facet: Facet, value: FacetValue) -> ValueIdx {
    let values = &mut corpus.facet_values[facet];
    let at = values.partition_point(|known| known.key < value.key);
    if values.get(at).is_none_or(|known| known.key != value.key) {
        values.insert(at, value);
        renumber(corpus, facet, |idx| if idx < at { idx } else { idx + 1 });
    }
    ValueIdx::from(at)
}

/// Takes values out of the dictionary of `facet` that no statement has any more.
fn forget_unused(corpus: &mut Corpus, facet: Facet) {
    let mut is_used = vec![false; corpus.facet_values[facet].len()];
    for value in corpus.statements.iter().flat_map(|statement| &statement.values[facet]) {
        is_used[value.get()] = true;
    }
    let mut used = is_used.iter();
    corpus.facet_values[facet].retain(|_| used.next() == Some(&true));
    renumber(corpus, facet, |idx| is_used[..idx].iter().filter(|used| **used).count());
}

/// Gives every value of `facet` that a statement has its new place in the dictionary.
fn renumber(corpus: &mut Corpus, facet: Facet, place: impl Fn(usize) -> usize) {
    for value in corpus.statements.iter_mut().flat_map(|statement| &mut statement.values[facet]) {
        *value = ValueIdx::from(place(value.get()));
    }
}
