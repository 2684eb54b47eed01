//! Quotations with their sources, in CommonMark.

use std::io::{self, Write};

use crate::Export;
use crate::citation::{by, one_line, place};

pub(crate) fn write(export: Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    let sentence = export.engine.sentence(export.view.question()).to_string();
    writeln!(out, "# {}\n", escaped(&sentence))?;
    for card in export.cards() {
        writeln!(out, "> {}\n", escaped(&card.content.text))?;
        writeln!(
            out,
            "{}. *{}*, {}. [Source](<{}>)\n",
            escaped(&by(&card)),
            escaped(&card.title),
            escaped(&place(&card)),
            export.link(&card).replace(['<', '>', '\n'], ""),
        )?;
    }
    let n_statements = export.answer.statements.len();
    let plural = if n_statements == 1 { "" } else { "s" };
    let title = escaped(&export.engine.site().title);
    writeln!(out, "{n_statements} statement{plural}. {title}, edition {}.", export.engine.edition())
}

/// Text that CommonMark shows as it stands, wherever in a line it is: any ASCII punctuation that has a meaning
/// somewhere stands behind a backslash.
fn escaped(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' => true,
            // Headings and lists only begin a line.
            '#' | '+' | '-' | '=' => at == 0,
            '.' | ')' => at == n_digits,
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_markup_is_text() {
        assert_eq!(escaped("# not *bold* <b>"), "\\# not \\*bold\\* \\<b\\>");
        assert_eq!(escaped("1. first"), "1\\. first");
        assert_eq!(escaped("in 1999. Then"), "in 1999. Then");
        assert_eq!(escaped("a\nb"), "a b");
        assert_eq!(escaped("  - no list\0"), "\\- no list\u{fffd}");
    }
}
