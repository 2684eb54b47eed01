//! One line of a `*.ndjson` file, and the draft of each statement in it.

use communique_index::Date;
use communique_index::corpus::{Confidence, Kind, Via};
use serde::Deserialize;
use serde_json::Value;

use super::offsets::Offsets;
use crate::gazetteer::{CountryKey, Gazetteer};
use crate::given::{Draft, NamedSpeaker};

/// A document as it is written.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Record {
    pub(super) file: Option<String>,
    pub(super) text: Option<String>,
    pub(super) encoding: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) sha256: Option<String>,
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
    /// Each is read by itself, so that one bad statement leaves the others.
    #[serde(default)]
    pub(super) statements: Vec<Value>,
}

type Pair = [u32; 2];

#[derive(Debug, Deserialize)]
struct StatementRecord {
    id: Option<String>,
    speaker: Option<SpeakerRecord>,
    cue: Option<Pair>,
    topic: Option<Pair>,
    spans: Vec<Pair>,
    kind: Option<String>,
    countries: Option<Vec<String>>,
    themes: Option<Vec<String>>,
    said_on: Option<String>,
    confidence: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum SpeakerRecord {
    Name(String),
    Full { id: Option<String>, name: Option<String>, mention: Option<Pair>, via: Option<String> },
}

/// The draft of a statement, and what of it is left out and why.
///
/// # Errors
/// Why there is no statement at all: it is not one, or its words are not in the text.
pub(super) fn draft(
    statement: &Value,
    offsets: &Offsets,
    gazetteer: &Gazetteer,
) -> Result<(Draft, Vec<String>), String> {
    if !statement.is_object() {
        return Err("not a JSON object".to_owned());
    }
    let record = StatementRecord::deserialize(statement).map_err(|error| error.to_string())?;
    let mut content = Vec::with_capacity(record.spans.len());
    for &pair in &record.spans {
        content.push(offsets.span(pair).map_err(|reason| format!("span {reason}"))?);
    }
    content.sort_unstable();
    if content.is_empty() {
        return Err("`spans` is empty".to_owned());
    }
    if content.windows(2).any(|pair| pair[0].overlaps(pair[1])) {
        return Err("`spans` overlap".to_owned());
    }
    let mut doubts = Vec::new();
    let mut place = |what: &str, pair: Option<Pair>| match offsets.span(pair?) {
        Ok(span) => Some(span),
        Err(reason) => {
            doubts.push(format!("{what} {reason}; found from the text instead"));
            None
        }
    };
    let (cue, topic) = (place("cue", record.cue), place("topic", record.topic));
    let (speaker, mention, via) = match record.speaker {
        None => (None, None, None),
        Some(SpeakerRecord::Name(name)) => (Some((None, name)), None, None),
        Some(SpeakerRecord::Full { id, name, mention, via }) => {
            (name.map(|name| (id, name)), place("mention", mention), via)
        }
    };
    let named = speaker.filter(|(_, name)| !name.trim().is_empty());
    let draft = Draft {
        id: record.id.filter(|id| !id.is_empty()),
        content,
        speaker: named.map(|(id, name)| NamedSpeaker { id, name: name.trim().to_owned() }),
        mention,
        via: one_of("via", via, Via::ALL, Via::key, &mut doubts),
        cue,
        topic,
        kind: one_of("kind", record.kind, Kind::ALL, Kind::key, &mut doubts),
        countries: record.countries.map(|codes| countries(&codes, gazetteer, &mut doubts)),
        themes: record.themes,
        said_on: record.said_on.and_then(|date| {
            let read = Date::parse(&date);
            doubts.extend(read.is_none().then(|| format!("said_on `{date}` is no date; left out")));
            read
        }),
        confidence: one_of(
            "confidence",
            record.confidence,
            Confidence::ALL,
            Confidence::key,
            &mut doubts,
        ),
        ..Draft::default()
    };
    Ok((draft, doubts))
}

/// The one of `all` whose key is `given`.
fn one_of<T: Copy, const N: usize>(
    what: &str,
    given: Option<String>,
    all: [T; N],
    key: fn(T) -> &'static str,
    doubts: &mut Vec<String>,
) -> Option<T> {
    let given = given?;
    let found = all.into_iter().find(|one| key(*one) == given);
    if found.is_none() {
        let known = all.map(key).join(", ");
        doubts.push(format!("{what} `{given}` is none of {known}; found from the text instead"));
    }
    found
}

fn countries(codes: &[String], gazetteer: &Gazetteer, doubts: &mut Vec<String>) -> Vec<CountryKey> {
    let mut keys = Vec::with_capacity(codes.len());
    for code in codes {
        match CountryKey::parse(code).filter(|key| gazetteer.country(*key).is_some()) {
            Some(key) => keys.push(key),
            None => doubts.push(format!("country `{code}` is not known; left out")),
        }
    }
    keys
}
