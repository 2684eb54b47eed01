//! A checksum against damage, not against intent.

/// FNV-1a (Fowler, Noll, Vo) over eight bytes at a time instead of one, the last ones filled up with zeros.
/// Each step is a bijection of the sum, so that no change of a single word goes unnoticed.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let length = (bytes.len() as u64).to_le_bytes();
    words
        .iter()
        .chain([&last, &length])
        .fold(OFFSET_BASIS, |sum, word| (sum ^ u64::from_le_bytes(*word)).wrapping_mul(PRIME))
}
