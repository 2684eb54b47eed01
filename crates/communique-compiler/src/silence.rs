//! Articles in which nobody says anything, since that may surprise their publisher.

use communique_index::{Corpus, Document};

use crate::diagnostic::{Diagnostic, Severity};

/// The commonest words of English: of a hundred words of its prose some thirty are one of these.
const ENGLISH: [&str; 16] = [
    "the", "of", "and", "to", "in", "a", "that", "is", "for", "on", "was", "with", "as", "he",
    "by", "at",
];

/// Of a hundred words of another language hardly more than this are.
const FEWEST_IN_HUNDRED: usize = 12;
/// Fewer words tell no language.
const FEWEST_WORDS: usize = 40;

/// A note for each silent document of `corpus`; and one for the whole where most of them are silent.
pub(crate) fn notes(corpus: &Corpus) -> Vec<Diagnostic> {
    let is_silent = |(idx, _): &(usize, &Document)| corpus.statements_of((*idx).into()).is_empty();
    let silent =
        corpus.documents.iter().enumerate().filter(is_silent).map(|(_, document)| document);
    let mut notes: Vec<Diagnostic> = silent
        .map(|document| {
            let why = match is_english(&document.text) {
                true => "what is read is English news prose, one article a file",
                false => "this does not look like English, and only English news prose is read",
            };
            Diagnostic::new(
                Severity::Note,
                &document.file,
                format!("no statement was found; {why}"),
            )
        })
        .collect();
    if corpus.documents.len() > 1 && notes.len() * 2 > corpus.documents.len() {
        let message = format!(
            "little was found: {} of {} articles hold no statement; see what each was taken for",
            notes.len(),
            corpus.documents.len()
        );
        notes.insert(0, Diagnostic::new(Severity::Warning, "", message));
    }
    notes
}

/// Whether `text` may be English; too short a text may be anything.
fn is_english(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let (mut n_words, mut n_english) = (0, 0);
    for word in words.filter(|word| !word.is_empty()) {
        n_words += 1;
        n_english += usize::from(ENGLISH.iter().any(|common| word.eq_ignore_ascii_case(common)));
    }
    n_words < FEWEST_WORDS || n_english * 100 > n_words * FEWEST_IN_HUNDRED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_other_languages() {
        let english = "The minister went to the capital on Monday and met the mayor, who was glad that the bridge is to be built. ";
        let german = "Der Minister fuhr am Montag in die Hauptstadt und traf die Bürgermeisterin, die sich freute, dass die Brücke gebaut wird. ";
        let persian = "وزیر امور خارجه روز دوشنبه به پایتخت رفت و با شهردار دیدار کرد. ";
        assert!(is_english(&english.repeat(4)));
        assert!(!is_english(&german.repeat(4)));
        assert!(!is_english(&persian.repeat(6)));
        assert!(is_english("Hallo Welt"), "too short to tell");
    }
}
