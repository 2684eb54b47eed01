//! The readable account of a run: for each article what was read, what was left out by which rule, what was
//! repaired, which statements have no speaker; then the findings.

use std::fmt::{self, Write};

use communique_index::corpus::{Repair, SegmentRole};
use communique_index::facet::UNRESOLVED;
use communique_index::{Corpus, Document, Facet, Segment, Statement};

use crate::Compiled;
use crate::diagnostic::Places;

/// Longer quotations from the article are cut, in characters.
const LONGEST_WORDS: usize = 72;

/// The account of `compiled`, plain text of many lines.
pub fn report(compiled: &Compiled) -> String {
    let mut out = String::new();
    write_report(&mut out, compiled).expect("writing to a string never fails");
    out
}

fn write_report(out: &mut String, compiled: &Compiled) -> fmt::Result {
    let corpus = &compiled.corpus;
    for (idx, document) in corpus.documents.iter().enumerate() {
        write_facts(out, document)?;
        write_left_out(out, document)?;
        write_repairs(out, document)?;
        write_statements(out, corpus, document, corpus.statements_of(idx.into()))?;
        writeln!(out)?;
    }
    if !compiled.diagnostics.is_empty() {
        writeln!(out, "findings")?;
        for finding in &compiled.diagnostics {
            writeln!(out, "  {finding}")?;
        }
        writeln!(out)?;
    }
    let n_resolved = corpus.statements.iter().filter(|s| is_resolved(corpus, s)).count();
    writeln!(
        out,
        "{} articles, {} statements, {n_resolved} of them with a speaker; {} findings",
        corpus.documents.len(),
        corpus.statements.len(),
        compiled.diagnostics.len()
    )
}

fn write_facts(out: &mut String, document: &Document) -> fmt::Result {
    writeln!(out, "{}", document.file)?;
    writeln!(out, "  title    {}", document.title)?;
    match document.date {
        Some(date) => writeln!(out, "  date     {date}, {}", document.date_note)?,
        None => writeln!(out, "  date     not stated")?,
    }
    writeln!(out, "  outlet   {}", document.outlet.as_deref().unwrap_or("not stated"))?;
    writeln!(out, "  encoding {}", document.encoding.name())
}

fn write_left_out(out: &mut String, document: &Document) -> fmt::Result {
    let read = |segment: &&Segment| !matches!(segment.role, SegmentRole::Body);
    for (n, segment) in document.segments.iter().filter(read).enumerate() {
        if n == 0 {
            writeln!(out, "  not read for statements")?;
        }
        let words = cut(&document.text[segment.text_span.range()]);
        let why = if segment.rule.is_empty() { role_name(segment.role) } else { &segment.rule };
        writeln!(out, "    line {}: {words}  ({why})", segment.line)?;
    }
    Ok(())
}

fn write_repairs(out: &mut String, document: &Document) -> fmt::Result {
    let places = Places::new(&document.text);
    for (n, repair) in document.repairs.iter().enumerate() {
        if n == 0 {
            writeln!(out, "  repaired for reading")?;
        }
        let (line, _) = places.of(repair.text_span.range().start);
        writeln!(
            out,
            "    line {line}: {}  ({})",
            repaired_words(&document.text, repair),
            repair.rule
        )?;
    }
    Ok(())
}

/// The words around a repair, as they are read.
fn repaired_words(text: &str, repair: &Repair) -> String {
    const AROUND: usize = 24;
    let range = repair.text_span.range();
    let before = &text[text.floor_char_boundary(range.start.saturating_sub(AROUND))..range.start];
    let after = &text[range.end..text.ceil_char_boundary(range.end + AROUND)];
    let before = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let after = after.split(['\n', '\r']).next().unwrap_or_default();
    format!("{before}[{}]{after}", repair.replacement)
}

fn write_statements(
    out: &mut String,
    corpus: &Corpus,
    document: &Document,
    statements: &[Statement],
) -> fmt::Result {
    let unresolved: Vec<_> = statements.iter().filter(|s| !is_resolved(corpus, s)).collect();
    writeln!(out, "  statements {}, without speaker {}", statements.len(), unresolved.len())?;
    for statement in unresolved {
        let source = statement.source.map_or("implied", |span| &document.text[span.range()]);
        let words = cut(&document.text[statement.content_hull().range()]);
        writeln!(out, "    line {}: source \"{source}\": {words}", statement.line)?;
    }
    Ok(())
}

fn is_resolved(corpus: &Corpus, statement: &Statement) -> bool {
    let values = &corpus.facet_values[Facet::Speaker];
    statement.values[Facet::Speaker].iter().any(|idx| values[idx.get()].key != UNRESOLVED)
}

fn role_name(role: SegmentRole) -> &'static str {
    match role {
        SegmentRole::Headline => "headline",
        SegmentRole::Subheading => "subheading",
        SegmentRole::Dateline => "dateline",
        SegmentRole::Caption => "caption",
        SegmentRole::Credit => "credit",
        SegmentRole::Body => "body",
        SegmentRole::Boilerplate => "not the article",
    }
}

fn cut(words: &str) -> String {
    match words.char_indices().nth(LONGEST_WORDS) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words.to_owned(),
    }
}
