//! Opening: every size, reference and boundary is looked at once, so that reading need not.

use std::ops::Range;
use std::sync::OnceLock;

use super::checksum::checksum;
use super::layout::{
    CONFIDENCES, ENCODINGS, HEADER_LEN, KINDS, MAGIC, N_SITE_NUMBERS, NONE, ROLES, Section,
    VERSION, VIAS, block, document, repair, segment, span, statement, value,
};
use super::parts::{Numbers, Table};
use super::read::partition_point;
use super::{Pack, PackError, guess};
use crate::inverted::MOST_STATEMENTS;
use crate::{Date, Facet, FacetMap};

/// What a check finds. The error is boxed: there are many checks, and each hands it on.
pub(super) type Checked<T = ()> = Result<T, Box<PackError>>;

impl Pack {
    /// Opens a pack in place.
    ///
    /// Costs one pass over the bytes for the checksum and one over the records.
    ///
    /// # Errors
    /// If the bytes are not a pack, one of another version, cut, changed or contradictory.
    pub fn open(bytes: Vec<u8>) -> Result<Pack, PackError> {
        let pack = Self::open_begun(bytes)?;
        match pack.is_whole() {
            true => Ok(pack),
            false => Err(PackError::Truncated {
                expected: pack.sections[Section::Texts as usize].end,
                got: pack.bytes.len(),
            }),
        }
    }

    /// Opens a pack of which the last blocks of texts may be missing: see [`Pack::add_texts`].
    ///
    /// # Errors
    /// As [`Pack::open`], and where the pack is cut elsewhere than behind a block.
    pub fn open_begun(bytes: Vec<u8>) -> Result<Pack, PackError> {
        Self::checked(bytes).map_err(|error| *error)
    }

    fn checked(mut bytes: Vec<u8>) -> Checked<Pack> {
        let sections = sections(&bytes)?;
        guess::add(&mut bytes, &sections);
        let mut pack = Pack {
            bytes,
            sections,
            n_statements: 0,
            n_documents: 0,
            starts: FacetMap::default(),
            totals: FacetMap::default(),
            dates: Vec::new(),
            late: Vec::new(),
            inverted: OnceLock::new(),
        };
        let documents = pack.section(Section::Documents).len();
        pack.n_documents = whole("documents", documents, 4 * document::WIDTH)?;
        exactly("digests", 32 * pack.n_documents, pack.section(Section::Digests).len())?;
        let statements = pack.section(Section::Statements).len();
        pack.n_statements = whole("statements", statements, 4 * statement::WIDTH)?;
        at_most("statements", MOST_STATEMENTS, pack.n_statements)?;
        pack.check_strings()?;
        pack.check_facets()?;
        pack.check_documents()?;
        pack.check_statements()?;
        pack.check_blocks()?;
        pack.starts = pack.column_starts()?;
        pack.totals = FacetMap::from_fn(|facet| pack.column_totals(facet));
        let days = pack.documents().field(document::DATE);
        pack.dates = (0..days.len()).map(|idx| Date::from_days(days.at(idx) as i32)).collect();
        pack.late = (0..pack.n_late()?).map(|_| OnceLock::new()).collect();
        pack.check_texts(0, &pack.bytes[pack.texts_from()..])?;
        Ok(pack)
    }

    fn check_strings(&self) -> Checked {
        {
            let strings = self.strings();
            ascending("ends of strings", strings.ends, strings.bytes.len())?;
            let text = std::str::from_utf8(strings.bytes).map_err(|error| {
                malformed("a string is not UTF-8", strings.bytes.len(), error.valid_up_to())
            })?;
            let cut = (0..strings.len())
                .find(|idx| !text.is_char_boundary(strings.ends.at(*idx) as usize));
            at_most(
                "a string ends inside a character",
                strings.len(),
                cut.map_or(0, |_| strings.len() + 1),
            )?;
        }
        let meta = self.numbers(Section::Meta).0;
        let Some((fixed, quality)) = meta.split_at_checked(N_SITE_NUMBERS) else {
            return exactly("numbers of the site", N_SITE_NUMBERS, meta.len());
        };
        let n_strings = self.strings().len();
        all_below("strings of the site", Numbers(&fixed[..4]), n_strings)?;
        all_below("strings on quality", Numbers(quality), n_strings)?;
        all_below("strings of lists", self.numbers(Section::Lists), n_strings)
    }

    fn check_facets(&self) -> Checked {
        let sizes = self.numbers(Section::FacetSizes);
        exactly("facets", Facet::ALL.len(), sizes.len())?;
        let values = self.section(Section::FacetValues).len();
        let n_values = whole("facet values", values, 4 * value::WIDTH)?;
        let total: u64 = (0..sizes.len()).map(|idx| u64::from(sizes.at(idx))).sum();
        exactly("facet values", n_values, usize::try_from(total).unwrap_or(usize::MAX))?;
        let table = self.table(Section::FacetValues, n_values);
        all_below("keys", table.field(value::KEY), self.strings().len())?;
        all_below("labels", table.field(value::LABEL), self.strings().len())?;
        ascending("aliases", table.field(value::ALIASES_END), self.numbers(Section::Lists).len())
    }

