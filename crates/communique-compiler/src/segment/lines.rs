//! The lines of a file that hold something, whatever its line ends.

use communique_index::TextSpan;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// Its words, without white space around them.
    pub text: &'t str,
    /// Their place in the document's text.
    pub text_span: TextSpan,
    /// 1-based number in the file, blank lines counted.
    pub number: u32,
}

/// The lines of `text` that are not blank, in order. A line ends with `\n`, `\r\n` or a lone `\r`.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut number = 1;
    let mut start = 0;
    while start < text.len() {
        let rest = &text[start..];
        let len = rest.find(['\n', '\r']).unwrap_or(rest.len());
        lines.extend(line(text, start, start + len, number));
        let ending = if rest[len..].starts_with("\r\n") { 2 } else { 1 };
        start += len + ending;
        number += 1;
    }
    lines
}

/// The line between two line ends, or `None` if nothing can be read there.
fn line(text: &str, start: usize, end: usize, number: u32) -> Option<Line<'_>> {
    let blank = |c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}';
    let kept = text[start..end].trim_end_matches(blank);
    let start = start + (kept.len() - kept.trim_start_matches(blank).len());
    let kept = kept.trim_start_matches(blank);
    let text_span = TextSpan::new(start, start + kept.len());
    (!kept.is_empty()).then_some(Line { text: kept, text_span, number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let check = |text: &str, expected: &[(u32, &str)]| {
            let found = lines(text);
            assert_eq!(found.iter().map(|l| (l.number, l.text)).collect::<Vec<_>>(), expected);
            assert!(found.iter().all(|l| &text[l.text_span.range()] == l.text));
        };
        check("a\nb", &[(1, "a"), (2, "b")]);
        check("a\r\n\r\n b \r\n", &[(1, "a"), (3, "b")]);
        check("a\r\rb\r", &[(1, "a"), (3, "b")]);
        check("\u{a0}a b\u{a0}\n\u{0}\n", &[(1, "a b")]);
        check("", &[]);
        check("\n\n", &[]);
    }
}
