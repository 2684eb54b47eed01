//! `quality`: how well the compiler reads, against answers made by hand.

use anyhow::Result;

use crate::command::{cargo, run};

/// Prints precision and recall on the seeds, and on PolNeAR's development split where it lies beside the project.
///
/// # Errors
/// If the scorer cannot be built or run.
pub(crate) fn print() -> Result<()> {
    run(&mut cargo(&[
        "run",
        "--locked",
        "--quiet",
        "--package",
        "communique-compiler",
        "--example",
        "quality",
    ]))
}
