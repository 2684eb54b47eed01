//! Puts what the steps found together as one [`Corpus`]: documents by file name, dictionaries by key,
//! statements in document order. Here reading spans become places in the published text.

use std::collections::HashSet;

use communique_index::corpus::{Document, Kind};
use communique_index::facet::{UNDATED, UNRESOLVED, UNSTATED};
use communique_index::{
    Corpus, DocumentIdx, Facet, FacetMap, FacetValue, Site, Statement, TextSpan,
};

use crate::Diagnostic;
use crate::attribution::Attribution;
use crate::corrections::Corrections;
use crate::dateline::{EventDate, event_date};
use crate::document::ReadDocument;
use crate::gazetteer::{self, CountryHit, Gazetteer};
use crate::given::Given;
use crate::lexicon::Lexicon;
use crate::reading::{ReadSpan, Reading};
use crate::resolution::across::{Speaker, Speakers, merge};
use crate::resolution::{DocumentSpeakers, Resolution};
use crate::statement_id::StatementIds;

mod dictionaries;
mod given;

use dictionaries::Dictionaries;
pub(crate) use dictionaries::slug;

/// A document with everything found in it.
#[derive(Clone, Debug)]
pub struct Analyzed {
    /// The document and how it is read.
    pub read: ReadDocument,
    /// Its attributions.
    pub attributions: Vec<Attribution>,
    /// The countries it names anywhere, in order.
    pub countries: Vec<CountryHit>,
    /// Who says them: one resolution for each attribution.
    pub speakers: DocumentSpeakers,
    /// Statements that were known beforehand.
    pub given: Vec<Given>,
}

/// The corpus of `analyzed`, which is sorted by file name, corrected as the publisher says; and which of the
/// `corrections` do not fit.
pub fn assemble(
    site: Site,
    mut analyzed: Vec<Analyzed>,
    lexicon: &Lexicon,
    corrections: &Corrections,
) -> (Corpus, Vec<Diagnostic>) {
    let named: Vec<DocumentSpeakers> =
        analyzed.iter_mut().map(|document| std::mem::take(&mut document.speakers)).collect();
    let speakers = merge(&named, &lexicon.speakers);
    let mut assembly = Assembly {
        lexicon,
        speakers,
        dictionaries: Dictionaries::default(),
        ids: StatementIds::default(),
        statements: Vec::new(),
    };
    // A theme that no statement has is still a choice a reader can see, with its count of zero.
    for theme in lexicon.themes.themes() {
        let entry = || value(&theme.id, &theme.label);
        assembly.dictionaries.enter(Facet::Theme, &theme.id, entry);
    }
    for (idx, document) in analyzed.iter().enumerate() {
        assembly.add(DocumentIdx::from(idx), document, &named[idx].resolutions);
    }
    let known: HashSet<&str> = assembly.statements.iter().map(|(s, _)| s.id.as_str()).collect();
    let documents: Vec<&Document> =
        analyzed.iter().map(|analyzed| &analyzed.read.document).collect();
    let misfits = corrections.misfits(&documents, |id| known.contains(id));
    if !corrections.is_empty() {
        assembly.correct(corrections);
    }
    let (facet_values, statements) = assembly.dictionaries.settle(assembly.statements);
    let documents = analyzed.into_iter().map(|analyzed| analyzed.read.document).collect();
    (Corpus { site, documents, facet_values, statements }, misfits)
}

/// A statement, read or given.
enum Found<'a> {
    Read(&'a Attribution, &'a Resolution),
    Given(&'a Given),
}

/// A corpus in the making.
struct Assembly<'a> {
    lexicon: &'a Lexicon,
    speakers: Speakers,
    dictionaries: Dictionaries,
    ids: StatementIds,
    /// Statements with the keys of their facet values.
    statements: Vec<(Statement, FacetMap<Vec<String>>)>,
}

