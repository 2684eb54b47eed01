//! The page: opens the pack that is inside the module and mounts what shows it.

#![allow(unreachable_pub, reason = "in a program, `pub` tells what a room offers to the others")]

mod annex;
mod app;
mod browser;
mod script;
mod store;
mod ui;

use leptos::prelude::*;

use communique_engine::Engine;
use communique_ui::browser::{focus, words};
use communique_words::say;

use app::App;
use browser::pack;
use ui::failure::Failure;
use ui::query_bar;

/// Id of the element in `www/index.html` that holds the shell, and then the page.
const PAGE: &str = "page";

fn main() {
    console_error_panic_hook::set_once();
    words::take("");
    let engine =
        pack::bytes().ok_or_else(|| say::FAILURE_MISSING.text().to_owned()).and_then(|bytes| {
            // One corpus, opened once, for as long as the page lives. Where its pack is long, texts follow.
            let engine = Engine::open_begun(bytes).map_err(|error| error.to_string())?;
            Ok::<&'static Engine, String>(Box::leak(Box::new(engine)))
        });
    let typed = focus::input_state(query_bar::INPUT).unwrap_or_default();
    let page = focus::emptied(PAGE).expect("www/index.html has an element for the page");
    match engine {
        Ok(engine) => {
            script::provide(engine);
            mount_to(page, move || view! { <App engine typed /> }).forget();
        }
        Err(reason) => mount_to(page, move || view! { <Failure reason /> }).forget(),
    }
}
