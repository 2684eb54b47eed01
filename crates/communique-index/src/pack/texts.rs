//! The texts of the documents, as far as they have arrived.

use std::ops::Range;

use super::checksum::checksum;
use super::layout::{NONE, Section, block, document, repair, segment, span, statement};
use super::open::{Checked, Spans, ascending, at_most, exactly, malformed};
use super::parts::Table;
use super::read::partition_point;
use super::{Pack, PackError};

impl Pack {
    /// Whether all texts are there.
    pub fn is_whole(&self) -> bool {
        // They come in order.
        self.late.last().is_none_or(|block| block.get().is_some())
    }

    /// How many bytes of texts are to be added next; 0 where all are there.
    pub fn n_missing_next(&self) -> usize {
        self.missing().map_or(0, |idx| self.blocks().field(block::END).run(idx).len())
    }

    /// How many bytes of the pack are before all texts but those of the first block.
    pub fn head_len(&self) -> usize {
        let first = self.blocks().field(block::END).0.first();
        self.texts_from() + first.map_or(0, |end| u32::from_le_bytes(*end) as usize)
    }

    /// Adds the next texts: as many bytes as [`Pack::n_missing_next`] says, which follow in the pack on those added last.
    ///
    /// # Errors
    /// If the bytes are cut, changed or contradict what is there. Nothing is added then.
    pub fn add_texts(&self, bytes: Vec<u8>) -> Result<(), PackError> {
        let expected = self.n_missing_next();
        let Some(idx) = self.missing().filter(|_| expected == bytes.len()) else {
            return Err(PackError::Truncated { expected, got: bytes.len() });
        };
        let from = self.blocks().field(block::END).before(idx);
        self.check_texts(from, &bytes).map_err(|error| *error)?;
        self.late[idx - self.n_early()].get_or_init(|| bytes);
        Ok(())
    }

    /// The first block that is not there.
    fn missing(&self) -> Option<usize> {
        let late = self.late.iter().position(|block| block.get().is_none())?;
        Some(self.n_early() + late)
    }

    /// How many blocks were there on opening.
    fn n_early(&self) -> usize {
        self.blocks().n - self.late.len()
    }

    /// The bytes of a document's text, if they are there.
    pub(super) fn text(&self, idx: usize) -> Option<&[u8]> {
        let (text, early) = (self.text_run(idx), &self.bytes[self.texts_from()..]);
        if text.end <= early.len() {
            return Some(&early[text]);
        }
        let ends = self.blocks().field(block::END);
        let block = partition_point(ends.len(), |idx| (ends.at(idx) as usize) < text.end);
        let from = ends.before(block);
        let bytes = self.late[block - self.n_early()].get()?;
        Some(&bytes[text.start - from..text.end - from])
    }

    fn text_run(&self, document: usize) -> Range<usize> {
        let place = self.documents().at(document::TEXT, document);
        self.numbers(Section::TextEnds).run(place as usize)
    }

    pub(super) fn texts_from(&self) -> usize {
        self.sections[Section::Texts as usize].start
    }

    pub(super) fn blocks(&self) -> Table<'_> {
        self.table_by_width(Section::Blocks, block::WIDTH)
    }

    /// Checks whole blocks, whose bytes stand from `from` on in the section of texts, and every span of the documents
    /// whose texts are in them.
    pub(super) fn check_texts(&self, from: usize, bytes: &[u8]) -> Checked {
        let (blocks, to) = (self.blocks(), from + bytes.len());
        for idx in 0..blocks.n {
            let run = blocks.field(block::END).run(idx);
            if run.start >= from && run.end <= to {
                let [low, high] =
                    [block::SUM_LOW, block::SUM_HIGH].map(|field| u64::from(blocks.at(field, idx)));
                let got = checksum(&bytes[run.start - from..run.end - from]);
                let expected = high << 32 | low;
                if expected != got {
                    return Err(Box::new(PackError::Checksum { expected, got }));
                }
            }
        }
        std::str::from_utf8(bytes)
            .map_err(|error| malformed("a text is not UTF-8", bytes.len(), error.valid_up_to()))?;
        let ends = self.numbers(Section::TextEnds);
        for end in (0..ends.len()).map(|idx| ends.at(idx) as usize) {
            let next = end.checked_sub(from).and_then(|end| bytes.get(end));
            let is_inside = next.is_some_and(|byte| byte & 0xc0 == 0x80);
            at_most("a text ends inside a character", end, end + usize::from(is_inside))?;
        }
        let text = |idx: usize| {
            let text = self.text_run(idx);
            (from <= text.start && text.end <= to)
                .then(|| &bytes[text.start - from..text.end - from])
        };
        for idx in 0..self.n_documents {
            if let Some(text) = text(idx) {
                self.check_document(idx, text)?;
            }
        }
        for idx in 0..self.n_statements {
            let document = self.statements().at(statement::DOCUMENT, idx) as usize;
            if let Some(text) = text(document) {
                self.check_statement(idx, text)?;
            }
        }
        Ok(())
    }

    fn check_document(&self, idx: usize, text: &[u8]) -> Checked {
        let check = |what, section, width, [start, end, ends]: [usize; 3]| {
            let (table, mut spans) = (self.table_by_width(section, width), Spans::new(what, text));
            let mut run = self.documents().field(ends).run(idx);
            run.try_for_each(|idx| spans.next(table.at(start, idx), table.at(end, idx)))
        };
        let segments = [segment::START, segment::END, document::SEGMENTS_END];
        check("segments", Section::Segments, segment::WIDTH, segments)?;
        let repairs = [repair::START, repair::END, document::REPAIRS_END];
        check("repairs", Section::Repairs, repair::WIDTH, repairs)
    }

    fn check_statement(&self, idx: usize, text: &[u8]) -> Checked {
        let table = self.statements();
        for (what, start, end) in [
            ("cues", statement::CUE_START, statement::CUE_END),
            ("sources", statement::SOURCE_START, statement::SOURCE_END),
            ("topics", statement::TOPIC_START, statement::TOPIC_END),
        ] {
            let (start, end) = (table.at(start, idx), table.at(end, idx));
            if what == "cues" || (start, end) != (NONE, NONE) {
                Spans::new(what, text).next(start, end)?;
            }
        }
        let contents = self.table_by_width(Section::Contents, span::WIDTH);
        let mut spans = Spans::new("contents", text);
        let mut run = table.field(statement::CONTENTS_END).run(idx);
        run.try_for_each(|idx| {
            spans.next(contents.at(span::START, idx), contents.at(span::END, idx))
        })
    }

    /// Checks that texts and blocks follow one another, and that no text is in two blocks.
    pub(super) fn check_blocks(&self) -> Checked {
        let len = self.sections[Section::Texts as usize].len();
        let (texts, blocks) = (self.numbers(Section::TextEnds), self.blocks().field(block::END));
        exactly("texts", self.n_documents, texts.len())?;
        ascending("ends of texts", texts, len)?;
        ascending("ends of blocks", blocks, len)?;
        exactly("bytes of blocks", len, blocks.before(blocks.len()))?;
        let mut idx = 0;
        for text in (0..texts.len()).map(|idx| texts.run(idx)) {
            while idx < blocks.len() && blocks.run(idx).end < text.end {
                idx += 1;
            }
            at_most("a text in two blocks", text.start, blocks.before(idx))?;
        }
        Ok(())
    }
}
