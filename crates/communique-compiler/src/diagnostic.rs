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

    /// The finding, placed at byte `offset` of the text of `places`.
    pub fn at(self, places: &Places<'_>, offset: usize) -> Self {
        Self { place: Some(places.of(offset)), ..self }
    }
}

/// Lines and columns of a text. A line ends with `\n`, `\r\n` or a lone `\r`.
#[derive(Clone, Debug)]
pub struct Places<'t> {
    text: &'t str,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'t> Places<'t> {
    /// Looks through `text` once, so that many places cost little.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |at: &usize| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let starts = [0].into_iter().chain((0..bytes.len()).filter(ends_line).map(|at| at + 1));
        Self { text, starts: starts.collect() }
    }

    /// 1-based line and column (in characters) of byte `offset`; past the end counts as the end.
    pub fn of(&self, offset: usize) -> (u32, u32) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let column = self.text[self.starts[line - 1]..offset].chars().count() + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        let text = "é1\r\nb\rcd\n\nx";
        let places = Places::new(text);
        let check = |found: &str, place| assert_eq!(places.of(text.find(found).unwrap()), place);
        check("é", (1, 1));
        check("1", (1, 2));
        check("b", (2, 1));
        check("d", (3, 2));
        check("x", (5, 1));
        assert_eq!(places.of(text.len() + 9), (5, 2));
        assert_eq!(Places::new("").of(0), (1, 1));
    }

    #[test]
    fn a_diagnostic_reads_as_compilers_write() {
        let finding = Diagnostic::new(Severity::Warning, "a.txt", "no headline");
        assert_eq!(finding.to_string(), "a.txt: no headline");
        let placed = finding.at(&Places::new("x\ny"), 2);
        assert_eq!(placed.to_string(), "a.txt:2:1: no headline");
        assert_eq!(placed.below(Path::new("news")), "news/a.txt:2:1: no headline");
        let folder = Diagnostic::new(Severity::Error, "", "holds no .txt file");
        assert_eq!(folder.below(Path::new("news")), "news: holds no .txt file");
    }
}
