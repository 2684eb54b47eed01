//! Dense indices, valid within one pack only. Stable names, which URLs and folders may hold, are strings:
//! a statement's id, a facet value's key, a document's file name.

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The index as a `usize`, for slicing.
            pub fn get(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            fn from(idx: usize) -> Self {
                Self(u32::try_from(idx).expect("a corpus holds less than 2^32 of anything"))
            }
        }
    };
}

index! {
    /// A statement's place in document order.
    StatementIdx
}
index! {
    /// A document's place in file name order.
    DocumentIdx
}
index! {
    /// A facet value's place in its facet's dictionary.
    ValueIdx
}
index! {
    /// A term's place in the term dictionary.
    TermIdx
}
