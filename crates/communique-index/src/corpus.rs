//! The compiled corpus as plain data: what the compiler hands to the pack writer.
//!
//! Invariants, which the writer checks: documents are sorted by file name; statements by document, then by
//! the start of their first content span; facet values by key, each key once; every index and span points
//! into what it refers to; content spans are sorted and disjoint.

use crate::{Date, DocumentIdx, Encoding, FacetMap, TextSpan, ValueIdx};

/// Everything a pack holds, before it is indexed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corpus {
    /// What the publisher says of the site.
    pub site: Site,
    /// Sorted by file name.
    pub documents: Vec<Document>,
    /// The dictionary of each facet, sorted by key. [`ValueIdx`] points in here.
    pub facet_values: FacetMap<Vec<FacetValue>>,
    /// In document order.
    pub statements: Vec<Statement>,
}

impl Corpus {
    /// The statements of one document, which stand side by side.
    pub fn statements_of(&self, document: DocumentIdx) -> &[Statement] {
        let start = self.statements.partition_point(|s| s.document < document);
        let len = self.statements[start..].partition_point(|s| s.document == document);
        &self.statements[start..start + len]
    }
}

/// What the publisher says of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Name of the collection.
    pub title: String,
    /// One or two sentences on what it holds.
    pub description: String,
    /// BCP 47 tag of the articles' language, such as `en`.
    pub language: String,
    /// The order a view has that asks for none, by its key in addresses; empty: the engine's own choice.
    pub sort: String,
    /// Whether the themes are not the publisher's, but suggested by the articles' own words.
    pub has_suggested_themes: bool,
    /// How well the articles are read, measured against statements marked by hand: a finding a sentence.
    pub quality: Vec<String>,
}

/// One source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// File name, unique within the corpus.
    pub file: String,
    /// SHA-256 of the file as published.
    pub sha256: [u8; 32],
    /// How the file spells its text.
    pub encoding: Encoding,
    /// The decoded text, whole and unrepaired, without byte order mark.
    pub text: String,
    /// The headline, or the first words of the body where there is none.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published.
    pub date: Option<Date>,
    /// Where the words of the date come from, for the reader: "as the text says (line 2)".
    pub date_note: String,
    /// Where it was published.
    pub url: Option<String>,
    /// Runs of the text with one role, in order, disjoint. What lies between them is white space.
    pub segments: Vec<Segment>,
    /// What reading and matching change, in order, disjoint.
    pub repairs: Vec<Repair>,
}

/// A run of a document with one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its place.
    pub text_span: TextSpan,
    /// 1-based line of the file it starts in.
    pub line: u32,
    /// What it is.
    pub role: SegmentRole,
    /// For what is removed for reading: the rule that did it, in plain words; else empty.
    pub rule: String,
}

/// What a segment is. Only body makes statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SegmentRole {
    /// The article's title.
    Headline,
    /// A heading inside the article.
    Subheading,
    /// Place, date, news id or agency before or inside the text.
    Dateline,
    /// Words under a picture.
    Caption,
    /// Who wrote or contributed.
    Credit,
    /// The article's own prose.
    Body,
    /// Everything that is not the article: removed for reading.
    Boilerplate,
}

impl SegmentRole {
    /// The name in interchange, scripts and style sheets.
    pub fn key(self) -> &'static str {
        match self {
            SegmentRole::Headline => "headline",
            SegmentRole::Subheading => "subheading",
            SegmentRole::Dateline => "dateline",
            SegmentRole::Caption => "caption",
            SegmentRole::Credit => "credit",
            SegmentRole::Body => "body",
            SegmentRole::Boilerplate => "boilerplate",
        }
    }
}

/// One change of the reading text against the published one, such as `Irans` → `Iran’s`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What it replaces; empty for an insertion.
    pub text_span: TextSpan,
    /// What is read instead; empty for a removal.
    pub replacement: String,
    /// The rule that did it, in plain words.
    pub rule: String,
}

/// One entry of a facet's dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetValue {
    /// Stable key, as in URLs.
    pub key: String,
    /// What a reader sees.
    pub label: String,
    /// Other forms a reader may type.
    pub aliases: Vec<String>,
}

impl FacetValue {
    /// All that it is called: the label, then its other forms.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.label].into_iter().chain(&self.aliases).map(String::as_str)
    }
}

/// How much of the content is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// All of it.
    Direct,
    /// Part of it.
    Mixed,
    /// None of it.
    Indirect,
}

impl Kind {
    /// Every one, in order.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// The name in interchange, scripts and style sheets.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Direct => "direct",
            Kind::Mixed => "mixed",
            Kind::Indirect => "indirect",
        }
    }
}

/// How a source named its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Via {
    /// By name: "Ali Shamkhani".
    Name,
    /// By role: "the top Iranian diplomat".
    Role,
    /// By pronoun: "he".
    Pronoun,
    /// Without own words: "…, stressing that …".
    Implied,
}

impl Via {
    /// Every one, in order.
    pub const ALL: [Self; 4] = [Self::Name, Self::Role, Self::Pronoun, Self::Implied];

