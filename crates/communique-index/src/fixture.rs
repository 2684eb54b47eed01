//! Corpora for the tests and benches of every crate: small ones, from statements in a few words with the rest filled
//! in, and [`invented`] ones of any size.

pub mod invented;
mod random;

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::{Confidence, Corpus, Document, FacetValue, Kind, Segment, SegmentRole, Site};
use crate::corpus::{Statement, Via};
use crate::facet::{UNDATED, UNRESOLVED, UNSTATED};
use crate::{Date, DocumentIdx, Encoding, Facet, FacetMap, TextSpan, ValueIdx};

pub use random::Random;

/// One statement: a line `SPEAKER CUE TOPIC CONTENT` of its file. Empty fields are absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// File it stands in.
    pub file: String,
    /// Date of the file, `2021-04-12`; the first one given for a file counts.
    pub date: String,
    /// Outlet key of the file; the first one given for a file counts.
    pub outlet: String,
    /// Speaker key; empty for not resolved.
    pub speaker: String,
    /// Reporting word; empty for "said".
    pub cue: String,
    /// Words before the content that it is about.
    pub topic: String,
    /// What was said; not empty.
    pub content: String,
    /// Keys, in any order.
    pub countries: Vec<String>,
    /// Keys, in any order.
    pub themes: Vec<String>,
    /// Keys, in any order.
    pub listeners: Vec<String>,
    /// Key of the country the speaker stands for.
    pub speaker_country: String,
}

impl Said {
    /// A statement of an undated file.
    pub fn new(file: &str, speaker: &str, content: &str) -> Self {
        Self {
            file: file.to_owned(),
            speaker: speaker.to_owned(),
            content: content.to_owned(),
            ..Self::default()
        }
    }

    /// The same with countries, keys separated by spaces.
    #[must_use]
    pub fn about(mut self, countries: &str) -> Self {
        self.countries = countries.split_whitespace().map(str::to_owned).collect();
        self
    }

    /// The same with themes, keys separated by spaces.
    #[must_use]
    pub fn on(mut self, themes: &str) -> Self {
        self.themes = themes.split_whitespace().map(str::to_owned).collect();
        self
    }

    /// The same in a dated file.
    #[must_use]
    pub fn dated(mut self, date: &str) -> Self {
        self.date = date.to_owned();
        self
    }

    fn cue(&self) -> &str {
        if self.cue.is_empty() { "said" } else { &self.cue }
    }

    fn values(&self, facet: Facet, file: &File<'_>) -> BTreeSet<String> {
        let or = |key: &str, other: &str| {
            BTreeSet::from([if key.is_empty() { other } else { key }.to_owned()])
        };
        let set = |keys: &[String]| keys.iter().cloned().collect();
        match facet {
            Facet::Speaker => or(&self.speaker, UNRESOLVED),
            Facet::Country => set(&self.countries),
            Facet::Theme => set(&self.themes),
            Facet::Kind => {
                or(if self.content.starts_with('“') { "direct" } else { "indirect" }, "")
            }
            Facet::Outlet => or(&file.outlet, UNSTATED),
            Facet::Year => or(file.date.split('-').next().unwrap_or_default(), UNDATED),
            Facet::SpeakerCountry => Some(self.speaker_country.clone())
                .filter(|key| !key.is_empty())
                .into_iter()
                .collect(),
            Facet::Listener => set(&self.listeners),
            Facet::Cue => or(self.cue(), ""),
        }
    }
}

/// What the statements of a file say of the file.
#[derive(Default)]
struct File<'s> {
    date: String,
    outlet: String,
    text: String,
    segments: Vec<Segment>,
    /// Each with the places of source, cue, topic and content.
    statements: Vec<(&'s Said, [TextSpan; 4])>,
}

/// A sound corpus of these statements; those of a file keep their order. Labels are keys with
/// capital letters and spaces (`Ali Shamkhani`), ids are made of file name and line.
pub fn corpus(said: &[Said]) -> Corpus {
    let mut files: BTreeMap<&str, File<'_>> = BTreeMap::new();
    for one in said {
        let file = files.entry(&one.file).or_default();
        for (fact, given) in [(&mut file.date, &one.date), (&mut file.outlet, &one.outlet)] {
            if fact.is_empty() {
                fact.clone_from(given);
            }
        }
        file.add(one);
    }
    let mut keys: FacetMap<BTreeSet<String>> = FacetMap::default();
    for file in files.values() {
        for (one, _) in &file.statements {
            Facet::ALL.into_iter().for_each(|facet| keys[facet].extend(one.values(facet, file)));
        }
    }
    let value_idx = |facet, key: &String| {
        ValueIdx::from(keys[facet].iter().position(|other| other == key).expect("collected above"))
    };
    let mut corpus = Corpus {
        site: Site {
            title: "Fixture".into(),
            description: String::new(),
            language: "en".into(),
            sort: "newest".into(),
            has_suggested_themes: true,
            quality: vec!["Of 3 statements 2 are found.".into()],
        },
        facet_values: FacetMap::from_fn(|facet| keys[facet].iter().map(|key| value(key)).collect()),
        ..Corpus::default()
    };
    for (name, file) in &files {
        for (line, (one, [source, cue, topic, content])) in (1..).zip(&file.statements) {
            let is_direct = one.content.starts_with('“');
            corpus.statements.push(Statement {
                id: format!("{name}-{line}"),
                document: DocumentIdx::from(corpus.documents.len()),
                line,
                kind: if is_direct { Kind::Direct } else { Kind::Indirect },
                source: (!source.is_empty()).then_some(*source),
                via: if source.is_empty() { Via::Implied } else { Via::Name },
                cue: *cue,
                topic: (!topic.is_empty()).then_some(*topic),
                content: vec![*content],
                office: String::new(),
                confidence: Confidence::High,
                steps: vec![format!("line {line} names the speaker")],
                is_corrected: !is_direct,
                said_on: Date::parse(&file.date).filter(|_| is_direct),
                values: FacetMap::from_fn(|facet| {
                    one.values(facet, file).iter().map(|key| value_idx(facet, key)).collect()
                }),
            });
        }
        corpus.documents.push(file.document(name));
    }
    corpus
}

impl<'s> File<'s> {
    /// Adds a line.
    fn add(&mut self, one: &'s Said) {
        let start = self.text.len();
        let source = value(&one.speaker).label;
        let spans = [source.as_str(), one.cue(), &one.topic, &one.content].map(|words| {
            let start = self.text.len();
            self.text.push_str(words);
            let span = TextSpan::new(start, self.text.len());
            if !span.is_empty() {
                self.text.push(' ');
            }
            span
        });
        self.text.pop();
        self.segments.push(Segment {
            text_span: TextSpan::new(start, self.text.len()),
            line: self.segments.len() as u32 + 1,
            role: SegmentRole::Body,
            rule: String::new(),
        });
        self.text.push('\n');
        self.statements.push((one, spans));
    }

    fn document(&self, name: &str) -> Document {
        Document {
            file: name.to_owned(),
            sha256: [7; 32],
            encoding: Encoding::Utf8,
            text: self.text.clone(),
            title: name.to_owned(),
            outlet: (!self.outlet.is_empty()).then(|| self.outlet.clone()),
            date: Date::parse(&self.date),
            date_note: String::new(),
            url: None,
            segments: self.segments.clone(),
            repairs: Vec::new(),
        }
    }
}

fn value(key: &str) -> FacetValue {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|c| c.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    let label = key.split('-').map(capital).collect::<Vec<_>>().join(" ");
    FacetValue { key: key.to_owned(), label, aliases: Vec::new() }
}
