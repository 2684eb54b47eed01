//! Puts what the steps found together as one [`Corpus`]: documents by file name, dictionaries by key,
//! statements in document order.

use communique_index::Corpus;

use crate::document::ReadDocument;

/// The corpus of `documents`, which are sorted by file name.
pub fn assemble(documents: Vec<ReadDocument>) -> Corpus {
    let documents = documents.into_iter().map(|read| read.document).collect();
    Corpus { documents, ..Corpus::default() }
}
