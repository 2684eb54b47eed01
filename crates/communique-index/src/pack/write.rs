//! A corpus written as a pack.

use std::collections::HashMap;

use super::first::in_order_of_showing;
use super::guess;
use super::layout::{
    CONFIDENCES, ENCODINGS, HEADER_LEN, KINDS, MAGIC, NO_DATE, NONE, ROLES, Section, VERSION, VIAS,
    block, document,
};
use super::sign::sign;
use crate::analysis::words;
use crate::corpus::{Corpus, Document, FacetValue};
use crate::repeats::first_of_each;
use crate::{Date, Facet, TextSpan};

/// Most bytes of the first block of texts: what the first cards of a page show, and some.
const FIRST_BLOCK: usize = 128 * 1024;
/// Most bytes of each other block: they are checked within a few milliseconds.
const BLOCK: usize = 512 * 1024;

/// Writes `corpus` as a pack. The same corpus gives the same bytes.
///
/// # Panics
/// If the corpus breaks an invariant of [`crate::corpus`], which is a bug of whoever made it.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    write_in_blocks(corpus, FIRST_BLOCK, BLOCK)
}

/// [`write()`], with blocks of texts of at most so many bytes, or a single text: for tests, whose corpora are small.
///
/// # Panics
/// As [`write()`].
pub fn write_in_blocks(corpus: &Corpus, first: usize, others: usize) -> Vec<u8> {
    corpus.assert_sound();
    let mut writer = Writer::default();
    let order = in_order_of_showing(corpus, &ranks(&corpus.facet_values[Facet::Speaker]));
    // Aliases come before steps in the lists; opening relies on it.
    writer.facets(corpus);
    writer.documents(&corpus.documents, &order);
    writer.statements(corpus);
    writer.columns(corpus);
    writer.meta(corpus);
    writer.strings();
    writer.texts(&corpus.documents, &order, [first, others]);
    assemble(&writer.sections)
}

/// The sections in the making.
struct Writer<'c> {
    sections: [Vec<u8>; Section::COUNT],
    strings: Vec<&'c str>,
    string_idx: HashMap<&'c str, u32>,
}

impl Default for Writer<'_> {
    fn default() -> Self {
        Self {
            sections: std::array::from_fn(|_| Vec::new()),
            strings: Vec::new(),
            string_idx: HashMap::new(),
        }
    }
}

impl<'c> Writer<'c> {
    fn facets(&mut self, corpus: &'c Corpus) {
        let mut table = Vec::new();
        for (_, values) in corpus.facet_values.iter() {
            self.put(Section::FacetSizes, values.len() as u32);
            for (value, rank) in values.iter().zip(ranks(values)) {
                let (key, label) = (self.string(&value.key), self.string(&value.label));
                table.push([key, label, self.list(&value.aliases), rank]);
            }
        }
        self.table(Section::FacetValues, &table);
    }

    fn documents(&mut self, documents: &'c [Document], order: &[usize]) {
        let mut places = vec![0; order.len()];
        (0..).zip(order).for_each(|(place, idx)| places[*idx] = place);
        let mut table: Vec<[u32; document::WIDTH]> = Vec::new();
        let (mut segments, mut repairs) = (Vec::new(), Vec::new());
        for (doc, place_of_text) in documents.iter().zip(places) {
            for segment in &doc.segments {
                let TextSpan { start, end } = segment.text_span;
                let role = place(&ROLES, segment.role);
                segments.push([start, end, segment.line, role, self.string(&segment.rule)]);
            }
            for repair in &doc.repairs {
                let TextSpan { start, end } = repair.text_span;
                let replacement = self.string(&repair.replacement);
                repairs.push([start, end, replacement, self.string(&repair.rule)]);
            }
            table.push([
                self.string(&doc.file),
                place_of_text,
                self.string(&doc.title),
                self.optional(&doc.outlet),
                days(doc.date),
                self.string(&doc.date_note),
                self.optional(&doc.url),
                place(&ENCODINGS, doc.encoding),
                segments.len() as u32,
                repairs.len() as u32,
            ]);
        }
        self.table(Section::Documents, &table);
        for doc in documents {
            self.sections[Section::Digests as usize].extend_from_slice(&doc.sha256);
        }
        self.table(Section::Segments, &segments);
        self.table(Section::Repairs, &repairs);
    }

    fn statements(&mut self, corpus: &'c Corpus) {
        let mut table = Vec::new();
        let mut contents = Vec::new();
        let first = first_of_each(corpus);
        for (idx, statement) in corpus.statements.iter().enumerate() {
            contents.extend(statement.content.iter().map(|span| [span.start, span.end]));
            let [source_start, source_end] = optional_span(statement.source);
            let [topic_start, topic_end] = optional_span(statement.topic);
            table.push([
                self.string(&statement.id),
                statement.document.0,
                statement.line,
                place(&KINDS, statement.kind)
                    | place(&VIAS, statement.via) << 8
                    | place(&CONFIDENCES, statement.confidence) << 16
                    | u32::from(statement.is_corrected) << 24,
                source_start,
                source_end,
                statement.cue.start,
                statement.cue.end,
                topic_start,
                topic_end,
                contents.len() as u32,
                self.string(&statement.office),
                self.list(&statement.steps),
                days(statement.said_on),
                (idx - first[idx]) as u32,
            ]);
        }
        self.table(Section::Statements, &table);
        self.table(Section::Contents, &contents);
    }

