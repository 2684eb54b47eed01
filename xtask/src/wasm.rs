//! What is done to a finished module to make it smaller still: nothing of it changes what the module does.

mod imports;
mod order;
mod places;

pub(crate) use imports::shorten;
pub(crate) use order::by_likeness;
pub(crate) use places::without_foreign;

use std::convert::Infallible;

use anyhow::{Result, anyhow};
use wasm_encoder::Module;
use wasm_encoder::reencode::{self, Reencode};
use wasmparser::Parser;

/// What goes wrong on the way from a module to its changed form.
type ReencodeResult = std::result::Result<(), reencode::Error<Infallible>>;

/// `module`, changed by `change`. A part that it does not concern stays as it was.
///
/// # Errors
/// If `module` is none, or holds something newer than what we read.
fn changed(module: &[u8], change: &mut dyn Reencode<Error = Infallible>) -> Result<Vec<u8>> {
    let mut new = Module::new();
    change
        .parse_core_module(&mut new, Parser::new(0), module)
        .map_err(|error| anyhow!("cannot read the module: {error}"))?;
    Ok(new.finish())
}
