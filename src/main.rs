//! The page: opens the pack that is inside the module and mounts what shows it.

#![allow(unreachable_pub, reason = "in a program, `pub` tells what a room offers to the others")]

mod annex;
mod app;
mod browser;
mod script;
mod store;
mod ui;

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use communique_engine::Engine;
use communique_ui::browser::{focus, words};
use communique_words::say;

use app::App;
use browser::pack;
use ui::failure::Failure;
use ui::query_bar;

/// Id of the element in `www/index.html` that holds the shell, and then the page.
const PAGE: &str = "page";

thread_local! {
    /// The corpus, or why it cannot be opened, until that is shown.
    static OPENED: Cell<Option<Result<&'static Engine, String>>> = const { Cell::new(None) };
}

/// Opens the corpus. What shows it is a task of its own.
fn main() {
    console_error_panic_hook::set_once();
    words::take("");
    let engine =
        pack::bytes().ok_or_else(|| say::FAILURE_MISSING.text().to_owned()).and_then(|bytes| {
            // One corpus, opened once, for as long as the page lives. Where its pack is long, texts follow.
            let engine = Engine::open_begun(bytes).map_err(|error| error.to_string())?;
            Ok::<&'static Engine, String>(Box::leak(Box::new(engine)))
        });
    OPENED.set(Some(engine));
}

/// Puts the page into the place of its shell. For `www/start.js`, once.
#[wasm_bindgen]
pub fn show() {
    let Some(engine) = OPENED.take() else { return };
    // Asked of the shell, which is laid out, and not of a page in the making, which then would be once more.
    focus::watch_fold();
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
