//! The link that everything is made of which leads to another view.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;

use communique_engine::{Action, View};

use crate::Reading;
use crate::browser::template::is_plain;
use crate::dynamic::{attribute, dynamic};

/// Who takes the step that a plain click on a link means: in the page its store, in the annex the page.
#[derive(Clone, Copy)]
pub struct Follow(pub Callback<View>);

impl Follow {
    /// Who follows the links of this component.
    ///
    /// # Panics
    /// Outside the page and the annex.
    pub fn expect() -> Self {
        use_context().expect("page and annex say who follows links")
    }
}

/// A link to the view after `actions`.
///
/// A plain click goes there within the page; any other (middle button, with a modifier, from the context menu)
/// is the browser's own, which the address in `href` serves.
#[component]
pub fn ViewLink(
    /// What the link does to the present view, in order.
    actions: Vec<Action>,
    /// Its class.
    class: &'static str,
    /// What it is called, where its text does not say enough.
    #[prop(optional, into)]
    label: Option<String>,
    /// What a click with the Alt key does instead; nothing where empty.
    #[prop(optional)]
    alt_actions: Vec<Action>,
    children: Children,
) -> impl IntoView {
    let (href, on_click) = leading_to(actions, alt_actions);
    view! {
        <a {..attribute("aria-label", label)} class=class href=href on:click=on_click>
            {children()}
        </a>
    }
}

/// Address and click handler of a link to the view after `actions`, and of what a click with the Alt key does
/// instead, for links that are more than [`ViewLink`] makes.
pub fn leading_to(
    actions: Vec<Action>,
    alt_actions: Vec<Action>,
) -> (SharedReactiveFunction<String>, impl FnMut(MouseEvent) + 'static) {
    let view = Reading::expect().view;
    let Follow(follow) = Follow::expect();
    let target = move || view.with(|view| view.after(actions.clone()));
    let href = dynamic({
        let target = target.clone();
        move || href(&target())
    });
    let on_click = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            follow.run(untrack(&target));
        } else if event.alt_key() && !alt_actions.is_empty() {
            event.prevent_default();
            follow.run(view.with_untracked(|view| view.after(alt_actions.clone())));
        }
    };
    (href, on_click)
}

/// A link to `view`, whatever the present one is.
#[component]
pub fn ToView(
    /// Where it leads.
    view: View,
    /// Its class.
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let Follow(follow) = use_context().expect("page and annex say who follows links");
    let href = href(&view);
    let on_click = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            follow.run(view.clone());
        }
    };
    view! {
        <a class=class href=href on:click=on_click>
            {children()}
        </a>
    }
}

/// The relative address of a view, good under any path.
pub fn href(view: &View) -> String {
    format!("?{}", view.encode())
}
