//! `communique query`: exactly the statements that the page shows for an address.

use std::io::{self, Write};

use communique_engine::{Engine, View};
use communique_export::{Export, Format};

/// Writes the statements of the view that `address` spells, in the view's order, with links to `site`; what was
/// not understood goes to standard error.
///
/// # Errors
/// If `out` takes no more.
pub(crate) fn write(
    out: &mut impl Write,
    engine: &Engine,
    address: &str,
    format: Format,
    site: &str,
) -> io::Result<()> {
    let (view, not_understood) = View::decode(address);
    engine.search_patterns(view.question(), communique_regex::finder);
    let answer = engine.answer(view.question());
    for finding in not_understood.iter().chain(&answer.diagnostics) {
        eprintln!("{}", finding.in_words(&view.question.query));
    }
    for unknown in engine.unknown_words(view.question()) {
        let words: Vec<_> = unknown.offers.iter().map(|offer| offer.word.as_str()).collect();
        let word = &view.question.query[unknown.text_span];
        eprintln!("{word}: did you mean {}?", words.join(", "));
    }
    let export = Export { engine, view: &view, answer: &answer, site };
    export.write(format, out)
}
