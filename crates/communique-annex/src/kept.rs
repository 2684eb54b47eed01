//! What the reader keeps in this browser and nowhere else: views, and statements with a star.

use leptos::prelude::*;

use communique_engine::{Action, Engine, View};
use communique_ui::browser::{download, storage};
use communique_ui::dynamic::{For, Show, dynamic_view};
use communique_ui::link::href;
use communique_ui::{Reading, kept};
use communique_words::{Text, say};

/// The kept views and starred statements, with what adds, exports and forgets them.
#[component]
pub fn Kept() -> impl IntoView {
    let reading = Reading::expect();
    let views = RwSignal::new(kept::read(storage::get(kept::VIEWS)));
    let stars = RwSignal::new(kept::read(storage::get(kept::STARS)));
    let keep = move |keys: RwSignal<Vec<String>>, name: &str, key: String| {
        keys.update(|keys| kept::add(keys, key));
        storage::set(name, kept::write(&keys.read_untracked()).as_deref());
    };
    let keep_view = move |_| keep(views, kept::VIEWS, reading.view.with_untracked(View::encode));
    let is_nothing = move || views.read().is_empty() && stars.read().is_empty();
    let export = move |_| {
        let list = listed(reading.engine, &views.read_untracked(), &stars.read_untracked());
        download::save("kept.txt", "text/plain;charset=utf-8", list.as_bytes());
    };
    let forget = move |_| {
        for (keys, name) in [(views, kept::VIEWS), (stars, kept::STARS)] {
            keys.set(Vec::new());
            storage::set(name, None);
        }
    };
    view! {
        <section class="kept">
            <p>{say::KEPT_PRIVATE.text()}</p>
            <p>
                <button class="take-away__format" type="button" on:click=keep_view>
                    {say::KEPT_ADD.text()}
                </button>
            </p>
            <h3>{say::KEPT_VIEWS.text()}</h3>
            <KeptList keys=views name=kept::VIEWS none=say::KEPT_NO_VIEWS link=view_link />
            <h3>{say::KEPT_STARS.text()}</h3>
            <KeptList keys=stars name=kept::STARS none=say::KEPT_NO_STARS link=statement_link />
            <Show when=move || !is_nothing()>
                <p class="kept__acts">
                    <button class="quiet-button" type="button" on:click=export>
                        {say::KEPT_SAVE.text()}
                    </button>
                    " "
                    <button class="quiet-button" type="button" on:click=forget>
                        {say::KEPT_FORGET.text()}
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// Kept things, each a link with a way to be rid of it.
#[component]
fn KeptList(
    keys: RwSignal<Vec<String>>,
    /// Where they are in storage.
    name: &'static str,
    /// What is said where there are none.
    none: Text,
    /// What a reader sees of one, and where it leads.
    link: fn(&Engine, &str) -> (String, View),
) -> impl IntoView {
    let engine = Reading::expect().engine;
    let entry = move |key: String| {
        let (text, view) = link(engine, &key);
        let label = say::KEPT_DROP.fill([&text]);
        let drop_it = move |_| {
            keys.update(|keys| keys.retain(|other| *other != key));
            storage::set(name, kept::write(&keys.read_untracked()).as_deref());
        };
        view! {
            <li class="kept__entry">
                <a class="kept__link" href=href(&view)>
                    {text}
                </a>
                <button class="quiet-button" type="button" aria-label=label on:click=drop_it>
                    "✕"
                </button>
            </li>
        }
    };
    view! {
        <ul>
            <For each=move || keys.get() key=|key| key.clone() children=entry />
        </ul>
        {dynamic_view(move || keys.read().is_empty().then(|| view! { <p class="kept__none">{none.text()}</p> }))}
    }
}

/// A kept view in words.
fn view_link(engine: &Engine, query_string: &str) -> (String, View) {
    let (view, _) = View::decode(query_string);
    (engine.sentence(view.question()).to_string(), view)
}

/// A starred statement by speaker and first words, in its article. One that this edition does not have says so.
fn statement_link(engine: &Engine, id: &str) -> (String, View) {
    let single_out = Action::SingleOut(Some(id.to_owned()));
    let Some(idx) = engine.statement(id) else {
        let text = say::KEPT_GONE.fill([id]);
        return (text, View::default().apply(single_out));
    };
    let card = engine.card(idx, &engine.answer(View::default().question()));
    let view = View::default().after([Action::OpenDocument(card.file), single_out]);
    (say::KEPT_STATEMENT.fill([&card.speaker.label, &kept::shortened(&card.content.text)]), view)
}

/// Everything kept, a line each: what it is, a tab, the query string that leads to it.
fn listed(engine: &Engine, views: &[String], stars: &[String]) -> String {
    let lines = |keys: &[String], link: fn(&Engine, &str) -> (String, View)| -> String {
        let line = |key: &String| {
            let (text, view) = link(engine, key);
            format!("{text}\t?{}\n", view.encode())
        };
        keys.iter().map(line).collect()
    };
    [lines(views, view_link), lines(stars, statement_link)].concat()
}

#[cfg(test)]
mod tests {
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;

    #[test]
    fn what_is_kept_is_listed_in_words_with_its_link() {
        let corpus = corpus(&[Said::new("a.txt", "ada", "that engines compose")]);
        let engine = Engine::open(pack::write(&corpus)).expect("a sound pack");
        let id = engine.pack().statement_id(0.into()).to_owned();
        let list = listed(&engine, &["speaker=ada".to_owned()], &[id.clone(), "gone".to_owned()]);
        let lines: Vec<&str> = list.lines().collect();
        assert_eq!(lines[0], "What Ada said\t?speaker=ada");
        assert_eq!(lines[1], format!("Ada: that engines compose\t?doc=a.txt&s={id}"));
        assert_eq!(lines[2], "A statement that this edition no longer has (gone)\t?s=gone");
    }
}
