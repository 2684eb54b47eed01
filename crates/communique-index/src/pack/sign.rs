//! The checksums of a pack, put in their places.

use std::ops::Range;

use super::checksum::checksum;
use super::layout::{HEADER_LEN, Section, block};

/// Makes the checksums of a pack fit its bytes, and does what it can of that to bytes that are none: the last step of
/// writing one, and what tests need that change one.
pub fn sign(pack: &mut [u8]) {
    _ = sign_blocks(pack);
    _ = sign_head(pack);
}

fn sign_blocks(pack: &mut [u8]) -> Option<()> {
    let (blocks, texts) = (section(pack, Section::Blocks)?, section(pack, Section::Texts)?);
    let n = blocks.len() / (4 * block::WIDTH);
    let mut from = texts.start;
    for idx in 0..n {
        let place = |field| blocks.start + 4 * (field * n + idx);
        let to = texts.start.saturating_add(number(pack, place(block::END))?);
        let sum = checksum(pack.get(from..to)?);
        put(pack, place(block::SUM_LOW), &(sum as u32).to_le_bytes())?;
        put(pack, place(block::SUM_HIGH), &((sum >> 32) as u32).to_le_bytes())?;
        from = to;
    }
    Some(())
}

fn sign_head(pack: &mut [u8]) -> Option<()> {
    let texts_from = section(pack, Section::Texts)?.start;
    let sum = checksum(pack.get(HEADER_LEN..texts_from.max(HEADER_LEN))?);
    put(pack, HEADER_LEN - size_of::<u64>(), &sum.to_le_bytes())
}

fn section(pack: &[u8], section: Section) -> Option<Range<usize>> {
    let entry = HEADER_LEN + 8 * section as usize;
    let start = number(pack, entry)?;
    Some(start..start.saturating_add(number(pack, entry + 4)?))
}

fn number(pack: &[u8], at: usize) -> Option<usize> {
    let bytes = pack.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes) as usize)
}

fn put(pack: &mut [u8], at: usize, bytes: &[u8]) -> Option<()> {
    pack.get_mut(at..at + bytes.len())?.copy_from_slice(bytes);
    Some(())
}
