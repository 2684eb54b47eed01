//! The facets: beside the statements, or in a sheet on a small screen.

mod rows;

use leptos::prelude::*;

use communique_engine::{Action, Choice, FacetCount};
use communique_index::Facet;
use communique_ui::dynamic::{For, Show, attribute, dynamic, lasting_memo, memo, views};
use communique_ui::link::ViewLink;
use communique_ui::words;
use communique_words::{Text, say};

use crate::store::Store;
use crate::ui::sheet::Sheet;
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

/// All facets. No paint waits for those that a screen has no room for: they follow the answer after it.
#[component]
fn Facets() -> impl IntoView {
    let store = Store::expect();
    let panels = |facets: &[Facet], is_first| {
        views(facets.iter().map(|facet| view! { <FacetPanel facet=*facet is_first /> }))
    };
    let (first, others) = Facet::ALL.split_at(N_FIRST);
    view! {
        <Show when=move || store.is_begun.get()>{panels(first, true)}</Show>
        <Show when=move || store.is_painted.get()>{panels(others, false)}</Show>
    }
}

#[component]
fn FacetPanel(
    facet: Facet,
    /// Whether the first paint of an answer has it.
    is_first: bool,
) -> impl IntoView {
    let store = Store::expect();
    let is_expanded = RwSignal::new(false);
    let is_by_name = RwSignal::new(false);
    let sought = RwSignal::new(String::new());
    let rows = lasting_memo(move || {
        let row = |count: &FacetCount| {
            let rank = store.engine.pack().value_rank(facet, count.value);
            Row::new(store.engine.value(facet, count.value), rank, count)
        };
        if is_first {
            store.answer.track()
        } else {
            store.is_painted.track()
        }
        let rows = store.answer.read_untracked().facets[facet].iter().map(row).collect();
        rows::arrange(facet, RowOrder::new(is_by_name.get()), rows)
    });
    let is_sought = move || !sought.read().trim().is_empty();
    let n_hidden = move || rows.with(|rows| rows::n_hidden(rows));
    let shown = move || match is_sought() {
        true => {
            rows.with(|rows| rows::found(rows, &store.engine.find_values(facet, &sought.read())))
        }
        false => rows.with(|rows| rows::shown(rows, is_expanded.get())),
    };
    let is_missing = move || is_sought() && shown().is_empty();
    let toggle_text = move || match is_expanded.get() {
        true => say::FACET_FEWER.text().to_owned(),
        false => say::FACET_MORE.of(n_hidden()),
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
                <ul class="facet__list">
                    <For each=shown key=|key| key.clone() let:key>
                        <Value facet rows key />
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

/// One value: a checkbox that includes it, and a button that leaves it out.
#[component]
fn Value(facet: Facet, rows: Memo<Vec<Row>>, key: String) -> impl IntoView {
    let store = Store::expect();
    let row = memo({
        let key = key.clone();
        move || rows.with(|rows| rows.iter().find(|row| row.key == key).cloned())
    });
    let label =
        row.with_untracked(|row| row.as_ref().map_or(String::new(), |row| row.label.clone()));
    let choice = move || row.with(|row| row.as_ref().map_or(Choice::Neutral, |row| row.choice));
    let count = move || row.with(|row| row.as_ref().map_or(0, |row| row.count));
    let is = move |wanted: Choice| choice() == wanted;
    let choose = {
        let key = key.clone();
        move |choice: Choice| {
            let choice = if is(choice) { Choice::Neutral } else { choice };
            store.dispatch(Action::Choose(facet, key.clone(), choice));
        }
    };
    let include = choose.clone();
    // Together with the other filters it gives nothing, and where nothing is found the page tells each way out.
    let why = vec![Action::ClearFacet(facet), Action::Choose(facet, key, Choice::Included)];
    let state = dynamic(move || match choice() {
        Choice::Neutral => String::new(),
        Choice::Included => "included".to_owned(),
        Choice::Excluded => "excluded".to_owned(),
    });
    let is_empty = move || count() == 0;
    let spoken = dynamic(move || rows::spoken(count()));
    // As a property, which the page's policy allows, and not as `style:`, which is types of its own.
    let style = dynamic(move || {
        format!("--share: {}", row.with(|row| row.as_ref().map_or(0, |row| row.share)))
    });
    view! {
        <li
            class="facet-value"
            data-state=state
            data-empty=dynamic(move || is_empty().to_string())
            prop:style=style
        >
            <label class="facet-value__choice">
                <input
                    class="facet-value__box"
                    type="checkbox"
                    prop:checked=move || is(Choice::Included)
                    on:change=move |_| include(Choice::Included)
                />
                <span class="facet-value__label">{label.clone()}</span>
                <span class="facet-value__count">
                    <span {..attribute("aria-hidden", "true")}>{move || words::number(count())}</span>
                    <span class="visually-hidden">", " {spoken}</span>
                </span>
            </label>
            <button
                class="facet-value__exclude"
                type="button"
                {..attribute("aria-label", say::FACET_LEAVE_OUT.fill([&label]))}
                {..attribute("title", say::FACET_LEAVE_OUT.fill([&label]))}
                {..attribute("aria-pressed", dynamic(move || is(Choice::Excluded).to_string()))}
                on:click=move |_| choose(Choice::Excluded)
            >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <circle cx="8" cy="8" r="6"></circle>
                    <path d="m4 12 8-8"></path>
                </svg>
            </button>
            <Show when=is_empty>
                <ViewLink
                    class="facet-value__why"
                    actions=why.clone()
                    label=say::FACET_WHY.fill([&label])
                >
                    {say::FACET_WHY_SHORT.text()}
                </ViewLink>
            </Show>
        </li>
    }
}
