//! The words of all statements in reading order, noted while an index is made and walked along twice after that.

use super::postings::{GAP, read_varint, write_varint};

/// The end of a statement, the gap between two of its pieces, and the first word.
const END: u32 = 0;
const BETWEEN: u32 = 1;
const FIRST_WORD: u32 = 2;

/// Bytes after which another chunk begins, and room for what the last statement of one has beyond that: with what an
/// allocator keeps of it, a page of a module's memory.
const CHUNK: usize = 59 << 10;
const MARGIN: usize = 4 << 10;

/// Numbers of words, as varints. In chunks: one vector that grows is there twice whenever it moves, and half empty then.
#[derive(Default)]
pub(super) struct Notes {
    /// Whole statements each.
    chunks: Vec<Vec<u8>>,
}

impl Notes {
    /// The next statement, to be noted.
    pub(super) fn statement(&mut self) -> Statement<'_> {
        if self.chunks.last().is_none_or(|chunk| chunk.len() >= CHUNK) {
            self.chunks.push(Vec::with_capacity(CHUNK + MARGIN));
        }
        let last = self.chunks.len() - 1;
        Statement(&mut self.chunks[last])
    }
}

/// One statement on its way into the notes.
pub(super) struct Statement<'n>(&'n mut Vec<u8>);

impl Statement<'_> {
    /// Notes the next word, by its number.
    pub(super) fn word(&mut self, number: u32) {
        self.note(FIRST_WORD + number);
    }

    /// Notes that another piece begins.
    pub(super) fn gap(&mut self) {
        self.note(BETWEEN);
    }

    /// Notes that this was all.
    pub(super) fn end(mut self) {
        self.note(END);
    }

    fn note(&mut self, number: u32) {
        write_varint(number, |byte| self.0.push(byte));
    }
}

/// How far a walk along the notes has come.
#[derive(Default)]
pub(super) struct Walk {
    chunk: usize,
    at: usize,
    statement: u32,
}

impl Walk {
    /// Calls `see` with the number, statement and position of each word of the next `n` statements. Says whether there
    /// are more.
    pub(super) fn go_on(
        &mut self,
        notes: &Notes,
        n: usize,
        mut see: impl FnMut(usize, u32, u32),
    ) -> bool {
        let last = (self.statement as usize).saturating_add(n);
        while (self.statement as usize) < last
            && let Some(chunk) = notes.chunks.get(self.chunk)
        {
            let mut rest = &chunk[self.at..];
            let mut position = 0;
            while (self.statement as usize) < last
                && let Some(note) = read_varint(&mut rest)
            {
                match note {
                    END => (self.statement, position) = (self.statement + 1, 0),
                    BETWEEN => position += GAP,
                    word => {
                        see((word - FIRST_WORD) as usize, self.statement, position);
                        position += 1;
                    }
                }
            }
            (self.chunk, self.at) = match rest.is_empty() {
                true => (self.chunk + 1, 0),
                false => (self.chunk, chunk.len() - rest.len()),
            };
        }
        self.chunk < notes.chunks.len()
    }
}
