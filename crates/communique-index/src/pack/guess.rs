//! Numbers as what is left of them after a guess.
//!
//! Where a record begins follows more or less from where the one before ends, and a number that mostly is what was guessed
//! is mostly zero: that compresses to a third of the numbers themselves. The writer takes the guesses away; opening adds
//! them in place, record after record, so that reading finds plain numbers.

use std::ops::Range;

use super::layout::{Section, document, repair, segment, span, statement, value};

/// What a field of a record is guessed to be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Guess {
    /// Zero: the number stands as it is.
    Zero,
    /// What this field of the record before is; zero for the first record.
    Before(u8),
    /// What this field of the same record is. It stands before the one that is guessed.
    Same(u8),
}

use Guess::{Before, Same, Zero};

/// The sections with guesses, field by field.
static GUESSES: [(Section, &[Guess]); 8] = [
    (Section::StringEnds, &[Before(0)]),
    (Section::TextEnds, &[Before(0)]),
    (Section::Documents, &DOCUMENT),
    (Section::Segments, &SEGMENT),
    (Section::Repairs, &REPAIR),
    (Section::FacetValues, &VALUE),
    (Section::Statements, &STATEMENT),
    (Section::Contents, &SPAN),
];

const DOCUMENT: [Guess; document::WIDTH] = {
    let mut guesses = [Zero; document::WIDTH];
    guesses[document::FILE] = before(document::FILE);
    guesses[document::TEXT] = before(document::TEXT);
    guesses[document::TITLE] = same(document::FILE);
    guesses[document::DATE] = before(document::DATE);
    guesses[document::URL] = before(document::URL);
    guesses[document::SEGMENTS_END] = before(document::SEGMENTS_END);
    guesses[document::REPAIRS_END] = before(document::REPAIRS_END);
    guesses
};

const SEGMENT: [Guess; segment::WIDTH] = {
    let mut guesses = [Zero; segment::WIDTH];
    guesses[segment::START] = before(segment::END);
    guesses[segment::END] = same(segment::START);
    guesses[segment::LINE] = before(segment::LINE);
    guesses
};

const REPAIR: [Guess; repair::WIDTH] = {
    let mut guesses = [Zero; repair::WIDTH];
    guesses[repair::START] = before(repair::END);
    guesses[repair::END] = same(repair::START);
    guesses
};

const VALUE: [Guess; value::WIDTH] = {
    let mut guesses = [Zero; value::WIDTH];
    guesses[value::KEY] = before(value::KEY);
    guesses[value::LABEL] = same(value::KEY);
    guesses[value::ALIASES_END] = before(value::ALIASES_END);
    guesses[value::RANK] = before(value::RANK);
    guesses
};

const STATEMENT: [Guess; statement::WIDTH] = {
    let mut guesses = [Zero; statement::WIDTH];
    guesses[statement::ID] = before(statement::ID);
    guesses[statement::DOCUMENT] = before(statement::DOCUMENT);
    guesses[statement::LINE] = before(statement::LINE);
    guesses[statement::SOURCE_START] = before(statement::CUE_END);
    guesses[statement::SOURCE_END] = same(statement::SOURCE_START);
    guesses[statement::CUE_START] = same(statement::SOURCE_END);
    guesses[statement::CUE_END] = same(statement::CUE_START);
    guesses[statement::TOPIC_END] = same(statement::TOPIC_START);
    guesses[statement::CONTENTS_END] = before(statement::CONTENTS_END);
    guesses[statement::STEPS_END] = before(statement::STEPS_END);
    guesses[statement::SAID_ON] = before(statement::SAID_ON);
    guesses
};

const SPAN: [Guess; span::WIDTH] = {
    let mut guesses = [Zero; span::WIDTH];
    guesses[span::START] = before(span::END);
    guesses[span::END] = same(span::START);
    guesses
};

const fn before(field: usize) -> Guess {
    Before(field as u8)
}

const fn same(field: usize) -> Guess {
    Same(field as u8)
}

/// Takes the guesses from `records`.
pub(super) fn taken<const WIDTH: usize>(
    section: Section,
    records: &[[u32; WIDTH]],
) -> Vec<[u32; WIDTH]> {
    let guesses = GUESSES.iter().find(|(other, _)| *other == section).map(|(_, guesses)| *guesses);
    let record = |(idx, record): (usize, &[u32; WIDTH])| {
        std::array::from_fn(|field| {
            let guessed = match guesses.map_or(Zero, |guesses| guesses[field]) {
                Zero => 0,
                Before(of) => idx.checked_sub(1).map_or(0, |before| records[before][of as usize]),
                Same(of) => record[of as usize],
            };
            record[field].wrapping_sub(guessed)
        })
    };
    records.iter().enumerate().map(record).collect()
}

/// Adds the guesses in the `sections` of a pack.
pub(super) fn add(bytes: &mut [u8], sections: &[Range<usize>; Section::COUNT]) {
    for (section, guesses) in &GUESSES {
        let numbers = bytes[sections[*section as usize].clone()].as_chunks_mut().0;
        let n = numbers.len() / guesses.len();
        for idx in 0..n {
            for (field, guess) in guesses.iter().enumerate() {
                let guessed = match *guess {
                    Before(of) if idx > 0 => of as usize * n + idx - 1,
                    Same(of) => of as usize * n + idx,
                    Zero | Before(_) => continue,
                };
                let sum = number(numbers[field * n + idx]).wrapping_add(number(numbers[guessed]));
                numbers[field * n + idx] = sum.to_le_bytes();
            }
        }
    }
}

fn number(bytes: [u8; 4]) -> u32 {
    u32::from_le_bytes(bytes)
}
