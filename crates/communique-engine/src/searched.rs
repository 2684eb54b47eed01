//! The texts of a statement that are searched: its topic and each stretch of its content, as read.

use std::borrow::Cow;

use communique_index::{Pack, ReadingText, StatementIdx};

/// The searched texts of a statement, in the order of positions. Borrowed where nothing is repaired in them.
pub(crate) fn searched_texts(pack: &Pack, idx: StatementIdx) -> impl Iterator<Item = Cow<'_, str>> {
    let document = pack.statement_document(idx);
    let text = pack.document_text(document);
    let repairs = pack.repairs(document);
    pack.searched_spans(idx).map(move |span| ReadingText::borrowed(text, &repairs, span))
}
