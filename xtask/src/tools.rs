//! The programs that the site and the browser tests are made with: found, or installed.
//!
//! Trunk and wasm-bindgen are built once into the user's cache, keyed by version, so that every clone shares
//! them and none is changed by a tool that happens to be on the PATH. What comes from npm is pinned by
//! `e2e/package-lock.json`. A browser is only ever looked for: installing one is the machine's business.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, output, root, run, succeeds};
use crate::steps::seconds;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const NODE_MAJOR: u32 = 20;

/// A program that `cargo install` builds.
struct Tool {
    package: &'static str,
    binary: &'static str,
    version: &'static str,
    arguments: &'static [&'static str],
    /// How many packages its build compiles, to say how far it is.
    n_packages: usize,
}

/// Unoptimized, without debug information: half the time to build, and quick enough for our five files.
const TRUNK: Tool = Tool {
    package: "trunk",
    binary: "trunk",
    version: "0.21.14",
    arguments: &[
        "--locked",
        "--no-default-features",
        "--features",
        "rustls",
        "--debug",
        "--config",
        "profile.dev.debug=false",
    ],
    n_packages: 384,
};

/// Must be the version of the `wasm-bindgen` crate to the letter. Its own lock file does not build, so no `--locked`.
const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    binary: "wasm-bindgen",
    version: "0.2.130",
    arguments: &["--debug", "--config", "profile.dev.debug=false"],
    n_packages: 161,
};

/// What the site build needs, ready to run.
pub(crate) struct SiteTools {
    /// The program Trunk.
    pub(crate) trunk: PathBuf,
    /// A PATH on which Trunk finds wasm-bindgen and wasm-opt of the right version.
    pub(crate) path: OsString,
    /// The folder of programs from npm.
    pub(crate) npm_bin: PathBuf,
}

/// Makes sure that everything the site build needs is there.
///
/// # Errors
/// If something is missing and cannot be installed; the message says what to type.
pub(crate) fn for_site() -> Result<SiteTools> {
    wasm_target()?;
    let npm_bin = npm_packages()?;
    let bindgen = installed(&WASM_BINDGEN)?;
    let trunk = installed(&TRUNK)?;
    let path = env::var_os("PATH").unwrap_or_default();
    let ours =
        [bindgen.parent(), Some(npm_bin.as_path())].into_iter().flatten().map(Path::to_owned);
    let path = env::join_paths(ours.chain(env::split_paths(&path)))
        .context("a folder's name holds a colon")?;
    Ok(SiteTools { trunk, path, npm_bin })
}

/// Makes sure that rustfmt and clippy are there, which a minimal toolchain lacks.
///
/// # Errors
/// If one is missing and cannot be added.
pub(crate) fn for_checks() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !succeeds(&mut cargo(&[subcommand, "--version"])) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// The browser that the stories run in: `CHROME`, or a Chromium on the PATH.
///
/// # Errors
/// If there is none; the message says how to get one.
pub(crate) fn browser() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROME") {
        let named = PathBuf::from(named);
        if !named.is_file() {
            bail!("CHROME names {}, which is not a file", named.display());
        }
        return Ok(named);
    }
    let names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
    let on_mac = ["Google Chrome", "Chromium"]
        .map(|name| PathBuf::from(format!("/Applications/{name}.app/Contents/MacOS/{name}")));
    names
        .into_iter()
        .find_map(on_path)
        .or_else(|| on_mac.into_iter().find(|path| path.is_file()))
        .context(
            "no Chromium or Chrome found; install one (Debian, Ubuntu: `sudo apt-get install chromium`), \
             or name it with CHROME=/path/to/chrome",
        )
}

/// The folder of programs from npm, installed as `e2e/package-lock.json` says.
fn npm_packages() -> Result<PathBuf> {
    installed_from_npm("e2e", "130 MB")
}

/// Makes sure that Lighthouse is there, which is too large to come with the other packages.
///
/// # Errors
/// If a package is missing and cannot be installed.
pub(crate) fn for_lighthouse() -> Result<()> {
    npm_packages()?;
    installed_from_npm("e2e/lighthouse", "190 MB").map(|_| ())
}

