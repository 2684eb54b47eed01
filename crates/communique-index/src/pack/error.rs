//! Why a byte string is not a pack.

use std::fmt;

/// What stood in the way of opening a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// It does not begin as packs do.
    NotAPack,
    /// It was written by another version of this crate.
    Version {
        /// The version read here.
        expected: u32,
        /// The version found.
        got: u32,
    },
    /// It ends too early.
    Truncated {
        /// Bytes needed at least.
        expected: usize,
        /// Bytes there.
        got: usize,
    },
    /// Its bytes changed after it was written.
    Checksum {
        /// The sum noted in the pack.
        expected: u64,
        /// The sum of its bytes.
        got: u64,
    },
    /// A part contradicts the rest.
    Malformed {
        /// The part and what is wrong with it.
        what: &'static str,
        /// A bound that was to be kept.
        expected: usize,
        /// The number found.
        got: usize,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackError::NotAPack => {
                write!(f, "these bytes are not a pack: they do not begin with \"communiq\"")
            }
            PackError::Version { expected, got } => {
                write!(
                    f,
                    "the pack has version {got}, expected {expected}; compile the folder again"
                )
            }
            PackError::Truncated { expected, got } => {
                write!(
                    f,
                    "the pack ends after {got} bytes, expected at least {expected}; fetch it again"
                )
            }
            PackError::Checksum { expected, got } => write!(
                f,
                "the pack is damaged: its bytes sum to {got:016x}, expected {expected:016x}; fetch it again"
            ),
            PackError::Malformed { what, expected, got } => {
                write!(f, "the pack is malformed: {what}: expected at most {expected}, got {got}")
            }
        }
    }
}

impl std::error::Error for PackError {}
