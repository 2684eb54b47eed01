//! The arrows between rooms that must not exist, asserted with `cargo tree`.
//!
//! Cargo already refuses what no manifest names; this guards against the day when one does. A dependency is
//! looked for through the whole tree, since an arrow through a third crate is an arrow too.

use anyhow::{Result, bail};

use crate::command::{cargo, output};
use crate::steps::Tally;

/// One room and what must not be found below it.
struct Wall {
    room: &'static str,
    /// Kinds of dependency that are followed, as `cargo tree --edges` names them. Tests may use what they like.
    edges: &'static str,
    /// For which target; the page's tree differs between the browser and the machine that builds it.
    target: &'static str,
    /// Names of packages; one ending in `*` stands for all that begin so.
    forbidden: &'static [&'static str],
    reason: &'static str,
}

const BROWSER: &[&str] = &[
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "serde-wasm-bindgen",
    "leptos*",
    "reactive_graph",
    "tachys",
];

const WALLS: &[Wall] = &[
    Wall {
        room: "communique-index",
        edges: "normal,build",
        target: "all",
        forbidden: BROWSER,
        reason: "the pack knows no browser",
    },
    Wall {
        room: "communique-index",
        edges: "normal,build",
        target: "all",
        forbidden: &[
            "communique-compiler",
            "communique-engine",
            "communique-cli",
            "communique-ui",
            "communique-annex",
            "communique-web",
        ],
        reason: "every other room stands on the index, and it on none of them",
    },
    Wall {
        room: "communique-engine",
        edges: "normal,build",
        target: "all",
        forbidden: BROWSER,
        reason: "the engine is the same natively and in the browser",
    },
    Wall {
        room: "communique-engine",
        edges: "normal,build",
        target: "all",
        forbidden: &[
            "communique-compiler",
            "communique-cli",
            "communique-web",
            "regex",
            "serde_json",
        ],
        reason: "the engine is handed a pack and a pattern matcher, and speaks plain data",
    },
    Wall {
        room: "communique-layouts",
        edges: "normal,build",
        target: "all",
        forbidden: BROWSER,
        reason: "geometry knows no browser",
    },
    Wall {
        room: "communique-export",
        edges: "normal,build",
        target: "all",
        forbidden: BROWSER,
        reason: "what is taken away is the same from the page and from the command",
    },
    Wall {
        room: "communique-compiler",
        edges: "normal,build",
        target: "all",
        forbidden: &["communique-engine", "communique-cli", "communique-web", "web-sys", "leptos*"],
        reason: "the compiler knows articles, not queries or pages",
    },
    Wall {
        room: "communique-regex",
        edges: "normal,build",
        target: "all",
        forbidden: &[
            "communique-index",
            "communique-compiler",
            "communique-engine",
            "communique-cli",
            "communique-web",
            "web-sys",
            "leptos*",
        ],
        reason: "the module of patterns knows texts and places, and stays small",
    },
    Wall {
        room: "communique-cli",
        edges: "normal,build",
        target: "all",
        forbidden: &["communique-web", "web-sys", "leptos*"],
        reason: "the command is a thin shell over compiler and engine",
    },
    Wall {
        room: "communique-ui",
        edges: "normal,build",
        target: "all",
        forbidden: &["communique-compiler", "communique-cli", "communique-annex", "communique-web"],
        reason: "page and annex are both made of it, and it of neither",
    },
    Wall {
        room: "communique-annex",
        edges: "normal,build",
        target: "all",
        forbidden: &["communique-compiler", "communique-cli", "communique-web", "leptos_router"],
        reason: "the annex is handed the pack and the view, and knows no more of the page",
    },
    Wall {
        room: "communique-site",
        edges: "normal,build",
        target: "all",
        forbidden: &[
            "communique-compiler",
            "communique-cli",
            "communique-web",
            "web-sys",
            "leptos*",
        ],
        reason: "a site is made of a built page and a pack, however they came about",
    },
    Wall {
        room: "communique-web",
        edges: "normal",
        target: "wasm32-unknown-unknown",
        forbidden: &["communique-compiler", "communique-cli", "communique-annex", "leptos_router"],
        reason: "the compiler runs in the page's build script only, and the annex is loaded, not linked; a router \
                 is too heavy for one screen",
    },
];

/// Asserts that every wall holds.
///
/// # Errors
/// Names each forbidden package found, and how to see the way to it.
pub(crate) fn check() -> Result<Tally> {
    let mut found = Vec::new();
    for wall in WALLS {
        let packages = below(wall)?;
        for name in packages.iter().filter(|name| wall.forbidden.iter().any(|f| matches(f, name))) {
            found.push(format!(
                "{} must not depend on {name}: {}\n        see: cargo tree -p {} --edges {} --target {} --invert {name}",
                wall.room, wall.reason, wall.room, wall.edges, wall.target,
            ));
        }
    }
    if !found.is_empty() {
        bail!("forbidden arrows\n      {}", found.join("\n      "));
    }
    println!("      {} walls hold", WALLS.len());
    Ok(Tally { passed: WALLS.len() as u32, failed: 0 })
}

/// Names of all packages below the wall's room, sorted, without the room itself.
fn below(wall: &Wall) -> Result<Vec<String>> {
    let tree = output(&mut cargo(&[
        "tree",
        "--locked",
        "--package",
        wall.room,
        "--edges",
        wall.edges,
        "--target",
        wall.target,
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]))?;
    let mut names: Vec<String> =
        tree.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect();
    names.retain(|name| name != wall.room);
    names.sort();
    names.dedup();
    Ok(names)
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_all_names_that_begin_so() {
        assert!(matches("leptos*", "leptos_dom") && matches("leptos*", "leptos"));
        assert!(matches("regex", "regex") && !matches("regex", "regex-syntax"));
    }

    #[test]
    fn the_tree_of_a_room_holds_what_it_depends_on() {
        let engine = WALLS.iter().find(|wall| wall.room == "communique-engine").unwrap();
        assert!(below(engine).unwrap().contains(&"communique-index".to_owned()));
    }
}
