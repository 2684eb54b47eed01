//! One statement with all that a page shows of it.

use std::ops::Range;

use communique_index::analysis::words;
use communique_index::corpus::{Confidence, Kind, Repair, Statement, Via};
use communique_index::facet::UNRESOLVED;
use communique_index::inverted::GAP;
use communique_index::{
    Date, DocumentIdx, Encoding, Facet, ReadingText, Span, StatementIdx, TermIdx, TextSpan,
};
use communique_words::told;

use crate::answer::Answer;
use crate::engine::{Engine, ValueLabel};
use crate::pattern::from_plain;
use crate::search::places::{Place, near_pairs, place, places_of};
use crate::search::plan::{Sequence, Wanted};

/// A statement, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its place in the pack.
    pub idx: StatementIdx,
    /// Its stable id.
    pub id: String,
    /// Whether its words have arrived; until then source, cue, topic and content are empty.
    pub has_words: bool,
    /// Who said it.
    pub speaker: ValueLabel,
    /// Whether the source resolves to a speaker.
    pub is_resolved: bool,
    /// The speaker's office as the article gave it, or empty.
    pub office: String,
    /// The words that name who said it, as read; empty when implied.
    pub source: String,
    /// The reporting words, as read.
    pub cue: String,
    /// How much of it is quoted.
    pub kind: Kind,
    /// How the source names the speaker.
    pub via: Via,
    /// How sure the compiler is of the speaker.
    pub confidence: Confidence,
    /// Whether the publisher has put it right.
    pub is_corrected: bool,
    /// The steps from the source to the speaker, in plain words.
    pub steps: Vec<String>,
    /// To whom it was said.
    pub listeners: Vec<ValueLabel>,
    /// Whom the speaker stands for.
    pub speaker_countries: Vec<ValueLabel>,
    /// Countries it is about.
    pub countries: Vec<ValueLabel>,
    /// Its themes.
    pub themes: Vec<ValueLabel>,
    /// When its document was published.
    pub date: Option<Date>,
    /// The document it stands in.
    pub document: DocumentIdx,
    /// The document's file name.
    pub file: String,
    /// The document's title.
    pub title: String,
    /// Who published it, where the document says so.
    pub outlet: Option<String>,
    /// 1-based line of its passage.
    pub line: u32,
    /// What it is about, outside the content, as read.
    pub topic: Option<MarkedText>,
    /// What was said, as read. Where words of others stand between, there is `…`.
    pub content: MarkedText,
    /// Its places in the file as published.
    pub published: PublishedSpans,
}

/// The places of a statement's parts in the file as published, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedSpans {
    /// The words that name who said it.
    pub source: Option<Span>,
    /// The reporting words.
    pub cue: Span,
    /// What it is about, outside the content.
    pub topic: Option<Span>,
    /// What was said.
    pub content: Vec<Span>,
}

/// A text with the matches of the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkedText {
    /// The text.
    pub text: String,
    /// Byte ranges of `text` that match, in order, disjoint.
    pub marks: Vec<Range<usize>>,
}

impl MarkedText {
    /// The text in pieces, each with whether it is marked. Together they are the text.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, bool)> {
        let ends = self.marks.iter().flat_map(|mark| [(mark.start, false), (mark.end, true)]);
        let mut at = 0;
        ends.chain([(self.text.len(), false)]).filter_map(move |(end, is_marked)| {
            let piece = &self.text[at..end];
            at = end;
            (!piece.is_empty()).then_some((piece, is_marked))
        })
    }

    /// The marks in UTF-16 code units, as scripts count.
    pub fn marks_utf16(&self) -> Vec<Range<usize>> {
        let at = |end: usize| self.text[..end].encode_utf16().count();
        self.marks.iter().map(|mark| at(mark.start)..at(mark.end)).collect()
    }
}

