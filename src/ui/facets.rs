//! The facets: beside the statements, or in a sheet on a small screen.

mod place;
mod rows;

use leptos::prelude::*;

use communique_engine::{Action, Choice, FacetCount};
use communique_index::Facet;
use communique_ui::browser::controls::{self, pressed};
use communique_ui::dynamic::{For, Show, attribute, dynamic, lasting_memo, views};
use communique_ui::words;
use communique_words::{Text, say};

use crate::store::Store;
use crate::ui::sheet::Sheet;
use place::Place;
use rows::{Row, RowOrder};

/// The facets where there is room for them, else in a sheet.
#[component]
pub fn FacetRail(
    /// Whether the screen is too small for a rail.
    is_narrow: RwSignal<bool>,
    /// Whether the sheet is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::expect();
    let total = move || {
        let statements = store.answer.with(|answer| say::STATEMENTS.of(answer.totals.statements));
        say::FILTERS_SHOW.fill([&statements])
    };
    let rail = || {
        view! {
            <aside class="desk__rail" {..attribute("aria-label", say::FILTERS.text())}>
                <Facets />
            </aside>
        }
    };
    let close = move || is_open.set(false);
    view! {
        <Show when=move || is_narrow.get() fallback=rail>
            <Sheet is_open=move || is_open.get() title=say::FILTERS on_close=move |()| close()>
                <div class="sheet__body">
                    <Facets />
                </div>
                <p class="sheet__foot">
                    <button class="sheet__done" type="button" on:click=move |_| close()>
                        {dynamic(total)}
                    </button>
                </p>
            </Sheet>
        </Show>
    }
}

/// How many facets fit on a screen.
const N_FIRST: usize = 3;

/// All facets. No paint of statements waits for those that a screen has no room for.
#[component]
fn Facets() -> impl IntoView {
    let store = Store::expect();
    let panels =
        |facets: &[Facet]| views(facets.iter().map(|facet| view! { <FacetPanel facet=*facet /> }));
    let (first, others) = Facet::ALL.split_at(N_FIRST);
    view! {
        <Show when=move || store.is_begun.get()>{panels(first)}</Show>
        <Show when=move || store.is_painted.get()>{panels(others)}</Show>
    }
}

/// One facet. It follows the answer once its first statements are painted: they would wait for it.
#[component]
fn FacetPanel(facet: Facet) -> impl IntoView {
    let store = Store::expect();
    let is_expanded = RwSignal::new(false);
    let is_by_name = RwSignal::new(false);
    let sought = RwSignal::new(String::new());
    let rows = lasting_memo(move || {
        let row = |count: &FacetCount| Row::new(store.engine.pack(), facet, count);
        store.is_painted.track();
        let rows = store.answer.read_untracked().facets[facet].iter().map(row).collect();
        rows::arrange(facet, RowOrder::new(is_by_name.get()), rows)
    });
    let is_sought = move || !sought.read().trim().is_empty();
    let n_hidden = move || rows.with(|rows| rows::n_hidden(rows));
    let shown = lasting_memo(move || match is_sought() {
        true => {
            rows.with(|rows| rows::found(rows, &store.engine.find_values(facet, &sought.read())))
        }
        false => rows.with(|rows| rows::shown(rows, is_expanded.get())),
    });
    let n_shown = move || shown.with(Vec::len);
    let is_missing = move || is_sought() && n_shown() == 0;
    let toggle_text = move || match is_expanded.get() {
        true => say::FACET_FEWER.text().to_owned(),
        false => say::FACET_MORE.of(n_hidden()),
    };
    let chosen = move |key: &str| {
        store.question.with_untracked(|question| question.selections[facet].choice(key))
    };
    let toggle = move |key: Option<String>, choice| {
        if let Some(key) = key {
            let choice = if chosen(&key) == choice { Choice::Neutral } else { choice };
            store.dispatch(Action::Choose(facet, key, choice));
        }
    };
    let include = move |event| {
        toggle(pressed(&event, "input"), Choice::Included);
        controls::recheck(&event, move |key| chosen(key) == Choice::Included);
    };
    let is_suggested = Store::expect().engine.is_suggested(facet);
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <fieldset class="facet">
                <legend class="facet__legend">
                    {words::facet(facet)}
                    {is_suggested.then(|| view! { <span class="facet__note">" " {say::FACET_SUGGESTED.text()}</span> }.into_any())}
                    <span class="facet__size tnum" {..attribute("aria-hidden", "true")}>
                        {move || words::number(rows.with(Vec::len))}
                    </span>
                </legend>
                <AnyOrAll facet />
                <Show when=move || rows.with(|rows| rows::is_long(rows))>
                    <Finder facet sought is_by_name />
                </Show>
                <ul
                    class="facet__list"
                    on:change=include
                    on:click=move |event| toggle(pressed(&event, "button"), Choice::Excluded)
                >
                    <For each=move || (0..n_shown()).collect() key=|nth| nth.to_string() let:nth>
                        <Place facet shown nth />
                    </For>
                </ul>
                <Show when=is_missing>
                    <p class="facet__missing">{say::FACET_NONE.text()}</p>
                </Show>
                <Show when=move || { n_hidden() > 0 && !is_sought() }>
                    <button
                        class="quiet-button facet__more"
                        type="button"
                        {..attribute("aria-expanded", dynamic(move || is_expanded.get().to_string()))}
                        on:click=move |_| turn(is_expanded)
                    >
                        {dynamic(toggle_text)}
                        <span class="visually-hidden">": "{words::facet(facet)}</span>
                    </button>
                </Show>
            </fieldset>
        </Show>
    }
}

