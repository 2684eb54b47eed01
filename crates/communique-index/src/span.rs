//! Half-open byte ranges, one type for each space they may be in, so that offsets of different spaces
//! cannot be mixed up.

use std::ops::Range;

macro_rules! span {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            /// First byte.
            pub start: u32,
            /// One past the last byte.
            pub end: u32,
        }

        impl $name {
            /// The span from `start` to `end`, which must not be before `start`.
            pub fn new(start: usize, end: usize) -> Self {
                debug_assert!(start <= end);
                Self { start: start as u32, end: end as u32 }
            }

            /// Length in bytes.
            pub fn len(self) -> usize {
                (self.end - self.start) as usize
            }

            /// Whether the span holds no byte.
            pub fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// The span as a `Range`, for slicing.
            pub fn range(self) -> Range<usize> {
                self.start as usize..self.end as usize
            }

            /// Whether `other` lies wholly inside.
            pub fn contains(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether the two share a byte.
            pub fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }
        }
    };
}

span! {
    /// A range of bytes of a document's file **as published**: what leaves the project (interchange,
    /// provenance, verification).
    Span
}

span! {
    /// A range of bytes of a document's decoded text ([`Document::text`](crate::Document::text)). The same
    /// as [`Span`] for UTF-8 without a byte order mark; [`Encoding::published`](crate::Encoding::published)
    /// converts.
    TextSpan
}