/// Installs what the lock file in `folder` names, some `size` unpacked; gives the folder of its programs.
fn installed_from_npm(folder: &str, size: &str) -> Result<PathBuf> {
    node()?;
    let path = root().join(folder);
    let lock = fs::read(path.join("package-lock.json"))
        .with_context(|| format!("cannot read {folder}/package-lock.json"))?;
    // npm's own record of what is installed leaves out why, so a copy of the lock file says whether it is current.
    let stamp = path.join("node_modules").join(".installed-from");
    if fs::read(&stamp).ok().as_ref() != Some(&lock) {
        println!(
            "      installing the packages of {folder}/package.json (once, some {size} unpacked)"
        );
        let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        // Warnings about a user's own npm settings are not ours to show.
        npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&path);
        npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        run(&mut npm).with_context(|| {
            format!("cannot install the packages of {folder}/; is this machine offline?")
        })?;
        fs::write(&stamp, &lock)?;
    }
    Ok(path.join("node_modules").join(".bin"))
}

fn node() -> Result<()> {
    let how = format!("install Node {NODE_MAJOR} or newer with npm, see https://nodejs.org/");
    let version = output(Command::new("node").arg("--version")).with_context(|| how.clone())?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|n| n.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE_MAJOR => Ok(()),
        _ => bail!("Node is too old ({}); {how}", version.trim()),
    }
}

fn wasm_target() -> Result<()> {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]).current_dir(root());
    if Path::new(output(&mut rustc)?.trim()).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM_TARGET])
}

fn rustup(arguments: &[&str]) -> Result<()> {
    run(Command::new("rustup").args(arguments).current_dir(root())).with_context(|| {
        format!(
            "run `rustup {}` where there is a network (rustup: https://rustup.rs/)",
            arguments.join(" ")
        )
    })
}

/// The program of `tool`, built now if it is not there yet.
fn installed(tool: &Tool) -> Result<PathBuf> {
    let folder = cache()?.join(format!("{}-{}", tool.binary, tool.version));
    let program = folder.join("bin").join(format!("{}{}", tool.binary, env::consts::EXE_SUFFIX));
    if !program.is_file() {
        install(tool, &folder)?;
    }
    let says = output(Command::new(&program).arg("--version"))?;
    if says.split_whitespace().nth(1) != Some(tool.version) {
        bail!("{} says `{}`; delete its folder and try again", program.display(), says.trim());
    }
    Ok(program)
}

/// Runs `cargo install`, telling every few packages how far it is; its own words are shown only if it fails.
fn install(tool: &Tool, folder: &Path) -> Result<()> {
    println!(
        "      building {} {} (once, a few minutes) into {}",
        tool.package,
        tool.version,
        folder.display()
    );
    let started = Instant::now();
    let mut command =
        cargo(&["install", tool.package, "--version", tool.version, "--color", "never"]);
    command.args(tool.arguments).arg("--root").arg(folder);
    // A target folder of the user's would fill with what is needed once; Cargo's own is temporary.
    command.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET_DIR");
    let mut child = command.stderr(Stdio::piped()).spawn().context("cannot start cargo")?;
    let stderr = child.stderr.take().context("the output of a program is a pipe")?;
    let (mut lines, mut n_compiled) = (Vec::new(), 0);
    for line in BufReader::new(stderr).lines() {
        let line = line?;
        if line.trim_start().starts_with("Compiling ") {
            n_compiled += 1;
            if n_compiled % 50 == 0 {
                let elapsed = seconds(started.elapsed());
                println!(
                    "      {}: {n_compiled} of {} packages, {elapsed}",
                    tool.package, tool.n_packages
                );
            }
        }
        lines.push(line);
    }
    if !child.wait()?.success() {
        let last = lines[lines.len().saturating_sub(30)..].join("\n");
        bail!("cannot build {} {}; is this machine offline?\n{last}", tool.package, tool.version);
    }
    println!(
        "      {} {} is there after {}",
        tool.package,
        tool.version,
        seconds(started.elapsed())
    );
    Ok(())
}

/// Where tools are kept for all clones of this user.
fn cache() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir().context("no home folder; set XDG_CACHE_HOME")?.join(".cache"),
    };
    Ok(base.join("communique").join("tools"))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}
