//! What an opened pack tells. Indices must come from the same pack; others panic as slices do. Of a text that has not
//! arrived nothing is told: neither words nor places in it.

use std::ops::Range;
use std::sync::OnceLock;

use super::Pack;
use super::layout::{
    CONFIDENCES, ENCODINGS, HEADER_LEN, KINDS, N_SITE_NUMBERS, NONE, ROLES, Section, VIAS,
    document, repair, segment, span, statement, value,
};
use super::parts::{Numbers, Strings, Table};
use crate::corpus::{Corpus, Document, FacetValue, Repair, Segment, Site, Statement};
use crate::inverted::{Indexing, Inverted, Postings};
use crate::{
    Date, DocumentIdx, Encoding, Facet, FacetMap, StatementIdx, TermIdx, TextSpan, ValueIdx,
};

/// The values of one facet, statement by statement.
#[derive(Clone, Copy)]
pub struct Column<'p> {
    starts: &'p [u32],
    values: Numbers<'p>,
    totals: &'p [u32],
}

impl<'p> Column<'p> {
    /// For each value how many statements have it.
    pub fn totals(self) -> &'p [u32] {
        self.totals
    }

    /// A statement's values, in order.
    pub fn values(self, idx: StatementIdx) -> impl Iterator<Item = ValueIdx> + use<'p> {
        let run = self.starts[idx.get()] as usize..self.starts[idx.get() + 1] as usize;
        self.values.0[run].iter().map(|value| ValueIdx(u32::from_le_bytes(*value)))
    }
}

/// Where and when each statement was published. To ask the pack for one statement is to find the table first.
#[derive(Clone, Copy)]
pub struct Places<'p> {
    documents: Numbers<'p>,
    lines: Numbers<'p>,
    dates: &'p [Option<Date>],
}

impl Places<'_> {
    /// As [`Pack::statement_document`].
    pub fn document(self, idx: StatementIdx) -> DocumentIdx {
        DocumentIdx(self.documents.at(idx.get()))
    }

    /// As [`Pack::statement_line`].
    pub fn line(self, idx: StatementIdx) -> u32 {
        self.lines.at(idx.get())
    }

    /// As [`Pack::statement_date`].
    pub fn date(self, idx: StatementIdx) -> Option<Date> {
        self.dates[self.documents.at(idx.get()) as usize]
    }
}

/// The corpus as it was written.
impl Pack {
    /// The checksum of the pack: the same for the same corpus, another for any other.
    pub fn checksum(&self) -> u64 {
        let stands = HEADER_LEN - size_of::<u64>()..HEADER_LEN;
        // Opening has looked at the header, and found that the checksum fits.
        self.bytes[stands].try_into().map_or(0, u64::from_le_bytes)
    }

    /// How many statements there are.
    pub fn n_statements(&self) -> usize {
        self.n_statements
    }

    /// How many documents there are.
    pub fn n_documents(&self) -> usize {
        self.n_documents
    }

    /// How many values `facet` has.
    pub fn n_values(&self, facet: Facet) -> usize {
        self.numbers(Section::FacetSizes).at(facet as usize) as usize
    }

    /// What the publisher says of the site.
    pub fn site(&self) -> Site {
        let meta = self.numbers(Section::Meta);
        let text = |idx| self.string(meta.at(idx)).to_owned();
        let quality = (N_SITE_NUMBERS..meta.len()).map(text).collect();
        Site {
            title: text(0),
            description: text(1),
            language: text(2),
            sort: text(3),
            has_suggested_themes: meta.at(4) != 0,
            quality,
        }
    }

    /// [`Site::sort`] alone.
    pub fn site_order(&self) -> &str {
        self.string(self.numbers(Section::Meta).at(3))
    }

