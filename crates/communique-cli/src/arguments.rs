//! The command line, read with `lexopt`: a few commands with a folder each need no more, and it brings
//! no dependency of its own.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::bail;
use communique_export::Format;
use lexopt::prelude::*;

/// What `communique --help` prints.
pub(crate) const HELP: &str = "\
communique: public statements in a folder of news articles

Usage:
  communique check FOLDER
      Print a report for the publisher: what was read in each article, what was left
      out by which rule, what was repaired, which statements have no speaker.
  communique statements FOLDER [--format ndjson|csv]
      Print every statement with its speaker, one JSON line an article; offsets are
      bytes of the file as published. As csv one row a statement, as query gives them.
  communique query FOLDER ['?ADDRESS'] [--format FORMAT] [--site URL]
      Print the statements of a view, as the page gives them to take away; the address is
      the part of a page's URL from the question mark on, such as '?speaker=ann-lee&q=talks'.
      Formats: ndjson, csv, json, bibtex, ris, markdown. Links lead to the page at URL.
  communique explain FILE[:LINE]
      Print for each statement of an article, or of its passage at that line, the cue, the
      source, each step from the source to the person, and the words behind its countries
      and themes. The other articles of the folder and its lexicon are taken into account.
  communique --help
";

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Check {
        folder: PathBuf,
    },
    Explain {
        file: PathBuf,
        line: Option<u32>,
    },
    Help,
    Query {
        folder: PathBuf,
        address: String,
        format: Format,
        site: String,
    },
    /// The interchange format, a line an article.
    Statements {
        folder: PathBuf,
    },
    /// A row a statement.
    StatementTable {
        folder: PathBuf,
    },
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> anyhow::Result<Command> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut words: Vec<OsString> = Vec::new();
    let mut format = Format::default();
    let mut site = String::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("format") => format = format_named(&parser.value()?.to_string_lossy())?,
            Long("site") => site = parser.value()?.to_string_lossy().into_owned(),
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
            Command::Query { folder, address, format, site }
        }
        Some(word) if word == "explain" => explain(words.next())?,
        Some(word) if word == "statements" => {
            let folder = folder(words.next())?;
            match format {
                Format::Ndjson => Command::Statements { folder },
                Format::Csv => Command::StatementTable { folder },
                Format::Json | Format::Bibtex | Format::Ris | Format::Markdown => {
                    bail!(
                        "statements are written as ndjson or csv; query writes them as {}",
                        format.key()
                    )
                }
            }
        }
        Some(word) => bail!("unknown command {:?}; see communique --help", word.to_string_lossy()),
    };
    match words.next() {
        None => Ok(command),
        Some(extra) => {
            bail!("unexpected argument {:?}; see communique --help", extra.to_string_lossy())
        }
    }
}

fn format_named(name: &str) -> anyhow::Result<Format> {
    let Some(format) = Format::from_key(name) else {
        bail!("unknown format {name:?}; known: {}", Format::ALL.map(Format::key).join(", "));
    };
    Ok(format)
}

fn folder(word: Option<OsString>) -> anyhow::Result<PathBuf> {
    match word {
        Some(folder) => Ok(folder.into()),
        None => bail!("which folder? for example: communique check seeds"),
    }
}

/// Reads `FILE` or `FILE:LINE`. A colon that is not before a number belongs to the file's name.
fn explain(word: Option<OsString>) -> anyhow::Result<Command> {
    let Some(word) = word else { bail!("which file? for example: communique explain a.txt:12") };
    let parts = word.to_str().and_then(|word| word.rsplit_once(':'));
    Ok(match parts.and_then(|(file, line)| Some((file, line.parse().ok()?))) {
        Some((file, line)) => Command::Explain { file: file.into(), line: Some(line) },
        None => Command::Explain { file: word.into(), line: None },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
    }

    #[test]
    fn commands_are_read_and_mistakes_named() {
        let folder = PathBuf::from("seeds");
        assert_eq!(parsed("statements seeds"), Ok(Command::Statements { folder: folder.clone() }));
        assert_eq!(parsed("statements --format=csv seeds"), Ok(Command::StatementTable { folder }));
        let explain = |file: &str, line| Ok(Command::Explain { file: file.into(), line });
        assert_eq!(parsed("explain seeds/a.txt"), explain("seeds/a.txt", None));
        assert_eq!(parsed("explain seeds/a.txt:12"), explain("seeds/a.txt", Some(12)));
        assert_eq!(parsed("explain c:/a.txt"), explain("c:/a.txt", None));
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
        mistake("statements seeds --format ris", "ndjson or csv");
        mistake("statements seeds --loud", "--loud");
        mistake("explain", "which file");
        let query = |address: &str, format| {
            Ok(Command::Query {
                folder: "seeds".into(),
                address: address.to_owned(),
                format,
                site: String::new(),
            })
        };
        assert_eq!(parsed("query seeds ?q=talks --format csv"), query("?q=talks", Format::Csv));
        assert_eq!(parsed("query seeds"), query("", Format::Ndjson));
    }
}
