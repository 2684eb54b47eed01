//! Why each statement is what it is, in plain words: its cue and source, the steps from the source to the
//! person, and the words that put its countries and themes there.

use std::fmt::{self, Write};

use communique_index::{
    Corpus, Document, DocumentIdx, Facet, FacetValue, ReadingText, Statement, TextSpan,
};
use communique_words::told;

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

/// Words behind a value.
struct Hit<'a> {
    facet: Facet,
    key: String,
    label: String,
    words: &'a str,
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
            let step = told(step);
            writeln!(out, "  {:<11}{}. {step}", if n == 0 { "steps" } else { "" }, n + 1)?;
        }
        writeln!(out, "  confidence {}", statement.confidence.key())?;
        self.write_hits(out, statement)?;
        writeln!(out)
    }

    /// The words behind each country and theme; what a correction took away all the same; and what the statement has
    /// for another reason.
    fn write_hits(&self, out: &mut String, statement: &Statement) -> fmt::Result {
        let found = self.hits(statement);
        let has_suggestions = self.corpus.site.has_suggested_themes;
        let as_themes = if has_suggestions { "suggested" } else { "as the steps say" };
        for (facet, other) in [(Facet::Country, "as the steps say"), (Facet::Theme, as_themes)] {
            let own = self.values(statement, facet);
            let found = || found.iter().filter(|hit| hit.facet == facet);
            for Hit { key, label, words, .. } in found() {
                let is_kept = own.iter().any(|value| value.key == *key);
                let fate = if is_kept { "" } else { ", taken away by a correction" };
                writeln!(out, "  {:<10} {label}: {words}{fate}", facet.key())?;
            }
            for value in own.iter().filter(|value| found().all(|hit| hit.key != value.key)) {
                writeln!(out, "  {:<10} {}, {other}", facet.key(), value.label)?;
            }
        }
        Ok(())
    }

    /// The words of the statement that name a country or belong to a theme, found again as the compiler found them.
    fn hits(&self, statement: &Statement) -> Vec<Hit<'_>> {
        let text = &self.reading.text;
        let spans: Vec<ReadSpan> = statement
            .content
            .iter()
            .copied()
            .chain(statement.topic)
            .map(|s| self.span(s))
            .collect();
        let words = |span: ReadSpan| &text[span.start as usize..span.end as usize];
        let named = self.lexicon.gazetteer.hits(text);
        let countries = gazetteer::within(&named, &spans).map(|hit| {
            let name = self.lexicon.gazetteer.country(hit.country).map_or("", |c| &c.name);
            Hit {
                facet: Facet::Country,
                key: hit.country.to_string(),
                label: format!("{name}, {}", how(hit.rule)),
                words: words(hit.span),
            }
        });
        let themes = self.lexicon.themes.hits(text, &spans).into_iter().map(|hit| {
            let theme = &self.lexicon.themes.themes()[hit.theme];
            let (key, label) = (theme.id.clone(), theme.label.clone());
            Hit { facet: Facet::Theme, key, label, words: words(hit.span) }
        });
        countries.chain(themes).collect()
    }

    /// The values of `facet` that the statement has.
    fn values(&self, statement: &Statement, facet: Facet) -> Vec<&FacetValue> {
        let values = &self.corpus.facet_values[facet];
        statement.values[facet].iter().map(|idx| &values[idx.get()]).collect()
    }

    fn speaker(&self, statement: &Statement) -> String {
        let speakers = self.values(statement, Facet::Speaker);
        let names: Vec<&str> = speakers.iter().map(|speaker| speaker.label.as_str()).collect();
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

fn how(rule: Rule) -> &'static str {
    match rule {
        Rule::Name => "by name",
        Rule::People => "by its people",
        Rule::Capital => "by its capital",
        Rule::Government => "by its government",
    }
}
