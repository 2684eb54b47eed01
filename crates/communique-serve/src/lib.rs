//! For whoever works on a site: shows a folder of static files on this machine, and tells when sources change.
//!
//! Only `std` and `anyhow`: xtask links it too, and a newcomer's first command starts within seconds.
//! Deliberately absent: what the files are, how a site is built, any address but this machine's own.

pub mod open;
pub mod server;
pub mod watch;

/// The port that is tried first.
pub const FIRST_PORT: u16 = 8080;
/// How many ports are tried.
const N_PORTS: u16 = 20;

use std::path::Path;

use anyhow::Context;

/// Starts to serve `folder` on `port`, or on the first free one from [`FIRST_PORT`] on, and gives the address to
/// type into a browser.
///
/// # Errors
/// If the port is taken, or none is free.
pub fn serve(folder: &Path, port: Option<u16>) -> anyhow::Result<String> {
    let address = match port {
        Some(port) => server::start(folder, port)?,
        None => (FIRST_PORT..FIRST_PORT + N_PORTS)
            .find_map(|port| server::start(folder, port).ok())
            .with_context(|| {
                format!("no port from {FIRST_PORT} on is free; name one with --port")
            })?,
    };
    Ok(format!("http://{address}/"))
}
