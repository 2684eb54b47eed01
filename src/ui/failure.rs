//! The page when its collection cannot be opened: a sentence with a way out.

use leptos::prelude::*;

use communique_ui::dynamic::attribute;
use communique_words::say;

/// Instead of everything else.
#[component]
pub fn Failure(
    /// What is wrong with the pack.
    reason: String,
) -> impl IntoView {
    view! {
        <header class="masthead">
            <p class="brand">
                <a class="brand__name" href="?">
                    "Communiqué"
                </a>
            </p>
        </header>
        <div class="desk">
            <main class="desk__main">
                <h1 class="claim">{say::FAILURE.text()}</h1>
                <p class="failure" {..attribute("role", "alert")}>
                    {say::FAILURE_REASON.fill([&reason])} " " <a href="">{say::FAILURE_RELOAD.text()}</a> " "
                    {say::FAILURE_HELP.text()}
                </p>
            </main>
        </div>
    }
}