/// Puts a switch in its other position.
fn turn(switch: RwSignal<bool>) {
    switch.set(!switch.get_untracked());
}

/// Looks for a value by any spelling, and puts the values in another order.
#[component]
fn Finder(facet: Facet, sought: RwSignal<String>, is_by_name: RwSignal<bool>) -> impl IntoView {
    let text = move || match is_by_name.get() {
        false => say::FACET_BY_NAME.text().to_owned(),
        true => say::FACET_BY_COUNT.text().to_owned(),
    };
    view! {
        <div class="facet__finder">
            <input
                class="facet__find"
                type="search"
                {..attribute("autocomplete", "off")}
                {..attribute("placeholder", say::FACET_FIND.text())}
                {..attribute("aria-label", say::FACET_FIND_IN.fill([words::facet(facet)]))}
                prop:value=move || sought.get()
                on:input=move |event| sought.set(event_target_value(&event))
            />
            <button class="quiet-button" type="button" on:click=move |_| turn(is_by_name)>
                <span class="visually-hidden">{say::FACET_ORDER.fill([words::facet(facet)])} " "</span>
                {dynamic(text)}
            </button>
        </div>
    }
}

/// Whether a statement must have any or all of the values included, where two or more are.
#[component]
fn AnyOrAll(facet: Facet) -> impl IntoView {
    let store = Store::expect();
    let is_of_use = move || {
        let n_included =
            store.question.with(|question| question.selections[facet].included().count());
        facet.is_multivalued() && n_included > 1
    };
    let option = move |all: bool, label: Text| {
        let is_set = dynamic(move || {
            store.question.with(|question| question.selections[facet].all() == all)
        });
        view! {
            <label>
                <input
                    type="radio"
                    {..attribute("name", format!("{}-all", facet.key()))}
                    prop:checked=is_set
                    on:change=move |_| store.dispatch(Action::MatchAll(facet, all))
                />
                {label.text()}
            </label>
        }
    };
    view! {
        <Show when=is_of_use>
            <div class="facet__mode" {..attribute("role", "radiogroup")} {..attribute("aria-label", say::FACET_MODE.text())}>
                {option(false, say::FACET_ANY)} {option(true, say::FACET_ALL)}
            </div>
        </Show>
    }
}
