//! Why each statement is what it is, in plain words: its cue and source, the steps from the source to the
//! person, and the words that put its countries and themes there.

use std::fmt::{self, Write};

use communique_index::{
    Corpus, Document, DocumentIdx, Facet, ReadingText, Statement, TextSpan, ValueIdx,
};

use crate::gazetteer::{self, Rule};
use crate::lexicon::Lexicon;
use crate::reading::ReadSpan;

/// The account of the statements of the document at `idx`, or of those in the passage at 1-based `line`. Empty where
/// there are none.
///
/// `lexicon` is the one the corpus was compiled with.
pub fn explain(corpus: &Corpus, lexicon: &Lexicon, idx: DocumentIdx, line: Option<u32>) -> String {
    let document = &corpus.documents[idx.get()];
    let whole = TextSpan::new(0, document.text.len());
    let reading = ReadingText::new(&document.text, &document.repairs, whole);
    let account = Account { corpus, lexicon, document, reading };
    let is_asked = |statement: &&Statement| line.is_none_or(|line| statement.line == line);
    let mut out = String::new();
    for statement in corpus.statements_of(idx).iter().filter(is_asked) {
        account.write(&mut out, statement).expect("writing to a string never fails");
    }
    out
}

struct Account<'a> {
    corpus: &'a Corpus,
    lexicon: &'a Lexicon,
    document: &'a Document,
    reading: ReadingText,
}

impl Account<'_> {
    fn write(&self, out: &mut String, statement: &Statement) -> fmt::Result {
        let content: Vec<&str> = statement.content.iter().map(|span| self.read(*span)).collect();
        writeln!(out, "{}:{}: {}", self.document.file, statement.line, self.speaker(statement))?;
        writeln!(out, "  said       {}", content.join(" … "))?;
        writeln!(out, "  cue        {}", self.read(statement.cue))?;
        match statement.source {
            Some(source) => writeln!(out, "  source     {}", self.read(source))?,
            None => writeln!(out, "  source     implied, no words of its own")?,
        }
        if let Some(topic) = statement.topic {
            writeln!(out, "  topic      {}", self.read(topic))?;
        }
        writeln!(out, "  kind       {}", statement.kind.key())?;
        for (n, step) in statement.steps.iter().enumerate() {
            writeln!(out, "  {:<11}{}. {step}", if n == 0 { "steps" } else { "" }, n + 1)?;
        }
        writeln!(out, "  confidence {}", statement.confidence.key())?;
        self.write_hits(out, statement)?;
        writeln!(out)
    }

    /// The words behind each country and theme, found again as the compiler found them.
    fn write_hits(&self, out: &mut String, statement: &Statement) -> fmt::Result {
        let text = &self.reading.text;
        let spans: Vec<ReadSpan> = statement
            .content
            .iter()
            .copied()
            .chain(statement.topic)
            .map(|s| self.span(s))
            .collect();
        let words = |span: ReadSpan| &text[span.start as usize..span.end as usize];
        for hit in gazetteer::within(&self.lexicon.gazetteer.hits(text), &spans) {
            let name = self.lexicon.gazetteer.country(hit.country).map_or("", |c| &c.name);
            let how = match hit.rule {
                Rule::Name => "by name",
                Rule::People => "by its people",
                Rule::Capital => "by its capital",
                Rule::Government => "by its government",
            };
            writeln!(out, "  country    {name}, {how}: {}", words(hit.span))?;
        }
        for hit in self.lexicon.themes.hits(text, &spans) {
            let theme = &self.lexicon.themes.themes()[hit.theme];
            writeln!(out, "  theme      {}: {}", theme.label, words(hit.span))?;
        }
        Ok(())
    }

    fn speaker(&self, statement: &Statement) -> String {
        let values = &self.corpus.facet_values[Facet::Speaker];
        let name = |idx: &ValueIdx| values[idx.get()].label.as_str();
        let names: Vec<&str> = statement.values[Facet::Speaker].iter().map(name).collect();
        match statement.office.as_str() {
            "" => names.join(", "),
            office => format!("{}, {office}", names.join(", ")),
        }
    }

    fn read(&self, span: TextSpan) -> &str {
        &self.reading.text[self.reading.range(span)]
    }

    fn span(&self, span: TextSpan) -> ReadSpan {
        let range = self.reading.range(span);
        ReadSpan { start: range.start as u32, end: range.end as u32 }
    }
}
