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

const DOCUMENT: [Guess; document::WIDTH] = guesses(&[
    (document::FILE, before(document::FILE)),
    (document::TEXT, before(document::TEXT)),
    (document::TITLE, same(document::FILE)),
    (document::DATE, before(document::DATE)),
    (document::URL, before(document::URL)),
    (document::SEGMENTS_END, before(document::SEGMENTS_END)),
    (document::REPAIRS_END, before(document::REPAIRS_END)),
]);

const SEGMENT: [Guess; segment::WIDTH] = guesses(&[
    (segment::START, before(segment::END)),
    (segment::END, same(segment::START)),
    (segment::LINE, before(segment::LINE)),
]);

const REPAIR: [Guess; repair::WIDTH] =
    guesses(&[(repair::START, before(repair::END)), (repair::END, same(repair::START))]);

const VALUE: [Guess; value::WIDTH] = guesses(&[
    (value::KEY, before(value::KEY)),
    (value::LABEL, same(value::KEY)),
    (value::ALIASES_END, before(value::ALIASES_END)),
    (value::RANK, before(value::RANK)),
]);

const STATEMENT: [Guess; statement::WIDTH] = guesses(&[
    (statement::ID, before(statement::ID)),
    (statement::DOCUMENT, before(statement::DOCUMENT)),
    (statement::LINE, before(statement::LINE)),
    (statement::SOURCE_START, before(statement::CUE_END)),
    (statement::SOURCE_END, same(statement::SOURCE_START)),
    (statement::CUE_START, same(statement::SOURCE_END)),
    (statement::CUE_END, same(statement::CUE_START)),
    (statement::TOPIC_END, same(statement::TOPIC_START)),
    (statement::CONTENTS_END, before(statement::CONTENTS_END)),
    (statement::STEPS_END, before(statement::STEPS_END)),
    (statement::SAID_ON, before(statement::SAID_ON)),
]);

const SPAN: [Guess; span::WIDTH] =
    guesses(&[(span::START, before(span::END)), (span::END, same(span::START))]);

/// The guesses of a record: `some`, each with its field, and zero for the other fields.
const fn guesses<const WIDTH: usize>(some: &[(usize, Guess)]) -> [Guess; WIDTH] {
    let mut guesses = [Zero; WIDTH];
    let mut n = 0;
    while n < some.len() {
        guesses[some[n].0] = some[n].1;
        n += 1;
    }
    guesses
}

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