    fn check_documents(&self) -> Checked {
        let n_strings = self.strings().len();
        let table = self.documents();
        all_below("texts", table.field(document::TEXT), self.n_documents)?;
        for field in [document::FILE, document::TITLE, document::DATE_NOTE] {
            all_below("strings of documents", table.field(field), n_strings)?;
        }
        for field in [document::OUTLET, document::URL] {
            for idx in 0..table.n {
                let string = table.at(field, idx);
                at_most(
                    "outlets and addresses",
                    n_strings,
                    if string == NONE { 0 } else { string as usize + 1 },
                )?;
            }
        }
        all_below("encodings", table.field(document::ENCODING), ENCODINGS.len())?;

        let segments = self.table_of(Section::Segments, segment::WIDTH, "segments")?;
        all_below("roles", segments.field(segment::ROLE), ROLES.len())?;
        all_below("rules of segments", segments.field(segment::RULE), n_strings)?;
        let repairs = self.table_of(Section::Repairs, repair::WIDTH, "repairs")?;
        all_below("replacements", repairs.field(repair::REPLACEMENT), n_strings)?;
        all_below("rules of repairs", repairs.field(repair::RULE), n_strings)?;
        ascending("segments of documents", table.field(document::SEGMENTS_END), segments.n)?;
        ascending("repairs of documents", table.field(document::REPAIRS_END), repairs.n)?;
        Ok(())
    }

    fn check_statements(&self) -> Checked {
        let table = self.statements();
        let contents = self.table_of(Section::Contents, span::WIDTH, "contents")?;
        all_below("ids of statements", table.field(statement::ID), self.strings().len())?;
        all_below("offices", table.field(statement::OFFICE), self.strings().len())?;
        all_below("documents of statements", table.field(statement::DOCUMENT), self.n_documents)?;
        ascending("contents of statements", table.field(statement::CONTENTS_END), contents.n)?;
        ascending("steps", table.field(statement::STEPS_END), self.numbers(Section::Lists).len())?;
        if table.n > 0 {
            at_most("first step", table.at(statement::STEPS_END, 0) as usize, self.n_aliases())?;
        }
        for idx in 0..table.n {
            let [kind, via, confidence, corrected] = table.at(statement::MANNER, idx).to_le_bytes();
            at_most("kinds", KINDS.len() - 1, kind.into())?;
            at_most("vias", VIAS.len() - 1, via.into())?;
            at_most("confidences", CONFIDENCES.len() - 1, confidence.into())?;
            at_most("marks of a correction", 1, corrected.into())?;
            at_most("repetitions", idx, table.at(statement::REPEATS, idx) as usize)?;
            let run = table.field(statement::CONTENTS_END).run(idx);
            at_most("statements without content", 0, usize::from(run.is_empty()))?;
        }
        Ok(())
    }

    fn column_starts(&self) -> Checked<FacetMap<Vec<u32>>> {
        let (sizes, _) = self.section(Section::ColumnSizes).as_chunks::<2>();
        exactly("sizes of columns", Facet::ALL.len() * self.n_statements, sizes.len())?;
        let total: usize = sizes.iter().map(|size| usize::from(u16::from_le_bytes(*size))).sum();
        let values = self.numbers(Section::ColumnValues);
        exactly("values of columns", total, values.len())?;
        let mut at = 0;
        let mut columns: FacetMap<Vec<u32>> = FacetMap::default();
        for (facet, sizes) in Facet::ALL.into_iter().zip(sizes.chunks(self.n_statements.max(1))) {
            let mut starts = Vec::with_capacity(sizes.len() + 1);
            let first = at;
            for size in sizes {
                starts.push(at);
                at += u32::from(u16::from_le_bytes(*size));
            }
            starts.push(at);
            let column = Numbers(&values.0[first as usize..at as usize]);
            all_below("values of a facet", column, self.n_values(facet))?;
            columns[facet] = starts;
        }
        Ok(columns)
    }

    fn column_totals(&self, facet: Facet) -> Vec<u32> {
        let mut totals = vec![0; self.n_values(facet)];
        let starts = &self.starts[facet];
        // A corpus without statements has no starts.
        let run = starts.first().copied().unwrap_or(0)..starts.last().copied().unwrap_or(0);
        for value in &self.numbers(Section::ColumnValues).0[run.start as usize..run.end as usize] {
            totals[u32::from_le_bytes(*value) as usize] += 1;
        }
        totals
    }