    /// The name in interchange, scripts and style sheets.
    pub fn key(self) -> &'static str {
        match self {
            Via::Name => "name",
            Via::Role => "role",
            Via::Pronoun => "pronoun",
            Via::Implied => "implied",
        }
    }
}

/// How sure the compiler is of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Named, or the only person the words can mean.
    High,
    /// A pronoun or role with one clearly best reading.
    Medium,
    /// Not resolved, or a reading with a rival.
    Low,
}

impl Confidence {
    /// Every one, in order.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The name in interchange, scripts and style sheets.
    pub fn key(self) -> &'static str {
        match self {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        }
    }
}

/// One attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Stable id, made of the document's name and the statement's own words.
    pub id: String,
    /// The document it stands in.
    pub document: DocumentIdx,
    /// 1-based line of its passage in the file.
    pub line: u32,
    /// How much of it is quoted.
    pub kind: Kind,
    /// The words that name who said it; `None` where the speaker is implied, and known from elsewhere.
    pub source: Option<TextSpan>,
    /// How they name the speaker.
    pub via: Via,
    /// The reporting words.
    pub cue: TextSpan,
    /// Words of the same sentence, outside the content, that say what it is about.
    pub topic: Option<TextSpan>,
    /// What was said; at least one span.
    pub content: Vec<TextSpan>,
    /// The speaker's office as the article gave it ("Secretary of Iran’s Supreme National Security Council"),
    /// or empty.
    pub office: String,
    /// How sure the compiler is of the speaker.
    pub confidence: Confidence,
    /// The steps from the source to the speaker, in order: told texts of communique-words.
    pub steps: Vec<String>,
    /// Whether the publisher corrected it; the last of its steps says why.
    pub is_corrected: bool,
    /// The day it was said, where the article's own words tell it; steps say how.
    pub said_on: Option<Date>,
    /// The facet values it has, each list sorted. Speaker, kind, outlet, year and cue hold exactly one.
    pub values: FacetMap<Vec<ValueIdx>>,
}

impl Statement {
    /// From the first to the last byte of its content.
    pub fn content_hull(&self) -> TextSpan {
        let (first, last) = (self.content.first(), self.content.last());
        let (first, last) = first.zip(last).expect("a statement has content");
        TextSpan { start: first.start, end: last.end }
    }

    /// What is searched of it, in the order of positions: its topic, then its content, as read.
    pub fn searched(&self) -> impl Iterator<Item = TextSpan> + '_ {
        self.topic.into_iter().chain(self.content.iter().copied())
    }
}

impl Corpus {
    /// Panics where an invariant of this module is broken, and says which and where.
    pub(crate) fn assert_sound(&self) {
        assert!(
            self.documents.is_sorted_by(|a, b| a.file < b.file),
            "documents sorted by file, each once"
        );
        self.documents.iter().for_each(Document::assert_sound);
        for (facet, values) in self.facet_values.iter() {
            let sorted = values.is_sorted_by(|a, b| a.key < b.key);
            assert!(sorted, "values of {} sorted by key, each once", facet.key());
        }
        let place = |s: &Statement| (s.document, s.content_hull().start);
        assert!(self.statements.is_sorted_by_key(place), "statements in document order");
        for statement in &self.statements {
            statement.assert_sound(self);
        }
    }
}

impl Document {
    fn assert_sound(&self) {
        let segments = self.segments.iter().map(|segment| segment.text_span);
        let repairs = self.repairs.iter().map(|repair| repair.text_span);
        assert!(
            are_in_order(&self.text, segments),
            "segments of {} in order, in the text",
            self.file
        );
        assert!(
            are_in_order(&self.text, repairs),
            "repairs of {} in order, in the text",
            self.file
        );
    }
}

impl Statement {
    fn assert_sound(&self, corpus: &Corpus) {
        let text = &corpus.documents[self.document.get()].text;
        assert!(!self.content.is_empty(), "{} has content", self.id);
        assert!(
            are_in_order(text, self.content.iter().copied()),
            "content of {} in order",
            self.id
        );
        for span in [Some(self.cue), self.source, self.topic].into_iter().flatten() {
            assert!(are_in_order(text, [span].into_iter()), "spans of {} in the text", self.id);
        }
        for (facet, values) in self.values.iter() {
            let n_values = corpus.facet_values[facet].len();
            let sorted = values.is_sorted_by(|a, b| a < b);
            let known = values.iter().all(|value| value.get() < n_values);
            assert!(
                sorted && known,
                "{} values of {} sorted, in the dictionary",
                facet.key(),
                self.id
            );
        }
    }
}

/// Whether spans lie on character boundaries of `text`, none before the end of the one before.
fn are_in_order(text: &str, spans: impl Iterator<Item = TextSpan>) -> bool {
    let mut end = 0;
    spans.into_iter().all(|span| {
        let follows = end <= span.start && span.start <= span.end;
        end = span.end;
        follows && text.get(span.range()).is_some()
    })
}
