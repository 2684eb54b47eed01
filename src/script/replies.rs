//! What scripts get: plain objects and arrays, in the words of the interchange format.
//!
//! They are put together here key by key, as [`Plain`] values.

use std::ops::Range;

use js_sys::{Object, Reflect, Uint32Array};
use wasm_bindgen::JsValue;

use communique_engine::{
    Answer, Card, Choice, Diagnostic, Engine, FacetCount, KwicSort, Layout, Sort, ValueLabel, View,
};
use communique_index::corpus::SegmentRole;
use communique_index::facet::UNRESOLVED;
use communique_index::{DocumentIdx, Facet, Pack, ReadingText, Span, TextSpan};
use communique_words::told;

use super::plain::Plain;

/// The keys of an object with their values.
type Parts = Vec<(&'static str, Plain)>;

/// The answer to a question: its statements from `offset`, at most `limit`.
pub fn search(
    engine: &Engine,
    answer: &Answer,
    mut warnings: Vec<String>,
    offset: usize,
    limit: usize,
) -> Plain {
    let query = &answer.question.query;
    warnings.extend(answer.diagnostics.iter().map(|diagnostic| diagnostic.in_words(query)));
    let page = answer.statements.iter().skip(offset).take(limit);
    let rows = |facet: Facet| {
        let rows = answer.facets[facet].iter().map(|count| facet_row(engine, facet, count));
        (facet.key(), list(rows))
    };
    object(vec![
        ("total", answer.totals.statements.into()),
        ("passages", answer.totals.passages.into()),
        ("documents", answer.totals.documents.into()),
        ("undated", answer.totals.undated.into()),
        ("warnings", texts(warnings)),
        ("statements", list(page.map(|idx| object(hit(engine.card(*idx, answer)))))),
        ("facets", object(Facet::ALL.into_iter().map(rows).collect())),
    ])
}

/// `total` and for each facet a `Uint32Array`.
pub fn counts(answer: &Answer) -> Object {
    let reply = Object::new();
    // Setting a key of an object made here has no way to fail.
    let set = |key: &str, value: JsValue| _ = Reflect::set(&reply, &key.into(), &value);
    set("total", answer.totals.statements.into());
    for (facet, counts) in answer.facets.iter() {
        let counts: Vec<u32> = counts.iter().map(|count| count.count).collect();
        set(facet.key(), Uint32Array::from(&counts[..]).into());
    }
    reply
}

fn facet_row(engine: &Engine, facet: Facet, count: &FacetCount) -> Plain {
    let value = engine.value(facet, count.value);
    let state = match count.choice {
        Choice::Neutral => None,
        Choice::Included => Some("included"),
        Choice::Excluded => Some("excluded"),
    };
    object(vec![
        ("value", value.key.into()),
        ("label", value.label.into()),
        ("count", count.count.into()),
        ("state", or_null(state)),
    ])
}

/// A statement in short. Its `speaker` is `null` where the source is not resolved, its `passage` is the 1-based
/// line of the file, and `snippet` is what matches of `text`, in UTF-16 code units.
fn hit(card: Card) -> Parts {
    let marks = card.content.marks_utf16().into_iter().map(|Range { start, end }| [start, end]);
    vec![
        ("id", card.id.into()),
        ("speaker", or_null(card.is_resolved.then_some(card.speaker.key))),
        ("speakerLabel", card.speaker.label.into()),
        ("office", card.office.into()),
        ("cue", card.cue.into()),
        ("kind", card.kind.key().into()),
        ("snippet", list(marks.map(offsets))),
        ("text", card.content.text.into()),
        ("topic", or_null(card.topic.map(|topic| topic.text))),
        ("date", or_null(card.date.map(|date| date.to_string()))),
        ("document", card.file.into()),
        ("title", card.title.into()),
        ("outlet", or_null(card.outlet)),
        ("passage", card.line.into()),
        ("countries", keys(card.countries)),
        ("themes", keys(card.themes)),
        ("listeners", keys(card.listeners)),
    ]
}

fn keys(labels: Vec<ValueLabel>) -> Plain {
    list(labels.into_iter().map(|label| label.key.into()))
}

/// One statement, with where its parts are in the file as published, in bytes.
pub fn statement(mut card: Card) -> Plain {
    let published = &card.published;
    let bytes = object(vec![
        ("source", or_null(published.source.map(bytes))),
        ("cue", bytes(published.cue)),
        ("topic", or_null(published.topic.map(bytes))),
        ("spans", list(published.content.iter().copied().map(bytes))),
    ]);
    let mut parts = vec![
        ("via", card.via.key().into()),
        ("confidence", card.confidence.key().into()),
        ("source", std::mem::take(&mut card.source).into()),
        ("steps", texts(std::mem::take(&mut card.steps))),
        ("bytes", bytes),
    ];
    parts.extend(hit(card));
    object(parts)
}

/// One document: its `text` as published, its `reading` with repairs, what reading leaves out, and who says what
/// in it, in UTF-16 code units of `text`.
///
/// Of [`Engine::document`] scripts get little: the module would carry all of it for them alone.
pub fn document(pack: &Pack, idx: DocumentIdx) -> Plain {
    let document = pack.document(idx);
    let text = document.text.as_str();
    let utf16 = |end: u32| text[..end as usize].encode_utf16().count();
    let span = |span: &TextSpan| offsets([utf16(span.start), utf16(span.end)]);
    let removed =
        document.segments.iter().filter(|segment| segment.role == SegmentRole::Boilerplate);
    let removed = list(removed.map(|segment| {
        object(vec![
            ("line", segment.line.into()),
            ("rule", told(&segment.rule).into()),
            ("text", text[segment.text_span.range()].into()),
        ])
    }));
    let statements = list(pack.statements_of(idx).map(|idx| {
        let statement = pack.statement(idx);
        let speaker = statement.values[Facet::Speaker].first();
        object(vec![
            ("id", statement.id.into()),
            ("speaker", or_null(speaker.map(|value| pack.value_key(Facet::Speaker, *value)))),
            ("passage", statement.line.into()),
            ("spans", list(statement.content.iter().map(span))),
        ])
    }));
    let digest = document.sha256.as_chunks().0.iter();
    let digest: String = digest.map(|part| format!("{:016x}", u64::from_be_bytes(*part))).collect();
    let reading = ReadingText::new(text, &document.repairs, TextSpan::new(0, text.len())).text;
    object(vec![
        ("file", document.file.into()),
        ("title", document.title.into()),
        ("outlet", or_null(document.outlet)),
        ("date", or_null(document.date.map(|date| date.to_string()))),
        ("url", or_null(document.url)),
        ("sha256", digest.into()),
        ("encoding", document.encoding.name().into()),
        ("reading", reading.into()),
        ("removed", removed),
        ("statements", statements),
        ("text", document.text.into()),
    ])
}

/// A view under the keys of an address, defaults left out, and what was not understood of it.
pub fn view(view: &View, diagnostics: Vec<Diagnostic>) -> Plain {
    let question = view.question();
    let mut reply: Parts = Vec::new();
    let layout = Some(view.layout).filter(|layout| *layout != Layout::default());
    let spelt = [
        ("q", Some(question.query.clone()).filter(|query| !query.is_empty())),
        ("from", question.from.map(|date| date.to_string())),
        ("to", question.to.map(|date| date.to_string())),
        ("sort", question.sort.map(|sort: Sort| sort.key().to_owned())),
        ("view", layout.map(|layout| layout.key().to_owned())),
        ("kwic", view.kwic_sort.map(KwicSort::key)),
        ("doc", view.document.clone()),
        ("s", view.statement.clone()),
    ];
    for (key, text) in spelt {
        if let Some(text) = text {
            reply.push((key, text.into()));
        }
    }
    if view.fold {
        reply.push(("fold", Plain::True));
    }
    if let Some(pair) = &view.compared {
        reply.push(("compare", texts(pair.to_vec())));
    }
    for (facet, selection) in question.selections.iter() {
        if !selection.is_empty() {
            let spell = |(key, choice)| match choice {
                Choice::Excluded => format!("!{key}"),
                Choice::Included | Choice::Neutral => String::from(key),
            };
            reply.push((facet.key(), texts(selection.iter().map(spell).collect())));
        }
        if selection.all() {
            reply.push((facet.all_key(), Plain::True));
        }
    }
    let warnings = diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect();
    reply.push(("warnings", texts(warnings)));
    Plain::Object(reply)
}

/// What the corpus is and holds. Its `edition` stands for the corpus as it is: another edition, another text.
pub fn corpus(engine: &Engine) -> Plain {
    let pack = engine.pack();
    let site = engine.site();
    let everything = engine.answer(View::default().question());
    let n_unresolved = usize::from(pack.find_value(Facet::Speaker, UNRESOLVED).is_some());
    let files = (0..engine.n_documents()).map(|idx| pack.document_file(idx.into()).into());
    object(vec![
        ("title", site.title.into()),
        ("description", site.description.into()),
        ("language", site.language.into()),
        // How well the articles are read, a sentence a finding.
        ("quality", texts(site.quality.iter().map(|it| told(it)).collect())),
        ("edition", engine.edition().into()),
        ("statements", engine.n_statements().into()),
        ("documents", engine.n_documents().into()),
        ("passages", everything.totals.passages.into()),
        ("speakers", (pack.n_values(Facet::Speaker) - n_unresolved).into()),
        ("files", list(files)),
    ])
}

fn object(parts: Parts) -> Plain {
    Plain::Object(parts)
}

fn list(values: impl Iterator<Item = Plain>) -> Plain {
    Plain::List(values.collect())
}

fn texts(texts: Vec<String>) -> Plain {
    list(texts.into_iter().map(Plain::Text))
}

fn or_null(value: Option<impl Into<Plain>>) -> Plain {
    value.map_or(Plain::Null, Into::into)
}

/// Start and end in a text, end exclusive.
fn offsets([start, end]: [usize; 2]) -> Plain {
    Plain::List(vec![start.into(), end.into()])
}

/// Start and end in a file, end exclusive.
fn bytes(span: Span) -> Plain {
    offsets([span.start as usize, span.end as usize])
}