    /// How many blocks of texts are missing.
    fn n_late(&self) -> Checked<usize> {
        let (ends, got) = (self.blocks().field(block::END), self.bytes.len() - self.texts_from());
        let n_early = partition_point(ends.len(), |idx| ends.at(idx) as usize <= got);
        let here = ends.before(n_early);
        match n_early < ends.len() {
            _ if here == got => Ok(ends.len() - n_early),
            true => Err(Box::new(PackError::Truncated {
                expected: self.texts_from() + ends.at(n_early) as usize,
                got: self.bytes.len(),
            })),
            false => Err(malformed("bytes of texts", here, got)),
        }
    }

    fn table_of(&self, section: Section, width: usize, what: &'static str) -> Checked<Table<'_>> {
        Ok(self.table(section, whole(what, self.section(section).len(), 4 * width)?))
    }
}

/// Checks the header and reads the section table.
fn sections(bytes: &[u8]) -> Checked<[Range<usize>; Section::COUNT]> {
    let body_from = HEADER_LEN + 8 * Section::COUNT;
    let (magic, rest) =
        bytes.split_at_checked(MAGIC.len()).ok_or_else(|| Box::new(PackError::NotAPack))?;
    if magic != MAGIC {
        return Err(Box::new(PackError::NotAPack));
    }
    if bytes.len() < body_from {
        return Err(Box::new(PackError::Truncated { expected: body_from, got: bytes.len() }));
    }
    let number = |at: usize| Numbers(rest.as_chunks().0).at(at);
    if number(0) != VERSION {
        return Err(Box::new(PackError::Version { expected: VERSION, got: number(0) }));
    }
    exactly("sections", Section::COUNT, number(1) as usize)?;
    let table = Numbers(bytes[HEADER_LEN..body_from].as_chunks().0);
    let mut sections = std::array::from_fn(|_| 0..0);
    for (idx, section) in sections.iter_mut().enumerate() {
        let start = table.at(2 * idx) as usize;
        let end = start.saturating_add(table.at(2 * idx + 1) as usize);
        // Of the last section, the texts, some may be missing.
        let needed = if idx + 1 == Section::COUNT { start } else { end };
        if needed > bytes.len() {
            return Err(Box::new(PackError::Truncated { expected: needed, got: bytes.len() }));
        }
        *section = start..end;
    }
    let expected = u64::from(number(2)) | u64::from(number(3)) << 32;
    let texts_from = sections[Section::Texts as usize].start.max(HEADER_LEN);
    let got = checksum(&bytes[HEADER_LEN..texts_from]);
    if expected != got {
        return Err(Box::new(PackError::Checksum { expected, got }));
    }
    Ok(sections)
}

/// Looks at spans of one text, one after the other.
pub(super) struct Spans<'p> {
    what: &'static str,
    text: &'p [u8],
    end: u32,
}

impl<'p> Spans<'p> {
    pub(super) fn new(what: &'static str, text: &'p [u8]) -> Self {
        Self { what, text, end: 0 }
    }

    pub(super) fn next(&mut self, start: u32, end: u32) -> Checked {
        let is_boundary = |at: u32| {
            let byte = self.text.get(at as usize);
            byte.is_none_or(|byte| byte & 0xc0 != 0x80)
        };
        let is_sound = self.end <= start
            && start <= end
            && end as usize <= self.text.len()
            && is_boundary(start)
            && is_boundary(end);
        self.end = end;
        match is_sound {
            true => Ok(()),
            false => Err(malformed(self.what, self.text.len(), end as usize)),
        }
    }
}

pub(super) fn ascending(what: &'static str, ends: Numbers<'_>, bound: usize) -> Checked {
    let mut previous = 0;
    for idx in 0..ends.len() {
        let end = ends.at(idx) as usize;
        at_most(what, end, previous)?;
        previous = end;
    }
    at_most(what, bound, previous)
}

fn all_below(what: &'static str, numbers: Numbers<'_>, bound: usize) -> Checked {
    match (0..numbers.len()).map(|idx| numbers.at(idx) as usize).find(|number| *number >= bound) {
        Some(number) => Err(malformed(what, bound.saturating_sub(1), number)),
        None => Ok(()),
    }
}

/// How many records of `record_len` bytes make up `len` bytes.
fn whole(what: &'static str, len: usize, record_len: usize) -> Checked<usize> {
    exactly(what, len / record_len * record_len, len)?;
    Ok(len / record_len)
}

pub(super) fn exactly(what: &'static str, expected: usize, got: usize) -> Checked {
    if expected == got { Ok(()) } else { Err(malformed(what, expected, got)) }
}

pub(super) fn at_most(what: &'static str, expected: usize, got: usize) -> Checked {
    if got <= expected { Ok(()) } else { Err(malformed(what, expected, got)) }
}

pub(super) fn malformed(what: &'static str, expected: usize, got: usize) -> Box<PackError> {
    // In a browser nobody mends a pack, and the names of all parts would weigh a kilobyte of module.
    let what = if cfg!(target_family = "wasm") { "a part" } else { what };
    Box::new(PackError::Malformed { what, expected, got })
}
