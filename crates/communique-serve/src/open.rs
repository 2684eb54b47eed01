//! The reader's browser.

use std::process::{Command, Stdio};

/// Opens `url` in the browser of whoever sits here. `false` where there is no screen, or no browser.
pub fn open(url: &str) -> bool {
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if cfg!(target_os = "macos") {
        succeeds(Command::new("open").arg(url))
    } else if cfg!(windows) {
        succeeds(Command::new("cmd").args(["/C", "start", url]))
    } else {
        has_screen && succeeds(Command::new("xdg-open").arg(url))
    }
}

fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
