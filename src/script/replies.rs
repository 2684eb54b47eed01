//! What scripts get: plain data, in the words of the interchange format.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use communique_engine::document::Place;
use communique_engine::{
    Answer, Card, Choice, Diagnostic, DocumentPage, Engine, Layout, MarkedText, Sort, ValueLabel,
    View,
};
use communique_index::corpus::SegmentRole;
use communique_index::facet::UNRESOLVED;
use communique_index::{Facet, Span};

/// Start and end of a range, end exclusive.
type Offsets<T> = [T; 2];

/// The answer to a question.
#[derive(Serialize)]
pub struct SearchReply {
    total: usize,
    passages: usize,
    documents: usize,
    undated: usize,
    warnings: Vec<String>,
    statements: Vec<Hit>,
    facets: BTreeMap<&'static str, Vec<FacetRow>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Hit {
    id: String,
    /// `null` where the source is not resolved.
    speaker: Option<String>,
    speaker_label: String,
    office: String,
    cue: String,
    kind: &'static str,
    text: String,
    topic: Option<String>,
    date: Option<String>,
    document: String,
    title: String,
    outlet: Option<String>,
    /// 1-based line of the file.
    passage: u32,
    countries: Vec<String>,
    themes: Vec<String>,
    listeners: Vec<String>,
    /// What matches of `text`, in UTF-16 code units.
    snippet: Vec<Offsets<usize>>,
}

#[derive(Serialize)]
struct FacetRow {
    value: String,
    label: String,
    count: u32,
    /// `null`, `included` or `excluded`.
    state: Option<&'static str>,
}

impl SearchReply {
    /// The statements of `answer` from `offset`, at most `limit`.
    pub fn new(
        engine: &Engine,
        answer: &Answer,
        mut warnings: Vec<String>,
        offset: usize,
        limit: usize,
    ) -> Self {
        warnings.extend(answer.diagnostics.iter().map(|diagnostic| diagnostic.message.clone()));
        let page = answer.statements.iter().skip(offset).take(limit);
        let rows = |facet: Facet| {
            let rows = answer.facets[facet].iter().map(|count| {
                let value = engine.value(facet, count.value);
                FacetRow {
                    value: value.key,
                    label: value.label,
                    count: count.count,
                    state: state(count.choice),
                }
            });
            (facet.key(), rows.collect())
        };
        Self {
            total: answer.totals.statements,
            passages: answer.totals.passages,
            documents: answer.totals.documents,
            undated: answer.totals.undated,
            warnings,
            statements: page.map(|idx| Hit::new(engine.card(*idx, answer))).collect(),
            facets: Facet::ALL.into_iter().map(rows).collect(),
        }
    }
}

fn state(choice: Choice) -> Option<&'static str> {
    match choice {
        Choice::Neutral => None,
        Choice::Included => Some("included"),
        Choice::Excluded => Some("excluded"),
    }
}

impl Hit {
    fn new(card: Card) -> Self {
        let pair = |range: Range<usize>| [range.start, range.end];
        Self {
            snippet: card.content.marks_utf16().into_iter().map(pair).collect(),
            speaker: card.is_resolved.then_some(card.speaker.key),
            speaker_label: card.speaker.label,
            kind: card.kind.key(),
            text: card.content.text,
            topic: card.topic.map(|MarkedText { text, .. }| text),
            date: card.date.map(|date| date.to_string()),
            countries: keys(card.countries),
            themes: keys(card.themes),
            listeners: keys(card.listeners),
            id: card.id,
            office: card.office,
            cue: card.cue,
            document: card.file,
            title: card.title,
            outlet: card.outlet,
            passage: card.line,
        }
    }
}

fn keys(labels: Vec<ValueLabel>) -> Vec<String> {
    labels.into_iter().map(|label| label.key).collect()
}

/// One statement, with where its parts are in the file as published.
#[derive(Serialize)]
pub struct StatementReply {
    #[serde(flatten)]
    hit: Hit,
    via: &'static str,
    confidence: &'static str,
    source: String,
    steps: Vec<String>,
    /// Bytes of the file as published.
    bytes: PublishedReply,
}

#[derive(Serialize)]
struct PublishedReply {
    source: Option<Offsets<u32>>,
    cue: Offsets<u32>,
    topic: Option<Offsets<u32>>,
    spans: Vec<Offsets<u32>>,
}

impl StatementReply {
    /// The statement of `card`.
    pub fn new(card: Card) -> Self {
        let offsets = |span: Span| [span.start, span.end];
        let published = &card.published;
        Self {
            via: card.via.key(),
            confidence: card.confidence.key(),
            source: card.source.clone(),
            steps: card.steps.clone(),
            bytes: PublishedReply {
                source: published.source.map(offsets),
                cue: offsets(published.cue),
                topic: published.topic.map(offsets),
                spans: published.content.iter().copied().map(offsets).collect(),
            },
            hit: Hit::new(card),
        }
    }
}