    /// A document with all its facts. Copies its text; as long as that is not [there](Pack::has_text), segments and
    /// repairs are not either.
    pub fn document(&self, idx: DocumentIdx) -> Document {
        let at = |field| self.documents().at(field, idx.get());
        let text = |field| self.string(at(field)).to_owned();
        let optional = |field| (at(field) != NONE).then(|| text(field));
        Document {
            file: text(document::FILE),
            sha256: self.section(Section::Digests).as_chunks().0[idx.get()],
            encoding: self.document_encoding(idx),
            text: self.document_text(idx).to_owned(),
            title: text(document::TITLE),
            outlet: optional(document::OUTLET),
            date: self.document_date(idx),
            date_note: text(document::DATE_NOTE),
            url: optional(document::URL),
            segments: self.segments(idx),
            repairs: self.repairs(idx),
        }
    }

    /// The run that ends where number `idx` of `ends` says, of places in the text of `document`.
    fn run_within(&self, document: DocumentIdx, ends: Numbers<'_>, idx: usize) -> Range<usize> {
        if self.has_text(document) { ends.run(idx) } else { 0..0 }
    }

    /// A document's file name.
    pub fn document_file(&self, idx: DocumentIdx) -> &str {
        self.string(self.documents().at(document::FILE, idx.get()))
    }

    /// A document's title.
    pub fn document_title(&self, idx: DocumentIdx) -> &str {
        self.string(self.documents().at(document::TITLE, idx.get()))
    }

    /// A document's decoded text; empty as long as it is not [there](Pack::has_text).
    pub fn document_text(&self, idx: DocumentIdx) -> &str {
        let text = self.text(idx.get()).unwrap_or_default();
        std::str::from_utf8(text).expect("what has arrived was found to be UTF-8")
    }

    /// Whether a document's text has arrived.
    pub fn has_text(&self, idx: DocumentIdx) -> bool {
        self.text(idx.get()).is_some()
    }

    /// Who published a document.
    pub fn document_outlet(&self, idx: DocumentIdx) -> Option<&str> {
        let outlet = self.documents().at(document::OUTLET, idx.get());
        (outlet != NONE).then(|| self.string(outlet))
    }

    /// How a document's file spells its text.
    pub fn document_encoding(&self, idx: DocumentIdx) -> Encoding {
        ENCODINGS[self.documents().at(document::ENCODING, idx.get()) as usize]
    }

    /// When a document was published.
    pub fn document_date(&self, idx: DocumentIdx) -> Option<Date> {
        self.dates[idx.get()]
    }

    fn segments(&self, idx: DocumentIdx) -> Vec<Segment> {
        let table = self.table_by_width(Section::Segments, segment::WIDTH);
        let run = self.run_within(idx, self.documents().field(document::SEGMENTS_END), idx.get());
        run.map(|idx| Segment {
            text_span: table.span(segment::START, segment::END, idx),
            line: table.at(segment::LINE, idx),
            role: ROLES[table.at(segment::ROLE, idx) as usize],
            rule: self.string(table.at(segment::RULE, idx)).to_owned(),
        })
        .collect()
    }

    /// What reading changes in a document, in order.
    pub fn repairs(&self, idx: DocumentIdx) -> Vec<Repair> {
        let table = self.table_by_width(Section::Repairs, repair::WIDTH);
        let run = self.run_within(idx, self.documents().field(document::REPAIRS_END), idx.get());
        run.map(|idx| Repair {
            text_span: table.span(repair::START, repair::END, idx),
            replacement: self.string(table.at(repair::REPLACEMENT, idx)).to_owned(),
            rule: self.string(table.at(repair::RULE, idx)).to_owned(),
        })
        .collect()
    }

