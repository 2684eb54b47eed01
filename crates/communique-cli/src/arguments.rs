//! The command line: what can be asked for, and how it is explained.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use communique_export::Format;
use communique_index::Facet;

/// What was asked for.
#[derive(Debug, Parser)]
#[command(name = "communique", version, about, long_about = None, after_help = EXIT_CODES, max_term_width = 100)]
#[command(propagate_version = true, disable_help_subcommand = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "\
A folder holds one article a file (*.txt).

Exit codes: 0 all is done, 1 nothing sensible could be made (the message says why and what to do),
2 the command line was not understood.";

#[derive(Debug, PartialEq, Eq, Subcommand)]
pub(crate) enum Command {
    /// Make the finished site of a folder of articles
    ///
    /// The site is a folder of static files that works on any web server, under any path. Nothing else is needed
    /// to make it: no Rust, no Node, no network. The same articles give the same bytes. With --single it is one file,
    /// which opens from disk.
    Build(Build),
    /// Make the site again whenever the folder changes
    Watch(Build),
    /// Show a site in the browser, on this machine only
    ///
    /// Of a folder of articles the site is made first, and again whenever the folder changes.
    Serve(Serve),
    /// Begin a folder: write what a publisher may say about its articles, to be edited
    ///
    /// That is corpus.toml, and lexicon/themes.toml with the themes that the articles' own words suggest. Files that
    /// are there already stay as they are.
    New {
        /// The folder of articles; made where it is not there yet
        #[arg(value_hint = ValueHint::DirPath)]
        folder: PathBuf,
    },
    /// Report what was read in each article, what was left out, what was repaired, what has no speaker
    Check {
        #[arg(value_hint = ValueHint::DirPath)]
        folder: PathBuf,
        #[arg(long, value_enum, default_value_t)]
        format: ReportFormat,
    },
    /// Print every statement with its speaker
    ///
    /// As ndjson one line an article, its offsets being bytes of the file as published; as csv one row a
    /// statement, as `query` gives them.
    Statements {
        #[arg(value_hint = ValueHint::DirPath)]
        folder: PathBuf,
        #[arg(long, value_enum, default_value_t)]
        format: StatementFormat,
        /// Put each article's text in its line, so that a folder with nothing but this output makes the same site
        #[arg(long)]
        with_text: bool,
    },
    /// Print the statements of a view, as the page gives them to take away
    Query {
        #[arg(value_hint = ValueHint::DirPath)]
        folder: PathBuf,
        /// The part of a page's address from the question mark on, such as '?speaker=ann-lee&q=talks'
        #[arg(default_value = "", hide_default_value = true)]
        address: String,
        /// A row a statement; or `figures`: what the view's layout shows, as one JSON object
        #[arg(long, default_value = Format::default().key(), value_parser = formats())]
        format: QueryFormat,
        /// Where the page stands; links lead there
        #[arg(long, value_name = "URL", default_value = "", hide_default_value = true)]
        site: String,
    },
    /// Print the values of a facet in a view, one JSON object a line, as its list on the page has them
    ///
    /// Each with its count, and where that is zero with the parts of the view that take its statements away.
    Values {
        #[arg(value_hint = ValueHint::DirPath)]
        folder: PathBuf,
        /// The facet, such as speaker or country
        #[arg(value_parser = facets())]
        facet: Facet,
        /// The view, as for `query`
        #[arg(default_value = "", hide_default_value = true)]
        address: String,
        /// Only those that this can mean: the beginnings of words of a name, or of another spelling of it
        #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
        like: String,
    },
    /// Tell for each statement of an article why it is what it is
    ///
    /// The cue, the source, each step from the source to the person, the words behind its countries and themes. The
    /// other articles of the folder and its lexicon are taken into account.
    Explain {
        /// An article, or its passage at a line
        #[arg(value_name = "FILE[:LINE]", value_hint = ValueHint::FilePath)]
        place: FilePlace,
    },
    /// Print what makes a shell complete this command
    ///
    /// For bash: communique completions bash > ~/.local/share/bash-completion/completions/communique
    Completions {
        /// For which shell
        shell: Shell,
    },
}

/// What a site is made of, and where it goes.
#[derive(Args, Debug, PartialEq, Eq)]
pub(crate) struct Build {
    /// The folder of articles
    #[arg(value_hint = ValueHint::DirPath)]
    pub(crate) folder: PathBuf,
    /// Where the site goes; an older one there is replaced whole
    #[arg(short, long, value_name = "SITE", value_hint = ValueHint::AnyPath)]
    pub(crate) output: PathBuf,
    /// Make one file in place of a folder, such as site.html: it holds everything and opens with a double click
    #[arg(long)]
    pub(crate) single: bool,
    #[command(flatten)]
    pub(crate) page: PageSource,
}

/// Which built page a site is made with.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageSource {
    /// A built page in a folder, in place of the one that this command carries
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) page: Option<PathBuf>,
}

#[derive(Args, Debug, PartialEq, Eq)]
pub(crate) struct Serve {
    /// A folder of articles, or a finished site
    #[arg(value_hint = ValueHint::DirPath)]
    pub(crate) folder: PathBuf,
    /// The port; else the first free one from 8080 on
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// Do not open the browser
    #[arg(long)]
    pub(crate) no_open: bool,
    #[command(flatten)]
    pub(crate) page: PageSource,
}

