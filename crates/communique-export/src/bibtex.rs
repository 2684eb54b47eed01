//! References for BibTeX: a `@misc` a statement, in UTF-8 as biber and current BibTeX styles read it.

use std::io::{self, Write};

use crate::Export;
use crate::citation::{by, one_line, place};

pub(crate) fn write(export: Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let edition = export.engine.edition();
    for card in export.cards() {
        let note = format!(
            "{}: \u{201c}{}\u{201d}; {}; edition {edition}",
            by(&card),
            card.content.text,
            place(&card)
        );
        writeln!(out, "@misc{{{},", key(&card.id))?;
        writeln!(out, "  title = {{{}}},", escaped(&card.title))?;
        if let Some(outlet) = &card.outlet {
            // In braces of its own, so that it is not taken for first and last name.
            writeln!(out, "  author = {{{{{}}}}},", escaped(outlet))?;
        }
        if let Some(date) = card.date {
            writeln!(out, "  date = {{{date}}},\n  year = {{{}}},", date.year)?;
        }
        writeln!(out, "  note = {{{}}},", escaped(&note))?;
        writeln!(out, "  url = {{{}}}\n}}\n", export.link(&card).replace(['{', '}'], ""))?;
    }
    Ok(())
}

/// A key that every style takes: letters, digits, hyphens.
fn key(id: &str) -> String {
    let of_key = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    id.chars().map(of_key).collect()
}

/// Text that TeX sets as it stands. Where a value ends BibTeX tells by counting braces, whatever stands before them, so
/// that none may be alone.
fn escaped(text: &str) -> String {
    let mut tex = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '{' => tex.push_str("\\textbraceleft{}"),
            '}' => tex.push_str("\\textbraceright{}"),
            '\\' => tex.push_str("\\textbackslash{}"),
            '~' => tex.push_str("\\textasciitilde{}"),
            '^' => tex.push_str("\\textasciicircum{}"),
            '%' | '&' | '$' | '#' | '_' => tex.extend(['\\', c]),
            _ => tex.push(c),
        }
    }
    tex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tex_would_read_as_markup_is_text() {
        assert_eq!(
            escaped("5 % of {x_1} & \\more"),
            "5 \\% of \\textbraceleft{}x\\_1\\textbraceright{} \\& \\textbackslash{}more"
        );
        assert_eq!(key("talks.txt~1a"), "talks-txt-1a");
    }
}
