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
  communique --help
";

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Check { folder: PathBuf },
    Help,
    Statements { folder: PathBuf },
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> anyhow::Result<Command> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut words: Vec<OsString> = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("format") => match parser.value()?.to_str() {
                Some("ndjson") => {}
                other => bail!("unknown format {:?}; known: ndjson", other.unwrap_or("?")),
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
    }
}
