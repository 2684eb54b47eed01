//! Compiles the publisher's folder into `OUT_DIR/corpus.pack`, which the page embeds.
//!
//! The folder is `seeds`, or what `COMMUNIQUE_CORPUS` names. Findings are Cargo warnings, or errors where no
//! sensible site can be built.

#![allow(clippy::print_stdout, reason = "a build script talks to Cargo that way")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::Context;
use communique_compiler::{Diagnostic, Severity, compile};
use communique_index::pack;

/// Bytes of the module's stack, which lies before its data: so short of a megabyte that every address of data is a byte
/// shorter in the code.
const STACK_SIZE: usize = 15 << 16;

fn main() -> anyhow::Result<()> {
    println!("cargo::rerun-if-env-changed=COMMUNIQUE_CORPUS");
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bins=-zstack-size={STACK_SIZE}");
    }
    let folder = env::var_os("COMMUNIQUE_CORPUS").map_or_else(|| "seeds".into(), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let compiled = match compile(&folder) {
        Ok(compiled) => compiled,
        Err(findings) => {
            // An error told to Cargo stops the build by itself, without a backtrace.
            print("error", &folder, &findings);
            return Ok(());
        }
    };
    print("warning", &folder, &compiled.diagnostics);
    let out = PathBuf::from(env::var_os("OUT_DIR").context("Cargo sets OUT_DIR")?);
    fs::write(out.join("corpus.pack"), pack::write(&compiled.corpus))?;
    Ok(())
}

/// A build shows at most this many findings; `communique check` shows all.
const MOST_SHOWN: usize = 40;

/// Hands `findings` to Cargo; notes are for `communique check`.
fn print(level: &str, folder: &Path, findings: &[Diagnostic]) {
    let told = || findings.iter().filter(|finding| finding.severity > Severity::Note);
    for finding in told().take(MOST_SHOWN) {
        println!("cargo::{level}={}", finding.below(folder));
    }
    if let Some(n_more @ 1..) = told().count().checked_sub(MOST_SHOWN) {
        println!(
            "cargo::{level}={n_more} more findings; see communique check {}",
            folder.display()
        );
    }
}