    /// A statement with all its facts. Without a place in a text that is not [there](Pack::has_text): then it has no
    /// content.
    pub fn statement(&self, idx: StatementIdx) -> Statement {
        let table = self.statements();
        let at = |field| table.at(field, idx.get());
        let [kind, via, confidence, corrected] = at(statement::MANNER).to_le_bytes();
        let steps_from = match idx.get() {
            0 => self.n_aliases(),
            n => table.at(statement::STEPS_END, n - 1) as usize,
        };
        Statement {
            id: self.statement_id(idx).to_owned(),
            document: self.statement_document(idx),
            line: self.statement_line(idx),
            kind: KINDS[usize::from(kind)],
            source: self.optional_span(statement::SOURCE_START, statement::SOURCE_END, idx),
            via: VIAS[usize::from(via)],
            cue: self
                .optional_span(statement::CUE_START, statement::CUE_END, idx)
                .unwrap_or(TextSpan { start: 0, end: 0 }),
            topic: self.topic(idx),
            content: self.contents(idx).collect(),
            office: self.string(at(statement::OFFICE)).to_owned(),
            confidence: CONFIDENCES[usize::from(confidence)],
            steps: self.list(steps_from..at(statement::STEPS_END) as usize),
            is_corrected: corrected != 0,
            said_on: Date::from_days(at(statement::SAID_ON) as i32),
            values: FacetMap::from_fn(|facet| self.statement_values(facet, idx).collect()),
        }
    }

    /// What is searched of a statement, in the order of positions: see [`Statement::searched`].
    pub fn searched_spans(&self, idx: StatementIdx) -> impl Iterator<Item = TextSpan> + '_ {
        self.topic(idx).into_iter().chain(self.contents(idx))
    }

    fn topic(&self, idx: StatementIdx) -> Option<TextSpan> {
        self.optional_span(statement::TOPIC_START, statement::TOPIC_END, idx)
    }

    fn optional_span(&self, start: usize, end: usize, idx: StatementIdx) -> Option<TextSpan> {
        let table = self.statements();
        let is_there = self.has_text(self.statement_document(idx));
        (is_there && table.at(start, idx.get()) != NONE).then(|| table.span(start, end, idx.get()))
    }

    /// A statement's stable id.
    pub fn statement_id(&self, idx: StatementIdx) -> &str {
        self.string(self.statements().at(statement::ID, idx.get()))
    }

    /// The document a statement stands in.
    pub fn statement_document(&self, idx: StatementIdx) -> DocumentIdx {
        DocumentIdx(self.statements().at(statement::DOCUMENT, idx.get()))
    }

    /// When a statement's document was published.
    pub fn statement_date(&self, idx: StatementIdx) -> Option<Date> {
        self.document_date(self.statement_document(idx))
    }

    /// Where and when all statements were published, for those who look at many.
    pub fn places(&self) -> Places<'_> {
        let [documents, lines] =
            [statement::DOCUMENT, statement::LINE].map(|field| self.statements().field(field));
        Places { documents, lines, dates: &self.dates }
    }

    /// The first statement that says the same; itself where none before it does.
    pub fn first_said(&self, idx: StatementIdx) -> StatementIdx {
        StatementIdx(idx.0 - self.statements().at(statement::REPEATS, idx.get()))
    }

    /// 1-based line of a statement's passage.
    pub fn statement_line(&self, idx: StatementIdx) -> u32 {
        self.statements().at(statement::LINE, idx.get())
    }

    fn contents(&self, idx: StatementIdx) -> impl Iterator<Item = TextSpan> + '_ {
        let contents = self.table_by_width(Section::Contents, span::WIDTH);
        let ends = self.statements().field(statement::CONTENTS_END);
        let run = self.run_within(self.statement_document(idx), ends, idx.get());
        run.map(move |idx| contents.span(span::START, span::END, idx))
    }

    /// A statement's values of `facet`, in order.
    pub fn statement_values(
        &self,
        facet: Facet,
        idx: StatementIdx,
    ) -> impl Iterator<Item = ValueIdx> + use<'_> {
        self.column(facet).values(idx)
    }

    /// The values of `facet` of all statements, for those who look at many.
    pub fn column(&self, facet: Facet) -> Column<'_> {
        Column {
            starts: &self.starts[facet],
            values: self.numbers(Section::ColumnValues),
            totals: &self.totals[facet],
        }
    }

    /// A facet value with its label and aliases.
    pub fn value(&self, facet: Facet, idx: ValueIdx) -> FacetValue {
        let row = self.value_row(facet, idx);
        FacetValue {
            key: self.value_key(facet, idx).to_owned(),
            label: self.value_label(facet, idx).to_owned(),
            aliases: self.list(self.values().field(value::ALIASES_END).run(row)),
        }
    }

    /// A facet value's stable key.
    pub fn value_key(&self, facet: Facet, idx: ValueIdx) -> &str {
        self.string(self.values().at(value::KEY, self.value_row(facet, idx)))
    }

    /// What a reader sees of a facet value.
    pub fn value_label(&self, facet: Facet, idx: ValueIdx) -> &str {
        self.string(self.values().at(value::LABEL, self.value_row(facet, idx)))
    }

    /// A facet value's place among all of its facet by label, case and accents aside.
    pub fn value_rank(&self, facet: Facet, idx: ValueIdx) -> u32 {
        self.values().at(value::RANK, self.value_row(facet, idx))
    }

    /// The facet value with this key. Costs a binary search.
    pub fn find_value(&self, facet: Facet, key: &str) -> Option<ValueIdx> {
        let n = self.n_values(facet);
        let idx = partition_point(n, |idx| self.value_key(facet, ValueIdx::from(idx)) < key);
        let idx = ValueIdx::from(idx);
        (idx.get() < n && self.value_key(facet, idx) == key).then_some(idx)
    }

    /// The document of this file. Costs a binary search.
    pub fn find_document(&self, file: &str) -> Option<DocumentIdx> {
        let n = self.n_documents;
        let idx = partition_point(n, |idx| self.document_file(DocumentIdx::from(idx)) < file);
        let idx = DocumentIdx::from(idx);
        (idx.get() < n && self.document_file(idx) == file).then_some(idx)
    }

    /// The statement with this id. Costs a look at every id.
    pub fn find_statement(&self, id: &str) -> Option<StatementIdx> {
        (0..self.n_statements).map(StatementIdx::from).find(|idx| self.statement_id(*idx) == id)
    }

    /// The statements of a document, in order. Costs two binary searches.
    pub fn statements_of(&self, idx: DocumentIdx) -> impl Iterator<Item = StatementIdx> + use<> {
        let document = self.statements().field(statement::DOCUMENT);
        let start = partition_point(self.n_statements, |n| document.at(n) < idx.0);
        let end = partition_point(self.n_statements, |n| document.at(n) <= idx.0);
        (start..end).map(StatementIdx::from)
    }

    /// The corpus that was written, if the pack is [whole](Pack::is_whole).
    pub fn to_corpus(&self) -> Corpus {
        Corpus {
            site: self.site(),
            documents: (0..self.n_documents).map(|idx| self.document(idx.into())).collect(),
            facet_values: FacetMap::from_fn(|facet| {
                (0..self.n_values(facet)).map(|idx| self.value(facet, idx.into())).collect()
            }),
            statements: (0..self.n_statements).map(|idx| self.statement(idx.into())).collect(),
        }
    }
}

