//! The `communique` command: a thin shell over the compiler and the engine.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use clap::{CommandFactory, Parser};
use communique_compiler::explain::explain;
use communique_compiler::interchange::{Text, records};
use communique_compiler::lexicon::Lexicon;
use communique_compiler::report::Report;
use communique_compiler::{Compiled, compile_telling};
use communique_engine::Engine;
use communique_export::Format;
use communique_index::pack;

mod arguments;
mod new;
mod query;
mod site;

use arguments::{Arguments, Command, FilePlace, QueryFormat, ReportFormat, StatementFormat};
use query::Asked;

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("communique: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the reader of the output has gone (`communique … | head`), which is no failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}

fn run(command: Command) -> anyhow::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match command {
        Command::Build(build) => site::build(&build)?,
        Command::Watch(build) => site::watch(&build)?,
        Command::Serve(serve) => site::show(&serve)?,
        Command::New { folder } => out.write_all(new::begin(&folder)?.as_bytes())?,
        Command::Check { folder, format } => {
            let report = Report::new(&compiled(&folder)?);
            match format {
                ReportFormat::Text => write!(out, "{report}")?,
                ReportFormat::Html => out.write_all(report.to_html().as_bytes())?,
                ReportFormat::Json => {
                    serde_json::to_writer_pretty(&mut out, &report).map_err(io::Error::from)?;
                    out.write_all(b"\n")?;
                }
            }
        }
        Command::Query { folder, address, format, site } => {
            let engine = opened(&folder)?;
            let asked = Asked::new(&engine, &address, &site);
            match format {
                QueryFormat::Statements(format) => asked.write_statements(&mut out, format)?,
                QueryFormat::Figures => asked.write_figures(&mut out)?,
            }
        }
        Command::Values { folder, facet, address, like } => {
            let engine = opened(&folder)?;
            Asked::new(&engine, &address, "").write_values(&mut out, facet, &like)?;
        }
        Command::Explain { place } => out.write_all(explained(&place)?.as_bytes())?,
        Command::Statements { folder, format: StatementFormat::Csv, .. } => {
            let engine = opened(&folder)?;
            Asked::new(&engine, "", "").write_statements(&mut out, Format::Csv)?;
        }
        Command::Statements { folder, format: StatementFormat::Ndjson, with_text } => {
            let text = if with_text { Text::With } else { Text::Without };
            for record in records(&compiled(&folder)?.corpus, text) {
                serde_json::to_writer(&mut out, &record).map_err(io::Error::from)?;
                out.write_all(b"\n")?;
            }
        }
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "communique", &mut out);
        }
    }
    Ok(out.flush()?)
}

/// The account of an article of a folder, or of its passage at a line.
fn explained(FilePlace { file, line }: &FilePlace) -> anyhow::Result<String> {
    let name = file.file_name().context("which file? for example: communique explain a.txt:12")?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let corpus = compiled(folder)?.corpus;
    let idx = corpus.documents.iter().position(|document| name == document.file.as_str());
    let Some(idx) = idx else {
        bail!("{} is no article that could be read", file.display());
    };
    // The run above has compiled with this lexicon and reported what is wrong with it.
    let (lexicon, _) = Lexicon::open(folder);
    let account = explain(&corpus, &lexicon, idx.into(), *line);
    if account.is_empty() {
        return Ok("no statement was found there\n".to_owned());
    }
    Ok(account)
}

/// Compiles `folder` and opens what it gives.
fn opened(folder: &Path) -> anyhow::Result<Engine> {
    let pack = pack::write(&compiled(folder)?.corpus);
    Engine::open(pack).context("cannot open the pack just made")
}

/// Compiles `folder`; what was found goes to standard error.
fn compiled(folder: &Path) -> anyhow::Result<Compiled> {
    let (compiled, findings) = match compile_telling(folder, progress()) {
        Ok(compiled) => {
            let findings = compiled.diagnostics.clone();
            (Some(compiled), findings)
        }
        Err(findings) => (None, findings),
    };
    for finding in &findings {
        eprintln!("{}", finding.below(folder));
    }
    match compiled {
        Some(compiled) => Ok(compiled),
        None => bail!("nothing could be compiled from {}", folder.display()),
    }
}

/// How often a long run says how far it is.
const PROGRESS: Duration = Duration::from_secs(2);

/// Tells every now and then how many articles of how many are done.
fn progress() -> impl FnMut(usize, usize) {
    let mut told = Instant::now();
    move |done, of| {
        if done < of && told.elapsed() >= PROGRESS {
            told = Instant::now();
            eprintln!("{done} of {of} articles");
        }
    }
}
