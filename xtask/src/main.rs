//! The developer's commands, one a word: `cargo xtask serve | build | install | test | browser | bench | quality |
//! lighthouse | icons | screenshots`.
//!
//! Each does its own set-up, says what it is doing and how long it took, and where something is missing says
//! what to type. Nothing here knows what a statement is: it calls Cargo, Trunk, the `communique` command and
//! Playwright, and reads what they print.
//!
//! Only `anyhow` and `communique-serve` are linked, so that a newcomer's first command starts within seconds.

#![allow(clippy::print_stdout)] // Printing is what these commands are for.

mod arrows;
mod browser;
mod check;
mod command;
mod modules;
mod quality;
mod scripts;
mod serve;
mod site;
mod sizes;
mod steps;
mod styles;
mod tools;
mod wasm;
mod words;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port N] [--no-open]   build the site, serve it on this machine only, open the browser, and rebuild
                                 whenever a source changes
  build                          the finished site in dist/, with the size of each file
  install                        the `communique` command with the page inside, for building sites without a toolchain
  test                           everything: format, arrows, lints, docs, tests, quality, site, sizes, browser stories
  browser [ARGUMENTS]            only the browser stories, on the site in dist/; arguments go to Playwright
  bench                          the time from navigation to the first results, in a slowed browser
  bench --peers [SIZES]          this site beside MiniSearch, FlexSearch, Orama and SQLite, over invented statements:
                                 queries, start, bytes, memory (1000 10000 100000 if not told)
  quality                        precision and recall against the hand-made gold
  lighthouse                     Lighthouse's scores of the site in dist/, and what costs points
  icons                          the icons of the web app manifest, drawn from www/icon.svg into www/icons/
  screenshots                    pictures of the page into e2e/out/screenshots, and those of the README into docs/

COMMUNIQUE_CORPUS=FOLDER builds another folder of articles than seeds/.
CHROME=PATH names the browser where it is not found by itself.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else { bail!("no command\n\n{USAGE}") };
    let alone = || match rest {
        [] => Ok(()),
        [first, ..] => bail!("`{command}` takes no argument, found `{first}`\n\n{USAGE}"),
    };
    match command.as_str() {
        "serve" => serve::serve(&serve_options(rest)?),
        "build" => alone().and_then(|()| site::build_and_measure()),
        "test" => alone().and_then(|()| check::test()),
        "browser" => browser::stories_of_dist(rest),
        "bench" => bench(rest),
        "install" => alone().and_then(|()| site::install()),
        "lighthouse" => alone().and_then(|()| browser::lighthouse()),
        "icons" => alone().and_then(|()| browser::icons()),
        "quality" => alone().and_then(|()| quality::print()),
        "screenshots" => alone().and_then(|()| browser::screenshots()),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("no command is called `{other}`\n\n{USAGE}"),
    }
}

fn bench(arguments: &[String]) -> Result<()> {
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    match &arguments[..] {
        [] => browser::bench_of_dist(),
        ["--peers"] => browser::peers_of_dist(&["1000", "10000", "100000"]),
        ["--peers", sizes @ ..] => match sizes.iter().find(|size| size.parse::<u32>().is_err()) {
            Some(wrong) => bail!("`{wrong}` is no number of statements\n\n{USAGE}"),
            None => browser::peers_of_dist(sizes),
        },
        [other, ..] => bail!("`bench` does not know `{other}`\n\n{USAGE}"),
    }
}

fn serve_options(arguments: &[String]) -> Result<serve::Options> {
    let mut options = serve::Options { port: None, open: true };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--port" => {
                let port = rest.next().context("`--port` needs a number")?;
                let port =
                    port.parse().with_context(|| format!("`{port}` is not a port number"))?;
                options.port = Some(port);
            }
            "--no-open" => options.open = false,
            other => bail!("`serve` does not know `{other}`\n\n{USAGE}"),
        }
    }
    Ok(options)
}
