//! One of several options, of which one is chosen.

use leptos::prelude::*;

/// The radio button that chooses `of` in the group called `name`.
pub fn radio<T>(name: &'static str, chosen: RwSignal<T>, of: T, label: String) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <label>
            <input
                type="radio"
                name=name
                prop:checked=move || chosen.get() == of
                on:change=move |_| chosen.set(of)
            />
            <span>{label}</span>
        </label>
    }
}
