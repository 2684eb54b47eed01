//! The link that everything is made of which leads to another view.
//!
//! A link is its address, and whoever owns the history follows it: see [`crate::browser::links`].

use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;

use communique_engine::{Action, View};

use crate::Reading;
use crate::browser::links::{self, ADDING, ALT};
use crate::browser::timer::after_paint;
use crate::dynamic::{attribute, dynamic, effect};

/// Who takes a step of the annex that is no link's: the page.
#[derive(Clone, Copy)]
pub struct Follow(pub Callback<View>);

impl Follow {
    /// Who takes the steps of this component.
    ///
    /// # Panics
    /// Outside the annex.
    pub fn expect() -> Self {
        use_context().expect("the annex says who takes steps")
    }
}

/// A link to the view after `actions`.
#[component]
pub fn ViewLink(
    /// What the link does to the present view, in order.
    actions: Vec<Action>,
    /// Its class.
    class: &'static str,
    /// What it is called, where its text does not say enough.
    #[prop(optional, into)]
    label: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <a {..attribute("aria-label", label)} class=class href=href_after(actions)>
            {children()}
        </a>
    }
}

/// A link that adds to the present view. It follows no signal, as a page has hundreds of them: see [`keep_up`].
#[component]
pub fn AddingLink(
    /// What the link adds, in order: nothing is taken back.
    actions: Vec<Action>,
    /// Its class.
    class: &'static str,
    /// What a click with the Alt key adds instead.
    #[prop(optional)]
    alt: Option<Action>,
    /// Its text.
    text: String,
) -> impl IntoView {
    let adding = |actions: Vec<Action>| View::default().after(actions).encode();
    let href = Reading::expect().view.with_untracked(|view| href(&view.after(actions.clone())));
    let alt = alt.map(|action| adding(vec![action]));
    view! {
        <a {..attribute(ADDING, adding(actions))} {..attribute(ALT, alt)} class=class href=href>
            {text}
        </a>
    }
}

/// Gives the links that add to the view their addresses anew after each change of it. What a click on one adds, it adds
/// to the view as it is then; the address is for the browser, which no reader asks before the next frame.
pub fn keep_up(reading: Reading) {
    let view = reading.view;
    effect(move || {
        view.track();
        after_paint(move || {
            view.with_untracked(|view| {
                links::readdress(|adding| href(&view.clone().with(adding).0))
            });
        });
    });
}

/// Address of a link to the view after `actions`, for links that are more than [`ViewLink`] makes.
pub fn href_after(actions: Vec<Action>) -> SharedReactiveFunction<String> {
    let view = Reading::expect().view;
    dynamic(move || view.with(|view| href(&view.after(actions.clone()))))
}

/// Address of a link to `view`, whatever the present one is: relative, good under any path.
pub fn href(view: &View) -> String {
    format!("?{}", view.encode())
}