/// Term dictionary and posting lists. The first look at any of them makes the index, unless it is there already. A pack
/// that is not [whole](Pack::is_whole) has no words yet.
impl Pack {
    /// Begins to make the index, for those who do not want to wait for all of it at once. There is nothing to do before the
    /// pack is whole.
    pub fn indexing(&self) -> Indexing<'_> {
        Indexing::new(self)
    }

    /// Whether the index is there.
    pub fn is_indexed(&self) -> bool {
        self.inverted.get().is_some()
    }

    pub(crate) fn set_inverted(&self, make: impl FnOnce() -> Inverted) {
        self.inverted.get_or_init(make);
    }

    fn inverted(&self) -> &Inverted {
        static NOTHING: OnceLock<Inverted> = OnceLock::new();
        let inverted = if self.is_whole() { &self.inverted } else { &NOTHING };
        inverted.get_or_init(|| self.indexing().finish())
    }

    /// Words of all statements together.
    pub fn n_tokens(&self) -> u32 {
        self.inverted().n_tokens_in_all()
    }

    /// How many words of a statement are searched.
    pub fn statement_n_tokens(&self, idx: StatementIdx) -> u32 {
        self.inverted().n_tokens(idx.get())
    }

    /// A term of the dictionary.
    pub fn term(&self, idx: TermIdx) -> &str {
        self.inverted().term(idx.get())
    }

    /// The term, if any statement has it. Costs a binary search.
    pub fn find_term(&self, term: &str) -> Option<TermIdx> {
        self.inverted().find(term).map(TermIdx::from)
    }

    /// The terms that begin with `prefix`, in order.
    pub fn terms_with_prefix(&self, prefix: &str) -> impl Iterator<Item = TermIdx> + use<> {
        self.inverted().with_prefix(prefix).map(TermIdx::from)
    }

    /// The terms that end in `suffix`, in order. Costs a look at every term.
    pub fn terms_with_suffix<'p>(&'p self, suffix: &'p str) -> impl Iterator<Item = TermIdx> + 'p {
        self.inverted().with_suffix(suffix).map(TermIdx::from)
    }

    /// The terms with this [stem](crate::analysis::stem), in order.
    pub fn terms_with_stem<'p>(&'p self, stem: &str) -> impl Iterator<Item = TermIdx> + use<'p> {
        self.inverted().with_stem(stem).map(TermIdx::from)
    }

    /// How many statements have the term. Costs a walk along them.
    pub fn doc_freq(&self, idx: TermIdx) -> u32 {
        self.inverted().doc_freq(idx.get())
    }

    /// The statements that have the term, with its positions.
    pub fn postings(&self, idx: TermIdx) -> Postings<'_> {
        self.inverted().postings(idx.get())
    }
}