    fn columns(&mut self, corpus: &Corpus) {
        for facet in Facet::ALL {
            for statement in &corpus.statements {
                let values = &statement.values[facet];
                let size =
                    u16::try_from(values.len()).expect("a statement has few values of a facet");
                self.sections[Section::ColumnSizes as usize].extend(size.to_le_bytes());
                values.iter().for_each(|value| self.put(Section::ColumnValues, value.0));
            }
        }
    }

    fn meta(&mut self, corpus: &'c Corpus) {
        let site = &corpus.site;
        for text in [&site.title, &site.description, &site.language, &site.sort] {
            let string = self.string(text);
            self.put(Section::Meta, string);
        }
        self.put(Section::Meta, u32::from(site.has_suggested_themes));
        for sentence in &site.quality {
            let string = self.string(sentence);
            self.put(Section::Meta, string);
        }
    }

    fn strings(&mut self) {
        let strings = std::mem::take(&mut self.strings);
        self.pieces(Section::Strings, Section::StringEnds, strings.into_iter());
    }

    /// The texts in `order`, in blocks of at most so many bytes: the first one, and the others.
    fn texts(&mut self, documents: &'c [Document], order: &[usize], lens: [usize; 2]) {
        let texts = order.iter().map(|idx| documents[*idx].text.as_str());
        self.pieces(Section::Texts, Section::TextEnds, texts.clone());
        let mut ends = Vec::new();
        let (mut from, mut to) = (0, 0);
        for text in texts {
            if to > from && to + text.len() - from > lens[ends.len().min(1)] {
                ends.push(to);
                from = to;
            }
            to += text.len();
        }
        ends.push(to);
        // Their checksums come when all is in its place.
        let blocks: Vec<[u32; block::WIDTH]> = ends.iter().map(|end| [*end as u32, 0, 0]).collect();
        self.table(Section::Blocks, &blocks);
    }

    fn string(&mut self, text: &'c str) -> u32 {
        *self.string_idx.entry(text).or_insert_with(|| {
            self.strings.push(text);
            self.strings.len() as u32 - 1
        })
    }

    fn optional(&mut self, text: &'c Option<String>) -> u32 {
        text.as_deref().map_or(NONE, |text| self.string(text))
    }

    /// Appends to the lists and returns where they end.
    fn list(&mut self, texts: &'c [String]) -> u32 {
        for text in texts {
            let string = self.string(text);
            self.put(Section::Lists, string);
        }
        (self.sections[Section::Lists as usize].len() / 4) as u32
    }

    /// Appends texts side by side, and where each ends.
    fn pieces<'t>(
        &mut self,
        section: Section,
        ends: Section,
        texts: impl Iterator<Item = &'t str>,
    ) {
        let bytes = &mut self.sections[section as usize];
        let end = |text: &str| {
            bytes.extend_from_slice(text.as_bytes());
            [bytes.len() as u32]
        };
        let table: Vec<_> = texts.map(end).collect();
        self.table(ends, &table);
    }

    /// Appends records field by field, less what they are guessed to be.
    fn table<const WIDTH: usize>(&mut self, section: Section, records: &[[u32; WIDTH]]) {
        let records = guess::taken(section, records);
        for field in 0..WIDTH {
            records.iter().for_each(|record| self.put(section, record[field]));
        }
    }

    fn put(&mut self, section: Section, number: u32) {
        self.sections[section as usize].extend(number.to_le_bytes());
    }
}

/// For each value its place by label; equal labels keep the order of their keys.
fn ranks(values: &[FacetValue]) -> Vec<u32> {
    let mut by_label: Vec<_> = (0..values.len()).collect();
    let folded = |label: &str| words(label).map(|word| word.term).collect::<Vec<_>>();
    by_label.sort_by_cached_key(|idx| folded(&values[*idx].label));
    let mut ranks = vec![0; values.len()];
    (0..).zip(by_label).for_each(|(rank, idx)| ranks[idx] = rank);
    ranks
}

fn place<T: PartialEq>(list: &[T], member: T) -> u32 {
    list.iter().position(|other| *other == member).expect("the list names every variant") as u32
}

fn days(date: Option<Date>) -> u32 {
    date.map_or(NO_DATE, Date::to_days) as u32
}

fn optional_span(span: Option<TextSpan>) -> [u32; 2] {
    span.map_or([NONE, NONE], |span| [span.start, span.end])
}

/// Header, section table and sections.
fn assemble(sections: &[Vec<u8>]) -> Vec<u8> {
    let mut table = Vec::new();
    let mut body = Vec::new();
    let body_from = HEADER_LEN + 8 * sections.len();
    for section in sections {
        body.resize(body.len().next_multiple_of(4), 0);
        for number in [body_from + body.len(), section.len()] {
            let number = u32::try_from(number).expect("a pack is smaller than 4 GiB");
            table.extend(number.to_le_bytes());
        }
        body.extend_from_slice(section);
    }
    let mut pack = MAGIC.to_vec();
    pack.extend(VERSION.to_le_bytes());
    pack.extend((sections.len() as u32).to_le_bytes());
    pack.extend([0; size_of::<u64>()]);
    pack.extend([table, body].concat());
    sign(&mut pack);
    pack
}
