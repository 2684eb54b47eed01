//! `serve`: the finished site in the browser, built anew when a source changes.
//!
//! It is the same release build that gets published, served by a plain server, and not `trunk serve`: that
//! one puts a script and a socket of its own into the page, so what one saw would not be what one publishes.

use anyhow::Result;
use communique_serve::watch::{self, Watch};
use communique_serve::{open, serve as start};

use crate::site;

/// What the command line asked for.
pub(crate) struct Options {
    /// The port, or the first free one.
    pub(crate) port: Option<u16>,
    /// Whether to open the browser.
    pub(crate) open: bool,
}

/// Builds the site, serves it, opens the browser, and rebuilds until it is interrupted.
///
/// # Errors
/// If the first build fails or no port is free.
pub(crate) fn serve(options: &Options) -> Result<()> {
    let mut page = Watch::new(site::page_sources());
    let mut corpus = Watch::new(site::corpus_sources());
    site::build_and_measure()?;
    let url = start(&site::dist(), options.port)?;
    println!(
        "\nThe page is at {url}\nCtrl-C ends. When a source changes, the site is built again: then reload the page."
    );
    if options.open && !open::open(&url) {
        println!("No browser could be opened from here: open the address yourself.");
    }
    loop {
        let (is_new_page, is_new_corpus) = (page.has_changed(), corpus.has_changed());
        let built = match (is_new_page, is_new_corpus) {
            (true, _) => site::build_and_measure(),
            (false, true) => site::finish(&site::dist(), None).map(drop),
            (false, false) => {
                watch::pause();
                continue;
            }
        };
        match built {
            Ok(()) => println!("\nA source has changed; the page at {url} is the new one"),
            Err(error) => println!("\n{error:#}\nThe page at {url} is still the one before."),
        }
    }
}
