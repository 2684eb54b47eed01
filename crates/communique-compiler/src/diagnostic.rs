//! Findings for the publisher: what is wrong, where, and what was done about it.

use std::fmt;
use std::path::Path;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// Something was left out or is doubtful.
    Warning,
    /// No site can be built from this.
    Error,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as a path below the publisher's folder; empty where the finding is about the folder.
    pub file: String,
    /// 1-based line and column (in characters); `None` where the finding is about the whole file.
    pub place: Option<(u32, u32)>,
    /// What is wrong, what was done, what to do: lower case, no full stop.
    pub message: String,
}

/// Below the publisher's folder; [`Diagnostic::below`] gives the path from where the command runs.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, column)) => write!(f, "{}:{line}:{column}: {}", self.file, self.message),
            None if self.file.is_empty() => f.write_str(&self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

impl Diagnostic {
    /// A finding about `file` as a whole, or, with [`Diagnostic::at`], about a place in it.
    pub fn new(severity: Severity, file: &str, message: impl Into<String>) -> Self {
        Self { severity, file: file.to_owned(), place: None, message: message.into() }
    }

    /// The finding as a line for a terminal: `folder/file:line:column: message`.
    pub fn below(&self, folder: &Path) -> String {
        let folder = folder.display();
        if self.file.is_empty() { format!("{folder}: {self}") } else { format!("{folder}/{self}") }
    }

    /// The finding, placed at byte `offset` of `text`.
    pub fn at(self, text: &str, offset: usize) -> Self {
        Self { place: Some(line_and_column(text, offset)), ..self }
    }
}

/// 1-based line and column (in characters) of byte `offset` of `text`; a line ends with `\n`, `\r\n` or a lone `\r`.
pub fn line_and_column(text: &str, offset: usize) -> (u32, u32) {
    let mut before = &text[..text.floor_char_boundary(offset)];
    let (mut line, mut column_from) = (1, 0);
    let whole = before;
    while let Some(at) = before.find(['\n', '\r']) {
        let ending = if before[at..].starts_with("\r\n") { 2 } else { 1 };
        column_from += at + ending;
        before = &before[at + ending..];
        line += 1;
    }
    let column = whole[column_from..].chars().count() + 1;
    (line, u32::try_from(column).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        let text = "é1\r\nb\rcd\n\nx";
        let check = |found: &str, place| {
            assert_eq!(line_and_column(text, text.find(found).unwrap()), place);
        };
        check("é", (1, 1));
        check("1", (1, 2));
        check("b", (2, 1));
        check("d", (3, 2));
        check("x", (5, 1));
        assert_eq!(line_and_column(text, text.len() + 9), (5, 2));
    }

    #[test]
    fn a_diagnostic_reads_as_compilers_write() {
        let finding = Diagnostic::new(Severity::Warning, "a.txt", "no headline");
        assert_eq!(finding.to_string(), "a.txt: no headline");
        let placed = finding.at("x\ny", 2);
        assert_eq!(placed.to_string(), "a.txt:2:1: no headline");
        assert_eq!(placed.below(Path::new("news")), "news/a.txt:2:1: no headline");
        let folder = Diagnostic::new(Severity::Error, "", "holds no .txt file");
        assert_eq!(folder.below(Path::new("news")), "news: holds no .txt file");
    }
}
