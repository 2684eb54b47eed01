//! `test`: everything that must hold before a commit, in one run that ends with `N passed, N failed`.

use anyhow::{Result, bail};

use crate::command::{cargo, run, run_counting};
use crate::steps::{Steps, Tally};
use crate::{arrows, browser, quality, site, sizes, tools};

/// Runs all checks. Those that can do without what failed before them go on.
///
/// # Errors
/// If anything failed.
pub(crate) fn test() -> Result<()> {
    let mut steps = Steps::new(14);
    let ready = steps.step("tools", tools);
    steps.step("format", || one(&["fmt", "--all", "--check"]));
    steps.step("arrows between rooms", arrows::check);
    steps.step("lints, all crates", || lints(&["--workspace", "--all-targets"]));
    steps.step("lints, page and annex as WebAssembly", || {
        let packages = ["communique-web", "communique-annex"].map(|name| ["--package", name]);
        lints(&[&packages.concat()[..], &["--target", "wasm32-unknown-unknown"]].concat())
    });
    steps.step("documentation", documentation);
    steps.step("unit, property and doc tests", || {
        run_counting(&mut cargo(&[
            "test",
            "--locked",
            "--workspace",
            "--no-fail-fast",
            "--",
            "--quiet",
        ]))
    });
    steps.step("quality against the gold", || quality::print().map(|()| Tally::ONE));
    if !ready {
        println!("\nThe site needs the tools of step 1; its checks are left out.");
        return steps.finish();
    }
    let built = steps.step("site of the publisher's folder", || site::build(&site::dist(), None));
    let hostile = steps.step("site of the hostile articles", browser::build_hostile);
    let next = steps.step("site of the next edition", browser::build_next);
    if hostile && next && built {
        steps.step("sizes", within_budget);
        steps.step("readers' stories in the browser", || browser::stories(&site::dist(), &[]));
        steps.step("time to first results", || browser::bench(&site::dist()));
    }
    steps.finish()
}

fn tools() -> Result<Tally> {
    tools::for_checks()?;
    tools::for_site()?;
    let browser = tools::browser()?;
    println!("      everything is there; browser: {}", browser.display());
    Ok(Tally::ONE)
}

fn one(arguments: &[&str]) -> Result<Tally> {
    run(&mut cargo(arguments))?;
    Ok(Tally::ONE)
}

fn lints(of_what: &[&str]) -> Result<Tally> {
    one(&[&["clippy", "--locked", "--quiet"], of_what, &["--", "--deny", "warnings"]].concat())
}

/// Every link between doc comments must lead somewhere. The page is left out: nobody calls its functions.
fn documentation() -> Result<Tally> {
    let mut doc = cargo(&[
        "doc",
        "--locked",
        "--quiet",
        "--workspace",
        "--exclude",
        "communique-web",
        "--no-deps",
    ]);
    run(doc.args(["--document-private-items"]).env("RUSTDOCFLAGS", "--deny warnings"))?;
    Ok(Tally::ONE)
}

fn within_budget() -> Result<Tally> {
    let sizes = sizes::measure(&site::dist())?;
    println!("{sizes}");
    let excesses = sizes.over_budget();
    if !excesses.is_empty() {
        bail!("{}", excesses.join("; "));
    }
    Ok(Tally::ONE)
}
