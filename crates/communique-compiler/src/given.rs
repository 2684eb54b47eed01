//! Statements that are known without reading: from a parliament's record or another tool
//! ([`known`](crate::known)), or added by the publisher ([`corrections`](crate::corrections)).
//!
//! In comes a [`Draft`] with as much as somebody said, out goes a [`Given`] with the rest derived from the document:
//! the cue from an attribution of the same words, the words that name the speaker from the paragraph, the kind from
//! the quotation marks. What was said is never changed.

use communique_index::corpus::{Confidence, Kind, Via};
use communique_index::{Date, TextSpan};

use crate::attribution::{Attribution, cue_lemma, kind_of};
use crate::document::ReadDocument;
use crate::gazetteer::CountryKey;
use crate::quotes::Quotations;
use crate::reading::{Paragraph, ReadSpan, Reading};
use crate::sentences::Prose;

/// A statement as somebody else gives it; `None` is for what they left open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// A stable id.
    pub id: Option<String>,
    /// What was said: sorted, disjoint, at least one, none empty, on character boundaries of the document's text.
    pub content: Vec<TextSpan>,
    /// Who said it; `None` where that is not known.
    pub speaker: Option<NamedSpeaker>,
    /// The words that name who said it.
    pub mention: Option<TextSpan>,
    /// How they do.
    pub via: Option<Via>,
    /// The reporting words.
    pub cue: Option<TextSpan>,
    /// What it is about, outside the content.
    pub topic: Option<TextSpan>,
    /// How much of it is quoted.
    pub kind: Option<Kind>,
    /// The countries it is about.
    pub countries: Option<Vec<CountryKey>>,
    /// Ids of its themes.
    pub themes: Option<Vec<String>>,
    /// The day it was said.
    pub said_on: Option<Date>,
    /// How sure its speaker is.
    pub confidence: Option<Confidence>,
    /// Where it comes from, in plain words.
    pub step: String,
    /// Whether it is a correction of the publisher's.
    pub is_corrected: bool,
}

/// A speaker by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSpeaker {
    /// The stable id, where it is known.
    pub id: Option<String>,
    /// The name.
    pub name: String,
}

/// A statement with all that a [`Draft`] may leave open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What was given.
    pub draft: Draft,
    /// 1-based line of its passage.
    pub line: u32,
    /// The reporting words; empty, at the start of the content, where there are none.
    pub cue: TextSpan,
    /// Dictionary form of the cue's verb; `None` where there is no cue.
    pub cue_lemma: Option<String>,
    /// The words that name who said it.
    pub mention: Option<TextSpan>,
    /// How they do.
    pub via: Via,
    /// How much of it is quoted.
    pub kind: Kind,
    /// Content and topic as they are read.
    pub about: Vec<ReadSpan>,
}

impl Given {
    /// `draft` with what it leaves open derived from its document. `attributions` are those of the document, or
    /// none where every draft gives its cue.
    pub fn new(
        draft: Draft,
        read: &ReadDocument,
        prose: &Prose,
        attributions: &[Attribution],
    ) -> Self {
        let reading = &read.reading;
        let content: Vec<ReadSpan> =
            draft.content.iter().map(|span| reading.from_text(*span)).collect();
        let alike = attributions.iter().max_by_key(|a| n_shared(&a.content, &content));
        let alike = alike.filter(|a| n_shared(&a.content, &content) > 0);
        let start = draft.content.first().map_or(0, |span| span.start);
        let cue = draft.cue.or_else(|| alike.map(|a| reading.to_text(a.cue)));
        let paragraph = paragraph_at(reading, content.first().map_or(0, |span| span.start));
        let own_words = draft
            .mention
            .or_else(|| named_in(reading, paragraph?, &draft.speaker.as_ref()?.name, &content));
        let derived_via = if own_words.is_some() { Via::Name } else { Via::Implied };
        Self {
            line: paragraph.map_or(1, |paragraph| paragraph.line),
            cue: cue.unwrap_or(TextSpan { start, end: start }),
            cue_lemma: cue.map(|cue| match alike {
                Some(alike) if reading.to_text(alike.cue) == cue => alike.cue_lemma.clone(),
                _ => cue_lemma(reading.slice(reading.from_text(cue))),
            }),
            via: draft.via.unwrap_or(derived_via),
            mention: own_words.filter(|_| draft.via != Some(Via::Implied)),
            kind: draft.kind.unwrap_or_else(|| kind_of_spans(prose, &content)),
            about: content
                .into_iter()
                .chain(draft.topic.map(|topic| reading.from_text(topic)))
                .collect(),
            draft,
        }
    }
}

/// How many bytes two lists of spans have in common.
fn n_shared(a: &[ReadSpan], b: &[ReadSpan]) -> u32 {
    let shared = |x: &ReadSpan, y: &ReadSpan| x.end.min(y.end).saturating_sub(x.start.max(y.start));
    a.iter().flat_map(|x| b.iter().map(move |y| shared(x, y))).sum()
}

fn paragraph_at(reading: &Reading, at: u32) -> Option<&Paragraph> {
    let idx = reading.paragraphs.partition_point(|paragraph| paragraph.span.end <= at);
    reading.paragraphs.get(idx).or(reading.paragraphs.last())
}

/// Where `paragraph` names the speaker outside of `content`: by the whole name, or by its last word.
fn named_in(
    reading: &Reading,
    paragraph: &Paragraph,
    name: &str,
    content: &[ReadSpan],
) -> Option<TextSpan> {
    let text = reading.slice(paragraph.span);
    let base = paragraph.span.start as usize;
    let find = |words: &str| {
        let places = text
            .match_indices(words)
            .map(|(at, _)| ReadSpan::new(base + at, base + at + words.len()));
        places.into_iter().find(|place| {
            let outside = |at: usize| !reading.text[at..].starts_with(char::is_alphanumeric);
            let begins = !reading.text[..place.start as usize].ends_with(char::is_alphanumeric);
            begins && outside(place.end as usize) && !content.iter().any(|c| c.overlaps(*place))
        })
    };
    let last = name.split_whitespace().next_back()?;
    find(name).or_else(|| find(last)).map(|place| reading.to_text(place))
}

fn kind_of_spans(prose: &Prose, content: &[ReadSpan]) -> Kind {
    let tokens = &prose.tokens;
    let parts = content.iter().map(|span| {
        let start = tokens.partition_point(|t| t.span.end <= span.start);
        let end = tokens.partition_point(|t| t.span.start < span.end);
        start..end.max(start)
    });
    kind_of(prose, &Quotations::find(prose), &parts.collect::<Vec<_>>())
}
