//! The account as one page of HTML that needs nothing else. Words of articles are text there, never markup.

use std::fmt::{self, Display, Formatter, Write};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::{Article, Finding, Passage, Report};

impl Report {
    /// The account as a whole page.
    pub fn to_html(&self) -> String {
        let mut page = String::new();
        self.write_page(&mut page).expect("writing to a string never fails");
        page
    }

    fn write_page(&self, out: &mut String) -> fmt::Result {
        let title = Text(&self.title);
        let style = BASE64_STANDARD.encode(Sha256::digest(STYLE));
        writeln!(
            out,
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{style}'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>Report: {title}</title>\n<style>{STYLE}</style>\n<main>\n<h1>Report: {title}</h1>"
        )?;
        writeln!(
            out,
            "<p>{} articles, {} statements, {} of them with a speaker; {} findings.</p>",
            self.articles.len(),
            self.n_statements,
            self.n_resolved,
            self.findings.len()
        )?;
        if self.has_suggested_themes {
            writeln!(out, "<p>The themes are suggested by the articles’ own words.</p>")?;
        }
        write_findings(out, &self.findings)?;
        self.articles.iter().try_for_each(|article| write_article(out, article))?;
        writeln!(out, "</main>\n</html>")
    }
}

/// Quiet: system fonts, hairlines, the reader's own light or dark.
const STYLE: &str = ":root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}\
    main{max-width:62rem;margin:auto;padding:1rem}h1,h2,h3{line-height:1.2}h2{margin-top:2.5rem;overflow-wrap:anywhere}\
    table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;\
    border-top:1px solid color-mix(in srgb,currentColor 20%,transparent);overflow-wrap:anywhere}\
    th{font-weight:600;white-space:nowrap}td:first-child{font-variant-numeric:tabular-nums;white-space:nowrap}\
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}dd{margin:0}";

fn write_findings(out: &mut String, findings: &[Finding]) -> fmt::Result {
    if findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "<h2>Findings</h2>\n<table>\n<tr><th scope=\"col\">Where<th scope=\"col\">What")?;
    for finding in findings {
        let place = finding.place();
        writeln!(
            out,
            "<tr><td>{}<td>{}: {}",
            Text(&place),
            finding.severity,
            Text(&finding.message)
        )?;
    }
    writeln!(out, "</table>")
}

fn write_article(out: &mut String, article: &Article) -> fmt::Result {
    let stated = |fact: &Option<String>| fact.clone().unwrap_or_else(|| "not stated".to_owned());
    let date = match &article.date {
        Some(date) => format!("{date}, {}", article.date_note),
        None => stated(&None),
    };
    writeln!(out, "<section>\n<h2>{}</h2>\n<dl>", Text(&article.title))?;
    for (name, fact) in [
        ("File", &article.file),
        ("Date", &date),
        ("Outlet", &stated(&article.outlet)),
        ("Encoding", &article.encoding.to_owned()),
        ("Statements", &article.n_statements.to_string()),
    ] {
        writeln!(out, "<dt>{name}<dd>{}", Text(fact))?;
    }
    writeln!(out, "</dl>")?;
    write_passages(out, "Without a speaker", "Source", &article.unresolved)?;
    write_passages(out, "Corrected", "Why", &article.corrected)?;
    write_passages(out, "Not read for statements", "Why", &article.left_out)?;
    write_passages(out, "Repaired for reading", "Rule", &article.repairs)?;
    writeln!(out, "</section>")
}

fn write_passages(out: &mut String, heading: &str, note: &str, list: &[Passage]) -> fmt::Result {
    if list.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<h3>{heading}</h3>\n<table>\n<tr><th scope=\"col\">Line<th scope=\"col\">Words<th scope=\"col\">{note}"
    )?;
    for Passage { line, words, note } in list {
        writeln!(out, "<tr><td>{line}<td>{}<td>{}", Text(words), Text(note))?;
    }
    writeln!(out, "</table>")
}

/// Words that are shown as they are.
struct Text<'t>(&'t str);

impl Display for Text<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => out.write_str("&amp;"),
            '<' => out.write_str("&lt;"),
            '>' => out.write_str("&gt;"),
            '"' => out.write_str("&quot;"),
            '\'' => out.write_str("&#39;"),
            // What HTML has no place for: stray controls.
            c if c.is_control() && !matches!(c, '\t' | '\n') => out.write_char('\u{fffd}'),
            c => out.write_char(c),
        })
    }
}
