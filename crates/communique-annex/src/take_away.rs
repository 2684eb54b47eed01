//! The view to take away: its link, and exactly its statements as files; and all of the collection as one file.

use leptos::prelude::*;

use communique_engine::Engine;
use communique_export::{Export, Format};
use communique_ui::Reading;
use communique_ui::browser::{address, clipboard, download, one_file};
use communique_ui::dynamic::dynamic;
use communique_words::say;

/// The link of the view, and a button for each format.
#[component]
pub fn TakeAway() -> impl IntoView {
    let reading = Reading::expect();
    let said = RwSignal::new(String::new());
    let link = move || reading.view.with(|view| address::absolute(&view.encode()));
    let copy = move |_| {
        clipboard::copy(&link(), move |is_copied| {
            said.set(if is_copied { say::TAKE_COPIED } else { say::REFUSED }.text().to_owned());
        });
    };
    let is_here_only = address::site().starts_with("file:");
    let scope = move || {
        let n = reading.answer.read().totals.statements;
        say::TAKE_SCOPE.fill([&say::STATEMENTS.of(n)])
    };
    let formats = Format::ALL.map(|format| view! { <Download format said /> }).collect_view();
    view! {
        <section class="take-away">
            <h3>{say::TAKE_LINK.text()}</h3>
            <p class="take-away__link">
                <input type="text" readonly aria-label=say::TAKE_LINK_NAME.text() prop:value=dynamic(link) />
                <button class="quiet-button" type="button" on:click=copy>
                    {say::TAKE_COPY.text()}
                </button>
            </p>
            {is_here_only.then(|| view! { <p>{say::TAKE_HERE_ONLY.text()}</p> })}
            <h3>{say::TAKE_FILES.text()}</h3>
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
        said.set(if is_saved {
            say::TAKE_SAVED.fill([&name])
        } else {
            say::REFUSED.text().to_owned()
        });
    };
    view! {
        <li>
            <button class="take-away__format" type="button" on:click=save>
                {say::TAKE_FORMATS.nth(format as usize)}
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
        said.set(say::TAKE_ALL_WORKING.text().to_owned());
        one_file::assemble(attempt, move |file| {
            said.set(match file.map(|file| download::save_blob(&name, &file)) {
                Some(true) => say::TAKE_SAVED.fill([&name]),
                Some(false) => say::REFUSED.text().to_owned(),
                None => say::TAKE_ALL_INCOMPLETE.text().to_owned(),
            });
        });
    };
    view! {
        <h3>{say::TAKE_ALL.text()}</h3>
        <p>
            {say::TAKE_ALL_TEXT.text()}
        </p>
        <ul class="take-away__formats">
            <li>
                <button class="take-away__format" type="button" on:click=save>
                    {say::TAKE_ALL_SAVE.text()}
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
