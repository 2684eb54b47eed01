//! The page when its collection cannot be opened: a sentence with a way out.

use leptos::prelude::*;

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
                <h1 class="claim">"This collection cannot be opened"</h1>
                <p class="failure" role="alert">
                    "The file that holds it is damaged: " {reason} ". "
                    <a href="">"Load the page again"</a>
                    "; if that does not help, whoever publishes it has to build it anew."
                </p>
            </main>
        </div>
    }
}
