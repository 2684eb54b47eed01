//! The page: opens the pack that is inside the module and mounts what shows it.

#![allow(unreachable_pub, reason = "in a program, `pub` tells what a room offers to the others")]

mod annex;
mod app;
mod browser;
mod script;
mod store;
mod ui;

use std::time::Duration;

use leptos::prelude::*;

use communique_engine::Engine;
use communique_index::inverted::Indexing;
use communique_ui::browser::focus;

use app::App;
use browser::pack;
use ui::failure::Failure;
use ui::query_bar;

/// Statements whose words are read in one go: a few milliseconds' work.
const STEP_LEN: usize = 500;

/// Id of the element in `www/index.html` that holds the shell, and then the page.
const PAGE: &str = "page";

fn main() {
    console_error_panic_hook::set_once();
    let engine = pack::bytes().ok_or_else(|| "it is not there".to_owned()).and_then(|bytes| {
        // One corpus, opened once, for as long as the page lives.
        let engine = Engine::open(bytes).map_err(|error| error.to_string())?;
        Ok::<&'static Engine, String>(Box::leak(Box::new(engine)))
    });
    let typed = focus::input_state(query_bar::INPUT).unwrap_or_default();
    let page = focus::emptied(PAGE).expect("www/index.html has an element for the page");
    match engine {
        Ok(engine) => {
            script::provide(engine);
            index_in_steps(engine.pack().indexing());
            mount_to(page, move || view! { <App engine typed /> }).forget();
        }
        Err(reason) => mount_to(page, move || view! { <Failure reason /> }).forget(),
    }
}

/// Makes the index of words while the page can be used already. Whoever looks for a word before it is there waits for
/// all of it.
fn index_in_steps(mut indexing: Indexing<'static>) {
    let go_on = move || match indexing.step(STEP_LEN) {
        true => index_in_steps(indexing),
        false => indexing.end(),
    };
    set_timeout(go_on, Duration::ZERO);
}