impl Assembly<'_> {
    /// Adds what a document says, read or given, in the order of the text.
    fn add(&mut self, document: DocumentIdx, analyzed: &Analyzed, resolutions: &[Resolution]) {
        let read =
            analyzed.attributions.iter().zip(resolutions).map(|(attribution, resolution)| {
                let start = attribution.content.first();
                (start.map(|span| span.start), Found::Read(attribution, resolution))
            });
        let reading = &analyzed.read.reading;
        let given = analyzed.given.iter().map(|given| {
            let start = given.draft.content.first();
            (start.map(|span| reading.from_text(*span).start), Found::Given(given))
        });
        let mut found: Vec<(Option<u32>, Found)> = read.chain(given).collect();
        found.sort_by_key(|(start, _)| *start);
        for (_, found) in found {
            let pair = match found {
                Found::Read(attribution, resolution) => (
                    self.statement(document, analyzed, attribution, resolution),
                    self.keys(document, analyzed, attribution, resolution),
                ),
                Found::Given(given) => self.given(document, analyzed, given),
            };
            self.statements.push(pair);
        }
    }

    fn statement(
        &mut self,
        document: DocumentIdx,
        analyzed: &Analyzed,
        attribution: &Attribution,
        resolution: &Resolution,
    ) -> Statement {
        let ReadDocument { document: source, reading, .. } = &analyzed.read;
        let content = published(reading, &attribution.content);
        let event = event(analyzed, attribution);
        let words: Vec<&str> = content.iter().map(|span| &source.text[span.range()]).collect();
        Statement {
            id: self.ids.next(&source.file, &words.join(" ")),
            document,
            line: reading.paragraphs[attribution.paragraph].line,
            kind: attribution.kind,
            source: own_source(attribution, resolution).map(|span| reading.to_text(span)),
            via: resolution.via,
            cue: reading.to_text(attribution.cue),
            topic: attribution.topic.map(|span| reading.to_text(span)),
            content,
            office: resolution.office.clone(),
            confidence: resolution.confidence,
            steps: steps(attribution, resolution, event.as_ref()),
            is_corrected: false,
            said_on: event.map(|event| event.date),
            values: FacetMap::default(),
        }
    }

    /// The keys of the attribution's facet values, each entered in its dictionary.
    fn keys(
        &mut self,
        idx: DocumentIdx,
        analyzed: &Analyzed,
        attribution: &Attribution,
        resolution: &Resolution,
    ) -> FacetMap<Vec<String>> {
        let document = &analyzed.read.document;
        let about: Vec<ReadSpan> =
            attribution.content.iter().copied().chain(attribution.topic).collect();
        let mut keys: FacetMap<Vec<String>> = FacetMap::default();
        let mut enter = |facet: Facet, key: &str, make: &dyn Fn() -> FacetValue| {
            keys[facet].push(key.to_owned());
            self.dictionaries.enter(facet, key, make);
        };
        let person = |member: usize| -> &Speaker {
            &self.speakers.speakers[self.speakers.of[idx.get()][member]]
        };
        let gazetteer = &self.lexicon.gazetteer;
        match resolution.speaker.map(person) {
            Some(speaker) => {
                enter(Facet::Speaker, &speaker.id, &|| speaker_value(speaker));
                if let Some(country) = speaker.country {
                    let entry = || country_value(gazetteer, country);
                    enter(Facet::SpeakerCountry, country.as_str(), &entry);
                }
            }
            None => enter(Facet::Speaker, UNRESOLVED, &|| value(UNRESOLVED, "Not resolved")),
        }
        for listener in resolution.listeners.iter().map(|&member| person(member)) {
            enter(Facet::Listener, &listener.id, &|| speaker_value(listener));
        }
        for hit in gazetteer::within(&analyzed.countries, &about) {
            let entry = || country_value(gazetteer, hit.country);
            enter(Facet::Country, hit.country.as_str(), &entry);
        }
        for hit in self.lexicon.themes.hits(&analyzed.read.reading.text, &about) {
            let theme = &self.lexicon.themes.themes()[hit.theme];
            enter(Facet::Theme, &theme.id, &|| value(&theme.id, &theme.label));
        }
        let lemma = &attribution.cue_lemma;
        let year = document.date.map(|date| date.year);
        for (facet, plain) in [
            (Facet::Kind, kind_value(attribution.kind)),
            (Facet::Outlet, outlet_value(document.outlet.as_deref())),
            (Facet::Year, year_value(year)),
            (Facet::Cue, value(&slug(lemma), lemma)),
        ] {
            enter(facet, &plain.key, &|| plain.clone());
        }
        // Readers look for "said" and "pointed out" as the articles have it.
        let as_read = analyzed.read.reading.text[attribution.cue.range()].to_lowercase();
        if as_read != *lemma {
            self.dictionaries.add_alias(Facet::Cue, &slug(lemma), as_read);
        }
        keys
    }
}

