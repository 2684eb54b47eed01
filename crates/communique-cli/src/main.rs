//! The `communique` command: a thin shell over the compiler and the engine.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use communique_compiler::report::report;
use communique_compiler::{Compiled, compile, interchange};

mod arguments;
mod query;

use arguments::{Command, HELP};

fn main() -> ExitCode {
    match arguments::parse(std::env::args_os().skip(1)).and_then(run) {
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
        Command::Check { folder } => out.write_all(report(&compiled(folder)?).as_bytes())?,
        Command::Query { folder, address, format } => {
            query::write_rows(&mut out, &compiled(folder)?.corpus, &address, format)?;
        }
        Command::Help => out.write_all(HELP.as_bytes())?,
        Command::Statements { folder } => {
            for record in interchange::records(&compiled(folder)?.corpus) {
                serde_json::to_writer(&mut out, &record).map_err(io::Error::from)?;
                out.write_all(b"\n")?;
            }
        }
    }
    Ok(out.flush()?)
}

/// Compiles `folder`; what was found goes to standard error.
fn compiled(folder: PathBuf) -> anyhow::Result<Compiled> {
    let (compiled, findings) = match compile(&folder) {
        Ok(compiled) => {
            let findings = compiled.diagnostics.clone();
            (Some(compiled), findings)
        }
        Err(findings) => (None, findings),
    };
    for finding in &findings {
        eprintln!("{}", finding.below(&folder));
    }
    match compiled {
        Some(compiled) => Ok(compiled),
        None => bail!("nothing could be compiled from {}", folder.display()),
    }
}
