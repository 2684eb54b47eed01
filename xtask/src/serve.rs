//! `serve`: the finished site in the browser, built anew when a source changes.
//!
//! It is the same release build that gets published, served by a plain server, and not `trunk serve`: that
//! one puts a script and a socket of its own into the page, so what one saw would not be what one publishes.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::command::succeeds;
use crate::{server, site};

/// What the command line asked for.
pub(crate) struct Options {
    /// The port, or the first free one from [`FIRST_PORT`] on.
    pub(crate) port: Option<u16>,
    /// Whether to open the browser.
    pub(crate) open: bool,
}

const FIRST_PORT: u16 = 8080;
const POLL: Duration = Duration::from_secs(1);

/// Builds the site, serves it, opens the browser, and rebuilds until it is interrupted.
///
/// # Errors
/// If the first build fails or no port is free.
pub(crate) fn serve(options: &Options) -> Result<()> {
    let mut seen = fingerprint();
    site::build_and_measure()?;
    let url = match options.port {
        Some(port) => server::start(&site::dist(), port)?,
        None => (FIRST_PORT..FIRST_PORT + 20)
            .find_map(|port| server::start(&site::dist(), port).ok())
            .with_context(|| {
                format!("no port from {FIRST_PORT} on is free; name one with --port")
            })?,
    };
    let url = format!("http://{url}/");
    println!(
        "\nThe page is at {url}\nCtrl-C ends. When a source changes, the site is built again: then reload the page."
    );
    if options.open {
        open_browser(&url);
    }
    loop {
        sleep(POLL);
        let now = fingerprint();
        // An editor or a checkout may still be writing: build once two looks agree.
        if now != seen && settled(now) {
            seen = now;
            println!("\nA source changed, building again");
            if let Err(error) = site::build_and_measure() {
                println!("\n{error:#}\nThe page at {url} is still the one before.");
            }
        }
    }
}

fn settled(now: u64) -> bool {
    sleep(POLL / 4);
    fingerprint() == now
}

/// A hash of the names, sizes and times of all sources.
fn fingerprint() -> u64 {
    let mut hasher = DefaultHasher::new();
    for source in site::sources() {
        add(&source, &mut hasher);
    }
    hasher.finish()
}

fn add(path: &Path, hasher: &mut DefaultHasher) {
    let Ok(metadata) = fs::metadata(path) else { return };
    path.hash(hasher);
    if metadata.is_dir() {
        let mut entries: Vec<_> =
            fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| add(entry, hasher));
    } else {
        metadata.len().hash(hasher);
        metadata.modified().ok().hash(hasher);
    }
}

/// Opens the reader's browser where there is a screen; the address is printed in any case.
fn open_browser(url: &str) {
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    let opened = if cfg!(target_os = "macos") {
        succeeds(Command::new("open").arg(url))
    } else if cfg!(windows) {
        succeeds(Command::new("cmd").args(["/C", "start", url]))
    } else {
        has_screen && succeeds(Command::new("xdg-open").arg(url))
    };
    if !opened {
        println!("No browser could be opened from here: open the address yourself.");
    }
}