/// The parts that reading and opening share.
impl Pack {
    pub(super) fn section(&self, section: Section) -> &[u8] {
        &self.bytes[self.sections[section as usize].clone()]
    }

    pub(super) fn numbers(&self, section: Section) -> Numbers<'_> {
        Numbers(self.section(section).as_chunks().0)
    }

    pub(super) fn table(&self, section: Section, n: usize) -> Table<'_> {
        Table { numbers: self.numbers(section), n }
    }

    pub(super) fn table_by_width(&self, section: Section, width: usize) -> Table<'_> {
        let numbers = self.numbers(section);
        Table { numbers, n: numbers.len() / width }
    }

    pub(super) fn documents(&self) -> Table<'_> {
        self.table(Section::Documents, self.n_documents)
    }

    pub(super) fn statements(&self) -> Table<'_> {
        self.table(Section::Statements, self.n_statements)
    }

    fn values(&self) -> Table<'_> {
        self.table_by_width(Section::FacetValues, value::WIDTH)
    }

    fn value_row(&self, facet: Facet, idx: ValueIdx) -> usize {
        let sizes = self.numbers(Section::FacetSizes);
        let before: u32 = (0..facet as usize).map(|facet| sizes.at(facet)).sum();
        before as usize + idx.get()
    }

    pub(super) fn strings(&self) -> Strings<'_> {
        Strings { ends: self.numbers(Section::StringEnds), bytes: self.section(Section::Strings) }
    }

    fn string(&self, idx: u32) -> &str {
        self.strings().at(idx as usize)
    }

    fn list(&self, run: Range<usize>) -> Vec<String> {
        let list = self.numbers(Section::Lists);
        run.map(|idx| self.string(list.at(idx)).to_owned()).collect()
    }

    /// Aliases of all facet values; the steps of statements follow them in the lists.
    pub(super) fn n_aliases(&self) -> usize {
        let values = self.values();
        values.field(value::ALIASES_END).before(values.n)
    }
}

impl Table<'_> {
    fn span(self, start: usize, end: usize, idx: usize) -> TextSpan {
        TextSpan { start: self.at(start, idx), end: self.at(end, idx) }
    }
}

/// The first of `0..n` for which `is_before` no longer holds.
pub(super) fn partition_point(n: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, n);
    while low < high {
        let middle = usize::midpoint(low, high);
        match is_before(middle) {
            true => low = middle + 1,
            false => high = middle,
        }
    }
    low
}