/// The day the statement was made, where its paragraph tells it and the day of publication is known.
fn event(analyzed: &Analyzed, attribution: &Attribution) -> Option<EventDate> {
    let ReadDocument { document, reading, .. } = &analyzed.read;
    let paragraph = reading.paragraphs[attribution.paragraph].span;
    let contents: Vec<ReadSpan> =
        analyzed.attributions.iter().flat_map(|other| other.content.iter().copied()).collect();
    event_date(reading, paragraph, attribution.cue, &contents, document.date?)
}

/// The words that name who said it. An implied source has none of its own, but where nobody is resolved,
/// those of the main clause are all that a reader has.
fn own_source(attribution: &Attribution, resolution: &Resolution) -> Option<ReadSpan> {
    attribution.source.filter(|_| !attribution.implied || resolution.speaker.is_none())
}

/// How the statement was found: told texts.
fn steps(
    attribution: &Attribution,
    resolution: &Resolution,
    event: Option<&EventDate>,
) -> Vec<String> {
    let mut steps = vec![attribution.pattern.told()];
    steps.extend(resolution.steps.iter().cloned());
    steps.extend(event.map(|event| event.step.clone()));
    steps
}

/// The published places that `spans` read: sorted, disjoint, none empty.
fn published(reading: &Reading, spans: &[ReadSpan]) -> Vec<TextSpan> {
    let mut published: Vec<TextSpan> = Vec::with_capacity(spans.len());
    for span in spans.iter().map(|span| reading.to_text(*span)).filter(|span| !span.is_empty()) {
        match published.last_mut() {
            // Two spans may meet inside one repair, which both then cover.
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => published.push(span),
        }
    }
    published
}

/// A value that goes by nothing but its label.
pub(crate) fn value(key: &str, label: &str) -> FacetValue {
    FacetValue { key: key.to_owned(), label: label.to_owned(), aliases: Vec::new() }
}

fn speaker_value(speaker: &Speaker) -> FacetValue {
    FacetValue {
        key: speaker.id.clone(),
        label: speaker.name.clone(),
        aliases: speaker.aliases.clone(),
    }
}

fn kind_value(kind: Kind) -> FacetValue {
    match kind {
        Kind::Direct => value("direct", "Direct"),
        Kind::Mixed => value("mixed", "Mixed"),
        Kind::Indirect => value("indirect", "Indirect"),
    }
}

fn outlet_value(outlet: Option<&str>) -> FacetValue {
    match outlet {
        Some(name) => value(&slug(name), name),
        None => value(UNSTATED, "Not stated"),
    }
}

fn year_value(year: Option<u16>) -> FacetValue {
    match year {
        Some(year) => value(&format!("{year:04}"), &year.to_string()),
        None => value(UNDATED, "Undated"),
    }
}

/// A country as a facet value.
pub(crate) fn country_value(gazetteer: &Gazetteer, key: gazetteer::CountryKey) -> FacetValue {
    match gazetteer.country(key) {
        Some(country) => FacetValue {
            key: key.to_string(),
            label: country.name.clone(),
            aliases: country.aliases.clone(),
        },
        None => value(key.as_str(), &key.code()),
    }
}
