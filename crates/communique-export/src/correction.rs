//! A reader's "this is wrong" as an entry of the publisher's `corrections.toml`.
//!
//! In come a statement and what is wrong with it; out goes text to put at the end of that file. What each entry
//! means, and what becomes of it, is told by the compiler, which reads it (`corrections.rs` there).

use std::fmt::{self, Display, Formatter};

use communique_index::Facet;

/// Something wrong with a statement.
#[derive(Clone, Copy, Debug)]
pub struct Correction<'c> {
    /// Id of the statement.
    pub statement: &'c str,
    /// The file that it stands in.
    pub file: &'c str,
    /// Its words as published, by which the compiler can tell what became of a statement that is gone.
    pub words: &'c str,
    /// What it should be.
    pub right: Right<'c>,
    /// Why, for readers.
    pub reason: &'c str,
}

/// What is right instead.
#[derive(Clone, Copy, Debug)]
pub enum Right<'c> {
    /// Somebody else said it; where empty, it is not known who.
    Speaker(&'c str),
    /// Nobody said it.
    NoStatement,
    /// It has other values of a facet: countries, themes or listeners.
    Values {
        /// Which.
        facet: Facet,
        /// Those that are missing.
        add: &'c [String],
        /// Those that do not belong.
        remove: &'c [String],
    },
    /// The same speaker said these words of the article, no more and no less.
    Words {
        /// The words, as published.
        words: &'c str,
        /// The reporting words, or empty.
        cue: &'c str,
        /// Who said them, or empty.
        speaker: &'c str,
    },
}

impl Display for Correction<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = |key, text| (key, Value::Text(text));
        let of_statement =
            [("statement", self.statement), ("file", self.file), ("words", self.words)]
                .map(|(key, value)| text(key, value));
        let reason = text("reason", self.reason.trim());
        match self.right {
            Right::Speaker(name) => {
                let speaker = text("speaker", name.trim());
                entry(f, "speaker", of_statement.into_iter().chain([speaker, reason]))
            }
            Right::NoStatement => entry(f, "drop", of_statement.into_iter().chain([reason])),
            Right::Values { facet, add, remove } => {
                let values = [("add", add), ("remove", remove)];
                let values = values.into_iter().filter(|(_, names)| !names.is_empty());
                let values = values.map(|(key, names)| (key, Value::Texts(names)));
                entry(f, facet.key(), of_statement.into_iter().chain(values).chain([reason]))
            }
            Right::Words { words, cue, speaker } => {
                entry(f, "drop", of_statement.into_iter().chain([reason]))?;
                f.write_str("\n")?;
                let cue = Some(text("cue", cue)).filter(|_| !cue.is_empty());
                let said = [text("file", self.file), text("words", words.trim())];
                let who = [text("speaker", speaker), reason];
                entry(f, "add", said.into_iter().chain(cue).chain(who))
            }
        }
    }
}

/// What stands behind a key.
#[derive(Clone, Copy)]
enum Value<'c> {
    Text(&'c str),
    Texts(&'c [String]),
}

impl Display for Value<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => TomlString(text).fmt(f),
            Value::Texts(texts) => {
                f.write_str("[")?;
                for (n, text) in texts.iter().enumerate() {
                    f.write_str(if n > 0 { ", " } else { "" })?;
                    TomlString(text).fmt(f)?;
                }
                f.write_str("]")
            }
        }
    }
}

/// An entry of the table `table`: a line a key.
fn entry<'c>(
    f: &mut Formatter<'_>,
    table: &str,
    values: impl Iterator<Item = (&'static str, Value<'c>)>,
) -> fmt::Result {
    writeln!(f, "[[{table}]]")?;
    for (key, value) in values {
        writeln!(f, "{key} = {value}")?;
    }
    Ok(())
}

/// A text as a basic string of TOML (TOML 1.0, "String").
///
/// Controls must be escaped there. So are, for whoever looks at the line, characters that cannot be seen or turn
/// the direction of what can: a line must be what it looks like.
#[derive(Clone, Copy, Debug)]
pub struct TomlString<'t>(pub &'t str);

impl Display for TomlString<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        for c in self.0.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                '\n' => f.write_str("\\n")?,
                '\t' => f.write_str("\\t")?,
                _ if c.is_control() || is_unseen(c) => write!(f, "\\U{:08X}", u32::from(c))?,
                _ => write!(f, "{c}")?,
            }
        }
        f.write_str("\"")
    }
}

/// Marks and controls of direction, joiners, separators and other signs without a shape (Unicode 16, General_Category
/// Cf, Zl and Zp, as far as they change what is seen), and tags.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(right: Right<'_>, lines: &str) {
        let correction = Correction {
            statement: "3v8k1m0q2c7d",
            file: "a \"b\".txt",
            words: "the talks\nhad gone well",
            right,
            reason: " he is her deputy ",
        };
        assert_eq!(correction.to_string(), lines);
    }

    #[test]
    fn each_kind_has_its_lines() {
        let of_statement = "statement = \"3v8k1m0q2c7d\"\nfile = \"a \\\"b\\\".txt\"\nwords = \"the talks\\nhad gone well\"\n";
        let reason = "reason = \"he is her deputy\"\n";
        check(
            Right::Speaker(" Ann Lee"),
            &format!("[[speaker]]\n{of_statement}speaker = \"Ann Lee\"\n{reason}"),
        );
        check(Right::NoStatement, &format!("[[drop]]\n{of_statement}{reason}"));
        let (add, remove) = (["PE".to_owned(), "a \"b\"".to_owned()], ["US".to_owned()]);
        check(
            Right::Values { facet: Facet::Country, add: &add, remove: &[] },
            &format!("[[country]]\n{of_statement}add = [\"PE\", \"a \\\"b\\\"\"]\n{reason}"),
        );
        check(
            Right::Values { facet: Facet::Theme, add: &[], remove: &remove },
            &format!("[[theme]]\n{of_statement}remove = [\"US\"]\n{reason}"),
        );
        check(
            Right::Words { words: "gone well", cue: "said", speaker: "" },
            &format!(
                "[[drop]]\n{of_statement}{reason}\n[[add]]\nfile = \"a \\\"b\\\".txt\"\nwords = \"gone well\"\n\
                 cue = \"said\"\nspeaker = \"\"\n{reason}"
            ),
        );
    }

    #[test]
    fn a_text_is_what_it_looks_like() {
        let check = |text: &str, spelt: &str| assert_eq!(TomlString(text).to_string(), spelt);
        check("“é” \\ \"", "\"“é” \\\\ \\\"\"");
        check("a\u{202e}b\0\u{7f}\u{85}", "\"a\\U0000202Eb\\U00000000\\U0000007F\\U00000085\"");
    }
}
