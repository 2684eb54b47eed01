//! The account as plain text, for a terminal.

use std::fmt::{self, Display, Formatter};

use super::{Article, Passage, Report};

impl Display for Report {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for article in &self.articles {
            writeln!(out, "{article}")?;
        }
        if !self.findings.is_empty() {
            writeln!(out, "findings")?;
            for finding in &self.findings {
                match finding.place().as_str() {
                    "" => writeln!(out, "  {}", finding.message)?,
                    place => writeln!(out, "  {place}: {}", finding.message)?,
                }
            }
            writeln!(out)?;
        }
        if self.has_suggested_themes {
            writeln!(out, "the themes are suggested by the articles' own words\n")?;
        }
        writeln!(
            out,
            "{} articles, {} statements, {} of them with a speaker; {} findings",
            self.articles.len(),
            self.n_statements,
            self.n_resolved,
            self.findings.len()
        )
    }
}

impl Display for Article {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.file)?;
        writeln!(out, "  title    {}", self.title)?;
        match &self.date {
            Some(date) => writeln!(out, "  date     {date}, {}", self.date_note)?,
            None => writeln!(out, "  date     not stated")?,
        }
        writeln!(out, "  outlet   {}", self.outlet.as_deref().unwrap_or("not stated"))?;
        writeln!(out, "  encoding {}", self.encoding)?;
        write_passages(out, "not read for statements", &self.left_out)?;
        write_passages(out, "repaired for reading", &self.repairs)?;
        writeln!(
            out,
            "  statements {}, without speaker {}",
            self.n_statements,
            self.unresolved.len()
        )?;
        for Passage { line, words, note } in &self.unresolved {
            writeln!(out, "    line {line}: source \"{note}\": {words}")?;
        }
        write_passages(out, "corrected", &self.corrected)
    }
}

fn write_passages(out: &mut Formatter<'_>, heading: &str, passages: &[Passage]) -> fmt::Result {
    if !passages.is_empty() {
        writeln!(out, "  {heading}")?;
    }
    for Passage { line, words, note } in passages {
        writeln!(out, "    line {line}: {words}  ({note})")?;
    }
    Ok(())
}