impl Engine {
    /// Everything a page shows of a statement, with the matches of the answer's query marked.
    pub fn card(&self, idx: StatementIdx, answer: &Answer) -> Card {
        let pack = self.pack();
        let statement = pack.statement(idx);
        let document = statement.document;
        let (text, repairs) = (pack.document_text(document), pack.repairs(document));
        let speaker = self.speaker(idx);
        let read = |span| ReadingText::borrowed(text, &repairs, span).into_owned();
        let (topic, content) = self.marked(idx, &statement, &repairs, answer);
        Card {
            idx,
            has_words: pack.has_text(document),
            is_resolved: speaker.key != UNRESOLVED,
            speaker,
            source: statement.source.map(read).unwrap_or_default(),
            cue: read(statement.cue),
            kind: statement.kind,
            via: statement.via,
            confidence: statement.confidence,
            is_corrected: statement.is_corrected,
            listeners: self.labels(Facet::Listener, idx),
            speaker_countries: self.labels(Facet::SpeakerCountry, idx),
            countries: self.labels(Facet::Country, idx),
            themes: self.labels(Facet::Theme, idx),
            topic,
            content,
            published: published(&statement, pack.document_encoding(document), text),
            line: statement.line,
            id: statement.id,
            office: statement.office,
            steps: statement.steps.iter().map(|step| told(step)).collect(),
            date: pack.document_date(document),
            document,
            file: pack.document_file(document).to_owned(),
            title: pack.document_title(document).to_owned(),
            outlet: pack.document_outlet(document).map(str::to_owned),
        }
    }

    /// Topic and content of a [`Card`], for what shows the matches of one answer after another; nothing while its words
    /// have not arrived.
    pub fn said(
        &self,
        idx: StatementIdx,
        answer: &Answer,
    ) -> Option<(Option<MarkedText>, MarkedText)> {
        let pack = self.pack();
        let statement = pack.statement(idx);
        let document = statement.document;
        pack.has_text(document)
            .then(|| self.marked(idx, &statement, &pack.repairs(document), answer))
    }

    /// How many letters the content of a statement has, as published; 0 while its words have not arrived.
    pub fn n_letters(&self, idx: StatementIdx) -> usize {
        let (pack, statement) = (self.pack(), self.pack().statement(idx));
        if !pack.has_text(statement.document) {
            return 0;
        }
        let text = pack.document_text(statement.document);
        statement.content.iter().map(|span| text[span.range()].chars().count()).sum()
    }

    /// Topic and content as read, with their matches. `repairs` are those of its document.
    pub(crate) fn marked(
        &self,
        idx: StatementIdx,
        statement: &Statement,
        repairs: &[Repair],
        answer: &Answer,
    ) -> (Option<MarkedText>, MarkedText) {
        let text = self.pack().document_text(statement.document);
        let mut pieces = Pieces::new(statement, text, repairs);
        // Without a query there is nothing to mark, and no reason yet to have an index of words.
        if answer.plan.is_some() {
            pieces.find_words(|term| self.pack().find_term(term));
        }
        let mut wanted = Vec::new();
        answer.plan.iter().for_each(|plan| plan.wanted(&mut wanted));
        let mut texts = pieces.marked(idx, &wanted).into_iter();
        let topic = statement.topic.and_then(|_| texts.next());
        let mut content = MarkedText::default();
        let mut end = None;
        for (span, piece) in statement.content.iter().zip(texts) {
            if let Some(end) = end {
                let between = &text[TextSpan { start: end, end: span.start }.range()];
                content.text.push_str(if between.trim().is_empty() { " " } else { " … " });
            }
            let offset = content.text.len();
            content.text.push_str(&piece.text);
            let moved = |mark: Range<usize>| mark.start + offset..mark.end + offset;
            content.marks.extend(piece.marks.into_iter().map(moved));
            end = Some(span.end);
        }
        (topic, content)
    }
}

/// The searched pieces of one statement, one behind the other, with the place of each word, counted as in
/// posting lists.
struct Pieces {
    text: String,
    /// Where each piece ends in `text`.
    ends: Vec<usize>,
    words: Vec<PieceWord>,
}

struct PieceWord {
    place: Place,
    term: Option<TermIdx>,
    text_span: Range<usize>,
}

