//! `communique query`: exactly the statements that the page shows for an address.

use std::io::Write;

use anyhow::Context;
use communique_engine::{Engine, View};
use communique_export::{Export, Format};
use communique_index::{Corpus, pack};

/// Writes the statements of the view that `address` spells, in the view's order, with links to `site`; what was
/// not understood goes to standard error.
///
/// # Errors
/// If the pack cannot be opened, or `out` takes no more.
pub(crate) fn write(
    out: &mut impl Write,
    corpus: &Corpus,
    address: &str,
    format: Format,
    site: &str,
) -> anyhow::Result<()> {
    let engine = Engine::open(pack::write(corpus)).context("cannot open the pack just made")?;
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
    let export = Export { engine: &engine, view: &view, answer: &answer, site };
    Ok(export.write(format, out)?)
}
