//! Articles in which nobody says anything, or nobody knows who, since that may surprise their publisher.

use communique_index::{Corpus, Document};
use communique_words::say;

use crate::diagnostic::{Diagnostic, Severity};
use crate::genre::Genre;
use crate::report::is_resolved;

/// A note for each document of `corpus` in which little was found; and one for the whole where most of them are silent.
/// `genres` has one for each document, in their order.
pub(crate) fn notes(corpus: &Corpus, genres: &[Genre]) -> Vec<Diagnostic> {
    let (mut notes, mut n_silent) = (Vec::new(), 0);
    for ((idx, document), &genre) in corpus.documents.iter().enumerate().zip(genres) {
        let statements = corpus.statements_of(idx.into());
        let n_named = statements.iter().filter(|statement| is_resolved(corpus, statement)).count();
        n_silent += usize::from(statements.is_empty());
        notes.extend(note(document, genre, statements.len(), n_named));
    }
    if corpus.documents.len() > 1 && n_silent * 2 > corpus.documents.len() {
        let message = format!(
            "little was found: {n_silent} of {} articles hold no statement; see what each was taken for",
            corpus.documents.len()
        );
        notes.insert(0, Diagnostic::new(Severity::Warning, "", message));
    }
    notes
}

/// What is said of a document with so many statements, `n_named` of them with a speaker; nothing where that is usual.
fn note(
    document: &Document,
    genre: Genre,
    n_statements: usize,
    n_named: usize,
) -> Option<Diagnostic> {
    let why = match genre {
        Genre::Prose => "what is read is English news prose, one article a file",
        Genre::Uneven => {
            "its marks or capitals are not those of news prose, so that a capital alone makes no name"
        }
        Genre::Other => {
            "this does not look like English prose, and only English news prose is read"
        }
    };
    let found = match (n_statements, n_named) {
        (0, _) => "no statement was found".to_owned(),
        (n, 0) => format!("little was found: {}, none with a speaker", say::STATEMENTS.of(n)),
        (n, named) if genre == Genre::Uneven && named < n => {
            format!("little was found: {}, {named} with a speaker", say::STATEMENTS.of(n))
        }
        _ => return None,
    };
    Some(Diagnostic::new(Severity::Note, &document.file, format!("{found}; {why}")))
}