impl Pieces {
    fn new(statement: &Statement, text: &str, repairs: &[Repair]) -> Self {
        let mut pieces = Self { text: String::new(), ends: Vec::new(), words: Vec::new() };
        for span in statement.searched() {
            pieces.text.push_str(&ReadingText::borrowed(text, repairs, span));
            pieces.ends.push(pieces.text.len());
        }
        pieces
    }

    fn find_words(&mut self, find_term: impl Fn(&str) -> Option<TermIdx>) {
        let (mut next, mut start) = (0, 0);
        for end in &self.ends {
            for word in words(&self.text[start..*end]) {
                self.words.push(PieceWord {
                    place: place(StatementIdx(0), next),
                    term: find_term(&word.term),
                    text_span: word.text_span.start + start..word.text_span.end + start,
                });
                next += 1;
            }
            next += GAP;
            start = *end;
        }
    }

    /// Each piece with what is wanted of `statement` marked.
    fn marked(&self, statement: StatementIdx, wanted: &[Wanted<'_>]) -> Vec<MarkedText> {
        // Start in the upper half, end in the lower: one sort for all, see `search::order`.
        let mut marks: Vec<u64> = Vec::new();
        let mut mark = |span: Range<usize>| marks.push((span.start as u64) << 32 | span.end as u64);
        for wanted in wanted {
            match wanted {
                Wanted::Words(sequence) => {
                    let len = sequence.0.len();
                    self.places(sequence).into_iter().for_each(|at| mark(self.span(at, len)));
                }
                Wanted::Near(left, distance, right) => {
                    let (n_left, n_right) = (left.0.len(), right.0.len());
                    let (left, right) = (self.places(left), self.places(right));
                    let (left, right) = ((&*left, n_left as u64), (&*right, n_right as u64));
                    for (a, b) in near_pairs(left, right, *distance) {
                        mark(self.span(a, n_left));
                        mark(self.span(b, n_right));
                    }
                }
                Wanted::Pattern(hits) => {
                    let ends = hits.of(statement).iter().flatten().map(|at| *at as usize);
                    let ends = from_plain(&self.text, ends);
                    ends.as_chunks().0.iter().for_each(|[start, end]| mark(*start..*end));
                }
            }
        }
        marks.sort_unstable();
        let mut marks =
            marks.iter().map(|mark| (mark >> 32) as usize..*mark as u32 as usize).peekable();
        let mut start = 0;
        let piece = |end: &usize| {
            let mut piece =
                MarkedText { text: self.text[start..*end].to_owned(), marks: Vec::new() };
            while let Some(mark) = marks.next_if(|mark| mark.end <= *end) {
                push_mark(&mut piece.marks, mark.start - start..mark.end - start);
            }
            start = *end;
            piece
        };
        self.ends.iter().map(piece).collect()
    }

    fn places(&self, sequence: &Sequence) -> Vec<Place> {
        let is_one_of = |word: &&PieceWord, terms: &[TermIdx]| {
            word.term.is_some_and(|term| terms.binary_search(&term).is_ok())
        };
        places_of(sequence, |terms| {
            self.words.iter().filter(|word| is_one_of(word, terms)).map(|word| word.place).collect()
        })
    }

    /// The text of so many words from a place on.
    fn span(&self, first: Place, n_words: usize) -> Range<usize> {
        let first = self.words.partition_point(|word| word.place < first);
        self.words[first].text_span.start..self.words[first + n_words - 1].text_span.end
    }
}

/// Adds a mark that does not start before the last one; overlapping ones become one.
fn push_mark(marks: &mut Vec<Range<usize>>, mark: Range<usize>) {
    match marks.last_mut().filter(|last| mark.start < last.end) {
        Some(last) => last.end = last.end.max(mark.end),
        None => marks.push(mark),
    }
}

fn published(statement: &Statement, encoding: Encoding, text: &str) -> PublishedSpans {
    let published = |span| encoding.published(text, span);
    PublishedSpans {
        source: statement.source.map(published),
        cue: published(statement.cue),
        topic: statement.topic.map(published),
        content: statement.content.iter().copied().map(published).collect(),
    }
}
