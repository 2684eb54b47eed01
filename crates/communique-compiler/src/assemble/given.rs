//! Statements that were known beforehand, and those that the publisher corrects, as they go into a corpus.

use communique_index::corpus::Confidence;
use communique_index::facet::{UNRESOLVED, UNSTATED};
use communique_index::{DocumentIdx, Facet, FacetMap, FacetValue, Statement};

use super::dictionaries::slug;
use super::{
    Analyzed, Assembly, country_value, kind_value, outlet_value, speaker_value, value, year_value,
};
use crate::corrections::{Corrections, Fix, mark};
use crate::gazetteer::{self, CountryKey};
use crate::given::{Given, NamedSpeaker};

type Keys = FacetMap<Vec<String>>;

impl Assembly<'_> {
    /// A statement that was known beforehand, with the keys of its facet values.
    pub(super) fn given(
        &mut self,
        idx: DocumentIdx,
        analyzed: &Analyzed,
        given: &Given,
    ) -> (Statement, Keys) {
        let (draft, document) = (&given.draft, &analyzed.read.document);
        let words: Vec<&str> = draft.content.iter().map(|s| &document.text[s.range()]).collect();
        let id = match &draft.id {
            Some(id) => self.ids.claim(id.clone()),
            None => self.ids.next(&document.file, &words.join(" ")),
        };
        let unnamed = if draft.speaker.is_some() { Confidence::High } else { Confidence::Low };
        let statement = Statement {
            id,
            document: idx,
            line: given.line,
            kind: given.kind,
            source: given.mention,
            via: given.via,
            cue: given.cue,
            topic: draft.topic,
            content: draft.content.clone(),
            office: String::new(),
            confidence: draft.confidence.unwrap_or(unnamed),
            steps: vec![draft.step.clone()],
            is_corrected: draft.is_corrected,
            said_on: draft.said_on,
            values: FacetMap::default(),
        };
        (statement, self.given_keys(analyzed, given))
    }

    fn given_keys(&mut self, analyzed: &Analyzed, given: &Given) -> Keys {
        let (draft, document) = (&given.draft, &analyzed.read.document);
        let mut keys = Keys::default();
        self.name_speaker(draft.speaker.as_ref(), &mut keys);
        let named = gazetteer::within(&analyzed.countries, &given.about).map(|hit| hit.country);
        for country in draft.countries.clone().unwrap_or_else(|| named.collect()) {
            self.enter(&mut keys, Facet::Country, country_value(&self.lexicon.gazetteer, country));
        }
        for theme in self.themes_of(analyzed, given) {
            self.enter(&mut keys, Facet::Theme, theme);
        }
        let cue = match &given.cue_lemma {
            Some(lemma) => value(&slug(lemma), lemma),
            None => value(UNSTATED, "Not stated"),
        };
        self.enter(&mut keys, Facet::Kind, kind_value(given.kind));
        self.enter(&mut keys, Facet::Outlet, outlet_value(document.outlet.as_deref()));
        self.enter(&mut keys, Facet::Year, year_value(document.date.map(|date| date.year)));
        self.enter(&mut keys, Facet::Cue, cue);
        keys
    }

    /// The themes that are given, by the publisher's labels where they are listed, or else those of its words.
    fn themes_of(&self, analyzed: &Analyzed, given: &Given) -> Vec<FacetValue> {
        let listed = self.lexicon.themes.themes();
        let Some(ids) = &given.draft.themes else {
            let hits = self.lexicon.themes.hits(&analyzed.read.reading.text, &given.about);
            return hits
                .iter()
                .map(|hit| &listed[hit.theme])
                .map(|t| value(&t.id, &t.label))
                .collect();
        };
        let theme = |id: &String| match listed.iter().find(|theme| theme.id == *id) {
            Some(theme) => value(&theme.id, &theme.label),
            None => value(&slug(id), &id.replace('-', " ")),
        };
        ids.iter().map(theme).collect()
    }

    /// Enters who said it, and for whom; nobody where no name is given.
    fn name_speaker(&mut self, named: Option<&NamedSpeaker>, keys: &mut Keys) {
        keys[Facet::Speaker].clear();
        keys[Facet::SpeakerCountry].clear();
        let Some(named) = named else {
            return self.enter(keys, Facet::Speaker, value(UNRESOLVED, "Not resolved"));
        };
        let (speaker, country) = self.find_speaker(named);
        self.enter(keys, Facet::Speaker, speaker);
        if let Some(country) = country {
            let country = country_value(&self.lexicon.gazetteer, country);
            self.enter(keys, Facet::SpeakerCountry, country);
        }
    }

    /// The speaker of a name: one that the articles have, by id or by any spelling, or that the publisher lists, or
    /// else a new one.
    fn find_speaker(&self, named: &NamedSpeaker) -> (FacetValue, Option<CountryKey>) {
        let NamedSpeaker { id, name } = named;
        let listed = self.lexicon.speakers.find([name.as_str()]);
        let listed = listed.map(|idx| &self.lexicon.speakers.speakers[idx]);
        let name = listed.map_or(name, |listed| &listed.name);
        let is_same = |known: &&crate::resolution::across::Speaker| match id {
            Some(id) => known.id == *id,
            None => known.name == *name || known.aliases.contains(name) || known.id == *name,
        };
        match self.speakers.speakers.iter().find(is_same) {
            Some(known) => (speaker_value(known), known.country),
            None => {
                let key = id.clone().unwrap_or_else(|| slug(name));
                // A name without letters has no key of its own.
                let key = if key.is_empty() { UNRESOLVED.to_owned() } else { key };
                let aliases = listed.map_or_else(Vec::new, |listed| listed.aliases.clone());
                let label = name.clone();
                (FacetValue { key, label, aliases }, listed.and_then(|listed| listed.country))
            }
        }
    }

    fn enter(&mut self, keys: &mut Keys, facet: Facet, value: FacetValue) {
        keys[facet].push(value.key.clone());
        self.dictionaries.enter(facet, &value.key.clone(), || value);
    }

    /// Corrects what was found as the publisher says.
    pub(super) fn correct(&mut self, corrections: &Corrections) {
        let mut statements = std::mem::take(&mut self.statements);
        statements.retain_mut(|(statement, keys)| match corrections.of(&statement.id) {
            None => true,
            Some(Fix::Drop) => false,
            Some(Fix::Speaker { name, reason }) => {
                let named = NamedSpeaker { id: None, name: name.to_owned() };
                self.name_speaker((!name.is_empty()).then_some(&named), keys);
                mark(statement, reason);
                // The office is that of the one who did not say it.
                statement.office.clear();
                statement.confidence =
                    if name.is_empty() { Confidence::Low } else { Confidence::High };
                true
            }
        });
        self.statements = statements;
        self.dictionaries.keep_used(&self.statements);
    }
}
