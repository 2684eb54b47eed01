//! The view to take away: its link, and exactly its statements as files.

use leptos::prelude::*;

use communique_engine::Engine;
use communique_export::{Export, Format};
use communique_ui::browser::{address, clipboard, download};
use communique_ui::dynamic::dynamic;
use communique_ui::{Reading, words};

/// What is said when the browser takes no download or no text for the clipboard.
const REFUSED: &str = "The browser does not allow that here.";

/// The link of the view, and a button for each format.
#[component]
pub fn TakeAway() -> impl IntoView {
    let reading = Reading::expect();
    let said = RwSignal::new(String::new());
    let link = move || reading.view.with(|view| address::absolute(&view.encode()));
    let copy = move |_| {
        clipboard::copy(&link(), move |is_copied| {
            said.set(if is_copied { "Link copied" } else { REFUSED }.to_owned());
        });
    };
    let scope = move || {
        let n = reading.answer.read().totals.statements;
        format!("{} of this view, in its order.", words::count(n, "statement", "statements"))
    };
    let formats = Format::ALL.map(|format| view! { <Download format said /> }).collect_view();
    view! {
        <section class="take-away">
            <h3>"Link"</h3>
            <p class="take-away__link">
                <input type="text" readonly aria-label="Link to this view" prop:value=dynamic(link) />
                <button class="quiet-button" type="button" on:click=copy>
                    "Copy link"
                </button>
            </p>
            <h3>"Files"</h3>
            <p>{dynamic(scope)}</p>
            <ul class="take-away__formats">{formats}</ul>
            <p class="take-away__said" role="status">
                {move || said.get()}
            </p>
        </section>
    }
}

#[component]
fn Download(format: Format, said: RwSignal<String>) -> impl IntoView {
    let reading = Reading::expect();
    let save = move |_| {
        let bytes = written(reading, format);
        let name = file_name(reading.engine, format);
        let is_saved = download::save(&name, format.media_type(), &bytes);
        said.set(if is_saved { format!("Saved as {name}") } else { REFUSED.to_owned() });
    };
    view! {
        <li>
            <button class="take-away__format" type="button" on:click=save>
                {format.label()}
            </button>
        </li>
    }
}

/// The statements of the present view.
fn written(reading: Reading, format: Format) -> Vec<u8> {
    let (view, answer) = (reading.view.read_untracked(), reading.answer.read_untracked());
    let export =
        Export { engine: reading.engine, view: &view, answer: &answer, site: &address::site() };
    let mut bytes = Vec::new();
    export.write(format, &mut bytes).expect("memory takes all that is written");
    bytes
}

/// `statements-3f57155b.csv`: named after the edition, so that files of two editions do not look the same.
fn file_name(engine: &Engine, format: Format) -> String {
    let edition = engine.edition();
    format!("statements-{}.{}", &edition[..8], format.extension())
}

#[cfg(test)]
mod tests {
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;

    #[test]
    fn a_file_is_named_after_the_edition() {
        let corpus = corpus(&[Said::new("a.txt", "ada", "no")]);
        let engine = Engine::open(pack::write(&corpus)).expect("a sound pack");
        let name = file_name(&engine, Format::Bibtex);
        assert!(name.starts_with("statements-") && name.ends_with(".bib"), "{name}");
        assert_eq!(name.len(), "statements-12345678.bib".len());
    }
}
