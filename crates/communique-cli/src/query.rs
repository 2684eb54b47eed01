//! `communique query` and `communique values`: exactly what the page shows for an address.

use std::io::{self, Write};

use communique_engine::{Answer, Engine, View};
use communique_export::{Export, Format};
use communique_index::Facet;

/// A view with its answer; what was not understood of it went to standard error.
pub(crate) struct Asked<'e> {
    engine: &'e Engine,
    view: View,
    answer: Answer,
    /// Where the page stands; links lead there.
    site: &'e str,
}

impl<'e> Asked<'e> {
    /// Answers the view that `address` spells.
    pub(crate) fn new(engine: &'e Engine, address: &str, site: &'e str) -> Self {
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
        Self { engine, view, answer, site }
    }

    fn export(&self) -> Export<'_> {
        let Self { engine, view, answer, site } = self;
        Export { engine, view, answer, site }
    }

    /// Writes the statements, in the view's order.
    ///
    /// # Errors
    /// If `out` takes no more.
    pub(crate) fn write_statements(&self, out: &mut impl Write, format: Format) -> io::Result<()> {
        self.export().write(format, out)
    }

    /// Writes what the view's layout shows.
    ///
    /// # Errors
    /// If `out` takes no more.
    pub(crate) fn write_figures(&self, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &self.export().figures())?;
        out.write_all(b"\n")
    }

    /// Writes the values of `facet` that `like` can mean.
    ///
    /// # Errors
    /// If `out` takes no more.
    pub(crate) fn write_values(
        &self,
        out: &mut impl Write,
        facet: Facet,
        like: &str,
    ) -> io::Result<()> {
        for value in self.export().values(facet, like) {
            serde_json::to_writer(&mut *out, &value)?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}
