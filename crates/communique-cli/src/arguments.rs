//! The command line, read with `lexopt`: a few commands with a folder each need no more, and it brings
//! no dependency of its own.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::bail;
use lexopt::prelude::*;

/// What `communique --help` prints.
pub(crate) const HELP: &str = "\
communique: public statements in a folder of news articles

Usage:
  communique check FOLDER
      Print a report for the publisher: what was read in each article, what was left
      out by which rule, what was repaired, which statements have no speaker.
  communique statements FOLDER [--format ndjson]
      Print every statement with its speaker, one JSON line an article; offsets are
      bytes of the file as published.
  communique query FOLDER ['?ADDRESS'] [--format ndjson|csv]
      Print the statements of a view, one row each; the address is the part of a
      page's URL from the question mark on, such as '?speaker=ann-lee&q=talks'.
  communique --help
";

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Check { folder: PathBuf },
    Help,
    Query { folder: PathBuf, address: String, format: Format },
    Statements { folder: PathBuf },
}

/// How rows are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// One JSON object a line.
    #[default]
    Ndjson,
    /// Comma-separated values with a header.
    Csv,
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> anyhow::Result<Command> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut words: Vec<OsString> = Vec::new();
    let mut format = Format::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("format") => match parser.value()?.to_str() {
                Some("ndjson") => format = Format::Ndjson,
                Some("csv") => format = Format::Csv,
                other => bail!("unknown format {:?}; known: ndjson, csv", other.unwrap_or("?")),
            },
            Value(word) => words.push(word),
            other => return Err(other.unexpected().into()),
        }
    }
    let mut words = words.into_iter();
    let command = match words.next() {
        None => return Ok(Command::Help),
        Some(word) if word == "help" => return Ok(Command::Help),
        Some(word) if word == "check" => Command::Check { folder: folder(words.next())? },
        Some(word) if word == "query" => {
            let folder = folder(words.next())?;
            let address = words.next().unwrap_or_default().to_string_lossy().into_owned();
            Command::Query { folder, address, format }
        }
        Some(word) if word == "statements" && format == Format::Csv => {
            bail!("statements come as ndjson only; for a table use communique query")
        }
        Some(word) if word == "statements" => Command::Statements { folder: folder(words.next())? },
        Some(word) => bail!("unknown command {:?}; see communique --help", word.to_string_lossy()),
    };
    match words.next() {
        None => Ok(command),
        Some(extra) => {
            bail!("unexpected argument {:?}; see communique --help", extra.to_string_lossy())
        }
    }
}

fn folder(word: Option<OsString>) -> anyhow::Result<PathBuf> {
    match word {
        Some(folder) => Ok(folder.into()),
        None => bail!("which folder? for example: communique check seeds"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
    }

    #[test]
    fn commands_are_read_and_mistakes_named() {
        let statements = Command::Statements { folder: "seeds".into() };
        assert_eq!(parsed("statements seeds --format ndjson"), Ok(statements.clone()));
        assert_eq!(parsed("statements --format=ndjson seeds"), Ok(statements));
        assert_eq!(parsed("--help"), Ok(Command::Help));
        assert_eq!(parsed(""), Ok(Command::Help));
        let mistake = |line: &str, part: &str| {
            let message = parsed(line).unwrap_err();
            assert!(message.contains(part), "{message}");
        };
        mistake("statements", "which folder");
        mistake("statement seeds", "unknown command");
        mistake("statements seeds extra", "unexpected argument");
        mistake("statements seeds --format xml", "unknown format");
        mistake("statements seeds --loud", "--loud");
        mistake("statements seeds --format csv", "communique query");
        let query = |address: &str, format| {
            Ok(Command::Query { folder: "seeds".into(), address: address.to_owned(), format })
        };
        assert_eq!(parsed("query seeds ?q=talks --format csv"), query("?q=talks", Format::Csv));
        assert_eq!(parsed("query seeds"), query("", Format::Ndjson));
    }
}
