//! The view to take away: its link, and exactly its statements as files; and all of the collection as one file.

use leptos::prelude::*;

use communique_engine::Engine;
use communique_export::{Export, Format};
use communique_ui::browser::{address, clipboard, download, one_file};
use communique_ui::dynamic::dynamic;
use communique_ui::{Reading, words};

/// What is said when the browser takes no download or no text for the clipboard.
const REFUSED: &str = "The browser does not allow that here.";
/// What is said of links to a file whose site has no address.
const HERE_ONLY: &str = "This file lies on your machine, and so far its links open only here.";
/// What is said when a part of the one file is missing.
const INCOMPLETE: &str = "A part of it did not arrive. Try again with a network; if that does not help, load the page \
    again, since it may have been published anew.";

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
    let is_here_only = address::site().starts_with("file:");
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
            {is_here_only.then(|| view! { <p>{HERE_ONLY}</p> })}
            <h3>"Files"</h3>
            <p>{dynamic(scope)}</p>
            <ul class="take-away__formats">{formats}</ul>
            {one_file::is_offered().then(|| view! { <OneFile said /> })}
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

/// The whole collection, with its search, as a file that opens from disk.
#[component]
fn OneFile(said: RwSignal<String>) -> impl IntoView {
    let edition = Reading::expect().engine.edition();
    let n_attempts = StoredValue::new(0);
    let save = move |_| {
        let name = format!("communique-{}.html", &edition[..8]);
        let attempt = n_attempts.get_value();
        n_attempts.set_value(attempt + 1);
        said.set("Putting it together …".to_owned());
        one_file::assemble(attempt, move |file| {
            said.set(match file.map(|file| download::save_blob(&name, &file)) {
                Some(true) => format!("Saved as {name}"),
                Some(false) => REFUSED.to_owned(),
                None => INCOMPLETE.to_owned(),
            });
        });
    };
    view! {
        <h3>"The collection"</h3>
        <p>
            "All of it in one file, with its search. It opens with a double click, without a network."
        </p>
        <ul class="take-away__formats">
            <li>
                <button class="take-away__format" type="button" on:click=save>
                    "Save as one file"
                </button>
            </li>
        </ul>
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
