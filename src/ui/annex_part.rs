//! A part of the annex in its place on the page, or word of how far the annex has come.

use leptos::html::Div;
use leptos::prelude::*;

use communique_engine::View;
use communique_ui::Part;
use communique_ui::dynamic::{attribute, dynamic, dynamic_view, effect};
use communique_words::say;

use crate::annex::{Annex, Mounted, Stage};
use crate::store::Store;

/// The place of `part`. Loads the annex if nothing before it has.
#[component]
pub fn AnnexPart(
    /// What is shown here.
    part: Part,
) -> impl IntoView {
    let (store, annex) = (Store::expect(), Annex::expect());
    let place = NodeRef::<Div>::new();
    let mounted = StoredValue::<Option<Mounted>, LocalStorage>::new_local(None);
    effect(move || {
        let Some(place) = place.get().filter(|_| annex.stage() == Stage::Ready) else { return };
        let query_string = store.view.with(View::encode);
        mounted.update_value(|mounted| match mounted {
            Some(mounted) => mounted.show(&query_string),
            None => *mounted = annex.mount(part, place.into(), &query_string, store),
        });
    });
    on_cleanup(move || {
        if let Some(mounted) = mounted.try_update_value(Option::take).flatten() {
            mounted.unmount();
        }
    });
    annex.load();
    let is_loading = dynamic(move || (annex.stage() == Stage::Loading).to_string());
    view! {
        <div {..attribute("aria-busy", is_loading)}>
            {dynamic_view(move || stage(annex.stage(), part))} <div node_ref=place></div>
        </div>
    }
}

/// What is read while the part is not there.
fn stage(stage: Stage, part: Part) -> AnyView {
    match stage {
        Stage::Unasked | Stage::Ready => ().into_any(),
        Stage::Loading => {
            let text = say::PART_OPENING.fill([part.label()]);
            view! { <p class="loading" {..attribute("role", "status")}>{text}</p> }.into_any()
        }
        Stage::Failed => {
            let annex = Annex::expect();
            view! {
                <p class="failure" {..attribute("role", "alert")}>
                    {say::PART_FAILED.fill([part.label()])}
                    " "
                    <button class="quiet-button" type="button" on:click=move |_| annex.load()>
                        {say::PART_AGAIN.text()}
                    </button>
                    " "
                    {say::PART_HELP.text()}
                    " "
                    <a href="">{say::PART_RELOAD.text()}</a>
                </p>
            }
            .into_any()
        }
    }
}