/// How the report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For a terminal
    #[default]
    Text,
    /// One object
    Json,
    /// One page that needs nothing else
    Html,
}

/// How all statements are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatementFormat {
    /// The interchange format, one JSON object an article
    #[default]
    Ndjson,
    /// A row a statement
    Csv,
}

/// What is printed of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QueryFormat {
    /// Its statements.
    Statements(Format),
    /// What its layout shows.
    Figures,
}

impl QueryFormat {
    const FIGURES: &str = "figures";

    fn from_key(key: &str) -> Option<Self> {
        match key {
            Self::FIGURES => Some(Self::Figures),
            _ => Format::from_key(key).map(Self::Statements),
        }
    }
}

/// Every form that a view can be taken away in, by its name, and the figures.
fn formats() -> impl TypedValueParser<Value = QueryFormat> {
    let keys = Format::ALL.map(Format::key).into_iter().chain([QueryFormat::FIGURES]);
    PossibleValuesParser::new(keys)
        .try_map(|key| QueryFormat::from_key(&key).ok_or("no such format"))
}

/// Every facet by its key.
fn facets() -> impl TypedValueParser<Value = Facet> {
    PossibleValuesParser::new(Facet::ALL.map(Facet::key))
        .try_map(|key| Facet::from_key(&key).ok_or("no such facet"))
}

/// A file, or a line of it: `FILE` or `FILE:LINE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FilePlace {
    pub(crate) file: PathBuf,
    /// 1-based.
    pub(crate) line: Option<u32>,
}

impl From<OsString> for FilePlace {
    /// A colon that is not before a number belongs to the file's name.
    fn from(word: OsString) -> Self {
        let parts = word.to_str().and_then(|word| word.rsplit_once(':'));
        match parts.and_then(|(file, line)| Some((file, line.parse().ok()?))) {
            Some((file, line)) => Self { file: file.into(), line: Some(line) },
            None => Self { file: word.into(), line: None },
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        let words = std::iter::once("communique").chain(line.split_whitespace());
        let arguments = Arguments::try_parse_from(words).map_err(|error| error.to_string())?;
        Ok(arguments.command)
    }

    #[test]
    fn the_declaration_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn commands_are_read() {
        let statements =
            |format| Ok(Command::Statements { folder: "seeds".into(), format, with_text: false });
        assert_eq!(parsed("statements seeds"), statements(StatementFormat::Ndjson));
        assert_eq!(parsed("statements --format=csv seeds"), statements(StatementFormat::Csv));
        let query = |address: &str, format| {
            let (folder, address, site) = ("seeds".into(), address.to_owned(), String::new());
            Ok(Command::Query { folder, address, format, site })
        };
        let csv = QueryFormat::Statements(Format::Csv);
        assert_eq!(parsed("query seeds ?q=talks --format csv"), query("?q=talks", csv));
        assert_eq!(parsed("query seeds"), query("", QueryFormat::Statements(Format::Ndjson)));
        let figures = query("?view=map", QueryFormat::Figures);
        assert_eq!(parsed("query seeds ?view=map --format figures"), figures);
        let (folder, facet, address) = ("seeds".into(), Facet::Speaker, "?country=us".to_owned());
        let values = Command::Values { folder, facet, address, like: "raeisi".to_owned() };
        assert_eq!(parsed("values seeds speaker ?country=us --like raeisi"), Ok(values));
        let build = |output: &str, single| {
            let (folder, output, page) = ("seeds".into(), output.into(), PageSource::default());
            Ok(Command::Build(Build { folder, output, single, page }))
        };
        assert_eq!(parsed("build seeds -o site"), build("site", false));
        assert_eq!(parsed("build seeds --single -o site.html"), build("site.html", true));
    }

    #[test]
    fn a_place_is_a_file_and_perhaps_a_line() {
        let explain = |file: &str, line| {
            Ok(Command::Explain { place: FilePlace { file: file.into(), line } })
        };
        assert_eq!(parsed("explain seeds/a.txt"), explain("seeds/a.txt", None));
        assert_eq!(parsed("explain seeds/a.txt:12"), explain("seeds/a.txt", Some(12)));
        assert_eq!(parsed("explain c:/a.txt"), explain("c:/a.txt", None));
    }

    #[test]
    fn mistakes_are_named() {
        let mistake = |line: &str, part: &str| {
            let message = parsed(line).unwrap_err();
            assert!(message.contains(part), "{message}");
        };
        mistake("statements", "<FOLDER>");
        mistake("statement seeds", "similar subcommand exists: 'statements'");
        mistake("statements seeds extra", "unexpected argument 'extra'");
        mistake("statements seeds --format xml", "possible values: ndjson, csv");
        mistake("query seeds --format xml", "possible values: csv, json, ndjson, bibtex");
        mistake("values seeds colour", "possible values: speaker, country");
        mistake("statements seeds --loud", "--loud");
        mistake("build seeds", "--output <SITE>");
        mistake("explain", "FILE[:LINE]");
        mistake("serve seeds --port 99999", "99999");
    }
}