/// One document with its text and what is known of it.
#[derive(Serialize)]
pub struct DocumentReply {
    file: String,
    title: String,
    outlet: Option<String>,
    date: Option<String>,
    url: Option<String>,
    sha256: String,
    encoding: &'static str,
    /// As published.
    text: String,
    /// With repairs.
    reading: String,
    /// What reading leaves out.
    removed: Vec<RemovedReply>,
    statements: Vec<SaidReply>,
}

#[derive(Serialize)]
struct RemovedReply {
    line: u32,
    rule: String,
    text: String,
}

#[derive(Serialize)]
struct SaidReply {
    id: String,
    speaker: String,
    passage: u32,
    /// What was said, in UTF-16 code units of `text`.
    spans: Vec<Offsets<usize>>,
}

impl DocumentReply {
    /// The document of `page`.
    pub fn new(page: DocumentPage) -> Self {
        let utf16 = |end: usize| page.text[..end].encode_utf16().count();
        let offsets = |place: &Place| [utf16(place.text.start), utf16(place.text.end)];
        let removed = page.segments.iter().filter(|line| line.role == SegmentRole::Boilerplate);
        let removed = removed.map(|line| RemovedReply {
            line: line.line,
            rule: line.rule.clone(),
            text: page.text[line.place.text.clone()].to_owned(),
        });
        let statements = page.statements.iter().map(|statement| SaidReply {
            id: statement.id.clone(),
            speaker: statement.speaker.key.clone(),
            passage: statement.line,
            spans: statement.content.iter().map(offsets).collect(),
        });
        Self {
            removed: removed.collect(),
            statements: statements.collect(),
            date: page.date.map(|date| date.to_string()),
            file: page.file,
            title: page.title,
            outlet: page.outlet,
            url: page.url,
            sha256: page.sha256,
            encoding: page.encoding,
            text: page.text,
            reading: page.reading,
        }
    }
}

/// A view under the keys of an address, defaults left out.
#[derive(Serialize)]
pub struct ViewReply {
    #[serde(flatten)]
    parts: BTreeMap<String, PartReply>,
    warnings: Vec<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum PartReply {
    Text(String),
    List(Vec<String>),
    All(bool),
}

impl ViewReply {
    /// The reply for a view and what was not understood of it.
    pub fn new(view: &View, diagnostics: Vec<Diagnostic>) -> Self {
        let question = view.question();
        let mut parts = BTreeMap::new();
        let texts = [
            ("q", Some(question.query.clone()).filter(|query| !query.is_empty())),
            ("from", question.from.map(|date| date.to_string())),
            ("to", question.to.map(|date| date.to_string())),
            ("sort", question.sort.map(|sort: Sort| sort.key().to_owned())),
            ("view", Some(view.layout).filter(|layout| *layout != Layout::default()).map(key)),
            ("doc", view.document.clone()),
            ("s", view.statement.clone()),
        ];
        for (key, text) in texts {
            parts.extend(text.map(|text| (key.to_owned(), PartReply::Text(text))));
        }
        for (facet, selection) in question.selections.iter() {
            if !selection.is_empty() {
                let spell = |(key, choice)| match choice {
                    Choice::Excluded => format!("!{key}"),
                    Choice::Included | Choice::Neutral => String::from(key),
                };
                let values = selection.iter().map(spell).collect();
                parts.insert(facet.key().to_owned(), PartReply::List(values));
            }
            if selection.all() {
                parts.insert(format!("{}-all", facet.key()), PartReply::All(true));
            }
        }
        let warnings = diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect();
        Self { parts, warnings }
    }
}

fn key(layout: Layout) -> String {
    layout.key().to_owned()
}

/// What the corpus is and holds.
#[derive(Serialize)]
pub struct CorpusReply {
    title: String,
    description: String,
    language: String,
    /// How well the articles are read, a sentence a finding.
    quality: Vec<String>,
    /// Stands for the corpus as it is: another edition, another text.
    edition: String,
    statements: usize,
    documents: usize,
    passages: usize,
    speakers: usize,
    files: Vec<String>,
}

impl CorpusReply {
    /// The corpus of `engine`.
    pub fn new(engine: &Engine) -> Self {
        let pack = engine.pack();
        let site = engine.site();
        let everything = engine.answer(View::default().question());
        let n_unresolved = usize::from(pack.find_value(Facet::Speaker, UNRESOLVED).is_some());
        let documents =
            (0..engine.n_documents()).map(|idx| pack.document_file(idx.into()).to_owned());
        Self {
            title: site.title,
            description: site.description,
            language: site.language,
            quality: site.quality,
            edition: format!("{:016x}", pack.checksum()),
            statements: engine.n_statements(),
            documents: engine.n_documents(),
            passages: everything.totals.passages,
            speakers: pack.n_values(Facet::Speaker) - n_unresolved,
            files: documents.collect(),
        }
    }
}
